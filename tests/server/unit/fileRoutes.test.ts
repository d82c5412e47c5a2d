// Files in and out, and commands: over HTTP, on a real room.

import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../../shared/board/limits.ts';
import { type BoardCreated, boardCreatedSchema, importReportSchema } from '../../../shared/protocol/api.ts';
import { type Ask, aServer, type Guest, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
let board: BoardCreated;
let editor: Guest;
beforeEach(async () => {
  server = await aServer();
  board = await server.createBoard('Ünïcode "plan" / 2026');
  editor = await server.join(board, { name: 'Ed' });
});
afterEach(() => server.close());

const on = (path: string, how: Ask = {}) =>
  server.ask(`/api/boards/${board.board.id}${path}`, { token: editor.token, ...how });
const bringIn = (body: string, options: { type?: string; query?: string; how?: Ask } = {}) =>
  on(`/import${options.query ?? ''}`, {
    body,
    headers: { 'content-type': options.type ?? 'text/csv' },
    ...options.how,
  });
const texts = async (how: Ask = {}) => {
  const { json } = await on('/export/board.json', how);
  return (json as { items: { text: string }[] }).items.map((item) => item.text).sort();
};
const command = (body: object, how: Ask = {}) => on('/commands', { body, ...how });
const code = (answer: { status: number; json: unknown }) => [
  answer.status,
  (answer.json as { error?: { code: string } }).error?.code,
];

describe('an import', () => {
  it('is rehearsed without writing anything, then done, then taken back as one step', async () => {
    const file = 'text\nFirst\nSecond\n';
    const rehearsal = v.parse(importReportSchema, (await bringIn(file, { query: '?dryRun=1' })).json);
    const before = await texts();
    const report = v.parse(importReportSchema, (await bringIn(file)).json);
    const there = await texts();
    const undone = await command({ id: 'u1', name: 'undo.apply', args: { undo: report.undo } });
    expect([
      rehearsal,
      before,
      { ...report, undo: typeof report.undo },
      there,
      undone.json,
      await texts(),
    ]).toEqual([
      {
        created: 2,
        skipped: 0,
        problems: [],
        undo: null,
        columns: [{ name: 'text', samples: ['First', 'Second'], guess: true }],
        ideas: ['First', 'Second'],
        kind: 'table',
        clusters: 0,
        preview: [{ text: 'First' }, { text: 'Second' }],
      },
      [],
      { created: 2, skipped: 0, problems: [], undo: 'string' },
      ['First', 'Second'],
      { ok: true, data: { removed: 2 } },
      [],
    ]);
  });

  it('takes plain text, and a board file, which comes back as it was', async () => {
    await bringIn('One\nTwo\n', { type: 'text/plain; charset=utf-8' });
    const { text } = await on('/export/board.json');
    const copy = await server.createBoard('Copy');
    const guest = await server.join(copy, { name: 'Ed' });
    const url = `/api/boards/${copy.board.id}`;
    const answer = await server.ask(`${url}/import`, {
      body: text,
      token: guest.token,
      headers: { 'content-type': 'application/json' },
    });
    const again = await server.ask(`${url}/export/board.json`, { token: guest.token });
    const items = (json: unknown) =>
      (json as { items: { author: unknown }[] }).items.map((item) => ({ ...item, author: null }));
    expect([answer.status, items(again.json)]).toEqual([200, items(JSON.parse(text))]);
  });

  it('above the limit of items is refused before anything is written', async () => {
    const lines = Array.from({ length: limits.itemsMax + 1 }, (_, i) => `Idea ${i}`).join('\n');
    const answers = [
      await bringIn(lines, { type: 'text/plain' }),
      await bringIn(`x${'y'.repeat(limits.importBytesMax)}`, { type: 'text/plain' }),
    ];
    expect([answers.map((answer) => answer.status), await texts()]).toEqual([[413, 413], []]);
  });

  it('of a file that cannot be taken is told by codes and values what is wrong with it, for every language', async () => {
    const newer = '{"format":"wallflower-board","version":9,"title":"","items":[]}';
    const refusals = [
      await bringIn(newer, { type: 'application/json' }),
      await bringIn('a,b\n1,2\n', { query: '?column=idea' }),
      await bringIn(`text\n${'Idea\n'.repeat(20_001)}`),
    ];
    expect(refusals.map(({ status, json }) => [status, (json as { error: object }).error])).toMatchObject([
      [400, { code: 'not-a-board', why: { code: 'newerBoard', values: {} } }],
      [400, { code: 'no-such-column', why: { code: 'noSuchColumn', values: { column: 'idea' } } }],
      [413, { code: 'too-many', why: { code: 'tooMany', values: { max: 20_000 } } }],
    ]);
  });

  it('is for those who may write: a viewer and a stranger are turned away before their file is read', async () => {
    const viewer = await server.join(board, { name: 'Vi', role: 'viewer' });
    const answers = [
      await bringIn('text\nA\n', { how: { token: viewer.token } }),
      await bringIn('text\nA\n', { how: { token: 'x.y.z' } }),
      await bringIn('x'.repeat(limits.importBytesMax + 1), { how: { token: 'x.y.z' } }),
      await bringIn('', {}),
    ];
    expect([answers.map(code), await texts()]).toEqual([
      [
        [403, 'forbidden'],
        [404, 'no-such-board'],
        [404, 'no-such-board'],
        [400, 'empty'],
      ],
      [],
    ]);
  });
});

describe('an export', () => {
  it('is a download with a name in any letters, and runs nothing', async () => {
    const answers = await Promise.all(
      ['summary.md', 'notes.csv', 'board.json'].map((format) => on(`/export/${format}`)),
    );
    const [{ headers }] = answers as [(typeof answers)[0]];
    expect({
      types: answers.map((answer) => [answer.status, answer.headers['content-type']]),
      name: headers['content-disposition'],
      policy: headers['content-security-policy'],
      sniff: headers['x-content-type-options'],
      stored: headers['cache-control'],
      unknown: code(await on('/export/summary.exe')),
    }).toEqual({
      types: [
        [200, 'text/markdown; charset=utf-8'],
        [200, 'text/csv; charset=utf-8'],
        [200, 'application/json; charset=utf-8'],
      ],
      name: `attachment; filename="Unicode plan 2026 - summary.md"; filename*=UTF-8''%C3%9Cn%C3%AFcode%20plan%202026%20-%20summary.md`,
      policy: "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      sniff: 'nosniff',
      stored: 'no-store',
      unknown: [404, 'no-such-format'],
    });
  });
});

describe('an export of a table', () => {
  it('has what was said of an idea and what is to be done about it, small board or large', async () => {
    const rows = async () => {
      const { text } = await on('/export/notes.csv');
      return text.split('\r\n').filter((row) => row.includes(',Tea,'));
    };
    await bringIn('text\nTea\n');
    const { items } = (await on('/export/board.json')).json as { items: { id: string }[] };
    const item = items[0]?.id;
    await command({ id: 'c1', name: 'comment.add', args: { item, text: 'Green?' } });
    const action = { text: 'Brew', item, owner: { name: 'Bo' }, due: '2026-12-01' };
    await command({ id: 'c2', name: 'actionItem.add', args: action });
    const small = await rows();
    await bringIn(`text\n${Array.from({ length: 301 }, (_, index) => `Other ${index}`).join('\n')}\n`);
    expect([small.map((row) => row.split(',').slice(10).join()), await rows()]).toEqual([
      [',,,,1,Bo,2026-12-01,open,'],
      small,
    ]);
  });
});

describe('a copy of a board', () => {
  it('has the same notes in a board of its own, under a name of its own', async () => {
    await bringIn('text,cluster\nA,Ideas\nB,Ideas\nC,\n');
    const answer = await on('/duplicate', { method: 'POST' });
    const copy = v.parse(boardCreatedSchema, answer.json);
    const guest = await server.join(copy, { name: 'Ed' });
    const { json } = await server.ask(`/api/boards/${copy.board.id}/export/board.json`, {
      token: guest.token,
    });
    const shape = (file: unknown) => {
      const { items } = file as { items: { id: string; text: string; parent: string | null }[] };
      return items.map((item) => [item.text, items.find(({ id }) => id === item.parent)?.text ?? null]);
    };
    const original = (await on('/export/board.json')).json;
    const ids = (file: unknown) => (file as { items: { id: string }[] }).items.map((item) => item.id);
    expect([
      answer.status,
      copy.board.title,
      shape(json),
      ids(json).some((id) => ids(original).includes(id)),
    ]).toEqual([201, 'Ünïcode "plan" / 2026 (2)', shape(original), false]);
  });
});

describe('a command', () => {
  const rename = (title: string, id = 'r1') => ({ id, name: 'board.rename', args: { title } });

  it('that nobody knows, is malformed or not allowed is refused by its own status', async () => {
    const viewer = await server.join(board, { name: 'Vi', role: 'viewer' });
    const answers = [
      await command({ id: '1', name: 'board.paint', args: {} }),
      await command({ id: '2', name: 'constructor', args: {} }),
      await command({ id: '3', name: 'undo.apply', args: { undo: 7 } }),
      await command({ id: '4', name: 'undo.apply', args: { undo: 'AAAA' } }),
      await command({ name: 'undo.apply', args: {} }),
      await command(rename('X')),
      await command({ id: '5', name: 'undo.apply', args: { undo: 'AAAA' } }, { token: viewer.token }),
    ];
    expect(answers.map(code)).toEqual([
      [400, 'unknown-command'],
      [400, 'unknown-command'],
      [400, 'bad-request'],
      [404, 'not-found'],
      [400, 'bad-request'],
      [403, 'forbidden'],
      [403, 'forbidden'],
    ]);
  });

  it('has one effect and one answer however often it is sent, at once or a day later', async () => {
    const { token } = await server.join(board, { name: 'Fay', role: 'facilitator' });
    const report = v.parse(importReportSchema, (await bringIn('text\nA\n')).json);
    const undo = { id: 'u', name: 'undo.apply', args: { undo: report.undo } };
    const together = await Promise.all([command(undo), command(undo), command(undo)]);
    await server.time.pass(23 * 60 * 60 * 1000);
    const later = await command(undo);
    const otherArgs = await command({ ...undo, args: { undo: 'BBBB' } });
    const otherPerson = await command(undo, { token });
    await server.commands.forgetOld();
    await server.time.pass(2 * 60 * 60 * 1000);
    await server.commands.forgetOld();
    const forgotten = await command(undo);
    expect([
      [...together, later].map((answer) => answer.json),
      code(otherArgs),
      otherPerson.json,
      forgotten.json,
    ]).toEqual([
      Array.from({ length: 4 }, () => ({ ok: true, data: { removed: 1 } })),
      [409, 'id-reused'],
      { ok: true, data: { removed: 0 } },
      { ok: true, data: { removed: 0 } },
    ]);
  });

  it('renames the board in the index and on the board', async () => {
    const { token } = await server.join(board, { name: 'Fay', role: 'facilitator' });
    const answer = await command(rename('  Better  '), { token });
    const { json } = await on('/export/board.json');
    expect([
      answer.json,
      (await server.boards.open(board.board.id))?.title,
      (json as { title: string }).title,
    ]).toEqual([{ ok: true }, 'Better', 'Better']);
  });

  it('gives somebody another role, at once', async () => {
    const { token } = await server.join(board, { name: 'Fay', role: 'facilitator' });
    const args = { participant: editor.participant.id, role: 'viewer' };
    const done = await command({ id: '1', name: 'role.set', args }, { token });
    const nobody = await command(
      { id: '2', name: 'role.set', args: { ...args, participant: 'zz' } },
      { token },
    );
    expect([done.json, code(nobody), code(await bringIn('text\nA\n'))]).toEqual([
      { ok: true },
      [404, 'not-found'],
      [403, 'forbidden'],
    ]);
  });

  it("cannot take back somebody else's import without steering the board", async () => {
    const report = v.parse(importReportSchema, (await bringIn('text\nA\n')).json);
    const other = await server.join(board, { name: 'Other' });
    const answer = await command(
      { id: 'u', name: 'undo.apply', args: { undo: report.undo } },
      { token: other.token },
    );
    expect([code(answer), await texts()]).toEqual([[403, 'forbidden'], ['A']]);
  });
});
