// The scene the slow way: everything derived anew from the board and the ghosts, for comparing.

import type { Ghosts } from '../../../client/scene/ghosts.ts';
import type { Drawable } from '../../../client/scene/scene.ts';
import type { Board } from '../../../shared/board/board.ts';
import { cardSize, clusterBox, membersByCluster, parentOf } from '../../../shared/board/tree.ts';
import type { Item } from '../../../shared/items/item.ts';
import type { Box } from '../../../shared/lib/geometry.ts';
import { compareOrder } from '../../../shared/lib/order.ts';

/** Every drawable, in stacking order. */
export function sceneTheSlowWay(board: Board, ghosts: Ghosts): Drawable[] {
  const members = membersByCluster(board.items);
  const live = [...board.items.values()].filter((item) => !item.deleted);
  return live
    .filter((item) => !isHidden(item))
    .map((item) => drawableOf(item))
    .sort((a, b) => layerOf(a) - layerOf(b) || compareOrder(a.item, b.item));

  function drawableOf(item: Item): Drawable {
    const { x, y, w, h } = boxOf(item);
    const moving = ghosts.isMoving(item.id);
    return { id: item.id, item, box: { x, y, w, h }, moving, count: countIn(item), depth: depthOf(item) };
  }

  function boxOf(item: Item): Box {
    const own = ghosts.boxOf(item);
    if (item.kind !== 'cluster') return own;
    if (item.collapsed) return { x: own.x, y: own.y, ...cardSize };
    const inside = (members.get(item.id) ?? []).filter(
      (member) => !isHidden(member) && (ghosts.isMoving(item.id) || !ghosts.isMoving(member.id)),
    );
    return clusterBox(own, inside.map(boxOf));
  }

  function isHidden(item: Item): boolean {
    for (let above = parentOf(item, board.items); above !== null; above = parentOf(above, board.items)) {
      if (above.collapsed && (!ghosts.isMoving(item.id) || ghosts.isMoving(above.id))) return true;
    }
    return false;
  }

  function countIn(item: Item): number {
    if (item.kind !== 'cluster') return 0;
    return (members.get(item.id) ?? []).reduce(
      (sum, member) => sum + (member.kind === 'cluster' ? countIn(member) : 1),
      0,
    );
  }

  function depthOf(item: Item): number {
    const parent = parentOf(item, board.items);
    return parent === null ? 0 : depthOf(parent) + 1;
  }
}

function layerOf(drawable: Drawable): number {
  return drawable.item.kind === 'cluster' ? drawable.depth : Number.MAX_SAFE_INTEGER;
}
