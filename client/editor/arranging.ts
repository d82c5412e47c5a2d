// Puts things in order on the board: in rows, in a cluster that fits them, beside others. Each function writes at once; who
// calls several inside one `asOneStep` makes them one step of undo.

import type { Board } from '../../shared/board/board.ts';
import { mergeClusters, splitOff } from '../../shared/board/clusters.ts';
import { clusterPadding, clusterTitleHeight, frameAround } from '../../shared/board/tree.ts';
import { createCluster, moveEach, moveItems, putInto, resizeItem } from '../../shared/board/verbs.ts';
import { kindSpecs } from '../../shared/items/item.ts';
import {
  add,
  type Box,
  centre,
  contains,
  inflated,
  origin,
  roundToEighth,
  subtract,
  union,
  unionAll,
  type Vec,
} from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { inReadingOrder } from '../../shared/transfer/readingOrder.ts';
import type { Scene } from '../scene/scene.ts';
import { inGaps, inRows, inRowsAs, type Placed, type Places, rowGap } from './arrange.ts';
import { insideOf, placed } from './chosen.ts';
import type { Editor } from './editor.ts';
import { clustersAround, freeSpot, isFree } from './spots.ts';

// A title needs width more than a single note does.
const widthMin = kindSpecs.note.size.w + 2 * clusterPadding;
const besideGap = 48;

/** Each to its place, with whatever is inside it. */
export function sendTo(board: Board, things: readonly Placed[], places: Places): void {
  moveEach(board, new Map(things.map((thing) => [thing.id, subtract(places.get(thing.id) ?? thing, thing)])));
}

interface Wanted {
  /** Reading order when left out. */
  readonly order?: readonly ItemId[];
  /** The cluster's corner; where it is drawn when left out. */
  readonly from?: Vec | undefined;
}

/** Rows inside a cluster, and the cluster round them. What is locked stays, and the rows begin below it. */
export function tidyInside(editor: Editor, board: Board, cluster: ItemId, wanted: Wanted = {}): void {
  const inside = insideOf(editor, cluster);
  const { order, from = inside?.box } = wanted;
  if (inside === null || from === undefined || inside.members.length === 0) return;
  const things = placed(
    editor,
    inside.members.map((item) => item.id),
  );
  const isLocked = (thing: Placed) => board.get(thing.id)?.locked === true;
  const fixed = unionAll(things.filter(isLocked));
  const free = things.filter((thing) => !isLocked(thing));
  const corner = {
    x: from.x + clusterPadding,
    y: fixed === null ? from.y + clusterTitleHeight : fixed.y + fixed.h + rowGap,
  };
  const rank = new Map(order?.map((id, index) => [id, index]));
  const rows = order
    ? inRowsAs(
        [...free].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)),
        corner,
      )
    : inRows(free, corner);
  sendTo(board, free, rows.places);
  const all = unionAll(fixed === null ? [rows.box] : free.length === 0 ? [fixed] : [rows.box, fixed]);
  if (all !== null) resizeItem(board, { id: cluster, to: fitting(all) });
}

/** Several clusters into one, everything in rows: first what was in the first of them, each in its reading order. */
export function mergeInRows(editor: Editor, board: Board, clusters: readonly ItemId[]): ItemId | null {
  const order = clusters.flatMap((id) => {
    const members = insideOf(editor, id)?.members.map((item) => item.id) ?? [];
    return inReadingOrder(placed(editor, members)).map((thing) => thing.id);
  });
  const merged = mergeClusters(board, clusters);
  // Its members still lie all over the board: only its own corner is where it belongs.
  if (merged !== null) tidyInside(editor, board, merged, { order, from: board.get(merged) });
  return merged;
}

