// The end: everything anybody has seen is on disk, whoever was connected is told, and the process leaves with 0 in time.

import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Joined } from '../../../shared/protocol/api.ts';
import { createBoard, join, syncUrl } from '../../support/people.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(): Promise<ServerProcess> {
  const server = await startServer();
  cleanups.push(() => server.dispose());
  return server;
}

/** A stock client, as any script would use it. */
async function stockClient(server: ServerProcess, who: Joined): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, who.docs.canvas, doc, {
    params: { token: who.token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  provider.awareness.setLocalState(null);
  cleanups.push(() => provider.destroy());
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return doc;
}

function write(doc: Y.Doc, count: number): void {
  const items = doc.getMap('items');
  for (let i = 0; i < count; i++) {
    const note = new Y.Map<unknown>();
    note.set('k', 'note');
    note.set('p', [i * 10, 0]);
    note.set('t', new Y.Text(`Idea ${i}`));
    items.set(`note-${i}`, note);
  }
}

const sees = (doc: Y.Doc, count: number) =>
  new Promise<void>((resolve) => {
    const look = () => doc.getMap('items').size >= count && resolve();
    doc.on('update', look);
    look();
  });

describe('SIGTERM', () => {
  it('in the middle of a session loses nothing that anybody saw, says 1012, and ends with 0 within ten seconds', async () => {
    const server = await start();
    const board = await createBoard(server.url, 'Live');
    const [ann, bob] = await Promise.all(
      ['Ann', 'Bob'].map((name) => join(server.url, board, 'editor', name)),
    );
    if (!ann || !bob) throw new Error('nobody joined');
    const [hers, his] = [await stockClient(server, ann), await stockClient(server, bob)];
    const plain = new WebSocket(syncUrl(server.url, ann.docs.session, ann.token));
    const told = new Promise<number>((resolve) => plain.once('close', resolve));
    await new Promise((resolve) => plain.once('message', resolve));
    write(hers, 50);
    await sees(his, 50);
    const before = process.hrtime.bigint();
    const ending = await server.stop();
    const seconds = Number(process.hrtime.bigint() - before) / 1e9;
    const refused = await fetch(server.url).then(
      () => 'answered',
      () => 'nobody there',
    );
    await server.restart();
    const again = await stockClient(server, bob);
    expect({
      ending,
      inTime: seconds < 10,
      told: await told,
      refused,
      notes: again.getMap('items').size,
    }).toEqual({
      ending: { code: 0, signal: null },
      inTime: true,
      told: 1012,
      refused: 'nobody there',
      notes: 50,
    });
  });

  it('ends a server to which somebody holds an idle connection and a half-sent request', async () => {
    const server = await start();
    const { connect } = await import('node:net');
    for (const bytes of ['', 'POST /api/boards HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{']) {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => {});
      cleanups.push(() => socket.destroy());
      await new Promise<void>((resolve) => socket.once('connect', resolve));
      socket.write(bytes);
    }
    expect(await server.stop()).toEqual({ code: 0, signal: null });
  });
});

describe('SIGKILL', () => {
  it('loses nothing that anybody saw either', async () => {
    const server = await start();
    const board = await createBoard(server.url, 'Live');
    const [ann, bob] = await Promise.all(
      ['Ann', 'Bob'].map((name) => join(server.url, board, 'editor', name)),
    );
    if (!ann || !bob) throw new Error('nobody joined');
    const [hers, his] = [await stockClient(server, ann), await stockClient(server, bob)];
    write(hers, 30);
    await sees(his, 30);
    await server.kill();
    await server.restart();
    const again = await stockClient(server, ann);
    const me = await fetch(`${server.url}/api/boards/${board.board.id}`, {
      headers: { authorization: `Bearer ${ann.token}` },
    });
    expect([again.getMap('items').size, me.status]).toEqual([30, 200]);
  });
});
