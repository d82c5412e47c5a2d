// Bytes from anywhere to a plan of notes, and a plan to items for a board. Never throws: whatever comes, the good part is
// kept, the bad part is named, and what cannot be taken at all is refused with a reason a person understands.

import type { Item, NewItem } from '../items/item.ts';
import type { Random } from '../lib/env.ts';
import type { ItemId } from '../lib/ids.ts';
import { detectAndRead } from './encoding.ts';
import { parseBoardJson } from './json.ts';
import { layOut } from './layout.ts';
import { readLines } from './lines.ts';
import type { ImportPlan } from './plan.ts';

export interface ImportSource {
  readonly bytes: Uint8Array;
  /** As HTTP has it, charset and all. */
  readonly contentType: string;
  /** The name of the column a person chose for a table; guessed when not given. */
  readonly column?: string | undefined;
}

export function planImport(source: ImportSource): ImportPlan {
  const { text } = detectAndRead(source.bytes, source.contentType);
  if (source.contentType.startsWith('application/json')) {
    const { items, problems } = parseBoardJson(text);
    return { kind: 'board', columns: [], notes: [], items, problems, skipped: 0, refused: null };
  }
  const notes = readLines(text).map(({ text }) => ({ text }));
  return { kind: 'lines', columns: [], notes, items: [], problems: [], skipped: 0, refused: null };
}

/**
 * The items to create, in stacking order. Into an empty board a board file comes back exactly as it was; where things are
 * already, everything is placed beside them, and ids that are taken are minted anew.
 */
export function itemsToCreate(plan: ImportPlan, items: ReadonlyMap<ItemId, Item>, random: Random): NewItem[] {
  const live = [...items.values()].filter((item) => !item.deleted);
  return plan.kind === 'board' ? [...plan.items] : layOut(plan.notes, live, random);
}