/** Members of one cluster into a new one beside it. */
export function splitBeside(
  editor: Editor,
  board: Board,
  source: ItemId,
  ids: readonly ItemId[],
): ItemId | null {
  const from = board.get(source);
  const inside = insideOf(editor, source);
  if (from === undefined || inside === null) return null;
  const things = placed(editor, ids);
  const parent = editor.scene.clusterOf(source);
  const { w, h } = fitting(inRows(things, { x: 0, y: 0 }).box);
  const wanted = { x: inside.box.x + inside.box.w + besideGap, y: inside.box.y, w, h };
  const at = freeSpot(editor.scene, wanted, clustersAround(editor.scene, parent));
  const made = splitOff(board, { ids, at, parent, title: '', colour: from.colour });
  if (made !== null) sendTo(board, things, inRows(things, insideCorner(at)).places);
  return made;
}

/**
 * A cluster of these where they lie. When others lie among them, or where its title goes, they are gathered: in rows in the
 * nearest free place.
 */
export function clusterTogether(editor: Editor, board: Board, ids: readonly ItemId[]): ItemId | null {
  const things = placed(editor, ids);
  const around = unionAll(things);
  if (around === null) return null;
  const all = editor.scene.withInside(ids);
  const titled = { ...around, y: around.y - clusterTitleHeight, h: around.h + clusterTitleHeight };
  if (isFree(editor.scene, titled, all)) return createCluster(board, { title: '', ids });
  const { w, h } = fitting(inRows(things, { x: 0, y: 0 }).box);
  const middle = centre(around);
  const wanted = { x: roundToEighth(middle.x - w / 2), y: roundToEighth(middle.y - h / 2), w, h };
  const at = inflated(freeSpot(editor.scene, inflated(wanted, rowGap), all), -rowGap);
  sendTo(board, things, inRows(things, insideCorner(at)).places);
  return createCluster(board, { title: '', ids, at });
}

/**
 * Into an open cluster, as they were dropped. When one of several would lie outside of it, or any on another, they go to its
 * free places instead, and it grows to the side where nothing else lies.
 */
export function takeIn(editor: Editor, board: Board, cluster: ItemId, ids: readonly ItemId[]): void {
  const inside = insideOf(editor, cluster);
  if (inside === null) return;
  const things = inReadingOrder(placed(editor, ids));
  const coming = editor.scene.withInside(ids);
  const others = placed(
    editor,
    inside.members.map((item) => item.id),
  ).filter((thing) => !coming.has(thing.id));
  putInto(board, { ids, cluster });
  // One alone goes where the hand put it, over the edge or not.
  const within = things.length > 1 ? inside.box : null;
  if (things.every((thing) => liesWell(thing, within, others))) return;
  // What it covers already is no reason to go elsewhere.
  const known = new Set([
    ...editor.scene.search(inside.box).map((drawable) => drawable.id),
    ...coming,
    ...editor.scene.withInside([cluster]),
    ...clustersAround(editor.scene, cluster),
  ]);
  const hasRoom = (places: Places): boolean => {
    const all = unionAll([...others, ...things.map((thing) => ({ ...thing, ...places.get(thing.id) }))]);
    return all !== null && isFree(editor.scene, union(inside.box, frameAround(all)), known);
  };
  const choices = waysToGrow(inside.box, things, others).map((area) => () => inGaps(things, others, area));
  const places = choices.find((choice) => hasRoom(choice())) ?? choices[0];
  if (places) sendTo(board, things, places());
}

type Area = Vec & { readonly w: number };

/** Where the inside of a cluster may begin, and how wide it may be, best first: as rows would be, down, up, left, far right. */
function waysToGrow(box: Box, things: readonly Placed[], others: readonly Placed[]): Area[] {
  const corner = insideCorner(box);
  const now = box.w - 2 * clusterPadding;
  const rows = inRows([...others, ...things], origin).box;
  const wide = Math.max(now, rows.w);
  const above = (w: number): Area => {
    const places = inGaps(things, [], { ...origin, w });
    const h = Math.max(...things.map((thing) => (places.get(thing.id)?.y ?? 0) + thing.h));
    return { x: corner.x, y: corner.y - h - rowGap, w };
  };
  return [
    { ...corner, w: wide },
    { ...corner, w: now },
    above(now),
    above(wide),
    { x: corner.x - (wide - now), y: corner.y, w: wide },
    { ...corner, w: 2 * wide },
  ];
}

