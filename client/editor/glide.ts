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

  /** Nothing when it is in view; `padding` in pixels. */
  reveal(box: Box, padding?: number): void {
    const target = this.camera.viewThatShows(box, padding);
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
