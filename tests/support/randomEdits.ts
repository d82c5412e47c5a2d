// What a person might do next, drawn from a seed. Small texts with letters that break careless code.

import type { Board } from '../../shared/board/board.ts';
import {
  bringToFront,
  createCluster,
  createItems,
  dissolveCluster,
  moveItems,
  putInto,
  removeItems,
  restoreItems,
  setColour,
  setText,
} from '../../shared/board/verbs.ts';
import type { Item } from '../../shared/items/item.ts';
import type { Random } from '../../shared/lib/env.ts';

const words = ['idea', '🌻', 'Größe', 'فكرة', 'a\nb', '考え', 'e\u0301', '👩‍👩‍👧'];

export function pick<Thing>(random: Random, things: readonly Thing[]): Thing | undefined {
  return things[Math.floor(random.next() * things.length)];
}

/** One verb call on the board, weighted towards what people do most. */
export function randomEdit(board: Board, random: Random): void {
  const items = [...board.items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const live = items.filter((item) => !item.deleted);
  const item = pick(random, live);
  const choice = random.next();
  if (item === undefined || choice < 0.2) newNote(board, random);
  else if (choice < 0.4)
    moveItems(board, { ids: [item.id], by: { x: random.next() * 90 - 45, y: random.next() * 90 } });
  else if (choice < 0.7) type(board, item, random);
  else if (choice < 0.76)
    setColour(board, { ids: [item.id], colour: pick(random, ['blue', 'pink', 'teal'] as const) ?? 'blue' });
  else if (choice < 0.82) removeItems(board, [item.id]);
  else if (choice < 0.86) restore(board, items, random);
  else if (choice < 0.92) gather(board, live, random);
  else if (choice < 0.96) bringToFront(board, [item.id]);
  else regroup(board, item, live, random);
}

function newNote(board: Board, random: Random): void {
  const text = pick(random, words) ?? '';
  createItems(board, [{ kind: 'note', x: random.next() * 900, y: random.next() * 900, text }]);
}

function type(board: Board, item: Item, random: Random): void {
  const letters = [...item.text];
  const at = Math.floor(random.next() * (letters.length + 1));
  const cut = Math.floor(random.next() * 3);
  const text = [...letters.slice(0, at), pick(random, words), ...letters.slice(at + cut)].join('');
  setText(board, { id: item.id, text });
}

function restore(board: Board, items: readonly Item[], random: Random): void {
  const gone = pick(
    random,
    items.filter((item) => item.deleted),
  );
  if (gone) restoreItems(board, [gone.id]);
}

function gather(board: Board, live: readonly Item[], random: Random): void {
  const chosen = live.filter(() => random.next() < 0.3).map((item) => item.id);
  if (chosen.length > 0) createCluster(board, { title: pick(random, words) ?? '', ids: chosen });
}

function regroup(board: Board, item: Item, live: readonly Item[], random: Random): void {
  const cluster = pick(
    random,
    live.filter((other) => other.kind === 'cluster'),
  );
  if (cluster === undefined) return;
  if (random.next() < 0.3) dissolveCluster(board, cluster.id);
  else putInto(board, { ids: [item.id], cluster: random.next() < 0.7 ? cluster.id : null });
}
