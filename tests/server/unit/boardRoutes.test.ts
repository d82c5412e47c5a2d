// Boards over HTTP: who sees what, who may what, and that a closed door looks like no door.

import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import {
  boardCreatedSchema,
  boardInfoSchema,
  boardListSchema,
  codeFoundSchema,
  type Joined,
  joinedSchema,
  linksSchema,
} from '../../../shared/protocol/api.ts';
import { aServer, origin, type TestServer, workspaceKey } from '../../support/testServer.ts';

let server: TestServer;
const open = async (settings: Record<string, string> = {}, options = {}) => {
  server = await aServer(settings, options);
  return server;
};
afterEach(() => server.close());

const code = (answer: { status: number; json: unknown }) => [
  answer.status,
  (answer.json as { error?: { code: string } }).error?.code,
];

describe('making a board', () => {
  it('answers with four keys of 132 bits, their links, and a code', async () => {
    const { ask } = await open();
    const answer = await ask('/api/boards', { body: { title: '  What next?  ' } });
    const made = v.parse(boardCreatedSchema, answer.json);
    const keys = Object.values(made.keys);
    expect({
      status: answer.status,
      title: made.board.title,
      distinct: new Set(keys).size,
      lengths: keys.map((key) => key.length),
      link: made.links.viewer,
      code: /^[0-9A-HJKMNP-TV-Z]{8}$/.test(made.code),
      stored: answer.headers['cache-control'],
    }).toEqual({
      status: 201,
      title: 'What next?',
      distinct: 4,
      lengths: [22, 22, 22, 22],
      link: `${origin}/b/${made.board.id}#${made.keys.viewer}`,
      code: true,
      stored: 'no-store',
    });
  });

  it('says which part of the request is wrong, in the one form of all errors', async () => {
    const { ask } = await open();
    const answers = await Promise.all([
      ask('/api/boards', { body: {} }),
      ask('/api/boards', { body: { title: '   ' } }),
      ask('/api/boards', { body: '{"title":', headers: { 'content-type': 'application/json' } }),
      ask('/api/boards', { body: 'title=x', headers: { 'content-type': 'text/plain' } }),
      ask('/api/boards', { body: { title: 'x'.repeat(200_000) } }),
      ask('/api/nothing', {}),
      ask('/%', {}),
    ]);
    expect(answers.map(code)).toEqual([
      [400, 'bad-request'],
      [400, 'bad-request'],
      [400, 'bad-request'],
      [415, 'unsupported-type'],
      [413, 'too-large'],
      [404, 'not-found'],
      [400, 'bad-request'],
    ]);
  });

  it('needs the workspace key where only its holders may, and is limited by address where all may', async () => {
    const { ask } = await open({ BOARD_CREATION: 'workspace' });
    const body = { title: 'Plan' };
    const answers = [
      await ask('/api/boards', { body }),
      await ask('/api/boards', { body, token: 'wrong' }),
      await ask('/api/boards', { body, token: workspaceKey, origin: null }),
    ];
    const all = await aServer();
    const statuses = new Map<number, number>();
    for (let i = 0; i < 70; i++) {
      const { status } = await all.ask('/api/boards', { body });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    const elsewhere = await all.ask('/api/boards', { body, from: '10.2.2.2' });
    await all.close();
    expect([answers.map((answer) => answer.status), [...statuses], elsewhere.status]).toEqual([
      [401, 401, 201],
      [
        [201, 60],
        [429, 10],
      ],
      201,
    ]);
  });
});

describe('joining', () => {
  it('gives a participant, a token, four documents and a cookie that scripts cannot read', async () => {
    const { ask, createBoard } = await open();
    const board = await createBoard();
    const answer = await ask(`/api/boards/${board.board.id}/join`, {
      body: { key: board.keys.editor, name: ' Ann ' },
    });
    const { participant, docs } = v.parse(joinedSchema, answer.json);
    const { id } = board.board;
    expect({
      status: answer.status,
      participant: { ...participant, id: participant.id.length },
      docs,
      cookie: String(answer.headers['set-cookie']).replace(/=[\w-]{22};/, '=secret;'),
    }).toEqual({
      status: 200,
      participant: { id: 12, name: 'Ann', role: 'editor' },
      docs: {
        canvas: `b/${id}/1/canvas`,
        session: `b/${id}/1/session`,
        talk: `b/${id}/1/talk`,
        personal: `b/${id}/1/personal/${participant.id}`,
      },
      cookie: 'wallflower_guest=secret; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax',
    });
  });

  it('sets a Secure cookie for its own path under https', async () => {
    const { ask } = await open({ PUBLIC_URL: 'https://example.org/team' });
    const answer = await ask('/team/api/boards', { body: { title: 'x' }, origin: 'https://example.org' });
    const board = v.parse(boardCreatedSchema, answer.json);
    const joined = await ask(`/team/api/boards/${board.board.id}/join`, {
      body: { key: board.keys.viewer, name: 'Bo' },
      origin: 'https://example.org',
    });
    expect([
      board.links.viewer,
      String(joined.headers['set-cookie']).replace(/=[\w-]{22};/, '=secret;'),
    ]).toEqual([
      `https://example.org/team/b/${board.board.id}#${board.keys.viewer}`,
      'wallflower_guest=secret; Max-Age=34560000; Path=/team; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it('again, by cookie or token, is the same participant with the higher role and the new name', async () => {
    const { createBoard, join } = await open();
    const board = await createBoard();
    const first = await join(board, { name: 'Ann', role: 'commenter' });
    const higher = await join(board, { name: 'Ann B.', role: 'facilitator' }, { cookie: first.cookie });
    const lower = await join(board, { name: 'Ann C.', role: 'viewer' }, { token: first.token });
    const other = await join(board, { name: 'Ann', role: 'viewer' });
    const { id } = first.participant;
    expect([higher.participant, lower.participant, other.participant.id === id]).toEqual([
      { id, name: 'Ann B.', role: 'facilitator' },
      { id, name: 'Ann C.', role: 'facilitator' },
      false,
    ]);
  });

  it('lets hundreds of people in at once from one address', async () => {
    const { createBoard, ask } = await open();
    const board = await createBoard();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        ask(`/api/boards/${board.board.id}/join`, { body: { key: board.keys.editor, name: `Guest ${i}` } }),
      ),
    );
    const people = new Set(answers.map((answer) => (answer.json as Joined).participant.id));
    expect([new Set(answers.map((answer) => answer.status)), people.size]).toEqual([new Set([200]), 300]);
  });

  it('keeps a removed person out, whatever link they hold', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const url = `/api/boards/${board.board.id}`;
    const facilitator = await join(board, { name: 'Fay', role: 'facilitator' });
    const guest = await join(board, { name: 'Gus' });
    const remove = (participant: string, id: string) =>
      ask(`${url}/commands`, {
        token: facilitator.token,
        body: { id, name: 'person.remove', args: { participant } },
      });
    const answers = [
      await remove(facilitator.participant.id, 'c1'),
      await remove(guest.participant.id, 'c2'),
      await ask(url, { token: guest.token }),
      await ask(`${url}/join`, { cookie: guest.cookie, body: { key: board.keys.facilitator, name: 'Gus' } }),
    ];
    expect(answers.map(code)).toEqual([
      [409, 'yourself'],
      [200, undefined],
      [404, 'no-such-board'],
      [403, 'removed'],
    ]);
  });
});

