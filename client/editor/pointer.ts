// Raw pointer, wheel and space-bar events to intents. Decides what is a drag, a double click, a long press, a pinch; the
// camera's own gestures end here, everything else goes on to the current tool. Knows nothing of items.

import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import { add, distance, type Vec } from '../../shared/lib/geometry.ts';
import { Signal } from '../../shared/lib/signal.ts';
import type { Camera } from './camera.ts';
import type { Intent, RawKey, RawPointer, RawWheel } from './intents.ts';

/** Who hears the intents. */
export interface IntentSink {
  gesture(
    kind: 'down' | 'hover' | 'dragStart' | 'drag' | 'up' | 'doubleClick' | 'longPress',
    intent: Intent,
  ): void;
  /** The pointer is no longer over the canvas. */
  leave(): void;
  cancel(): void;
  complete(): void;
}

const dragStartPx = { mouse: 3, pen: 5, touch: 8 } as const;
const doubleClickMs = 400;
const doubleClickPx = { mouse: 6, pen: 12, touch: 24 } as const;
const longPressMs = 500;
// One notch of a wheel is about 100 px and zooms by a fifth; a trackpad's pinch comes in much smaller steps.
const zoomPerPx = 0.0022;
const wheelPxMax = 120;

interface Press {
  readonly id: number;
  readonly start: Vec;
  readonly startScreen: Vec;
  readonly time: number;
  last: RawPointer;
  phase: 'pressed' | 'dragging' | 'long' | 'panning';
  stopLongPress: Cancel;
}

export class Pointer {
  /** True while the hand moves the camera itself: space or the middle button, or two fingers. */
  readonly panning = new Signal(false);
  private readonly camera: Camera;
  private readonly scheduler: Scheduler;
  private readonly sink: IntentSink;
  private readonly fingers = new Map<number, Vec>();
  private press: Press | null = null;
  private lastClick: { readonly at: Vec; readonly time: number } | null = null;
  private space = false;
  private pinching = false;

  constructor(camera: Camera, scheduler: Scheduler, sink: IntentSink) {
    this.camera = camera;
    this.scheduler = scheduler;
    this.sink = sink;
  }

  handle(raw: RawPointer): void {
    if (raw.pointerType === 'touch' && this.pinch(raw)) return;
    switch (raw.type) {
      case 'down':
        this.down(raw);
        break;
      case 'move':
        this.move(raw);
        break;
      case 'up':
        this.up(raw);
        break;
      case 'cancel':
        this.complete();
        break;
      case 'leave':
        if (this.press === null) this.sink.leave();
        break;
    }
  }

  wheel(raw: RawWheel): void {
    const { mod, shift } = raw.modifiers;
    if (mod) {
      const dy = Math.max(-wheelPxMax, Math.min(wheelPxMax, raw.delta.y));
      this.camera.zoomAt(raw.at, Math.exp(-dy * zoomPerPx));
    } else {
      // Mice without a second wheel scroll sideways with shift; browsers differ in who swaps the axes.
      const sideways = shift && raw.delta.x === 0;
      this.camera.panBy(sideways ? { x: raw.delta.y, y: 0 } : raw.delta);
    }
    // The board moved under a resting hand: what it drags comes along.
    if (this.press?.phase === 'dragging') this.tell('drag', this.press.last);
  }

  /** The space bar belongs to the hand, and is let go of wherever it comes up. True when the key is used up. */
  key(raw: RawKey): boolean {
    const isSpace = raw.key === ' ' || raw.code === 'Space';
    if (!isSpace || (raw.inText && raw.type === 'down')) return false;
    this.space = raw.type === 'down';
    this.tellPanning();
    return !raw.inText;
  }

  /** The window lost focus or the system took the pointer: what was under way is finished, and nothing is held any more. */
  complete(): void {
    this.endPress();
    this.fingers.clear();
    this.pinching = false;
    this.space = false;
    this.tellPanning();
    this.sink.complete();
  }

  private down(raw: RawPointer): void {
    if (this.press !== null) return;
    const camera = raw.button === 1 || (this.space && raw.button === 0);
    this.press = {
      id: raw.id,
      start: this.camera.toBoard(raw.at),
      startScreen: raw.at,
      time: raw.time,
      last: raw,
      phase: camera ? 'panning' : 'pressed',
      stopLongPress: () => {},
    };
    this.tellPanning();
    if (camera) return;
    if (raw.pointerType !== 'mouse') {
      this.press.stopLongPress = this.scheduler.after(longPressMs, () => this.longPress());
    }
    this.tell('down', raw);
  }

