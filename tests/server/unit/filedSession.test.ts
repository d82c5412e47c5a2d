// A board made from a template, carried to another board as a file: what the template said is not taken for what people said.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import { aServer, type Guest, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => server.close());

const told = async (board: BoardCreated, by: Guest) => {
  const { text } = await server.ask(`/api/boards/${board.board.id}/export/summary.md?lang=en`, {
    token: by.token,
  });
  return text.slice(text.indexOf('## Ideas'), text.indexOf('## In figures'));
};

it.each([['an empty board'], ['a board that has these ids already']])(
  'prompts stay prompts on %s',
  async (where) => {
    const first = await server.createBoard('First');
    const ada = await server.join(first, { name: 'Ada', role: 'facilitator' });
    const on = `/api/boards/${first.board.id}`;
    await server.ask(`${on}/commands`, {
      body: { id: 't', name: 'template.apply', args: { template: 'swot', lang: 'en' } },
      token: ada.token,
    });
    const before = await told(first, ada);
    const { text } = await server.ask(`${on}/export/board.json`, { token: ada.token });
    const isEmpty = where === 'an empty board';
    const second = isEmpty ? await server.createBoard('Second') : first;
    const ben = isEmpty ? await server.join(second, { name: 'Ben' }) : ada;
    const { status } = await server.ask(`/api/boards/${second.board.id}/import`, {
      body: text,
      token: ben.token,
      headers: { 'content-type': 'application/json' },
    });
    expect([status, text.includes('"furniture": {"'), await told(second, ben)]).toEqual([200, true, before]);
  },
);
