// What my own deeds did to the board, in words for those who do not see it: deleted, brought back, moved into a cluster.
// Knows no screen; whoever owns it asks for the words when a little time has passed, so that one deed is one sentence.

import type { Board } from '../../../shared/board/board.ts';
import { parentOf } from '../../../shared/board/tree.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Unsubscribe } from '../../../shared/lib/signal.ts';
import { t } from '../../text/catalogue.ts';

interface Seen {
  readonly isLive: boolean;
  readonly parent: ItemId | null;
}

export class DeedNews {
  private readonly board: Pick<Board, 'items' | 'observe'>;
  private readonly seen = new Map<ItemId, Seen>();
  /** What was there before the deeds that have not been told yet. */
  private before = new Map<ItemId, Seen | null>();
  private readonly stop: Unsubscribe;

  /** `onNews` is called with each deed that may be worth telling. */
  constructor(board: Pick<Board, 'items' | 'observe'>, onNews: () => void) {
    this.board = board;
    for (const id of board.items.keys()) this.look(id);
    this.stop = board.observe(({ ids, source }) => {
      for (const id of ids) {
        const was = this.seen.get(id) ?? null;
        const is = this.look(id);
        if (source !== 'local' || (was?.isLive === is?.isLive && was?.parent === is?.parent)) continue;
        if (!this.before.has(id)) this.before.set(id, was);
      }
      if (this.before.size > 0) onNews();
    });
  }

  /** What has been done since it was last asked; empty when nothing of it is news. */
  take(): readonly string[] {
    const deeds = this.before;
    this.before = new Map();
    const counts = { deleted: 0, restored: 0, added: 0, movedOut: 0 };
    const into = new Map<ItemId, number>();
    for (const [id, was] of deeds) {
      const is = this.seen.get(id);
      const wasLive = was?.isLive === true;
      if (is?.isLive !== true) {
        // A note that was made and left empty was never there.
        if (wasLive && this.board.items.get(id)?.text.trim() !== '') counts.deleted++;
      } else if (was === null) counts.added++;
      else if (!wasLive) counts.restored++;
      else if (is.parent !== null) into.set(is.parent, (into.get(is.parent) ?? 0) + 1);
      else counts.movedOut++;
    }
    return [...this.told(counts), ...[...into].map(([id, count]) => this.movedInto(id, count))];
  }

  destroy(): void {
    this.stop();
  }

  private told(counts: { deleted: number; restored: number; added: number; movedOut: number }): string[] {
    const words: string[] = [];
    if (counts.deleted > 0) words.push(t('announce.deleted', { count: counts.deleted }));
    if (counts.restored > 0) words.push(t('announce.restored', { count: counts.restored }));
    // One new note has the focus in its text already.
    if (counts.added > 1) words.push(t('announce.added', { count: counts.added }));
    if (counts.movedOut > 0 && counts.deleted === 0)
      words.push(t('announce.movedOut', { count: counts.movedOut }));
    return words;
  }

  private movedInto(cluster: ItemId, count: number): string {
    const title = this.board.items.get(cluster)?.text.trim() || t('canvas.untitledCluster');
    return t('announce.movedInto', { title, count });
  }

  private look(id: ItemId): Seen | null {
    const item = this.board.items.get(id);
    if (item === undefined) {
      this.seen.delete(id);
      return null;
    }
    const now = { isLive: !item.deleted, parent: parentOf(item, this.board.items)?.id ?? null };
    this.seen.set(id, now);
    return now;
  }
}
