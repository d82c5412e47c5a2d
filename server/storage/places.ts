// Where things are in a data folder, and the version of how they are written.

import path from 'node:path';

/** Grows when an older program could no longer read what this one writes. */
export const formatNow = 1;

export function placesIn(folder: string) {
  return {
    version: path.join(folder, 'version.json'),
    records: path.join(folder, 'records'),
    keys: path.join(folder, 'keys.json'),
    reserve: path.join(folder, 'reserve'),
    backups: path.join(folder, 'backups'),
    keyCopy: path.join(folder, 'backups', 'keys.json'),
    /** A restore under way keeps what it brings here, and says in the file that it has begun to move things. */
    restoring: path.join(folder, 'restoring'),
    restoreBegun: path.join(folder, 'restore.json'),
    /** What a restore moved aside. */
    damaged: path.join(folder, 'damaged'),
  };
}

/** The number in a file like {"format":1}; null when the text is no such file. */
export function parseFormat(text: string): number | null {
  try {
    const format: unknown = (JSON.parse(text) as { format?: unknown } | null)?.format;
    return typeof format === 'number' && Number.isInteger(format) && format > 0 ? format : null;
  } catch {
    return null;
  }
}

/** A time as the name of a folder, UTC, to the second: 2026-03-01T09-00-00Z. */
export function timeName(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}
