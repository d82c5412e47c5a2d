// The notes somebody writes one after the other, in that order: what Tab goes on to and Shift+Tab back to. Knows ids only.

import type { ItemId } from '../../shared/lib/ids.ts';

export class Chain {
  private ids: ItemId[] = [];

  /** A text is opened. One that is not in the chain begins a new one. */
  open(id: ItemId): void {
    if (!this.ids.includes(id)) this.ids = [id];
  }

  /** The next note has been made. */
  add(id: ItemId, behind: ItemId): void {
    this.open(behind);
    this.ids.splice(this.ids.indexOf(behind) + 1, 0, id);
  }

  /** The nearest one before it that is still there. */
  before(id: ItemId, isThere: (id: ItemId) => boolean): ItemId | null {
    const at = this.ids.indexOf(id);
    return at < 0 ? null : (this.ids.slice(0, at).findLast(isThere) ?? null);
  }

  after(id: ItemId, isThere: (id: ItemId) => boolean): ItemId | null {
    const at = this.ids.indexOf(id);
    return at < 0 ? null : (this.ids.slice(at + 1).find(isThere) ?? null);
  }
}
