// What this device keeps about the comments of one board: what was seen, and what was written while nobody could be
// reached. Read as unknown; a browser that keeps nothing forgets it with the page, and that is no error.

import * as v from 'valibot';
import { isCommentId, type Place } from '../../../shared/features/talk.ts';
import type { SeenMark } from '../../../shared/features/talkSeen.ts';
import { isItemId } from '../../../shared/lib/ids.ts';
import type { Unsubscribe } from '../../../shared/lib/signal.ts';
import type { Shelf } from '../../ui/shelf.ts';

const seenSchema = v.object({ upTo: v.number(), threads: v.record(v.string(), v.number()) });

const letterSchema = v.object({
  id: v.custom<string>(isCommentId),
  place: v.custom<Place>((value) => value === 'board' || isItemId(value)),
  re: v.nullable(v.custom<string>(isCommentId)),
  text: v.string(),
  writtenAt: v.number(),
});
/** A comment on its way to the server. */
export type Letter = Readonly<v.InferOutput<typeof letterSchema>>;

/** More than anybody writes in a tunnel. */
const lettersMax = 200;

export class DeviceShelf {
  private readonly shelf: Shelf | null;
  private readonly key: string;

  /** `who`: two people who share a browser, one after the other, do not send each other's letters. */
  constructor(shelf: Shelf | null, board: string, who: string) {
    this.shelf = shelf;
    this.key = `wallflower.talk.${board}.${who}`;
  }

  seen(): SeenMark | null {
    return this.read(`${this.key}.seen`, seenSchema);
  }

  keepSeen(mark: SeenMark): void {
    this.write(`${this.key}.seen`, mark);
  }

  letters(): readonly Letter[] {
    const list = this.read(`${this.key}.letters`, v.array(v.unknown())) ?? [];
    return list
      .map((entry) => v.safeParse(letterSchema, entry))
      .flatMap((parsed) => (parsed.success ? [parsed.output] : []));
  }

  /** False when this browser would not keep them. */
  keepLetters(letters: readonly Letter[]): boolean {
    if (letters.length === 0) return this.remove(`${this.key}.letters`);
    return this.write(`${this.key}.letters`, letters.slice(-lettersMax));
  }

  /** Calls back when another tab of this browser has seen more. */
  followSeen(listener: (mark: SeenMark) => void): Unsubscribe {
    const hear = (event: StorageEvent) => {
      if (event.key !== `${this.key}.seen`) return;
      const mark = this.seen();
      if (mark !== null) listener(mark);
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }

  private read<Schema extends v.GenericSchema>(key: string, schema: Schema): v.InferOutput<Schema> | null {
    try {
      const parsed = v.safeParse(schema, JSON.parse(this.shelf?.getItem(key) ?? 'null'));
      return parsed.success ? parsed.output : null;
    } catch {
      return null;
    }
  }

  private write(key: string, value: unknown): boolean {
    try {
      this.shelf?.setItem(key, JSON.stringify(value));
      return this.shelf !== null;
    } catch {
      return false;
    }
  }

  private remove(key: string): boolean {
    try {
      this.shelf?.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }
}
