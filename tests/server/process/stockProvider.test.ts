// Any stock y-websocket client can take part: its note appears for people, and it is never made to come back.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { readItems } from '../../../shared/board/reader.ts';
import { createBoard, join } from '../../support/people.ts';
import { RealPerson, until } from '../../support/realPerson.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { StockBot } from '../../support/stockBot.ts';

let server: ServerProcess;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

it('a bot’s note appears for people, and the bot stays connected for two minutes without coming back', async () => {
  const created = await createBoard(server.url, 'Bots welcome');
  const ada = await RealPerson.arrives(server.url, created, 'editor', 'Ada');
  const { docs, token } = await join(server.url, created, 'editor', 'Bot');
  const bot = new StockBot(server.url, docs.canvas, token);
  await until('the bot is in step', () => bot.provider.synced);
  bot.writeNote('fromTheBot_1', 'hello from a script');
  await until('the note appears', () => ada.board.items.size === 1);
  // Real time: what is shown is that nothing happens in it.
  await new Promise((resolve) => setTimeout(resolve, 121_000));
  const texts = [...readItems(ada.doc).values()].map((item) => item.text);
  expect([texts, bot.statuses, ada.sockets.length]).toEqual([['hello from a script'], ['connected'], 1]);
  bot.leave();
  ada.leave();
}, 150_000);
