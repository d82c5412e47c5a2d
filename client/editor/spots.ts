// Where a new note goes so that it covers nothing. Asks the scene; decides nothing else.

import type { Box, Vec } from '../../shared/lib/geometry.ts';
import { moved } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Scene } from '../scene/scene.ts';

export const noteGap = 24;

// Rings round the start: the 12th is 24 notes wide. A wall fuller than that gets its note to the right of everything.
const ringsMax = 12;

/** Where the next note would rather be. */
export type Way = 'right' | 'below';

/** Steps that way first, then the other, then the other sides; further away only when all nearer places are taken. */
function* steps(way: Way): Iterable<Vec> {
  for (const step of stepsRight()) yield way === 'right' ? step : { x: step.y, y: step.x };
}

function* stepsRight(): Iterable<Vec> {
  for (let ring = 1; ring <= ringsMax; ring++) {
    yield { x: ring, y: 0 };
    yield { x: 0, y: ring };
    for (let side = 1; side <= ring; side++) {
      yield { x: ring, y: side };
      if (side < ring) yield { x: side, y: ring };
    }
    for (let side = 0; side <= ring; side++) {
      yield { x: -ring, y: side };
      yield { x: side, y: -ring };
    }
    for (let side = 1; side <= ring; side++) {
      yield { x: ring, y: -side };
      yield { x: -side, y: ring };
      yield { x: -ring, y: -side };
      yield { x: -side, y: -ring };
    }
  }
}

/** True when nothing lies there; clusters in `inside` do not count, being what the note goes into. */
export function isFree(scene: Scene, box: Box, inside: ReadonlySet<ItemId> = new Set()): boolean {
  return scene.isFree(box, inside);
}

/** `wanted` itself when it is free, else the nearest free place of that size. */
export function freeSpot(scene: Scene, wanted: Box, inside: ReadonlySet<ItemId> = new Set()): Box {
  return scene.isFree(wanted, inside) ? wanted : spotBeside(scene, wanted, inside);
}

/** The next free place beside a box, of the same size. */
export function spotBeside(
  scene: Scene,
  beside: Box,
  inside: ReadonlySet<ItemId> = new Set(),
  way: Way = 'right',
): Box {
  for (const step of steps(way)) {
    const box = moved(beside, { x: step.x * (beside.w + noteGap), y: step.y * (beside.h + noteGap) });
    if (scene.isFree(box, inside)) return box;
  }
  const all = scene.bounds();
  return all === null ? beside : { ...beside, x: all.x + all.w + noteGap };
}

/** The cluster and every cluster around it. */
export function clustersAround(scene: Scene, id: ItemId | null): Set<ItemId> {
  const around = new Set<ItemId>();
  for (let cluster = id; cluster !== null; cluster = scene.parentOf(cluster)?.id ?? null) around.add(cluster);
  return around;
}
