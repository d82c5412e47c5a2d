// What nobody asks for and must happen anyway: boards that were long enough in the trash go, remembered answers
// and removed comments expire, what was revealed is erased where a crash came between.

import type { Cancel, Env } from '../shared/lib/env.ts';
import { closeCode } from '../shared/protocol/api.ts';
import type { Boards } from './boards.ts';
import type { Commands } from './commands.ts';
import type { CoreLog } from './core.ts';
import type { TalkCommands } from './features/talk.ts';
import type { Rooms } from './rooms.ts';
import type { Storage } from './storage/storage.ts';

const everyMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

export interface HousekeepingDeps {
  readonly boards: Boards;
  readonly rooms: Pick<Rooms, 'closeRoom' | 'open'>;
  readonly commands: Pick<Commands, 'forgetOld'>;
  readonly talk: Pick<TalkCommands, 'forgetOld'>;
  readonly storage: Pick<Storage, 'list'>;
  readonly env: Env;
  readonly log: CoreLog;
  /** null keeps the trash for ever. */
  readonly retentionDays: number | null;
}

/** Cleans now and every hour, until the returned function is called. */
export function keepHouse(deps: HousekeepingDeps): Cancel {
  let isOver = false;
  let cancel: Cancel = () => {};
  const round = async () => {
    try {
      await cleanUp(deps);
    } catch (error) {
      deps.log.error({ error: String(error) }, 'cleaning up failed');
    }
    if (!isOver) cancel = deps.env.scheduler.after(everyMs, () => void round());
  };
  void round();
  return () => {
    isOver = true;
    cancel();
  };
}

/** A room that is open erases on its own what was revealed: so it is enough to open those where something is left. */
async function finishErasures({ storage, boards, rooms, log }: HousekeepingDeps): Promise<void> {
  const ids = new Set((await storage.list(['erase'])).map(({ key }) => key[1]));
  for (const id of ids) {
    const board = id === undefined ? null : await boards.find(id);
    if (board === null) continue;
    await rooms.open(board).catch((error: unknown) => {
      log.error({ board: board.id, error: String(error) }, 'what was revealed here is not erased yet');
    });
  }
}

/** Everything once; done again it changes nothing. */
export async function cleanUp(deps: HousekeepingDeps): Promise<void> {
  await deps.commands.forgetOld();
  await deps.talk.forgetOld();
  await finishErasures(deps);
  if (deps.retentionDays === null) return;
  const before = deps.env.clock.now() - deps.retentionDays * dayMs;
  for (const { id, deletedAt } of await deps.boards.list()) {
    if (deletedAt === null || deletedAt > before) continue;
    await deps.rooms.closeRoom(id, closeCode.noSuchDoc, 'removed for good');
    await deps.boards.erase(id);
    deps.log.info({ board: id }, 'a board was removed for good after its time in the trash');
  }
}
