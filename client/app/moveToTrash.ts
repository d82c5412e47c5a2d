// Putting the open board away.

import { t } from '../text/catalogue.ts';
import { KnownBoards } from './home/knownBoards.ts';
import type { OpenBoard } from './openBoard.ts';
import type { Surroundings } from './surroundings.ts';
import { trashWithUndo } from './trashBoard.ts';

export async function moveToTrash(
  { api, store, memory, env }: Surroundings,
  board: OpenBoard,
  leave: () => void,
): Promise<void> {
  const title = board.session.title() ?? board.info.get().board.title;
  // First away from it, so that the server's goodbye to everybody does not look like trouble here.
  leave();
  const known = new KnownBoards({
    api,
    store,
    memory,
    now: env.clock.now,
    nobodysName: t('home.defaultName'),
  });
  await trashWithUndo(known, { id: board.id, title });
}
