// What I gave in which ballot, kept on this device alone: the server forgets it when it has counted. Nothing else reads it.

import type { Spot, Vote } from '../../shared/features/voting/votes.ts';
import { fieldsOf } from '../../shared/lib/fields.ts';
import { type ItemId, isItemId } from '../../shared/lib/ids.ts';

/** The oldest go first. */
const keptMax = 50;

export interface Receipt extends Vote {
  /** What I last gave had not left this device when the votes were counted. */
  readonly isLate: boolean;
}

export class Receipts {
  private readonly key: string;

  constructor(board: string, me: string) {
    this.key = `wallflower.receipts.${board}.${me}`;
  }

  keep(ballot: string, { counts, ranking, spots }: Vote): void {
    const all = this.read();
    const text = JSON.stringify({ counts: [...counts], ranking, spots: [...spots] });
    if (JSON.stringify(all[ballot]) === text) return;
    delete all[ballot];
    all[ballot] = JSON.parse(text);
    for (const old of Object.keys(all).slice(0, -keptMax)) delete all[old];
    this.write(all);
  }

  /** It stays, and says so. */
  markLate(ballot: string): void {
    const all = this.read();
    const kept = fieldsOf(all[ballot]);
    if (kept === null || kept.late === true) return;
    all[ballot] = { ...kept, late: true };
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
    const kept = fieldsOf(this.read()[ballot]);
    if (kept === null) return null;
    return {
      counts: readMap(kept.counts, (value) => typeof value === 'number'),
      ranking: Array.isArray(kept.ranking) ? kept.ranking.filter(isItemId) : [],
      spots: readMap(kept.spots, isSpot),
      isLate: kept.late === true,
    };
  }

  private read(): Record<string, unknown> {
    try {
      return { ...fieldsOf(JSON.parse(localStorage.getItem(this.key) ?? '{}')) };
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

function readMap<Value>(
  entries: unknown,
  isValue: (value: unknown) => value is Value,
): ReadonlyMap<ItemId, Value> {
  const read = new Map<ItemId, Value>();
  for (const entry of Array.isArray(entries) ? entries : []) {
    const [id, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (isItemId(id) && isValue(value)) read.set(id, value);
  }
  return read;
}

function isSpot(value: unknown): value is Spot {
  return Array.isArray(value) && value.length === 2 && value.every((share) => typeof share === 'number');
}
