// What is still to be done by the person at this device, kept for the start page when a board was open. Read as unknown; a
// browser that keeps nothing shows what the server says.

import * as v from 'valibot';
import { isDay } from '../../shared/features/actionItems/day.ts';
import { type MyActionItems, myActionItemsSchema } from '../../shared/protocol/api.ts';
import type { Shelf } from '../ui/shelf.ts';

export type MyActionItem = MyActionItems['items'][number];

export interface BoardsActionItem extends MyActionItem {
  readonly board: string;
  readonly title: string;
}

const keptMax = 100;

export function keptActions(shelf: Shelf | null, board: string): MyActionItems | null {
  try {
    const parsed = v.safeParse(myActionItemsSchema, JSON.parse(shelf?.getItem(keyOf(board)) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export function keepActions(shelf: Shelf | null, board: string, mine: MyActionItems): void {
  try {
    if (mine.items.length === 0) shelf?.removeItem(keyOf(board));
    else shelf?.setItem(keyOf(board), JSON.stringify({ ...mine, items: mine.items.slice(0, keptMax) }));
  } catch {
    // A full shelf forgets them; the server still knows.
  }
}

/** Of all boards, the sooner due the earlier; what is known of two boards is told of the first. */
export function inOneList(
  boards: readonly (readonly [board: string, mine: MyActionItems])[],
): BoardsActionItem[] {
  const byId = new Map<string, BoardsActionItem>();
  for (const [board, { title, items }] of boards)
    for (const item of items) if (!byId.has(item.id)) byId.set(item.id, { ...item, board, title });
  return [...byId.values()].sort((a, b) => compareDays(a.due, b.due));
}

function compareDays(a: string | null, b: string | null): number {
  const [first, second] = [a, b].map((day) => (isDay(day) ? day : '9999'));
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
}

function keyOf(board: string): string {
  return `wallflower.actions.${board}`;
}
