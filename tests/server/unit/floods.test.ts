// Whoever floods the server, asks without listening, or says what is nested without end: it costs a bounded amount of
// memory and nobody's connection but their own.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import { limits } from '../../../shared/board/limits.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { encode } from '../../../shared/protocol/messages.ts';
import { SimRoom } from '../../support/simRoom.ts';
import { aServer } from '../../support/testServer.ts';

const question = encode.command({ id: 'c1', name: 'nothing', args: {} });

/** Notes of about so many bytes, as one change. */
function largeUpdate(client: number, bytes: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  // Three bytes each.
  const text = '€'.repeat(limits.textCharsMax);
  const notes = Array.from({ length: Math.ceil(bytes / (3 * text.length)) }, (_, x) => ({
    kind: 'note' as const,
    x,
    y: 0,
    text,
  }));
  createItems(new Board(doc, seededRandom(client)), notes);
  return Y.encodeStateAsUpdate(doc);
}

describe('who asks without listening', () => {
  it('is sent away, whatever they ask for, and nobody else is', async () => {
    const world = new SimRoom();
    const [asker, joiner, other] = [
      await world.connect('asker', 'viewer', 'session'),
      await world.connect('joiner', 'viewer'),
      await world.connect('other', 'viewer', 'session'),
    ];
    asker.buffered = joiner.buffered = limits.bufferedBytesMax + 1;
    for (const wire of [asker, other]) wire.says(question);
    joiner.says(encode.step1(Uint8Array.of(0)));
    await world.time.pass(50);
    expect([asker.closedWith, joiner.closedWith, other.closedWith]).toEqual([4508, 4508, null]);
  });

  it('may take a while for a board that is itself larger than what anybody may be behind', async () => {
    const world = new SimRoom();
    const ada = await world.connect('ada');
    ada.says(encode.step2(largeUpdate(10, limits.bufferedBytesMax)));
    await world.time.pass(200);
    const [slow, stuck] = [await world.connect('slow', 'viewer'), await world.connect('stuck', 'viewer')];
    slow.buffered = limits.bufferedBytesMax + 1;
    stuck.buffered = 4 * limits.bufferedBytesMax;
    ada.says(encode.update(largeUpdate(99, 1)));
    await world.time.pass(100);
    expect([slow.closedWith, slow.heard('update').length, stuck.closedWith]).toEqual([null, 1, 4508]);
  });
});

describe('who never stops', () => {
  it.each([
    ['waving', encode.cursor(new Uint8Array(20))],
    ['asking', question],
    ['with nonsense', new Uint8Array(9).fill(255)],
  ])('%s is not read for a while', async (_, frame) => {
    const world = new SimRoom();
    const vic = await world.connect('vic', 'viewer', 'session');
    for (let i = 0; i < 6 * limits.docMessagesBurst; i++) vic.says(frame);
    const during = vic.paused;
    await world.time.pass(60_000);
    expect([during, vic.paused, vic.closedWith]).toEqual([1, 0, null]);
  });
});

describe('who sends more than the disk takes', () => {
  it('is not read on until what waits is written, and loses nothing of it', async () => {
    const world = new SimRoom();
    const ada = await world.connect('ada');
    for (let i = 0; i < 3; i++) ada.says(encode.step2(largeUpdate(10 + i, 1024 * 1024)));
    const during = ada.paused;
    await world.time.pass(200);
    expect([during, ada.paused, ada.heard('ack').at(-1)?.n, ada.heard('reject')]).toEqual([1, 0, 4, []]);
  });
});

describe('a command nested without end', () => {
  it('is refused like any other that makes no sense', async () => {
    const server = await aServer();
    const board = await server.createBoard();
    const { token } = await server.join(board, { name: 'Vic', role: 'viewer' });
    const depth = 20_000;
    const body = `{"id":"c1","name":"me.rename","args":{"name":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    const headers = { 'content-type': 'application/json' };
    const { status, json } = await server.ask(`/api/boards/${board.board.id}/commands`, {
      token,
      body,
      headers,
    });
    await server.close();
    expect([status, (json as { error: { code: string } }).error.code]).toEqual([400, 'bad-request']);
  });
});
