// When a board's notes last changed, to the minute: kept beside the log, because the log of a quiet board is not read just to
// sort a list. Knows nothing of what changed.

import type { Clock } from '../shared/lib/env.ts';
import type { BoardId } from '../shared/lib/ids.ts';
import type { Key, Put, Storage } from './storage/storage.ts';

const precisionMs = 60_000;

export class LastChange {
  private readonly board: BoardId;
  private readonly clock: Clock;
  private notedAt = Number.NEGATIVE_INFINITY;

  constructor(board: BoardId, clock: Clock) {
    this.board = board;
    this.clock = clock;
  }

  /** What to keep together with a change of the notes; nothing when the last minute already has it. */
  note(): Put[] {
    const now = this.clock.now();
    if (now - this.notedAt < precisionMs) return [];
    this.notedAt = now;
    return [{ key: changedKey(this.board), value: now }];
  }

  /** What was last noted did not reach the disk. */
  forget(): void {
    this.notedAt = Number.NEGATIVE_INFINITY;
  }
}

/** Milliseconds since 1970 by board. Boards nobody has written on are missing. */
export async function lastChanges(storage: Pick<Storage, 'list'>): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const { key, value } of await storage.list(['changed'])) {
    if (key[1] !== undefined && typeof value === 'number') times.set(key[1], value);
  }
  return times;
}

export function changedKey(board: BoardId): Key {
  return ['changed', board];
}
