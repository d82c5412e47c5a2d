// What must not leave the running server, and what must not get into it.

import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { limits } from '../../../shared/board/limits.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import { createBoard, join, syncUrl } from '../../support/people.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';

let server: ServerProcess;
let board: BoardCreated;
let me: Joined;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'trace' } });
  board = await createBoard(server.url, 'Secrets');
  me = await join(server.url, board, 'facilitator', 'Me');
});
afterAll(() => server.dispose());

const closeOf = (socket: WebSocket) =>
  new Promise<number>((resolve) => {
    socket.on('error', () => {});
    socket.once('close', resolve);
  });

describe('the log', () => {
  it('holds no key, token, code or cookie, whatever is asked and however it fails', async () => {
    const { id } = board.board;
    const cookie = 'wallflower_guest=AAAAAAAAAAAAAAAAAAAAAA';
    const json = { 'content-type': 'application/json', origin: server.url };
    await Promise.all([
      fetch(`${server.url}/api/boards/${id}?token=${me.token}`),
      fetch(`${server.url}/api/codes/${board.code}`),
      fetch(`${server.url}/api/%63odes/${board.code}`),
      // Programs that pass links on write "#" in this way.
      fetch(`${server.url}/b/${id}%23${board.keys.viewer}`),
      fetch(`${server.url}/sync/${me.token}`),
      fetch(`${server.url}/api/boards/${id}/join`, {
        method: 'POST',
        headers: json,
        body: `{"key":"${board.keys.editor}`,
      }),
      fetch(`${server.url}/api/boards/${id}/join`, {
        method: 'POST',
        headers: json,
        body: `{"key":"${board.keys.editor}"}`,
      }),
      fetch(`${server.url}/api/boards/${id}`, { headers: { authorization: `Bearer ${me.token}`, cookie } }),
      closeOf(new WebSocket(syncUrl(server.url, 'no/such/doc', me.token))),
    ]);
    const { workspaceKey, tokenSecret } = JSON.parse(
      await readFile(path.join(server.dataDir, 'secrets.json'), 'utf8'),
    ) as Record<string, string>;
    const { out, err } = server.output();
    const secrets = [
      ...Object.values(board.keys),
      me.token,
      board.code,
      workspaceKey,
      tokenSecret,
      'AAAAAAAAAAAAAAAAAAAAAA',
    ];
    expect([
      err.includes(`/api/boards/${id}`),
      secrets.filter((one) => one && (out + err).includes(one)),
    ]).toEqual([true, []]);
  });
});

describe('the data folder', () => {
  it('is for the server alone', async () => {
    const modes = await Promise.all(
      ['.', ...(await readdir(server.dataDir))].map(
        async (name) => (await stat(path.join(server.dataDir, name))).mode & 0o077,
      ),
    );
    expect(new Set(modes)).toEqual(new Set([0]));
  });
});

describe('a frame larger than any step 2', () => {
  it('is refused at its header, without its bytes ever being held', async () => {
    const bystander = new WebSocket(syncUrl(server.url, me.docs.canvas, me.token));
    await new Promise((resolve) => bystander.once('message', resolve));
    const before = await residentMegabytes(server.pid);
    const socket = new WebSocket(syncUrl(server.url, me.docs.canvas, me.token));
    const closed = closeOf(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(new Uint8Array(64 * 1024 * 1024));
    const code = await closed;
    const grown = (await residentMegabytes(server.pid)) - before;
    const state = bystander.readyState;
    bystander.terminate();
    expect([code, grown < 8, state]).toEqual([4413, true, WebSocket.OPEN]);
  });
});

describe('an import larger than the limit', () => {
  it('is refused with 413, and the server goes on', async () => {
    const answer = await fetch(`${server.url}/api/boards/${board.board.id}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${me.token}`, 'content-type': 'text/plain' },
      body: 'x'.repeat(limits.importBytesMax + 1),
    }).then(
      (response) => response.status,
      () => 413,
    );
    expect([answer, (await fetch(`${server.url}/healthz`)).status]).toEqual([413, 200]);
  });
});

function residentMegabytes(pid: number): Promise<number> {
  return new Promise((resolve, reject) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, out) =>
      error ? reject(error) : resolve(Number(out.trim()) / 1024),
    );
  });
}
