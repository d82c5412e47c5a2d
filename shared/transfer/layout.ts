// Where imported notes go: a tidy grid beside what is there already, one cluster for each cluster they name. The same notes
// on the same board always land in the same places. Notes whose file says where they lay keep their arrangement.

import { limits } from '../board/limits.ts';
import { clusterPadding, frameAround } from '../board/tree.ts';
import { kindSpecs, type NewItem } from '../items/item.ts';
import type { Random } from '../lib/env.ts';
import { add, type Box, origin, subtract, union, unionAll, type Vec } from '../lib/geometry.ts';
import { type ItemId, newItemId } from '../lib/ids.ts';
import type { PlannedNote } from './plan.ts';
import { inShelves } from './shelves.ts';

const gap = 16;
const blockGap = 48;
const innerGap = 24;
/** Free space between an import and what was on the board before. */
const distanceToOthers = 160;

interface Block {
  readonly w: number;
  readonly h: number;
  /** Relative to the block's own corner; a cluster comes before its notes, so that it lies under them. */
  readonly items: readonly NewItem[];
}

/**
 * Items for these notes, in stacking order, clusters first. `at` is the top-left corner to start from, or the boxes that
 * are taken: then it goes to their right. `random` mints the ids of the clusters, which their notes point at.
 */
export function layOut(notes: readonly PlannedNote[], at: Vec | readonly Box[], random: Random): NewItem[] {
  const placed = notes.filter((note) => note.box);
  const rest = notes.filter((note) => !note.box);
  const blocks = [
    ...(placed.length > 0 ? [asTheyWere(placed, random)] : []),
    ...blocksOf(treeOf(rest), random),
  ];
  const { places, w, h } = inShelves(blocks, blockGap);
  const corner = isVec(at) ? at : freeCorner(at, { w, h });
  return blocks.flatMap((block, index) =>
    block.items.map((item) => ({ ...item, ...add(item, add(corner, places[index] ?? origin)) })),
  );
}

/** The corner of a free place for something this large: right of everything, or below, left, above where that has no room. */
export function freeCorner(taken: readonly Box[], size: { w: number; h: number }): Vec {
  const all = unionAll(taken);
  if (all === null) return origin;
  const corners: Vec[] = [
    { x: all.x + all.w + distanceToOthers, y: all.y },
    { x: all.x, y: all.y + all.h + distanceToOthers },
    { x: all.x - size.w - distanceToOthers, y: all.y },
    { x: all.x, y: all.y - size.h - distanceToOthers },
  ];
  const fits = (corner: Vec): boolean =>
    [corner.x, corner.y, corner.x + size.w, corner.y + size.h].every(
      (n) => Math.abs(n) <= limits.coordinateMax,
    );
  return corners.find(fits) ?? origin;
}

/** A note keeps its usual size until the text would be too small to read in it. */
function noteSizeFor(text: string): { w: number; h: number } {
  const lines = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(line.length / 22)), 0);
  const { w, h } = kindSpecs.note.size;
  if (lines <= 9) return { w, h };
  const side = lines <= 18 ? 280 : lines <= 40 ? 400 : 560;
  return { w: side, h: side };
}

interface Group {
  readonly title: string;
  readonly notes: PlannedNote[];
  readonly groups: Map<string, Group>;
}

/** Notes by the clusters they name; each title is one cluster within the one it is in. */
function treeOf(notes: readonly PlannedNote[]): Group {
  const root: Group = { title: '', notes: [], groups: new Map() };
  for (const note of notes) {
    let group = root;
    for (const title of [...(note.outer ?? []), note.cluster ?? '']) {
      if (title === '') continue;
      const inner: Group = group.groups.get(title) ?? { title, notes: [], groups: new Map() };
      group.groups.set(title, inner);
      group = inner;
    }
    group.notes.push(note);
  }
  return root;
}

function blocksOf(group: Group, random: Random, parent: ItemId | null = null): Block[] {
  const blocks = [...group.groups.values()].map((inner) => clusterBlock(inner, parent, random));
  if (group.notes.length === 0) return blocks;
  const grid = gridOf(group.notes, parent);
  // A cluster's own notes come before the clusters in it; on the board those outside of all come last.
  return parent === null ? [...blocks, grid] : [grid, ...blocks];
}

/** All notes where they lay towards each other, their clusters around them. */
function asTheyWere(notes: readonly PlannedNote[], random: Random): Block {
  const placed = notes.map((note) => ({ ...note, box: note.box ?? { ...origin, ...kindSpecs.note.size } }));
  const frames = new Map<string, Box>();
  for (const { cluster: title = '', box } of placed) {
    const frame = frames.get(title);
    frames.set(title, frame ? union(frame, frameAround(box)) : frameAround(box));
  }
  frames.delete('');
  const clusters = [...frames].map(([title, frame]) => {
    return { kind: 'cluster', id: newItemId(random), ...frame, text: title } as const;
  });
  const ids = new Map(clusters.map((cluster) => [cluster.text, cluster.id]));
  const items: NewItem[] = placed.map(({ text, colour, cluster = '', box }) => {
    return { kind: 'note', ...box, parent: ids.get(cluster) ?? null, text, ...(colour ? { colour } : {}) };
  });
  const all: NewItem[] = [...clusters, ...items];
  const frame = unionAll(all.map(({ x, y, w = 0, h = 0 }) => ({ x, y, w, h }))) ?? { ...origin, w: 0, h: 0 };
  return { w: frame.w, h: frame.h, items: all.map((item) => ({ ...item, ...subtract(item, frame) })) };
}

function clusterBlock(group: Group, parent: ItemId | null, random: Random): Block {
  const id = newItemId(random);
  const blocks = blocksOf(group, random, id);
  const { places, w: width, h: height } = inShelves(blocks, group.groups.size > 0 ? innerGap : gap);
  const frame = frameAround({ x: 0, y: 0, w: width, h: height });
  const inside = { x: -frame.x, y: -frame.y };
  // A long title needs width more than a single note does.
  const w = Math.max(frame.w, kindSpecs.note.size.w + 2 * clusterPadding);
  const cluster: NewItem = { kind: 'cluster', id, x: 0, y: 0, w, h: frame.h, text: group.title };
  const items = blocks.flatMap((block, index) =>
    block.items.map((item) => ({ ...item, ...add(item, add(inside, places[index] ?? origin)) })),
  );
  return { w, h: frame.h, items: [parent === null ? cluster : { ...cluster, parent }, ...items] };
}

function gridOf(notes: readonly PlannedNote[], parent: ItemId | null): Block {
  const sized = notes.map((note) => ({ note, ...noteSizeFor(note.text) }));
  const { places, w, h } = inShelves(sized, gap);
  const items = sized.map(({ note, ...size }, index): NewItem => {
    const colour = note.colour === undefined ? {} : { colour: note.colour };
    return { kind: 'note', ...(places[index] ?? origin), ...size, parent, text: note.text, ...colour };
  });
  return { w, h, items };
}

function isVec(at: Vec | readonly Box[]): at is Vec {
  return !Array.isArray(at);
}
