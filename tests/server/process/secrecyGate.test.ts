// Somebody who knows the name of another person's private document, and asks the built server for it in every way there is.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type WebSocket from 'ws';
import * as Y from 'yjs';
import { addDraft, readDrafts } from '../../../shared/board/drafts.ts';
import { closeCode } from '../../../shared/protocol/api.ts';
import { encode } from '../../../shared/protocol/messages.ts';
import { createBoard, join, syncUrl } from '../../support/people.ts';
import { until } from '../../support/realPerson.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { StockBot } from '../../support/stockBot.ts';
import { openSocket } from './secrecyListener.ts';

let server: ServerProcess;
const bots: StockBot[] = [];
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  for (const bot of bots) bot.leave();
  await server.dispose();
});

/** Looks, writes and waits for the end: what came, and with which code it ended. */
async function asksFor(address: string, says: 'hello' | 'nothing', update: Uint8Array) {
  const frames: Buffer[] = [];
  let code = 0;
  const socket: WebSocket = openSocket(address, says, (frame) => void frames.push(frame));
  socket.on('open', () => {
    for (const message of [encode.update(update), encode.step2(update)]) socket.send(message);
  });
  socket.on('close', (it) => {
    code = it;
  });
  await until('it is closed', () => code !== 0);
  return [code, frames.length];
}

async function bot(doc: string, token: string): Promise<StockBot> {
  const one = new StockBot(server.url, doc, token);
  bots.push(one);
  await until('the document is there', () => one.provider.synced);
  return one;
}

const stateOf = ({ doc }: StockBot) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');

it('a private document is opened by nobody but its owner, whatever their role and way, and nothing in it changes', async () => {
  const created = await createBoard(server.url, 'Mine');
  const other = await createBoard(server.url, 'Theirs');
  const ada = await join(server.url, created, 'editor', 'Ada');
  const pen = await bot(ada.docs.personal, ada.token);
  addDraft(pen.doc, { id: 'mine', text: 'only mine', order: 1, nameless: true }, 'ada');
  pen.doc.getMap('votes').set('ballot/0', 'a');
  // A second device has it, so the server does.
  const device = await bot(ada.docs.personal, ada.token);
  await until(
    'both came to the other device',
    () => readDrafts(device.doc).length === 1 && device.doc.getMap('votes').size === 1,
  );
  const before = stateOf(device);

  // As whoever had seen the whole document would write.
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(pen.doc));
  forged.getMap('drafts').delete('mine');
  forged.getMap('votes').set('ballot/0', 'b');
  const update = Y.encodeStateAsUpdate(forged);
  const { personal } = ada.docs;
  const asked: Record<string, unknown> = {};
  for (const role of ['viewer', 'commenter', 'editor', 'facilitator'] as const) {
    const { token } = await join(server.url, created, role, `Mal, ${role}`);
    for (const says of ['hello', 'nothing'] as const)
      asked[`${role}, ${says}`] = await asksFor(syncUrl(server.url, personal, token), says, update);
  }
  const stranger = await join(server.url, other, 'facilitator', 'Mal');
  const { token } = await join(server.url, created, 'editor', 'Mal');
  for (const [how, doc, by] of [
    ['of another board', personal, stranger.token],
    ['under the name of another board', personal.replace(created.board.id, other.board.id), stranger.token],
    ['without a token', personal, ''],
    ['with a token of nobody', personal, `${token}x`],
    ['in other letters', encodeURIComponent(personal), token],
    ['behind a path of their own', `${personal}/../personal/${ada.participant.id}`, token],
    ['of the sheets that go round', personal.replace(ada.participant.id, '_rounds'), token],
  ] as const)
    asked[how] = (await asksFor(syncUrl(server.url, doc, by), 'hello', update))[1];
  const again = await bot(personal, ada.token);
  const closed = [closeCode.forbidden, 0];
  expect({ asked, after: [stateOf(device), stateOf(again)], ideas: readDrafts(again.doc).length }).toEqual({
    asked: {
      'viewer, hello': closed,
      'viewer, nothing': closed,
      'commenter, hello': closed,
      'commenter, nothing': closed,
      'editor, hello': closed,
      'editor, nothing': closed,
      'facilitator, hello': closed,
      'facilitator, nothing': closed,
      'of another board': 0,
      'under the name of another board': 0,
      'without a token': 0,
      'with a token of nobody': 0,
      'in other letters': 0,
      'behind a path of their own': 0,
      'of the sheets that go round': 0,
    },
    after: [before, before],
    ideas: 1,
  });
}, 60_000);
