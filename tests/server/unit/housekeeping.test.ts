// What nobody asks for: boards leave the trash for good when their time is over, and only then.

import { describe, expect, it } from 'vitest';
import { Boards } from '../../../server/boards.ts';
import { cleanUp } from '../../../server/housekeeping.ts';
import { openLog } from '../../../server/log.ts';
import { Participants } from '../../../server/participants.ts';
import { memoryStorage } from '../../../server/storage/memoryStorage.ts';
import type { BoardId, ParticipantId } from '../../../shared/lib/ids.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

const dayMs = 24 * 60 * 60 * 1000;

async function aHouse() {
  const time = new VirtualTime();
  const env = virtualEnv(time, 1);
  const storage = memoryStorage();
  const boards = new Boards(storage, env);
  const participants = new Participants(storage);
  const closed: BoardId[] = [];
  const opened: BoardId[] = [];
  const rooms = {
    closeRoom: async (id: BoardId) => void closed.push(id),
    open: async ({ id }: { id: BoardId }) => void opened.push(id) as never,
  };
  const round = (retentionDays: number | null) =>
    cleanUp({
      boards,
      rooms,
      commands: { forgetOld: async () => {} },
      talk: { forgetOld: async () => {} },
      storage,
      env,
      log: openLog('silent'),
      retentionDays,
    });
  const joined = async (board: BoardId) =>
    participants.join({
      board,
      name: 'Ann',
      role: 'editor',
      lobby: false,
      person: 'hash',
      known: null,
      fresh: `p-${board}` as ParticipantId,
    });
  return { time, storage, boards, closed, opened, round, joined };
}

describe('the trash', () => {
  it('is emptied of what is older than RETENTION_DAYS, with everything that belonged to it', async () => {
    const { time, storage, boards, closed, round, joined } = await aHouse();
    const [old, young, used] = [
      await boards.create({ title: 'Old' }),
      await boards.create({ title: 'Young' }),
      await boards.create({ title: 'Used' }),
    ];
    for (const board of [old, young, used]) await joined(board.id);
    await storage.commit({
      appends: [
        {
          doc: `${old.id}/canvas`,
          expectedHead: 0,
          records: [{ time: 0, participant: 'p', kind: 'update', bytes: new Uint8Array(2) }],
        },
      ],
    });
    await boards.trash(old.id);
    await time.pass(20 * dayMs);
    await boards.trash(young.id);
    await time.pass(11 * dayMs);
    await round(30);
    const left = async (kind: string) =>
      (await storage.list([kind])).map(({ key, value }) => [...key, value].join(' '));
    expect({
      boards: (await boards.list()).map((board) => board.title),
      closed,
      codes: (await left('code')).length,
      people: await left('person'),
      participants: (await left('participant')).length,
      head: (await storage.load(`${old.id}/canvas`)).head,
    }).toEqual({
      boards: ['Young', 'Used'],
      closed: [old.id],
      codes: 2,
      people: [`person ${used.id} hash p-${used.id}`, `person ${young.id} hash p-${young.id}`].sort(),
      participants: 2,
      head: 0,
    });
  });

  it('keeps everything when no time was set', async () => {
    const { time, boards, round } = await aHouse();
    const board = await boards.create({ title: 'Kept' });
    await boards.trash(board.id);
    await time.pass(4_000 * dayMs);
    await round(null);
    expect((await boards.list()).map(({ title }) => title)).toEqual(['Kept']);
  });
});
