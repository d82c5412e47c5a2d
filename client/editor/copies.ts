// Copies of items: new ids, the same looks, the same nesting among themselves.

import type { NewItem } from '../../shared/items/item.ts';
import type { Random } from '../../shared/lib/env.ts';
import { add, type Vec } from '../../shared/lib/geometry.ts';
import { type ItemId, newItemId } from '../../shared/lib/ids.ts';
import type { Scene } from '../scene/scene.ts';

export interface Copies {
  /** For `createItems`, bottom first. */
  readonly items: readonly NewItem[];
  /** The ids of the copies of what was asked for, without what is inside them. */
  readonly roots: readonly ItemId[];
}

/** Copies these, everything inside them included, `by` board units away. What cannot be read is not copied. */
export function copiesOf(scene: Scene, ids: readonly ItemId[], by: Vec, random: Random): Copies {
  const originals = scene.itemsInside(ids);
  const copyIds = new Map(originals.map(({ id }) => [id, newItemId(random)]));
  const items: NewItem[] = [];
  for (const item of originals) {
    const copyId = copyIds.get(item.id);
    if (item.kind === 'unreadable' || copyId === undefined) continue;
    const parent = scene.clusterOf(item.id);
    items.push({
      id: copyId,
      kind: item.kind,
      ...add(item, by),
      w: item.w,
      h: item.h,
      parent: parent === null ? null : (copyIds.get(parent) ?? parent),
      text: item.text,
      colour: item.colour,
      // A copy is made to go somewhere: it is not locked.
      collapsed: item.collapsed,
    });
  }
  return { items, roots: scene.outermost(ids).flatMap((id) => copyIds.get(id) ?? []) };
}
