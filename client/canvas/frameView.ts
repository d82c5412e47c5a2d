// The camera as a painter needs it: whole device pixels, so that edges are crisp and glyphs are not drawn anew at every pan.

import { type Box, inflated, overlaps, type Vec } from '../../shared/lib/geometry.ts';
import type { CameraView, Size } from '../editor/camera.ts';

export class FrameView {
  /** CSS pixels per board unit. */
  readonly zoom: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** Device pixels per board unit. */
  readonly scale: number;
  /** Where the board's origin is, in whole device pixels. */
  readonly originX: number;
  readonly originY: number;
  /** Of the canvas, in device pixels. */
  readonly width: number;
  readonly height: number;

  constructor(camera: CameraView, viewport: Size, ratio: number) {
    this.zoom = camera.zoom;
    this.ratio = ratio;
    this.scale = camera.zoom * ratio;
    this.originX = Math.round(-camera.x * this.scale);
    this.originY = Math.round(-camera.y * this.scale);
    this.width = Math.floor(viewport.w * ratio);
    this.height = Math.floor(viewport.h * ratio);
  }

  /** From here on the context draws in board units. */
  applyTo(context: CanvasRenderingContext2D): void {
    context.setTransform(this.scale, 0, 0, this.scale, this.originX, this.originY);
  }

  /** The board coordinate nearest to this one that lies on a device pixel. */
  snapX(x: number): number {
    return (Math.round(x * this.scale + this.originX) - this.originX) / this.scale;
  }

  snapY(y: number): number {
    return (Math.round(y * this.scale + this.originY) - this.originY) / this.scale;
  }

  /** So many CSS pixels, in board units. */
  pixels(count: number): number {
    return count / this.zoom;
  }

  toDevice(point: Vec): Vec {
    return { x: point.x * this.scale + this.originX, y: point.y * this.scale + this.originY };
  }

  /** The device pixels a board box touches, not cut to the canvas. */
  deviceBox(box: Box): Box {
    const x = Math.floor(box.x * this.scale + this.originX);
    const y = Math.floor(box.y * this.scale + this.originY);
    const right = Math.ceil((box.x + box.w) * this.scale + this.originX);
    const bottom = Math.ceil((box.y + box.h) * this.scale + this.originY);
    return { x, y, w: right - x, h: bottom - y };
  }

  /** A box as its paper is painted: edges on the nearest device pixels. */
  paperBox(box: Box): Box {
    const x = Math.round(box.x * this.scale + this.originX);
    const y = Math.round(box.y * this.scale + this.originY);
    const right = Math.round((box.x + box.w) * this.scale + this.originX);
    const bottom = Math.round((box.y + box.h) * this.scale + this.originY);
    return { x, y, w: right - x, h: bottom - y };
  }

  /** The part of the board behind these device pixels. */
  boardBox(device: Box): Box {
    return {
      x: (device.x - this.originX) / this.scale,
      y: (device.y - this.originY) / this.scale,
      w: device.w / this.scale,
      h: device.h / this.scale,
    };
  }

  /** What may show on the canvas: shadows reach out of their notes. */
  visible(): Box {
    return inflated(this.boardBox({ x: 0, y: 0, w: this.width, h: this.height }), overhang);
  }

  shows(box: Box): boolean {
    return overlaps(inflated(box, overhang), this.boardBox({ x: 0, y: 0, w: this.width, h: this.height }));
  }
}

/** How far an item's shadow may reach out of its box, in board units. */
export const overhang = 12;
