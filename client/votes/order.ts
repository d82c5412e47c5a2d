// In which order somebody is shown what may be voted for: what stands first is chosen more often, so everybody has another
// order, the same each time for one; and where it is known, what was seen least comes first.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import type { ItemId } from '../../shared/lib/ids.ts';

type Ordered = Pick<Ballot, 'id' | 'options'>;

export function inMyOrder(ballot: Ordered, me: string): readonly ItemId[] {
  return ballot.options
    .map((id) => ({ id, key: hashOf(`${ballot.id} ${me} ${id}`) }))
    .sort((a, b) => a.key - b.key)
    .map(({ id }) => id);
}

/** What I have seen goes to the end; of the rest, what others saw least goes first. `levels`: by place among the options. */
export function leastSeenFirst(
  ballot: Ordered,
  me: string,
  known: { readonly seen: ReadonlySet<number>; readonly levels: readonly number[] | null },
): readonly ItemId[] {
  const place = new Map(ballot.options.map((id, index) => [id, index]));
  const rank = (id: ItemId) => {
    const index = place.get(id) ?? 0;
    return (known.seen.has(index) ? 100 : 0) + (known.levels?.[index] ?? 0);
  };
  return [...inMyOrder(ballot, me)].sort((a, b) => rank(a) - rank(b));
}

/** FNV-1a: small, and mixed enough to shuffle by. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
