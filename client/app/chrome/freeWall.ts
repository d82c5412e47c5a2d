// What of the wall nothing floats over: between the corners, the tools, and whatever covers a part of it at the moment.

import type { Box } from '../../../shared/lib/geometry.ts';
import { covers } from '../../ui/covers.ts';
import { phoneBelowPx } from '../../ui/panelSize.ts';

const gapPx = 8;
const cornersPx = 76;
/** The tools and the hint above them; on a phone the way back to everything lies above these. */
const toolsPx = { wide: 128, phone: 192 };

/** In pixels of a view that is `w` by `h` and begins at the page's corner. */
export function freeWall(w: number, h: number): Box {
  let left = gapPx;
  let top = cornersPx;
  let right = w - gapPx;
  let bottom = h - (w > phoneBelowPx ? toolsPx.wide : toolsPx.phone);
  for (const [element, kind] of covers.all()) {
    const box = element.getBoundingClientRect();
    // Kept for ears only.
    if (box.width <= 1) continue;
    if (kind === 'top') top = Math.max(top, box.bottom + gapPx);
    else if (kind === 'low' || box.width >= w - gapPx) bottom = Math.min(bottom, box.top - gapPx);
    else if (box.left + box.width / 2 < w / 2) left = Math.max(left, box.right + gapPx);
    else right = Math.min(right, box.left - gapPx);
  }
  return { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) };
}