  private move(raw: RawPointer): void {
    const { press } = this;
    if (press === null) {
      this.tell('hover', raw);
      return;
    }
    if (raw.id !== press.id) return;
    const before = press.last;
    // Only a press has a button; a move keeps that of its press.
    press.last = { ...raw, button: before.button };
    if (press.phase === 'panning') {
      this.camera.panBy({ x: before.at.x - raw.at.x, y: before.at.y - raw.at.y });
      return;
    }
    if (press.phase !== 'dragging') {
      if (distance(press.startScreen, raw.at) < dragStartPx[raw.pointerType]) return;
      press.phase = 'dragging';
      press.stopLongPress();
      this.tell('dragStart', press.last);
      if (this.press !== press) return;
    }
    this.tell('drag', press.last);
  }

  private up(raw: RawPointer): void {
    const { press } = this;
    if (press === null || raw.id !== press.id) return;
    const release = { ...raw, button: press.last.button };
    press.last = release;
    const { phase } = press;
    if (phase !== 'panning') this.tell('up', release);
    this.endPress();
    this.tellPanning();
    if (raw.pointerType === 'touch') this.sink.leave();
    if (phase !== 'pressed' || release.button !== 0) {
      this.lastClick = null;
      return;
    }
    const again =
      this.lastClick !== null &&
      press.time - this.lastClick.time <= doubleClickMs &&
      distance(this.lastClick.at, raw.at) <= doubleClickPx[raw.pointerType];
    this.lastClick = again ? null : { at: raw.at, time: raw.time };
    if (again) this.sink.gesture('doubleClick', this.intent(release, press));
  }

  private longPress(): void {
    const { press } = this;
    if (press === null || press.phase !== 'pressed') return;
    press.phase = 'long';
    this.tell('longPress', press.last);
  }

  /** Two fingers move and zoom the camera. True while that is so, until the last finger is lifted. */
  private pinch(raw: RawPointer): boolean {
    const before = new Map(this.fingers);
    if (raw.type === 'down' || (raw.type === 'move' && this.fingers.has(raw.id))) {
      this.fingers.set(raw.id, raw.at);
    } else if (raw.type !== 'move') this.fingers.delete(raw.id);
    if (raw.type === 'down' && this.fingers.size === 2 && !this.pinching) {
      this.pinching = true;
      this.endPress();
      this.lastClick = null;
      this.sink.cancel();
      this.tellPanning();
      return true;
    }
    if (!this.pinching) return false;
    if (raw.type === 'move' && this.fingers.size >= 2) this.followFingers(before);
    if (this.fingers.size === 0) {
      this.pinching = false;
      this.tellPanning();
    }
    return true;
  }

  private followFingers(before: ReadonlyMap<number, Vec>): void {
    const [a, b] = [...this.fingers.keys()];
    if (a === undefined || b === undefined) return;
    const was = span(before.get(a), before.get(b));
    const is = span(this.fingers.get(a), this.fingers.get(b));
    if (was === null || is === null) return;
    this.camera.panBy({ x: was.middle.x - is.middle.x, y: was.middle.y - is.middle.y });
    if (was.length > 0) this.camera.zoomAt(is.middle, is.length / was.length);
  }

  private endPress(): void {
    this.press?.stopLongPress();
    this.press = null;
  }

  private tell(kind: Parameters<IntentSink['gesture']>[0], raw: RawPointer): void {
    this.sink.gesture(kind, this.intent(raw, this.press));
  }

  private intent(raw: RawPointer, press: Press | null): Intent {
    const at = this.camera.toBoard(raw.at);
    return {
      at,
      screen: raw.at,
      start: press?.start ?? at,
      startScreen: press?.startScreen ?? raw.at,
      button: raw.button,
      touch: raw.pointerType === 'touch',
      modifiers: raw.modifiers,
    };
  }

  private tellPanning(): void {
    this.panning.set(this.space || this.pinching || this.press?.phase === 'panning');
  }
}

function span(a: Vec | undefined, b: Vec | undefined): { middle: Vec; length: number } | null {
  if (a === undefined || b === undefined) return null;
  const sum = add(a, b);
  return { middle: { x: sum.x / 2, y: sum.y / 2 }, length: distance(a, b) };
}
