// What the editor needs from the outside, in its own words. `client/sync` implements it; tests and the gallery fake it.

import type { Box, Vec } from '../../shared/lib/geometry.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import type { ReadonlySignal, Unsubscribe } from '../../shared/lib/signal.ts';
import type { Cursor, Hold } from '../../shared/protocol/presence.ts';

/** A participant as everybody sees them. `colour` is an index into the presence palette (0 to 11). */
export interface Person {
  readonly id: ParticipantId;
  readonly name: string;
  readonly colour: number;
}

/** One connection of somebody else: a person with two tabs open is two of these with the same `person.id`. */
export interface Other {
  readonly slot: number;
  readonly person: Person;
  readonly cursor: Cursor;
  readonly hold: Hold;
}

export interface Presence {
  /** Everybody else who is here now. The array is new whenever anything changed. */
  others(): readonly Other[];
  subscribe(listener: () => void): Unsubscribe;
  /** Throttled by the implementation; the last value wins. */
  showCursor(cursor: Cursor): void;
  /** Sent when it changed. */
  showHold(hold: Hold): void;
}

/** Who wrote an item, where the server says so. */
export type AuthorOf = (id: ItemId) => Person | null;

/** The items whose author is another one now; `everybody` when people themselves changed, their names for example. */
export type AuthorsChange = ReadonlySet<ItemId> | 'everybody';

/** New items that are shown to come from one place, all at the same time: only on the screen. */
export interface Dealt {
  readonly ids: ReadonlySet<ItemId>;
  /** Where they come from, in board units. */
  readonly deck: Vec;
}

/** What the open text field holds, and its selection in UTF-16 units. */
export interface FieldState {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text of several lines or cells that has just been pasted into the field. */
export interface Pasted {
  readonly from: number;
  readonly to: number;
  /** What the clipboard had as HTML: cells are known by it. */
  readonly html?: string;
}

/** The open text field, for what stands beside the caret. */
export interface OpenField {
  readonly id: ItemId;
  readonly state: ReadonlySignal<FieldState>;
  /** Where the caret stands, in pixels from the canvas' top left corner. */
  caretBox(): Box;
  /** As if typed; the caret goes behind it. */
  replace(from: number, to: number, insert: string): void;
  /** Asked about every key first, as a chord of `keys.ts`; true when it used the key up. */
  captureKeys(listener: (chord: string) => boolean): Unsubscribe;
  /** As if the key had been pressed in the field, for those who listen here. */
  press(chord: string): void;
  observePasted(listener: (pasted: Pasted) => void): Unsubscribe;
  /** Tells assistive technology which list the field steers, and which of its options is the current one. */
  steer(list: string | null, option: string | null): void;
  /** Writes what an input method still holds. */
  settle(): void;
}
