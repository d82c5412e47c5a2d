// What hands do, as plain records: raw events as the canvas hands them over, and the intents made of them.

import type { Vec } from '../../shared/lib/geometry.ts';

export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly mod: boolean;
}

export const noModifiers: Modifiers = { shift: false, alt: false, mod: false };

/** One pointer event. `at` in CSS pixels from the top left corner of the canvas, `time` in milliseconds. */
export interface RawPointer {
  readonly type: 'down' | 'move' | 'up' | 'cancel' | 'leave';
  readonly id: number;
  readonly at: Vec;
  /** As in the DOM: 0 main, 1 middle, 2 second. */
  readonly button: number;
  readonly pointerType: 'mouse' | 'pen' | 'touch';
  readonly modifiers: Modifiers;
  readonly time: number;
}

/** `delta` in CSS pixels (lines and pages converted by the canvas). Trackpads report a pinch as a wheel with `mod`. */
export interface RawWheel {
  readonly at: Vec;
  readonly delta: Vec;
  readonly modifiers: Modifiers;
}

/** One key event. `key` and `code` as in the DOM. */
export interface RawKey {
  readonly type: 'down' | 'up';
  readonly key: string;
  readonly code: string;
  readonly modifiers: Modifiers;
  readonly repeat: boolean;
  /** The key went to a text field: only what the field does not use itself may be taken from it. */
  readonly inText: boolean;
}

/** A pointer event that means something, in board units. */
export interface Intent {
  readonly at: Vec;
  readonly screen: Vec;
  /** Where the press began. The same board point even when the camera moved since. */
  readonly start: Vec;
  readonly startScreen: Vec;
  readonly button: number;
  readonly touch: boolean;
  readonly modifiers: Modifiers;
}

/** CSS cursor names. */
export type CursorStyle =
  | 'default'
  | 'pointer'
  | 'grab'
  | 'grabbing'
  | 'crosshair'
  | 'copy'
  | 'move'
  | 'text'
  | 'nwse-resize'
  | 'nesw-resize'
  | 'ns-resize'
  | 'ew-resize';
