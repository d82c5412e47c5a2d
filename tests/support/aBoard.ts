// A terse builder of boards for tests, the gallery and the benches. Items are called by their text where it makes an id
// (`aBoard().note('idea')` has the id `idea`), so that what a test expects can be read. The same seed gives the same board.

import * as Y from 'yjs';
import { Board } from '../../shared/board/board.ts';
import { createItems } from '../../shared/board/verbs.ts';
import { colours } from '../../shared/items/colour.ts';
import type { Item, NewItem } from '../../shared/items/item.ts';
import { type Random, seededRandom } from '../../shared/lib/env.ts';
import { type ItemId, isItemId } from '../../shared/lib/ids.ts';

type Looks = Partial<Pick<NewItem, 'x' | 'y' | 'w' | 'h' | 'colour'>>;

export class BoardBuilder {
  readonly random: Random;
  readonly board: Board;
  private made = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    const doc = new Y.Doc();
    doc.clientID = 1 + seed;
    this.board = new Board(doc, this.random);
  }

  /** Without a place, notes go side by side. `inside` is the text of the cluster. */
  note(text: string, looks: Looks & { readonly inside?: string } = {}): this {
    return this.add('note', text, { x: this.made * 240, y: 0, ...looks });
  }

  cluster(text: string, looks: Looks & { readonly inside?: string } = {}): this {
    return this.add('cluster', text, { x: 0, y: 0, ...looks });
  }

  private add(kind: 'note' | 'cluster', text: string, looks: Looks & { readonly inside?: string }): this {
    const { inside, x = 0, y = 0, ...rest } = looks;
    const id = isItemId(text) ? { id: text } : {};
    const parent = inside === undefined ? null : (inside as ItemId);
    createItems(this.board, [{ kind, x, y, text, parent, ...id, ...rest }], 'server');
    this.made++;
    return this;
  }
}

export function aBoard(seed = 1): BoardBuilder {
  return new BoardBuilder(seed);
}

/** The id of an item that was called by its text. */
export function idOf(text: string): ItemId {
  return text as ItemId;
}

const words =
  'ask better questions earlier ship smaller changes every week write it down once talk to people first make the quiet ones heard'.split(
    ' ',
  );

export function someWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => words[Math.floor(random.next() * words.length)]).join(' ');
}

/**
 * A full wall: notes in a grid, the first `clusters` x `membersEach` of them in clusters, every fifth cluster holding the
 * one after it.
 */
export function aWall(size: { notes: number; clusters: number; membersEach: number; seed?: number }): Board {
  const { board, random } = aBoard(size.seed ?? 1);
  const items: NewItem[] = [];
  const inRow = Math.ceil(Math.sqrt(size.notes));
  for (let c = 0; c < size.clusters; c++) {
    const inside = c % 5 === 1 ? { parent: `cluster${c - 1}` as ItemId } : {};
    const at = placeOf(c * size.membersEach, inRow);
    items.push({
      kind: 'cluster',
      id: `cluster${c}` as ItemId,
      text: someWords(random, 2),
      ...at,
      ...inside,
    });
  }
  for (let n = 0; n < size.notes; n++) {
    const c = Math.floor(n / Math.max(1, size.membersEach));
    const inside = c < size.clusters ? { parent: `cluster${c}` as ItemId } : {};
    const colour = colours[Math.floor(random.next() * colours.length)] ?? 'yellow';
    const text = someWords(random, 3 + Math.floor(random.next() * 12));
    items.push({ kind: 'note', id: `note${n}` as ItemId, text, colour, ...placeOf(n, inRow), ...inside });
  }
  createItems(board, items, 'server');
  return board;
}

function placeOf(index: number, inRow: number): { x: number; y: number } {
  return { x: (index % inRow) * 224, y: Math.floor(index / inRow) * 224 };
}

/** One line an item, live ones only, bottom first by key: `idea 0,0 200x200 in themes`. For whole-value comparisons. */
export function linesOf(board: Board): string[] {
  const live = [...board.items.values()].filter((item) => !item.deleted);
  return live.map(lineOf).sort();
}

function lineOf(item: Item): string {
  const usual = item.kind === 'note' ? item.w === 200 && item.h === 200 : false;
  const size = usual ? '' : ` ${item.w}x${item.h}`;
  const inside = item.parent === null ? '' : ` in ${item.parent}`;
  const kind = item.kind === 'note' ? '' : `[${item.kind}] `;
  const colour = item.kind === 'note' && item.colour !== 'yellow' ? ` ${item.colour}` : '';
  return `${kind}${item.text || '(empty)'} ${item.x},${item.y}${size}${colour}${inside}`;
}
