// Which changes of the board may be seen to happen: things put in order, by me or by somebody else, whose way is worth
// following with the eyes. What a hand has carried there has been seen already. Decides; remembers nothing.

import type { BoardChange } from '../../shared/board/board.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';

/** Where things were that went elsewhere without a hand on them. */
export type Left = ReadonlyMap<ItemId, Box>;

const orderly = new Set(['moveEach', 'undo', 'redo']);

/** A peer's deed comes without its name: several things at once may be one. */
export function mayArrange({ verb, source, ids }: BoardChange): boolean {
  return verb === null ? source === 'peer' && ids.size > 1 : orderly.has(verb);
}

/** A peer's things that all went the same way were carried, by hand or by keys: they are simply there. */
export function wasArranged(left: Left, placeOf: (id: ItemId) => Box | undefined): boolean {
  const ways = new Set<string>();
  for (const [id, from] of left) {
    const to = placeOf(id);
    if (to) ways.add(`${to.x - from.x} ${to.y - from.y}`);
    if (ways.size > 1) return true;
  }
  return false;
}
