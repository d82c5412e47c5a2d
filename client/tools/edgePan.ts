// A drag that reaches the edge of the viewport takes the camera along. Runs only while the hand is near an edge.

import type { Cancel } from '../../shared/lib/env.ts';
import type { Vec } from '../../shared/lib/geometry.ts';
import type { Editor } from '../editor/editor.ts';
import type { Intent } from '../editor/intents.ts';

const edgePx = 28;
const stepMs = 16;
const stepPxMax = 14;

export class EdgePan {
  private readonly editor: Editor;
  private readonly again: (drag: Intent) => void;
  private last: Intent | null = null;
  private stopTimer: Cancel | null = null;

  /** `again` gets the same drag after each step of the camera, with the board point that is now under it. */
  constructor(editor: Editor, again: (drag: Intent) => void) {
    this.editor = editor;
    this.again = again;
  }

  follow(drag: Intent): void {
    this.last = drag;
    if (this.stopTimer === null && this.speed(drag.screen) !== null) this.wait();
  }

  stop(): void {
    this.stopTimer?.();
    this.stopTimer = null;
    this.last = null;
  }

  private wait(): void {
    this.stopTimer = this.editor.env.scheduler.after(stepMs, () => this.step());
  }

  private step(): void {
    this.stopTimer = null;
    const drag = this.last;
    const by = drag === null ? null : this.speed(drag.screen);
    if (drag === null || by === null) return;
    this.editor.camera.panBy(by);
    this.wait();
    this.again({ ...drag, at: this.editor.camera.toBoard(drag.screen) });
  }

  /** Pixels per step, faster the nearer to the edge; null away from every edge. */
  private speed(at: Vec): Vec | null {
    const { w, h } = this.editor.camera.viewport.get();
    const by = { x: pull(at.x, w), y: pull(at.y, h) };
    return by.x === 0 && by.y === 0 ? null : by;
  }
}

function pull(at: number, length: number): number {
  if (length < 4 * edgePx) return 0;
  if (at < edgePx) return -stepPxMax * Math.min(1, (edgePx - at) / edgePx);
  if (at > length - edgePx) return stepPxMax * Math.min(1, (at - length + edgePx) / edgePx);
  return 0;
}