function liesWell(thing: Box, within: Box | null, others: readonly Box[]): boolean {
  const covers = (other: Box) => contains(thing, centre(other)) || contains(other, centre(thing));
  return (within === null || contains(within, centre(thing))) && !others.some(covers);
}

interface Gathering {
  /** The cluster. */
  readonly box: Box;
  /** How far the note that lies there goes. */
  readonly by: Vec;
  /** Where the rows of what was dropped begin. */
  readonly corner: Vec;
}

/**
 * The cluster that notes make when they are dropped on this one: beside it, to the side where nothing else lies. Where others
 * lie at all sides, as in a grid, all of it goes to the nearest free place.
 */
function gathering(scene: Scene, at: Placed, dropped: readonly Placed[]): Gathering {
  const { w, h } = inRows(dropped, origin).box;
  const to = (corner: Vec): Gathering => ({
    box: frameAround(union(at, { ...corner, w, h })),
    by: origin,
    corner,
  });
  const right = to({ x: at.x + at.w + rowGap, y: at.y });
  const left = to({ x: at.x - rowGap - w, y: at.y });
  const below = to({ x: at.x, y: at.y + at.h + rowGap });
  const above = to({ x: at.x, y: at.y - rowGap - h });
  const all = scene.withInside([at.id, ...dropped.map((thing) => thing.id)]);
  // What the note lies on already is no reason to go elsewhere.
  const known = new Set([...all, ...scene.search(at).map((drawable) => drawable.id)]);
  const free = [right, left, below, above].find(({ box }) => isFree(scene, box, known));
  if (free !== undefined) return free;
  const box = inflated(freeSpot(scene, inflated(right.box, rowGap), all), -rowGap);
  const by = subtract(box, right.box);
  return { box, by, corner: add(right.corner, by) };
}

/** The cluster that notes would be in if they were dropped on this one. */
export function gatheringBox(scene: Scene, at: Placed, dropped: readonly Placed[]): Box {
  return gathering(scene, at, dropped).box;
}

/** Notes dropped on a loose note: a cluster of them all, the dropped ones in rows beside the one that lay there. */
export function gatherRound(
  editor: Editor,
  board: Board,
  at: Placed,
  dropped: readonly Placed[],
): ItemId | null {
  const { by, corner } = gathering(editor.scene, at, dropped);
  sendTo(board, dropped, inRows(dropped, corner).places);
  moveItems(board, { ids: [at.id], by });
  return createCluster(board, { title: '', ids: [at.id, ...dropped.map((thing) => thing.id)] });
}

/** Into a collapsed cluster, where nobody sees the places: below what is in it. */
export function putAway(editor: Editor, board: Board, cluster: ItemId, ids: readonly ItemId[]): void {
  const inside = insideOf(editor, cluster);
  if (inside === null) return;
  const things = placed(editor, ids);
  const others = placed(
    editor,
    inside.members.map((item) => item.id),
  ).filter((thing) => !ids.includes(thing.id));
  const around = unionAll(others);
  const corner: Vec = insideCorner(inside.box);
  const below = around === null ? corner : { x: corner.x, y: around.y + around.h + rowGap };
  putInto(board, { ids, cluster });
  sendTo(board, things, inRows(things, below).places);
}

function insideCorner(box: Box): Vec {
  return { x: box.x + clusterPadding, y: box.y + clusterTitleHeight };
}

/** The box of a cluster that holds this. */
function fitting(inside: Box): Box {
  const frame = frameAround(inside);
  return { ...frame, w: Math.max(frame.w, widthMin) };
}
