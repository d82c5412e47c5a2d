// What I gave in which ballot, kept on this device alone: the server forgets it when it has counted. Nothing else reads it.

import type { Vote } from '../../shared/features/voting/votes.ts';
import { type ItemId, isItemId } from '../../shared/lib/ids.ts';

/** The oldest go first. */
const keptMax = 50;

export interface Receipt {
  readonly counts: ReadonlyMap<ItemId, number>;
  readonly ranking: readonly ItemId[];
}

export class Receipts {
  private readonly key: string;

  constructor(board: string, me: string) {
    this.key = `wallflower.receipts.${board}.${me}`;
  }

  keep(ballot: string, vote: Vote): void {
    const all = this.read();
    const text = JSON.stringify({
      counts: [...vote.counts, ...[...vote.spots.keys()].map((id) => [id, 1])],
      ranking: vote.ranking,
    });
    if (JSON.stringify(all[ballot]) === text) return;
    delete all[ballot];
    all[ballot] = JSON.parse(text);
    for (const old of Object.keys(all).slice(0, -keptMax)) delete all[old];
    this.write(all);
  }

  drop(ballot: string): void {
    const all = this.read();
    if (!(ballot in all)) return;
    delete all[ballot];
    this.write(all);
  }

  /** null when I gave nothing, or on another device. */
  of(ballot: string): Receipt | null {
    const kept = this.read()[ballot];
    if (typeof kept !== 'object' || kept === null) return null;
    const { counts, ranking } = kept as { counts?: unknown; ranking?: unknown };
    const read = new Map<ItemId, number>();
    for (const entry of Array.isArray(counts) ? counts : []) {
      const [id, count] = Array.isArray(entry) ? (entry as unknown[]) : [];
      if (isItemId(id) && typeof count === 'number') read.set(id, count);
    }
    return { counts: read, ranking: Array.isArray(ranking) ? ranking.filter(isItemId) : [] };
  }

  private read(): Record<string, unknown> {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '{}');
      return typeof kept === 'object' && kept !== null ? { ...kept } : {};
    } catch {
      return {};
    }
  }

  /** A device that keeps nothing keeps no receipts. */
  private write(all: Record<string, unknown>): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(all));
    } catch {
      return;
    }
  }
}
