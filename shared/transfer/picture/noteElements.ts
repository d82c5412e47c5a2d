// One note of a picture: shadow, paper, band, words, who wrote it.

import type { Item } from '../../items/item.ts';
import { fitText, type TextLayout } from '../../lettering/fitText.ts';
import {
  bandEdgeHeight,
  bandHeight,
  liftOf,
  noteTextBox,
  shadowStrips,
  sideUnits,
} from '../../lettering/notePaper.ts';
import {
  baselineOf,
  bulletEm,
  bulletRiseEm,
  firstLineTop,
  linkLeft,
  underlineDropEm,
  underlineEm,
} from '../../lettering/placing.ts';
import { edgeOf } from '../../lettering/shapeLines.ts';
import type { FontMetrics, WordWidths } from '../../lettering/wordWidths.ts';
import type { Box } from '../../lib/geometry.ts';
import { initialsOf } from '../../lib/initials.ts';
import { escaped, num, rect, rectPath } from './elements.ts';
import { paints, shadowAlpha, shadowColour } from './paint.ts';
import { drawnLetters, lineElements, type Pen } from './words.ts';

export interface Lettering {
  readonly widths: WordWidths;
  readonly metrics: FontMetrics;
  readonly pen: Pen;
  /** Lines of smaller letters are bars, as the wall has them from afar; in board units. */
  readonly sizeMin: number;
}

export function noteElements(
  item: Item,
  box: Box,
  lettering: Lettering,
  how: { readonly shadow: boolean; readonly author: string },
): string {
  const paint = paints[item.colour];
  const bandEnd = Math.min(bandHeight, box.h * 0.12);
  const edgeEnd = Math.min(bandHeight + bandEdgeHeight, box.h * 0.18);
  const parts = [
    how.shadow ? shadow(item.id, box) : '',
    rect(box, `fill="${paint.fill}"`),
    rect({ ...box, h: bandEnd }, `fill="${paint.band}"`),
    rect({ ...box, y: box.y + bandEnd, h: edgeEnd - bandEnd }, `fill="${paint.band}" fill-opacity=".5"`),
    words(item.text, box, lettering),
    initials(how.author, box, lettering),
  ].join('');
  return `<g fill="${paint.ink}">${parts}</g>\n`;
}

function shadow(id: string, { x, y, w, h }: Box): string {
  const lift = liftOf(id);
  const lean = 0.5 + ((lift * 7) % 1);
  const side = { y: y + bandHeight, w: sideUnits, h: h - bandHeight };
  const boxes: Box[] = [
    { x: x - sideUnits, ...side },
    { x: x + w, ...side },
  ];
  const strips = shadowStrips.map(({ reach, inset }) => {
    const left = inset * lean;
    return rectPath([{ x: x + left, y: y + h, w: w - 2 * inset, h: 1 + lift * reach }]);
  });
  const ink = `fill="${shadowColour}" fill-opacity="${num(shadowAlpha / 255)}"`;
  return [rectPath(boxes), ...strips].map((path) => `<path d="${path}" ${ink}/>`).join('');
}

function words(text: string, box: Box, lettering: Lettering): string {
  if (text.trim() === '') return '';
  const room = noteTextBox(box);
  const size = { w: room.w, h: room.h, shorterSide: Math.min(box.w, box.h) };
  const layout = fitText(text, size, lettering.widths);
  const first = firstLineTop(layout, room) + baselineOf(layout, lettering.metrics);
  const lines = layout.lines.map((_, index) =>
    line(layout, index, { room, y: first + index * layout.lineHeight, lettering }),
  );
  return lines.join('') + underlines(layout, room, first);
}

function line(
  layout: TextLayout,
  index: number,
  { room, y, lettering }: { readonly room: Box; readonly y: number; readonly lettering: Lettering },
): string {
  const whole = layout.lines[index] ?? '';
  const shape = layout.list?.lines[index];
  const last = layout.lines.length - 1;
  const rest =
    layout.cut && last > 0 && index >= last - 1 ? ` opacity="${index === last ? '.25' : '.6'}"` : '';
  const text = shape ? whole.slice(shape.from) : whole;
  const width = lettering.widths.of(text) * layout.size;
  const from = shape ? shape.x : edgeOf({ ...layout, w: room.w }, null, index, lettering.widths);
  const x = layout.direction === 'rtl' && shape ? room.x + room.w - from - width : room.x + from;
  const direction = layout.directions?.[index] ?? layout.direction;
  const bullet = shape?.bullet ?? null;
  const dot =
    bullet === null
      ? ''
      : `<circle cx="${num(layout.direction === 'rtl' ? room.x + room.w - bullet : room.x + bullet)}" cy="${num(y - bulletRiseEm * layout.size)}" r="${num(bulletEm * layout.size)}"${rest}/>`;
  if (layout.size < lettering.sizeMin) {
    const h = layout.size * barEm;
    return rect({ x, y: y - h, w: width, h }, 'fill-opacity=".3"');
  }
  return (
    dot + lineElements({ text, x, y, size: layout.size, direction, rest }, lettering.widths, lettering.pen)
  );
}

function underlines(layout: TextLayout, room: Box, first: number): string {
  return layout.links
    .map(({ line: at, x, w }) => {
      const y = first + at * layout.lineHeight + underlineDropEm * layout.size;
      return rect({ x: linkLeft(layout, room, at, x, w), y, w, h: underlineEm * layout.size }, '');
    })
    .join('');
}

/** About as high as small letters. */
const barEm = 0.5;

const initialsSize = 11;
const initialsMargin = 6;
const initialsSideMin = 120;

function initials(author: string, box: Box, { sizeMin, pen, widths }: Lettering): string {
  const letters = initialsOf(author);
  if (letters === '' || initialsSize < sizeMin || Math.min(box.w, box.h) < initialsSideMin) return '';
  const [x, y] = [box.x + box.w - initialsMargin, box.y + box.h - initialsMargin];
  const width = widths.of(letters) * initialsSize;
  const line = {
    text: letters,
    x: x - width,
    y,
    size: initialsSize,
    direction: 'ltr',
    rest: ' opacity=".75"',
  } as const;
  const drawn = drawnLetters(line, width, { ...pen, weight: 600 });
  if (drawn !== null) return drawn;
  return `<text x="${num(x)}" y="${num(y)}" font-size="${initialsSize}" font-weight="600" text-anchor="end" opacity=".75">${escaped(letters)}</text>`;
}
