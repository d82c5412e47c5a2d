// One cluster of a picture: its field with the title above what lies in it, or the card on a small pile that it is while
// collapsed. And the padlock of whatever is locked.

import { cardSize, clusterPadding, clusterTitleHeight } from '../../board/tree.ts';
import type { Item } from '../../items/item.ts';
import { directionOf } from '../../lettering/direction.ts';
import { titleLines } from '../../lettering/titleLines.ts';
import type { Box } from '../../lib/geometry.ts';
import { escaped, num, rect } from './elements.ts';
import type { Lettering } from './noteElements.ts';
import { paints } from './paint.ts';
import { lineElements } from './words.ts';

const radius = 14;
const titleSize = 22;
const pileStep = 4;
const toggleRoom = 44;
const lockSize = 14;
const lockMargin = 7;
const lockedItemMin = 48;
/** Of a title band narrower than this, all is for the title. */
const toggledWidthMin = 128;
const countRoomMin = 120;
const countSize = 0.68;
const cardSizeOfWords = 15;
/** About as high as small letters. */
const barEm = 0.5;

export function clusterElements(
  item: Item,
  box: Box,
  lettering: Lettering,
  words: { readonly count: number; readonly notes: string },
): string {
  const paint = paints[item.colour];
  const look = `rx="${num(Math.min(radius, box.w / 4, box.h / 4))}" fill="${paint.field}" stroke="${paint.fieldLine}"`;
  const inner = { x: box.x + 0.5, y: box.y + 0.5, w: Math.max(0, box.w - 1), h: Math.max(0, box.h - 1) };
  const papers = item.collapsed
    ? [2, 1, 0].map((under) => {
        const inset = under * pileStep * 1.5;
        const y = inner.y + under * pileStep;
        return rect({ x: inner.x + inset, y, w: inner.w - 2 * inset, h: inner.h }, look);
      })
    : [rect(inner, look)];
  const below = item.collapsed && cardSizeOfWords >= lettering.sizeMin ? cardWords(words.notes, box) : '';
  return `<g fill="${paint.fieldInk}">${papers.join('')}${title(item, box, lettering, words.count)}${below}</g>\n`;
}

function cardWords(notes: string, box: Box): string {
  const x = num(box.x + clusterPadding);
  const y = num(box.y + clusterTitleHeight + cardSize.h / 6);
  return `<text x="${x}" y="${y}" font-size="${cardSizeOfWords}" text-anchor="start" opacity=".8">${escaped(notes)}</text>`;
}

function title(item: Item, box: Box, lettering: Lettering, count: number): string {
  const margin = Math.min(clusterPadding, box.w / 4);
  const hasToggle = box.w >= toggledWidthMin && box.h >= clusterTitleHeight;
  const lock = item.locked && !item.collapsed ? lockSize + lockMargin / 2 : 0;
  const end = box.x + box.w - (hasToggle ? toggleRoom : margin) - lock;
  const left = box.x + margin;
  const room = end - left;
  if (room < titleSize || box.h < titleSize) return '';
  const { widths, metrics } = lettering;
  const counted = !item.collapsed && count > 0 && room >= countRoomMin ? String(count) : '';
  const countText = widths.of(counted) * titleSize * countSize;
  const countW = counted === '' ? 0 : Math.max(titleSize * 0.95, countText + titleSize * 0.6);
  const taken = countW === 0 ? 0 : countW + titleSize * 0.5;
  const em = { full: room / titleSize, last: (room - taken) / titleSize };
  const [text = ''] = titleLines(item.text, em, 1, widths);
  const direction = directionOf(text);
  const width = widths.of(text) * titleSize;
  const middle = box.y + Math.min(box.h, clusterTitleHeight) / 2;
  const y = middle + ((metrics.ascent - metrics.descent) / 2) * titleSize;
  const x = direction === 'ltr' ? left : left + room - width;
  const line = { text, x, y, size: titleSize, direction, rest: ' font-weight="600"' };
  const gap = text === '' ? 0 : titleSize * 0.5;
  const countX = direction === 'ltr' ? left + width + gap : left + room - width - gap - countW;
  const bar = { x, y: y - titleSize * barEm, w: width, h: titleSize * barEm };
  if (titleSize < lettering.sizeMin) return text === '' ? '' : rect(bar, 'fill-opacity=".45"');
  const written = lineElements(line, widths, lettering.pen);
  return written + (counted === '' ? '' : countPill(item, { x: countX, y: middle, w: countW }, counted));
}

function countPill(item: Item, at: { x: number; y: number; w: number }, count: string): string {
  const h = titleSize * 0.95;
  const pill = { x: at.x, y: at.y - h / 2, w: at.w, h };
  const look = `rx="${num(h / 2)}" fill="${paints[item.colour].fieldLine}" fill-opacity=".55"`;
  const x = num(at.x + at.w / 2);
  const y = num(at.y + titleSize * countSize * 0.34);
  return `${rect(pill, look)}<text x="${x}" y="${y}" font-size="14" font-weight="600">${count}</text>`;
}

/** A small padlock in the lower corner, or in the title of an open cluster. */
export function lockElements(item: Item, box: Box): string {
  if (!item.locked || Math.min(box.w, box.h) < lockedItemMin) return '';
  const inTitle = item.kind === 'cluster' && !item.collapsed;
  const size = lockSize;
  const x = box.x + box.w - (inTitle ? toggleRoom + lockMargin / 2 : lockMargin) - size;
  const y = inTitle
    ? box.y + Math.min(box.h, clusterTitleHeight) / 2 - size / 2
    : box.y + box.h - lockMargin - size;
  const ink = item.kind === 'note' ? paints[item.colour].ink : paints[item.colour].fieldInk;
  const middle = x + size / 2;
  const arm = size * 0.22;
  const shackle = `M${num(middle - arm)} ${num(y + size * 0.5)}V${num(y + size * 0.36)}a${num(arm)} ${num(arm)} 0 0 1 ${num(2 * arm)} 0V${num(y + size * 0.5)}`;
  const body = { x: x + size * 0.14, y: y + size * 0.46, w: size * 0.72, h: size * 0.5 };
  return `<g opacity=".75"><path d="${shackle}" fill="none" stroke="${ink}" stroke-width="${num(size * 0.13)}"/>${rect(body, `rx="${num(size * 0.1)}" fill="${ink}"`)}</g>\n`;
}
