// The view slides just far enough to show something, while somebody writes; any other move of the view ends it. Turns a box
// into camera steps; knows nothing of what is in the box.

import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Camera, CameraView } from './camera.ts';

const stepMs = 16;
// Two thirds of the way in this time: there within 200 ms.
const glideMs = 50;
const arrivedPixels = 0.5;
/** Kept free for the corners at the top and the tools at the bottom; in pixels. */
const clear = { top: 76, bottom: 132, side: 24 };
/** What a hand has put somewhere stays under it: it only must not be cut off. */
const whole = { top: 8, bottom: 8, side: 8 };

export class Glide {
  private readonly camera: Camera;
  private readonly scheduler: Scheduler;
  /** Straight to the place instead: for eyes that want no motion. */
  private readonly isStill: () => boolean;
  private readonly stopListening: Unsubscribe;
  private target: CameraView | null = null;
  private moving = false;
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
    const { zoom } = this.camera;
    const margin = how === 'clear' ? clear : whole;
    const around = {
      x: box.x - margin.side / zoom,
      y: box.y - margin.top / zoom,
      w: box.w + (2 * margin.side) / zoom,
      h: box.h + (margin.top + margin.bottom) / zoom,
    };
    const target = this.camera.viewThatShows(around, 0);
    this.stop();
    if (target === this.camera.view.get()) return;
    this.target = target;
    this.step();
  }

  destroy(): void {
    this.stop();
    this.stopListening();
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
    const arrives = this.isStill() || left < arrivedPixels;
    const share = arrives ? 1 : 1 - Math.exp(-stepMs / glideMs);
    this.moving = true;
    try {
      this.camera.set({ x: x + (target.x - x) * share, y: y + (target.y - y) * share, zoom });
    } finally {
      this.moving = false;
    }
    if (arrives) this.target = null;
    else this.stopStep = this.scheduler.after(stepMs, () => this.step());
  }
}
