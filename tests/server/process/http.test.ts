// A script's morning with the running server, from outside: make a board, bring ideas in, take a summary out.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardCreated, ImportReport, Joined } from '../../../shared/protocol/api.ts';
import { createBoard, join } from '../../support/people.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';

let server: ServerProcess;
let board: BoardCreated;
let me: Joined;
beforeAll(async () => {
  server = await startServer();
  board = await createBoard(server.url, 'Morning');
  me = await join(server.url, board, 'facilitator', 'Script');
});
afterAll(() => server.dispose());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${me.token}`, ...init.headers },
  });
const on = (path: string, init?: RequestInit) => ask(`/api/boards/${board.board.id}${path}`, init);

describe('the running server', () => {
  it('is alive and ready, and serves its page and its figures on loopback', async () => {
    const answers = await Promise.all(
      ['/healthz', '/readyz', '/metrics', '/', '/b/any'].map((path) => ask(path)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('takes ideas in and gives a summary out, over a restart', async () => {
    const type = { 'content-type': 'text/plain' };
    const imported = await on('/import', {
      method: 'POST',
      body: 'Ask the users\nAsk the makers\n',
      headers: type,
    });
    const { undo, ...report } = (await imported.json()) as ImportReport;
    await server.restart();
    const summary = await (await on('/export/summary.md')).text();
    const body = JSON.stringify({ id: 'u1', name: 'undo.apply', args: { undo } });
    const json = { 'content-type': 'application/json' };
    const undoTwice = async () => (await on('/commands', { method: 'POST', body, headers: json })).json();
    const first = await undoTwice();
    await server.restart();
    const second = await undoTwice();
    const emptied = await (await on('/export/summary.md')).text();
    const ideas = (text: string) => text.split('\n').filter((line) => line.startsWith('- Ask'));
    expect([report, ideas(summary), first, second, ideas(emptied)]).toEqual([
      { created: 2, skipped: 0, problems: [] },
      ['- Ask the users', '- Ask the makers'],
      { ok: true, data: { removed: 2 } },
      { ok: true, data: { removed: 2 } },
      [],
    ]);
  });

  it('answers what is no HTTP in its own form, and goes on', async () => {
    const { connect } = await import('node:net');
    const said = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('hello?\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('utf8');
      });
      socket.on('close', () => resolve(text));
    });
    expect([said.split('\r\n')[0], said.split('\r\n\r\n')[1], (await ask('/healthz')).status]).toEqual([
      'HTTP/1.1 400 Bad Request',
      '{"error":{"code":"bad-request","message":"The request could not be understood."}}',
      200,
    ]);
  });
});
