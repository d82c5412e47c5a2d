// Which part of the board is seen, and how large. Knows two planes, the board's and the screen's; nothing of what is on them.

import { type Box, centre, clamp, type Vec } from '../../shared/lib/geometry.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';

export interface CameraView {
  /** The board point at the top left corner of the viewport. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels per board unit. */
  readonly zoom: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

export const zoomLimits = { min: 0.05, max: 4 } as const;

export class Camera {
  private readonly current = new Signal<CameraView>({ x: 0, y: 0, zoom: 1 });
  readonly view: ReadonlySignal<CameraView> = this.current;
  /** CSS pixels. The canvas sets it; screen points are relative to its top left corner. */
  readonly viewport = new Signal<Size>({ w: 1024, h: 768 });

  get zoom(): number {
    return this.current.get().zoom;
  }

  toBoard(screen: Vec): Vec {
    const { x, y, zoom } = this.current.get();
    return { x: x + screen.x / zoom, y: y + screen.y / zoom };
  }

  toScreen(board: Vec): Vec {
    const { x, y, zoom } = this.current.get();
    return { x: (board.x - x) * zoom, y: (board.y - y) * zoom };
  }

  /** A board box in screen pixels. */
  boxToScreen(box: Box): Box {
    const at = this.toScreen(box);
    return { x: at.x, y: at.y, w: box.w * this.zoom, h: box.h * this.zoom };
  }

  /** The part of the board in the viewport. */
  visible(): Box {
    const { x, y, zoom } = this.current.get();
    const { w, h } = this.viewport.get();
    return { x, y, w: w / zoom, h: h / zoom };
  }

  /** Moves the view by so many pixels: positive `x` shows what lies further right. */
  panBy(screen: Vec): void {
    if (screen.x === 0 && screen.y === 0) return;
    const { x, y, zoom } = this.current.get();
    this.set({ x: x + screen.x / zoom, y: y + screen.y / zoom, zoom });
  }

  /** Zooms round a screen point, which keeps showing the same board point. */
  zoomAt(screen: Vec, factor: number): void {
    this.setZoom(this.zoom * factor, screen);
  }

  /** Round the middle of the viewport when no point is given. */
  setZoom(zoom: number, round?: Vec): void {
    const { w, h } = this.viewport.get();
    const screen = round ?? { x: w / 2, y: h / 2 };
    const fixed = this.toBoard(screen);
    const next = clampZoom(zoom);
    this.set({ x: fixed.x - screen.x / next, y: fixed.y - screen.y / next, zoom: next });
  }

  /** Shows the whole box in the middle, no larger than life. `padding` in pixels on every side. */
  fit(box: Box, padding = 64): void {
    const { w, h } = this.viewport.get();
    const roomW = Math.max(1, w - 2 * padding);
    const roomH = Math.max(1, h - 2 * padding);
    const zoom = Math.min(1, clampZoom(Math.min(roomW / Math.max(1, box.w), roomH / Math.max(1, box.h))));
    const middle = centre(box);
    this.set({ x: middle.x - w / zoom / 2, y: middle.y - h / zoom / 2, zoom });
  }

  /** The smallest pan that shows the box, `padding` pixels away from the edge; nothing when it is in view. */
  reveal(box: Box, padding = 32): void {
    this.set(this.viewThatShows(box, padding));
  }

  /** The view after the smallest pan of `view` that shows the box; `view` itself when it is in view. */
  viewThatShows(box: Box, padding = 32, view: CameraView = this.current.get()): CameraView {
    const { w, h } = this.viewport.get();
    const by = {
      x: intoRange((box.x - view.x) * view.zoom, box.w * view.zoom, w, padding),
      y: intoRange((box.y - view.y) * view.zoom, box.h * view.zoom, h, padding),
    };
    if (by.x === 0 && by.y === 0) return view;
    return { x: view.x + by.x / view.zoom, y: view.y + by.y / view.zoom, zoom: view.zoom };
  }

  set(view: CameraView): void {
    const { x, y, zoom } = this.current.get();
    if (![view.x, view.y, view.zoom].every(Number.isFinite)) return;
    const next = { x: view.x, y: view.y, zoom: clampZoom(view.zoom) };
    if (next.x === x && next.y === y && next.zoom === zoom) return;
    this.current.set(next);
  }
}

export function clampZoom(zoom: number): number {
  return Number.isFinite(zoom) ? clamp(zoom, zoomLimits.min, zoomLimits.max) : 1;
}

/** How far to pan so that a stretch lies in the room; its start wins when it does not fit. */
function intoRange(start: number, length: number, room: number, padding: number): number {
  const hiddenBefore = start - padding;
  const hiddenAfter = start + length - (room - padding);
  if (hiddenBefore < 0) return hiddenBefore;
  return hiddenAfter > 0 ? Math.min(hiddenAfter, hiddenBefore) : 0;
}
