// How large a picture of a board gets, in pixels per board unit. Runs in a thread of its own.

import { pictureFrame } from '../../shared/transfer/picture/drawn.ts';
import { pictureScale, pixelsLimits } from '../../shared/transfer/picture/size.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';
import { Refused } from '../documents/refused.ts';
import type { PictureAsked, PictureQuery } from './asked.ts';

/** @throws Refused when there is nothing to see, or more of it than can be drawn. */
export function pictureAsked(snapshot: BoardSnapshot, { items, ...wishes }: PictureQuery): PictureAsked {
  const frame = pictureFrame(snapshot.items, items === null ? null : new Set(items));
  if (frame.isEmpty && items !== null) {
    throw new Refused(404, 'nothing-there', 'None of these items is on the board.');
  }
  const scale = pictureScale(frame, wishes);
  if (typeof scale === 'number') return { items, scale };
  const { sideMax, pixelsMax } = pixelsLimits;
  const [width, height, side] = [scale.width, scale.height, sideMax].map((n) => n.toLocaleString('en'));
  throw new Refused(
    413,
    'too-large',
    `This picture would have ${width} by ${height} pixels; ${side} a side and ${pixelsMax / 1e6} million in all are the most. Ask for a smaller scale or width, or for fewer items.`,
  );
}
