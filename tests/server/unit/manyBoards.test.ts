// Many boards: what the holder of the workspace key sees and does, how a board ends for good, and what people call themselves.

import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import type { BoardId, ParticipantId } from '../../../shared/lib/ids.ts';
import { boardCreatedSchema, boardInfoSchema, boardListSchema } from '../../../shared/protocol/api.ts';
import { type Answer, aServer, type TestServer, workspaceKey } from '../../support/testServer.ts';

let server: TestServer;
const open = async (settings: Record<string, string> = {}) => {
  server = await aServer(settings);
  return server;
};
afterEach(() => server.close());

const code = (answer: Answer) => [
  answer.status,
  (answer.json as { error?: { code: string } } | undefined)?.error?.code,
];

describe('a board', () => {
  it('is renamed, copied, trashed, restored and erased with the workspace key, without joining it', async () => {
    const { ask, rooms, boards } = await open({ BOARD_CREATION: 'workspace' });
    const board = v.parse(
      boardCreatedSchema,
      (await ask('/api/boards', { body: { title: 'Plan' }, token: workspaceKey })).json,
    );
    const url = `/api/boards/${board.board.id}`;
    const by = { token: workspaceKey, method: 'POST', body: {} } as const;
    const story = [
      await ask(url, { ...by, method: 'PATCH', body: { title: 'Renamed' } }),
      await ask(`${url}/duplicate`, by),
      await ask(`${url}/erase`, by),
      await ask(url, { token: workspaceKey, method: 'DELETE' }),
      await ask(`${url}/duplicate`, by),
      await ask(url, { ...by, method: 'PATCH', body: { title: 'No' } }),
      await ask(`${url}/restore`, by),
      await ask(url, { token: workspaceKey, method: 'DELETE' }),
      await ask(`${url}/erase`, by),
      await ask(`${url}/restore`, by),
    ].map((answer) => answer.status);
    const left = (await boards.list()).map(({ title }) => title);
    expect([story, left, rooms.find(board.board.id as BoardId)]).toEqual([
      [200, 201, 409, 204, 404, 404, 200, 204, 204, 404],
      ['Renamed (2)'],
      undefined,
    ]);
  });

  it('is erased by its facilitators once it is in the trash, and by nobody else', async () => {
    const { ask, createBoard, join } = await open();
    const board = await createBoard();
    const url = `/api/boards/${board.board.id}`;
    const editor = await join(board, { name: 'Ed' });
    const { token } = await join(board, { name: 'Fay', role: 'facilitator' });
    const erase = (by: string) => ask(`${url}/erase`, { method: 'POST', token: by });
    const story = [await erase(editor.token), await erase(token)];
    await ask(url, { method: 'DELETE', token });
    story.push(await erase(editor.token), await erase(token), await erase(token));
    expect(story.map(code)).toEqual([
      [403, 'forbidden'],
      [409, 'not-in-trash'],
      [404, 'no-such-board'],
      [204, undefined],
      [404, 'no-such-board'],
    ]);
  });

  it('is listed with how many people joined and when its notes last changed', async () => {
    const { ask, createBoard, join, time, rooms, boards } = await open();
    const quiet = await createBoard('Quiet');
    await time.pass(5);
    const busy = await createBoard('Busy');
    await join(busy, { name: 'Ann' });
    const { token } = await join(busy, { name: 'Fay', role: 'facilitator' });
    const gus = await join(busy, { name: 'Gus' });
    await ask(`/api/boards/${busy.board.id}/commands`, {
      token,
      body: { id: '1', name: 'person.remove', args: { participant: gus.participant.id } },
    });
    const listed = async () =>
      v.parse(boardListSchema, (await ask('/api/boards', { token: workspaceKey })).json);
    const before = (await listed()).boards.map(({ people, changedAt }) => [people, changedAt]);
    const write = async () => {
      const record = await boards.open(busy.board.id);
      if (record === null) throw new Error('the board is there');
      const room = await rooms.open(record);
      await room.changes.addItems(gus.participant.id as ParticipantId, [
        { kind: 'note', x: 0, y: 0, text: 'one' },
      ]);
      return (await listed()).boards[1]?.changedAt ?? 0;
    };
    const first = await write();
    await time.pass(59_000);
    const sameMinute = await write();
    await time.pass(1_500);
    const nextMinute = await write();
    expect([before, first > 0, sameMinute - first, nextMinute > first, quiet.board.title]).toEqual([
      [
        [0, null],
        [2, null],
      ],
      true,
      0,
      true,
      'Quiet',
    ]);
  });
});

describe('a name', () => {
  it('is changed by its owner in whatever role, seen by everybody, and by a removed person not at all', async () => {
    const { ask, createBoard, join, rooms } = await open();
    const board = await createBoard();
    const url = `/api/boards/${board.board.id}`;
    const viewer = await join(board, { name: 'Vi', role: 'viewer' });
    const { token } = await join(board, { name: 'Fay', role: 'facilitator' });
    const rename = (id: string, args: object) =>
      ask(`${url}/commands`, { token: viewer.token, body: { id, name: 'me.rename', args } });
    const answers = [
      await rename('1', { name: '  Violet ' }),
      await rename('2', { name: '   ' }),
      await rename('3', { name: 'x'.repeat(200) }),
      await rename('4', { name: 'Other', participant: 'P' }),
    ];
    const reading = await rooms.find(board.board.id as BoardId)?.readBoard();
    const name = reading?.people.find(({ id }) => id === viewer.participant.id)?.name;
    const info = v.parse(boardInfoSchema, (await ask(url, { token: viewer.token })).json);
    await ask(`${url}/commands`, {
      token,
      body: { id: '5', name: 'person.remove', args: { participant: viewer.participant.id } },
    });
    answers.push(await rename('6', { name: 'Back' }));
    expect([answers.map(({ status }) => status), name, info.participant.name]).toEqual([
      [200, 400, 400, 400, 404],
      'Violet',
      'Violet',
    ]);
  });
});