describe('a removal that is taken back', () => {
  it('lets the same person in again with a link, in the role they had', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const url = `/api/boards/${board.board.id}`;
    const facilitator = await join(board, { name: 'Fay', role: 'facilitator' });
    const guest = await join(board, { name: 'Gus' });
    const run = (name: string, id: string, token: string) =>
      ask(`${url}/commands`, { token, body: { id, name, args: { participant: guest.participant.id } } });
    const comeIn = () =>
      ask(`${url}/join`, { cookie: guest.cookie, body: { key: board.keys.viewer, name: 'Gus' } });
    await run('person.remove', 'c1', facilitator.token);
    const out = await comeIn();
    const readmitted = await run('person.readmit', 'c2', facilitator.token);
    const back = await comeIn();
    const { participant } = back.json as Joined;
    expect([code(out), code(readmitted), code(back), participant]).toEqual([
      [403, 'removed'],
      [200, undefined],
      [200, undefined],
      guest.participant,
    ]);
  });
});

describe('a closed door', () => {
  it('looks the same for no board, a strange board, a wrong key and a board in the trash', async () => {
    const { ask, createBoard, join } = await open();
    const mine = await createBoard();
    const theirs = await createBoard();
    const trashed = await createBoard();
    const me = await join(mine, { name: 'Me', role: 'facilitator' });
    const owner = await join(trashed, { name: 'O', role: 'facilitator' });
    await ask(`/api/boards/${trashed.board.id}`, { method: 'DELETE', token: owner.token, origin: null });
    const key = mine.keys.facilitator;
    const answers = await Promise.all(
      [theirs.board.id, trashed.board.id, 'AAAAAAAAAAAA', '..%2f', '%00'].flatMap((id) => [
        ask(`/api/boards/${id}`, { token: me.token }),
        ask(`/api/boards/${id}`, { cookie: me.cookie }),
        ask(`/api/boards/${id}`),
        ask(`/api/boards/${id}/join`, { body: { key, name: 'Me' } }),
        ask(`/api/boards/${id}/export/board.json`, { token: me.token }),
        ask(`/api/boards/${id}/restore`, { method: 'POST', token: me.token }),
      ]),
    );
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`))).toEqual(
      new Set([
        '404 {"error":{"code":"no-such-board","message":"There is no such board, or you have not joined it."}}',
      ]),
    );
  });

  it('opens for nobody who changes things from another site', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const me = await join(board, { name: 'Me', role: 'facilitator' });
    const patch = (how: object) =>
      ask(`/api/boards/${board.board.id}`, { method: 'PATCH', body: { title: 'New' }, ...how });
    const answers = await Promise.all([
      patch({ cookie: me.cookie }),
      patch({ cookie: me.cookie, origin: 'http://evil.test' }),
      patch({ cookie: me.cookie, origin: null }),
      patch({ cookie: me.cookie, origin: 'null' }),
      patch({ cookie: me.cookie, token: me.token, origin: null }),
      patch({ token: me.token, origin: null }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 403, 403, 403, 403, 200]);
  });
});

describe('a board', () => {
  it('tells each role the links it may hand on, and editors the code', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const told = async (role: 'viewer' | 'commenter' | 'editor' | 'facilitator') => {
      const { token } = await join(board, { name: role, role });
      const info = v.parse(boardInfoSchema, (await ask(`/api/boards/${board.board.id}`, { token })).json);
      return [info.participant.role, Object.keys(info.links).sort(), info.code === board.code, info.reach];
    };
    expect([
      await told('viewer'),
      await told('commenter'),
      await told('editor'),
      await told('facilitator'),
    ]).toEqual([
      ['viewer', ['viewer'], false, 'network'],
      ['commenter', ['commenter', 'viewer'], false, 'network'],
      ['editor', ['commenter', 'editor', 'viewer'], true, 'network'],
      ['facilitator', ['commenter', 'editor', 'facilitator', 'viewer'], true, 'network'],
    ]);
  });

  it('is renamed, trashed, restored and given new links by its facilitators alone', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const url = `/api/boards/${board.board.id}`;
    const editor = await join(board, { name: 'Ed' });
    const facilitator = await join(board, { name: 'Fay', role: 'facilitator' });
    const calls = [
      { at: '', method: 'PATCH', body: { title: 'Renamed' } },
      { at: '/links/rotate', method: 'POST', body: { role: 'editor' } },
      { at: '', method: 'DELETE' },
      { at: '/restore', method: 'POST' },
    ] as const;
    const statuses = async (token: string) => {
      const all: number[] = [];
      for (const { at, ...call } of calls) all.push((await ask(`${url}${at}`, { ...call, token })).status);
      return all;
    };
    expect([await statuses(editor.token), await statuses(facilitator.token)]).toEqual([
      [403, 403, 403, 403],
      [200, 200, 204, 200],
    ]);
    const info = v.parse(boardInfoSchema, (await ask(url, { token: editor.token })).json);
    expect(info.board.title).toBe('Renamed');
  });

  it('in the trash is closed to its own people, until a facilitator or the workspace key brings it back', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const url = `/api/boards/${board.board.id}`;
    const { token } = await join(board, { name: 'Fay', role: 'facilitator' });
    const editor = await join(board, { name: 'Ed' });
    const trash = { method: 'DELETE', token } as const;
    const look = async () => (await ask(url, { token })).status;
    const restore = async (by: string) => (await ask(`${url}/restore`, { method: 'POST', token: by })).status;
    const story = [(await ask(url, trash)).status, await look(), await restore(editor.token)];
    story.push(await restore(token), await look());
    story.push((await ask(url, trash)).status, await restore(workspaceKey), await look());
    expect(story).toEqual([204, 410, 404, 200, 200, 204, 200, 200]);
  });

  it('stops old links, and the old code with the editor link, when they are rotated', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const url = `/api/boards/${board.board.id}`;
    const { token } = await join(board, { name: 'Fay', role: 'facilitator' });
    const rotated = await ask(`${url}/links/rotate`, { token, body: { role: 'editor' } });
    const links = v.parse(linksSchema, rotated.json);
    const newKey = links.links.editor.split('#')[1] ?? '';
    const answers = [
      await ask(`${url}/join`, { body: { key: board.keys.editor, name: 'Old' } }),
      await ask(`${url}/join`, { body: { key: newKey, name: 'New' } }),
      await ask(`${url}/join`, { body: { key: board.keys.viewer, name: 'Viewer' } }),
      await ask(`/api/codes/${board.code}`),
      await ask(`/api/codes/${links.code}`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 200, 200, 404, 200]);
  });

  it('is listed with its links for the holder of the workspace key, the trash included', async () => {
    const { ask, createBoard, join, time } = await open();
    const first = await createBoard('First');
    await time.pass(5);
    const second = await createBoard('Second');
    const { token } = await join(first, { name: 'Fay', role: 'facilitator' });
    await ask(`/api/boards/${first.board.id}`, { method: 'DELETE', token });
    const { boards } = v.parse(boardListSchema, (await ask('/api/boards', { token: workspaceKey })).json);
    const strangers = [await ask('/api/boards'), await ask('/api/boards', { token })];
    expect([
      boards.map(({ title, deletedAt, links }) => [title, deletedAt !== null, links.viewer]),
      strangers.map((answer) => answer.status),
    ]).toEqual([
      [
        ['First', true, first.links.viewer],
        ['Second', false, second.links.viewer],
      ],
      [401, 401],
    ]);
  });
});

describe('a short code', () => {
  it('opens what the editor link opens, however it is typed', async () => {
    const { ask, createBoard } = await open();
    const board = await createBoard();
    const typed = `${board.code.slice(0, 4).toLowerCase()}-${board.code.slice(4)}`;
    const found = v.parse(codeFoundSchema, (await ask(`/api/codes/${typed}`)).json);
    expect(found).toEqual({ board: board.board.id, key: board.keys.editor });
  });

  it('cannot be guessed for long: ten wrong ones close the door, right ones never do', async () => {
    const { ask, createBoard, time } = await open();
    const board = await createBoard();
    const wrong = (from: string) => ask('/api/codes/ZZZZZZZZ', { from });
    const story: number[] = [];
    for (let i = 0; i < 200; i++) story.push((await ask(`/api/codes/${board.code}`)).status);
    for (let i = 0; i < 12; i++) story.push((await wrong('10.1.1.1')).status);
    const after = [
      (await ask(`/api/codes/${board.code}`)).status,
      (await ask(`/api/codes/${board.code}`, { from: '10.3.3.3' })).status,
    ];
    await time.pass(6_000);
    after.push((await ask(`/api/codes/${board.code}`)).status);
    expect([new Set(story.slice(0, 200)), story.slice(200), after]).toEqual([
      new Set([200]),
      [...Array.from({ length: 10 }, () => 404), 429, 429],
      [429, 200, 200],
    ]);
  });

  it('cannot be guessed from many addresses either', async () => {
    const { ask } = await open({}, { stillClock: true });
    const statuses = new Map<number, number>();
    for (let i = 0; i < 150; i++) {
      const { status } = await ask('/api/codes/ZZZZZZZZ', { from: `10.5.${i}.1` });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [404, 100],
      [429, 50],
    ]);
  });
});
