// Where things are: boxes by id in an R-tree. What moves with a hand is kept beside the tree and looked through one by one,
// because taking it out and putting it back at every tick would cost more than the whole frame.

import RBush, { type BBox } from 'rbush';
import type { Box } from '../../shared/lib/geometry.ts';

interface Leaf<Id> extends BBox {
  readonly id: Id;
  /** The box now; the bounds above are those the tree knows it by, and lag behind while it is loose. */
  box: Box;
  inTree: boolean;
  loose: boolean;
}

// From here on packing the whole tree anew is cheaper than single insertions.
const bulkShare = 0.25;

export class SpatialIndex<Id extends string> {
  private readonly tree = new RBush<Leaf<Id>>(16);
  private readonly leaves = new Map<Id, Leaf<Id>>();
  private readonly loose = new Set<Leaf<Id>>();

  get size(): number {
    return this.leaves.size;
  }

  /** `moving` things cost nothing to move again and a comparison each to search. */
  upsert(id: Id, box: Box, moving = false): void {
    const known = this.leaves.get(id);
    const leaf = known ?? { id, box, minX: 0, minY: 0, maxX: 0, maxY: 0, inTree: false, loose: false };
    leaf.box = box;
    if (known === undefined) this.leaves.set(id, leaf);
    if (moving) {
      if (!leaf.loose) this.loose.add(leaf);
      leaf.loose = true;
      return;
    }
    this.settle(leaf);
  }

  /** The same as many upserts of things at rest, cheaper when they are many. */
  upsertAll(things: readonly { readonly id: Id; readonly box: Box }[]): void {
    if (things.length < 64 || things.length < this.leaves.size * bulkShare) {
      for (const { id, box } of things) this.upsert(id, box);
      return;
    }
    for (const { id, box } of things) {
      const leaf = this.leaves.get(id);
      if (leaf) {
        leaf.box = box;
        leaf.loose = false;
        this.loose.delete(leaf);
      } else this.leaves.set(id, { id, box, ...bounds(box), inTree: true, loose: false });
    }
    this.tree.clear();
    const packed: Leaf<Id>[] = [];
    for (const leaf of this.leaves.values()) {
      leaf.inTree = !leaf.loose;
      if (leaf.loose) continue;
      Object.assign(leaf, bounds(leaf.box));
      packed.push(leaf);
    }
    this.tree.load(packed);
  }

  remove(id: Id): void {
    const leaf = this.leaves.get(id);
    if (leaf === undefined) return;
    this.leaves.delete(id);
    this.loose.delete(leaf);
    if (leaf.inTree) this.tree.remove(leaf);
  }

  /** Everything that overlaps or touches the box, in no particular order. */
  search(box: Box): Id[] {
    const wanted = bounds(box);
    const found: Id[] = [];
    for (const leaf of this.tree.search(wanted)) if (!leaf.loose) found.push(leaf.id);
    for (const leaf of this.loose) {
      const { x, y, w, h } = leaf.box;
      if (x <= wanted.maxX && x + w >= wanted.minX && y <= wanted.maxY && y + h >= wanted.minY)
        found.push(leaf.id);
    }
    return found;
  }

  clear(): void {
    this.tree.clear();
    this.leaves.clear();
    this.loose.clear();
  }

  private settle(leaf: Leaf<Id>): void {
    const { box } = leaf;
    if (leaf.loose) {
      leaf.loose = false;
      this.loose.delete(leaf);
    }
    const maxX = box.x + box.w;
    const maxY = box.y + box.h;
    if (
      leaf.inTree &&
      leaf.minX === box.x &&
      leaf.minY === box.y &&
      leaf.maxX === maxX &&
      leaf.maxY === maxY
    ) {
      return;
    }
    if (leaf.inTree) this.tree.remove(leaf);
    leaf.minX = box.x;
    leaf.minY = box.y;
    leaf.maxX = maxX;
    leaf.maxY = maxY;
    this.tree.insert(leaf);
    leaf.inTree = true;
  }
}

function bounds(box: Box): BBox {
  return { minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h };
}
