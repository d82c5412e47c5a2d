// The crowd of the demonstration, on a real server: as many as it promises come in by the link, and are at work.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBoard } from '../../support/people.ts';
import { RealPerson, until } from '../../support/realPerson.ts';
import { type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { joinCrowd } from '../../tools/crowd.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

it('thirty made-up people come in and write, and whoever looks on sees their ideas', async () => {
  const created = await createBoard(server.url, 'A full room');
  const eve = await RealPerson.arrives(server.url, created, 'viewer', 'Eve');
  const crowd = await joinCrowd({ link: created.links.editor, people: 30, seed: 1 });
  const ideas = () => [...eve.board.items.values()].filter(({ text }) => text.trim() !== '');
  await until('there are thirty ideas', () => ideas().length >= 30, 40_000);
  const kinds = new Set(ideas().map(({ kind }) => kind));
  crowd.leave();
  eve.leave();
  expect([kinds.has('note'), eve.closes, eve.rejects]).toEqual([true, [], []]);
});
