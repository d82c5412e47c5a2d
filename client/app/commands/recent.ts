// Which commands this browser used last, latest first. A browser that keeps nothing has used none.

import * as v from 'valibot';
import type { Shelf } from '../../ui/shelf.ts';

/** The part of a shelf that is needed. */
type Kept = Pick<Shelf, 'getItem' | 'setItem'>;

const key = 'wallflower.recentCommands';
const kept = 8;
const schema = v.array(v.pipe(v.string(), v.maxLength(80)));

export function recentCommands(shelf: Kept | null): readonly string[] {
  try {
    const parsed = v.safeParse(schema, JSON.parse(shelf?.getItem(key) ?? '[]'));
    return parsed.success ? parsed.output.slice(0, kept) : [];
  } catch {
    return [];
  }
}

export function rememberCommand(shelf: Kept | null, id: string): void {
  const ids = [id, ...recentCommands(shelf).filter((other) => other !== id)].slice(0, kept);
  try {
    shelf?.setItem(key, JSON.stringify(ids));
  } catch {
    // Nothing is lost but the memory of it.
  }
}
