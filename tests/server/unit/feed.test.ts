// The live feed of a board: who makes it, who reads it, what is in it, how long it lasts.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import { type Ask, aServer, type Guest, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
let board: BoardCreated;
let ada: Guest;
beforeEach(async () => {
  server = await aServer();
  board = await server.createBoard('What next?');
  ada = await server.join(board, { name: 'Ada', role: 'facilitator' });
});
afterEach(() => server.close());

let asked = 0;
const command = async (name: string, { as = ada, id = `c${asked++}`, args = {} } = {}) => {
  const url = `/api/boards/${board.board.id}/commands`;
  return (await server.ask(url, { body: { id, name, args }, token: as.token })).json as {
    ok?: boolean;
    data?: { token?: string; link?: object | null };
    error?: { code: string };
  };
};
const newLink = async () => String((await command('feed.create')).data?.token);
const read = (token: string, file = 'ideas.csv', how: Ask = {}) =>
  server.ask(`/feed/${token}/${file}`, { origin: null, ...how });
const bringIn = (text: string, on = board, by = ada) =>
  server.ask(`/api/boards/${on.board.id}/import`, {
    body: text,
    token: by.token,
    headers: { 'content-type': 'text/plain' },
  });

describe('a live feed', () => {
  it('is made, renewed and revoked by facilitators alone, and told to nobody twice', async () => {
    const codes: unknown[] = [];
    for (const role of ['editor', 'commenter', 'viewer'] as const) {
      const as = await server.join(board, { name: role, role });
      for (const name of ['feed.create', 'feed.revoke', 'feed.state'])
        codes.push((await command(name, { as })).error?.code);
    }
    const first = (await command('feed.create', { id: 'once' })).data?.token ?? '';
    const again = (await command('feed.create', { id: 'once' })).data?.token;
    const open = (await read(first)).status;
    const second = await newLink();
    const renewed = [(await read(first)).status, (await read(second)).status];
    await command('feed.revoke');
    const revoked = [(await read(second)).status, (await command('feed.state')).data];
    expect([new Set(codes), first.length, again, open, renewed, revoked]).toEqual([
      new Set(['forbidden']),
      12 + 1 + 43,
      null,
      200,
      [404, 200],
      [404, { link: null }],
    ]);
  });

  it('says every idea once, as a table that runs nothing, as text and as JSON', async () => {
    await bringIn('=1+1\nTea, "hot"\n');
    const token = await newLink();
    const csv = (await read(token)).text.replaceAll(/^\S{12}/gm, 'id');
    const md = (await read(token, 'ideas.md')).text;
    const json = (await read(token, 'ideas.json')).json as { ideas: { id: string }[] };
    expect([csv, md, { ...json, ideas: json.ideas.map((idea) => ({ ...idea, id: '' })) }]).toEqual([
      '\ufeffid,text,cluster,author,color,parked\r\nid,\'=1+1,,,yellow,\r\nid,"Tea, ""hot""",,,yellow,\r\n',
      '# What next?\n\n## Ideas\n\n- \\=1+1\n- Tea, "hot"\n',
      {
        format: 'wallflower-ideas',
        version: 1,
        title: 'What next?',
        ideas: ['=1+1', 'Tea, "hot"'].map((text) => ({
          id: '',
          text,
          author: null,
          cluster: [],
          color: 'yellow',
          parked: false,
        })),
      },
    ]);
  });

  it('asks for nothing but its address, is for no search engine, and its JSON for every page', async () => {
    const token = await newLink();
    const names = [
      'content-type',
      'cache-control',
      'x-robots-tag',
      'access-control-allow-origin',
      'set-cookie',
    ];
    const told = [];
    for (const file of ['ideas.csv', 'ideas.md', 'ideas.json']) {
      const { headers } = await read(token, file, { headers: { origin: 'https://elsewhere.test' } });
      told.push(names.map((name) => headers[name]));
    }
    const cached = 'private, max-age=10, must-revalidate';
    const robots = 'noindex, nofollow, noarchive';
    expect(told).toEqual([
      ['text/csv; charset=utf-8', cached, robots, undefined, undefined],
      ['text/markdown; charset=utf-8', cached, robots, undefined, undefined],
      ['application/json; charset=utf-8', cached, robots, '*', undefined],
    ]);
  });

  it('is not sent again to who has it, until an idea comes', async () => {
    const token = await newLink();
    await bringIn('One\n');
    const first = await read(token);
    const tag = String(first.headers.etag);
    const ask = () => read(token, 'ideas.csv', { headers: { 'if-none-match': `"other", W/${tag}` } });
    const same = await ask();
    await bringIn('Two\n');
    const changed = await ask();
    expect([first.status, [same.status, same.text, same.headers.etag], changed.status]).toEqual([
      200,
      [304, '', tag],
      200,
    ]);
  });

  it('answers one question a second, and whoever tries addresses hears less and less', async () => {
    const token = await newLink();
    const some = async (address: string, count: number, from: string) => {
      const statuses: number[] = [];
      for (let i = 0; i < count; i++) statuses.push((await read(address, 'ideas.csv', { from })).status);
      return statuses;
    };
    const often = await some(token, 6, '10.0.0.1');
    await server.time.pass(1_000);
    const later = await some(token, 2, '10.0.0.1');
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const guesses = await some(wrong, 31, '10.0.0.2');
    expect([often, later, guesses.slice(-2), new Set(guesses.slice(0, 30))]).toEqual([
      [200, 200, 200, 200, 200, 429],
      [200, 429],
      [404, 429],
      new Set([404]),
    ]);
  });

  it('says when it was last read, to the minute', async () => {
    const token = await newLink();
    const before = (await command('feed.state')).data?.link as { usedAt: unknown };
    await read(token);
    const link = (await command('feed.state')).data?.link as { ending: string; usedAt: number };
    const { ending, usedAt } = link;
    expect([before.usedAt, ending, usedAt % 60_000, usedAt > 0]).toEqual([null, token.slice(-4), 0, true]);
  });

  it('ends with the board, and not with a link to the board', async () => {
    const token = await newLink();
    await server.ask(`/api/boards/${board.board.id}/links/rotate`, {
      body: { role: 'viewer' },
      token: ada.token,
    });
    const rotated = (await read(token)).status;
    await server.ask(`/api/boards/${board.board.id}`, { method: 'DELETE', token: ada.token });
    const inTrash = (await read(token)).status;
    expect([rotated, inTrash]).toEqual([200, 404]);
  });
});
