// Sessions that follow on one another: which board this one was made from, and which was made from it. Kept under `series` of
// the `session` document.

import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import { type BoardId, isBoardId } from '../../lib/ids.ts';

export interface SeriesLink {
  readonly board: BoardId;
  /** As it was called then. */
  readonly title: string;
  /** When the later of the two was made: milliseconds since 1970. */
  readonly at: number;
}

export interface Series {
  readonly previous: SeriesLink | null;
  /** The latest that was made from this one. */
  readonly next: SeriesLink | null;
}

export const seriesRoot = 'series';

/** What cannot be read is null, as is what is not there. */
export function readSeries(entries: Iterable<readonly [string, unknown]>): Series {
  const { previous, next } = Object.fromEntries(entries);
  return { previous: readLink(previous), next: readLink(next) };
}

function readLink(value: unknown): SeriesLink | null {
  if (typeof value !== 'object' || value === null) return null;
  const { board, title, at } = value as Partial<Record<string, unknown>>;
  if (!isBoardId(board) || typeof title !== 'string' || typeof at !== 'number' || !Number.isFinite(at))
    return null;
  return { board, title: wellFormed(title.slice(0, limits.titleCharsMax)), at };
}
