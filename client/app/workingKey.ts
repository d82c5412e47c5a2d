// The link that this browser keeps to come back with when its cookie is gone: it stays one that works when links are renewed.

import { roles } from '../../shared/board/roles.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import { keyInHash } from './address.ts';
import type { LocalStore } from './localStore.ts';

/** A kept key that none of the links has any more gives way to the one of this person's own role. */
export function keepWorkingKey(store: Pick<LocalStore, 'board' | 'changeBoard'>, info: BoardInfo): void {
  const { board, links, participant } = info;
  const kept = store.board(board.id)?.key;
  const keys = roles.map((role) => keyOf(links[role]));
  const own = keyOf(links[participant.role]);
  if (kept === undefined || own === null || keys.includes(kept)) return;
  store.changeBoard(board.id, { key: own });
}

function keyOf(link: string | undefined): string | null {
  return link !== undefined && URL.canParse(link) ? keyInHash(new URL(link).hash) : null;
}
