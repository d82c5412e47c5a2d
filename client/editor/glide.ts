// The view slides just far enough to show something, and comes near enough to read it, while somebody writes; any other move
// of the view ends it. Turns a box into camera steps; knows nothing of what is in the box.

import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import { type Box, centre, clamp } from '../../shared/lib/geometry.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import { type Camera, type CameraView, clampZoom } from './camera.ts';
import { cameraOn } from './follow.ts';

const stepMs = 16;
// Two thirds of the way in this time: there within 200 ms.
const glideMs = 50;
// Somewhere else altogether: slow enough to see which way it went.
const travelMs = 110;
const arrivedPixels = 0.5;
const arrivedGrowth = 0.002;
/** Kept free for the corners at the top, and at the bottom for the tools, the hint and what stands below a text; in pixels. */
const clear = { top: 76, bottom: 160, side: 24 };
/** What a hand has put somewhere stays under it: it only must not be cut off. */
const whole = { top: 8, bottom: 8, side: 8 };
/** Nobody writes into a box whose shorter side is less than this; the view then comes so near that it is `readable`. */
const tooSmall = 90;
const readable = 150;
/** How much of the way from its middle to its rim it may slide away from under the hand. */
const underHand = 0.8;

export class Glide {
  private readonly camera: Camera;
  private readonly scheduler: Scheduler;
  /** Straight to the place instead: for eyes that want no motion. */
  private readonly isStill: () => boolean;
  private readonly stopListening: Unsubscribe;
  private target: CameraView | null = null;
  private moving = false;
  private pace = glideMs;
  private stopStep: Cancel = () => {};

  constructor(parts: { camera: Camera; scheduler: Scheduler; isStill: () => boolean }) {
    this.camera = parts.camera;
    this.scheduler = parts.scheduler;
    this.isStill = parts.isStill;
    this.stopListening = parts.camera.view.subscribe(() => {
      if (!this.moving) this.stop();
    });
  }

  /** Nothing happens when it is in view: clear of what floats over the canvas, or at least whole. */
  reveal(box: Box, how: 'clear' | 'whole' = 'clear'): void {
    this.goTo(this.viewOf(box, how, this.arrival));
  }

  /** Comes near where the box is too small on the screen to be written in; else nothing happens. */
  comeNear(box: Box): void {
    const from = this.arrival;
    const shorter = Math.min(box.w, box.h);
    if (shorter * from.zoom >= tooSmall) return;
    const zoom = clampZoom(readable / shorter);
    const middle = centre(box);
    // Grows where it lies, then slides as far as it must.
    const kept = from.zoom / zoom;
    const round = {
      x: middle.x - (middle.x - from.x) * kept,
      y: middle.y - (middle.y - from.y) * kept,
      zoom,
    };
    const clearOf = this.viewOf(box, 'clear', round);
    // The hand that opened it stays on it: what follows a touch still goes to the text.
    const slack = (shorter / 2) * underHand;
    this.goTo({
      x: round.x + clamp(clearOf.x - round.x, -slack, slack),
      y: round.y + clamp(clearOf.y - round.y, -slack, slack),
      zoom,
    });
  }

  /** All of this part of the board, in the middle, as large as it fits. */
  travel(view: Box): void {
    this.goTo(cameraOn(view, this.camera.viewport.get()), travelMs);
  }

  /** To a view as it was. */
  travelBack(view: CameraView): void {
    this.goTo(view, travelMs);
  }

  destroy(): void {
    this.stop();
    this.stopListening();
  }

  private viewOf(box: Box, how: 'clear' | 'whole', from: CameraView): CameraView {
    const { zoom } = from;
    const margin = how === 'clear' ? clear : whole;
    const around = {
      x: box.x - margin.side / zoom,
      y: box.y - margin.top / zoom,
      w: box.w + (2 * margin.side) / zoom,
      h: box.h + (margin.top + margin.bottom) / zoom,
    };
    return this.camera.viewThatShows(around, 0, from);
  }

  /** Where the view will be: what is asked for on the way is asked of that. */
  private get arrival(): CameraView {
    return this.target ?? this.camera.view.get();
  }

  private goTo(target: CameraView, pace = glideMs): void {
    if (target === this.arrival) return;
    this.stop();
    this.pace = pace;
    this.target = target;
    this.step();
  }

  private stop(): void {
    this.stopStep();
    this.target = null;
  }

  private step(): void {
    const { target } = this;
    if (target === null) return;
    const { x, y, zoom } = this.camera.view.get();
    const left = Math.max(Math.abs(target.x - x), Math.abs(target.y - y)) * zoom;
    const grows = target.zoom / zoom;
    const arrives = this.isStill() || (left < arrivedPixels && Math.abs(grows - 1) < arrivedGrowth);
    const share = arrives ? 1 : 1 - Math.exp(-stepMs / this.pace);
    const next = arrives ? target.zoom : zoom * grows ** share;
    // The corner runs ahead of the growth, so that everything else on the screen moves in straight lines.
    const way = grows === 1 ? share : (1 - zoom / next) / (1 - zoom / target.zoom);
    this.moving = true;
    try {
      this.camera.set({ x: x + (target.x - x) * way, y: y + (target.y - y) * way, zoom: next });
    } finally {
      this.moving = false;
    }
    if (arrives) this.target = null;
    else this.stopStep = this.scheduler.after(stepMs, () => this.step());
  }
}
