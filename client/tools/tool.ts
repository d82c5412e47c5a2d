// A gesture is a path of named moments. Entering a moment is constructing it; its handlers return the next moment, or
// nothing to stay. Moments are present participles, so that a path reads as a sentence: select.translating.

import type { ItemId } from '../../shared/lib/ids.ts';
import type { CursorStyle, Intent, RawKey } from '../editor/intents.ts';
import type { MessageId } from '../text/catalogue.ts';

export type ToolName = 'select' | 'hand' | 'note' | 'cluster' | 'laser' | 'vote';

/** What a handler answers: the next moment, or nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: a handler without a return statement stays where it is.
export type Next = ToolState | undefined | void;

export interface ToolState {
  readonly tool: ToolName;
  /** For example `translating`; tests and the debug overlay show `select.translating`. */
  readonly name: string;
  /** The line above the toolbar. */
  readonly hint: MessageId;
  readonly cursor: CursorStyle;
  /** Takes over; called once, when the moment becomes the current one. */
  enter?(): Next;
  down?(press: Intent): Next;
  /** A pointer that is not pressed moves. */
  hover?(at: Intent): Next;
  dragStart?(drag: Intent): Next;
  drag?(drag: Intent): Next;
  up?(release: Intent): Next;
  doubleClick?(at: Intent): Next;
  longPress?(at: Intent): Next;
  /** Keys before the actions see them; true when used up. */
  key?(key: RawKey): { readonly used: boolean; readonly next?: ToolState };
  /** Escape, or a second finger: back out one step, throw away what is not committed. */
  cancel?(): Next;
  /** The window lost focus, or the system took the pointer: keep what there is and come to rest. */
  complete?(): Next;
  /** Items were deleted, perhaps the ones in hand. */
  gone?(ids: ReadonlySet<ItemId>): Next;
  /** Something else takes over now. Last chance to tidy; never writes a gesture that was cancelled. */
  leave?(): void;
}
