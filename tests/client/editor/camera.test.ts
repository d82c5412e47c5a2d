// The camera: two planes and the way between them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Camera, zoomLimits } from '../../../client/editor/camera.ts';

const coordinate = fc.double({ min: -100_000, max: 100_000, noNaN: true });
const vec = fc.record({ x: coordinate, y: coordinate });
const view = fc.record({ x: coordinate, y: coordinate, zoom: fc.double({ min: 0.05, max: 4, noNaN: true }) });

function near(a: { x: number; y: number }, b: { x: number; y: number }, within = 1e-4): boolean {
  return Math.abs(a.x - b.x) < within && Math.abs(a.y - b.y) < within;
}

describe('the camera', () => {
  it('to the screen and back is where we were', () => {
    fc.assert(
      fc.property(view, vec, (at, point) => {
        const camera = new Camera();
        camera.set(at);
        return near(camera.toBoard(camera.toScreen(point)), point);
      }),
      { seed: 1 },
    );
  });

  it('zooming keeps the point under the pointer, and stays between 5 % and 400 %', () => {
    fc.assert(
      fc.property(view, vec, fc.double({ min: 0.01, max: 100, noNaN: true }), (at, screen, factor) => {
        const camera = new Camera();
        camera.set(at);
        const under = camera.toBoard(screen);
        camera.zoomAt(screen, factor);
        const inRange = camera.zoom >= zoomLimits.min && camera.zoom <= zoomLimits.max;
        return inRange && near(camera.toBoard(screen), under);
      }),
      { seed: 2 },
    );
  });

  it('fitting shows the whole box in the middle, never larger than life', () => {
    const camera = new Camera();
    camera.viewport.set({ w: 1_000, h: 500 });
    camera.fit({ x: 100, y: 100, w: 1_744, h: 50 }, 64);
    const wide = camera.view.get();
    camera.fit({ x: 0, y: 0, w: 10, h: 10 }, 64);
    expect([wide, camera.view.get()]).toEqual([
      { x: -28, y: -375, zoom: 0.5 },
      { x: -495, y: -245, zoom: 1 },
    ]);
  });

  it('revealing moves as little as it must', () => {
    const camera = new Camera();
    camera.viewport.set({ w: 1_000, h: 500 });
    camera.reveal({ x: 100, y: 100, w: 200, h: 200 });
    const inside = camera.view.get();
    camera.reveal({ x: 900, y: -100, w: 200, h: 200 });
    expect([inside, camera.view.get()]).toEqual([
      { x: 0, y: 0, zoom: 1 },
      { x: 132, y: -132, zoom: 1 },
    ]);
  });

  it('nonsense changes nothing, and the same view tells nobody', () => {
    const camera = new Camera();
    let told = 0;
    camera.view.subscribe(() => told++);
    camera.panBy({ x: Number.NaN, y: 1 });
    camera.set({ x: 0, y: 0, zoom: 1 });
    camera.zoomAt({ x: 0, y: 0 }, Number.POSITIVE_INFINITY);
    expect([camera.view.get(), told]).toEqual([{ x: 0, y: 0, zoom: 1 }, 0]);
  });
});
