// Resizes that are not committed yet, mine and others': the box an item is drawn with instead of its own. Knows boxes and
// time; nothing of tools, of the network or of drawing.

import type { Board } from '../../shared/board/board.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';

export interface Reshape {
  readonly id: ItemId;
  readonly box: Box;
}

interface Kept {
  readonly box: Box;
  /** As the board had it when the hand opened. */
  readonly from: Box;
  readonly stop: Cancel;
}

export interface ReshapesParts {
  readonly board: Board;
  readonly scheduler: Scheduler;
  /** How long a box outlives the hand that let go of it, when no commit comes. */
  readonly keptMs: number;
  readonly tell: (ids: ReadonlySet<ItemId>) => void;
}

// Presence travels in whole units, sizes in eighths: nearer than this counts as arrived.
const arrived = 1;

export class Reshapes {
  private readonly parts: ReshapesParts;
  private readonly others = new Map<number, Reshape>();
  private readonly kept = new Map<ItemId, Kept>();
  private mine: Reshape | null = null;

  constructor(parts: ReshapesParts) {
    this.parts = parts;
  }

  setMine(reshape: Reshape | null): void {
    const before = this.mine;
    this.mine = reshape;
    this.touched(before, reshape);
  }

  /** With null the hand is open: the item stays as it was drawn until the board reshapes it, for a while at most. */
  setOther(slot: number, reshape: Reshape | null): void {
    const before = this.others.get(slot) ?? null;
    if (before === null && reshape === null) return;
    if (before !== null && before.id !== reshape?.id) this.letGo(before);
    if (reshape === null) this.others.delete(slot);
    else {
      this.others.set(slot, reshape);
      this.forget(reshape.id);
    }
    this.touched(before, reshape);
  }

  /** null when nobody reshapes it. */
  boxOf(id: ItemId): Box | null {
    if (this.mine?.id === id) return this.mine.box;
    if (this.others.size > 0) {
      for (const reshape of this.others.values()) if (reshape.id === id) return reshape.box;
    }
    return this.kept.get(id)?.box ?? null;
  }

  /** The board changed these; returns those whose commit that was. */
  hear(ids: ReadonlySet<ItemId>): ItemId[] {
    return [...this.kept].flatMap(([id, { from }]) => {
      const item = ids.has(id) ? this.parts.board.get(id) : undefined;
      if (!ids.has(id) || (item !== undefined && isNear(item, from, 0))) return [];
      this.forget(id);
      return [id];
    });
  }

  destroy(): void {
    for (const { stop } of this.kept.values()) stop();
    this.kept.clear();
    this.others.clear();
  }

  private letGo({ id, box }: Reshape): void {
    const item = this.parts.board.get(id);
    // The commit may have been faster than the news that the hand opened.
    if (item === undefined || isNear(box, item, arrived)) return;
    this.forget(id);
    const stop = this.parts.scheduler.after(this.parts.keptMs, () => {
      this.kept.delete(id);
      this.parts.tell(new Set([id]));
    });
    const { x, y, w, h } = item;
    this.kept.set(id, { box, from: { x, y, w, h }, stop });
  }

  private forget(id: ItemId): void {
    this.kept.get(id)?.stop();
    this.kept.delete(id);
  }

  private touched(...reshapes: readonly (Reshape | null)[]): void {
    const ids = new Set(reshapes.flatMap((reshape) => reshape?.id ?? []));
    if (ids.size > 0) this.parts.tell(ids);
  }
}

function isNear(a: Box, b: Box, slack: number): boolean {
  return [a.x - b.x, a.y - b.y, a.w - b.w, a.h - b.h].every((by) => Math.abs(by) <= slack);
}
