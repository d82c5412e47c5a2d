// The light that people point with: a dot where it is, and a trail that fades behind it. Keeps where it was for a moment;
// knows nothing of who may shine.

import type { Vec } from '../../shared/lib/geometry.ts';
import type { FrameView } from './frameView.ts';

interface Spot extends Vec {
  readonly at: number;
}

interface Light {
  colour: string;
  readonly spots: Spot[];
  isOn: boolean;
}

/** How long the trail behind a light is, in time. */
const trailMs = 650;
const widthPx = 7;
const dotPx = 6;
const spotsMax = 90;

/** Mine, beside those of the connections with their numbers. */
export const mine = -1;

export class Lights {
  private readonly lights = new Map<number, Light>();

  get isEmpty(): boolean {
    return this.lights.size === 0;
  }

  /** Where a light is at this moment, in board units and milliseconds. */
  shine(who: number, at: Vec, colour: string, now: number): void {
    const light = this.lights.get(who) ?? { colour, spots: [], isOn: true };
    this.lights.set(who, light);
    light.colour = colour;
    light.isOn = true;
    const last = light.spots.at(-1);
    // At rest it is the same spot, only later.
    if (last?.x === at.x && last.y === at.y) light.spots.pop();
    light.spots.push({ x: at.x, y: at.y, at: now });
    if (light.spots.length > spotsMax) light.spots.shift();
  }

  /** Only these still shine; of the others the trail fades. */
  keepOnly(shining: ReadonlySet<number>): void {
    for (const [who, light] of this.lights) if (!shining.has(who)) light.isOn = false;
  }

  /** Forgets what has faded. True while something is still to be seen moving. */
  fade(now: number): boolean {
    let moves = false;
    for (const [who, { spots, isOn }] of this.lights) {
      while (spots.length > (isOn ? 1 : 0) && now - (spots[0]?.at ?? now) > trailMs) spots.shift();
      if (spots.length === 0) this.lights.delete(who);
      else if (spots.length > 1 || !isOn) moves = true;
    }
    return moves;
  }

  /** `still`: the dot alone, for eyes that want no motion. Expects no transform; leaves none. */
  paint(context: CanvasRenderingContext2D, view: FrameView, now: number, still: boolean): void {
    // Round ends would lie on one another and show as beads.
    context.lineCap = 'butt';
    for (const { spots, colour, isOn } of this.lights.values()) {
      context.strokeStyle = colour;
      context.fillStyle = colour;
      if (!still) paintTrail(context, view, spots, now);
      const last = spots.at(-1);
      if (isOn && last !== undefined) paintDot(context, view, last);
    }
    context.globalAlpha = 1;
  }
}

function paintTrail(
  context: CanvasRenderingContext2D,
  view: FrameView,
  spots: readonly Spot[],
  now: number,
): void {
  for (const [index, spot] of spots.entries()) {
    const before = spots[index - 1];
    if (before === undefined) continue;
    const left = Math.max(0, 1 - (now - before.at) / trailMs);
    const [from, to] = [view.toDevice(before), view.toDevice(spot)];
    context.globalAlpha = 0.75 * left;
    context.lineWidth = Math.max(1, widthPx * view.ratio * (0.25 + 0.75 * left));
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
}

function paintDot(context: CanvasRenderingContext2D, view: FrameView, spot: Vec): void {
  const { x, y } = view.toDevice(spot);
  for (const [radius, alpha] of [
    [dotPx * 2, 0.22],
    [dotPx, 1],
  ] as const) {
    context.globalAlpha = alpha;
    context.beginPath();
    context.arc(x, y, radius * view.ratio, 0, 2 * Math.PI);
    context.fill();
  }
}
