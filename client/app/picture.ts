// A board as a handful of coloured boxes: small enough to keep in this browser, true enough to recognise, drawn in whatever
// theme is on and sharp at any size.

import { type Colour, colours } from '../../shared/items/colour.ts';
import { type Box, inflated, unionAll } from '../../shared/lib/geometry.ts';
import type { Drawable } from '../scene/scene.ts';

/** What the boxes of a picture are measured in. */
export const pictureSize = { w: 1280, h: 800 };
const boxesMax = 160;
/** In board units, so that a single note is no poster. */
const leastWidth = 960;

/**
 * Eleven characters a box: kind (`n` or `c`), colour, lines of text, then left, top, width and height in pictureSize with two
 * digits each, of base 36. Empty for an empty board.
 */
export type Picture = string;

interface Piece {
  readonly kind: 'note' | 'cluster';
  readonly colour: Colour;
  readonly lines: number;
  readonly box: Box;
}

const pattern = new RegExp(`^(?:[nc][0-7][0-4][0-9a-z]{8}){0,${boxesMax}}$`);

/** As it was kept; anything that is no picture is an empty one. */
export function parsePicture(kept: unknown): Picture {
  return typeof kept === 'string' && pattern.test(kept) ? kept : '';
}

/** Where there are too many, the largest stay. */
export function pictureOf(drawables: Iterable<Drawable>): Picture {
  const pieces: Piece[] = [];
  for (const { item, box } of drawables) {
    if (item.kind !== 'note' && item.kind !== 'cluster') continue;
    const lines = item.kind === 'note' ? Math.min(4, Math.ceil(item.text.trim().length / 16)) : 0;
    pieces.push({ kind: item.kind, colour: item.colour, lines, box });
  }
  const kept = pieces.sort((a, b) => b.box.w * b.box.h - a.box.w * a.box.h).slice(0, boxesMax);
  const frame = frameOf(kept.map(({ box }) => box));
  if (frame === null) return '';
  const scale = pictureSize.w / frame.w;
  return kept
    .sort((a, b) => Number(a.kind === 'note') - Number(b.kind === 'note'))
    .map(({ kind, colour, lines, box }) => {
      const place = [box.x - frame.x, box.y - frame.y, box.w, box.h].map((at) => digits(at * scale));
      return `${kind[0]}${colours.indexOf(colour)}${lines}${place.join('')}`;
    })
    .join('');
}

/** Everything with a margin, in the proportions of a picture. */
function frameOf(boxes: readonly Box[]): Box | null {
  const all = unionAll(boxes);
  if (all === null) return null;
  const { x, y, w, h } = inflated(all, Math.max(all.w, all.h) * 0.04);
  const width = Math.max(leastWidth, w, (h * pictureSize.w) / pictureSize.h);
  const height = (width * pictureSize.h) / pictureSize.w;
  return { x: x - (width - w) / 2, y: y - (height - h) / 2, w: width, h: height };
}

function digits(length: number): string {
  return Math.max(0, Math.min(pictureSize.w, Math.round(length)))
    .toString(36)
    .padStart(2, '0');
}

/** One outline for all boxes of a kind and colour: a wall of three hundred pictures stays light. */
export interface Shape {
  readonly kind: 'note' | 'cluster' | 'writing';
  readonly colour: Colour;
  /** As in the `d` of an SVG path. */
  readonly outline: string;
}

/** Fields first, then paper, then what is written on it. */
export function shapesOf(picture: Picture): readonly Shape[] {
  const outlines = new Map<string, { kind: Shape['kind']; colour: Colour; parts: string[] }>();
  const add = (kind: Shape['kind'], colour: Colour, part: string) => {
    const key = `${kind} ${colour}`;
    const found = outlines.get(key);
    if (found === undefined) outlines.set(key, { kind, colour, parts: [part] });
    else found.parts.push(part);
  };
  for (const { kind, colour, lines, box } of piecesOf(picture)) {
    add(kind, colour, kind === 'cluster' ? rounded(box) : `M${box.x} ${box.y}h${box.w}v${box.h}h${-box.w}z`);
    // Too small to see is too small to draw.
    if (lines > 0 && box.h >= 40) add('writing', colour, writing(box, lines));
  }
  const order: readonly Shape['kind'][] = ['cluster', 'note', 'writing'];
  return [...outlines.values()]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(({ kind, colour, parts }) => ({ kind, colour, outline: parts.join('') }));
}

function piecesOf(picture: Picture): Piece[] {
  return (picture.match(/.{11}/g) ?? []).flatMap((piece) => {
    const colour = colours[Number(piece[1])];
    const [x = 0, y = 0, w = 0, h = 0] = [3, 5, 7, 9].map((at) =>
      Number.parseInt(piece.slice(at, at + 2), 36),
    );
    if (colour === undefined) return [];
    return [
      { kind: piece[0] === 'c' ? 'cluster' : 'note', colour, lines: Number(piece[2]), box: { x, y, w, h } },
    ];
  });
}

function rounded({ x, y, w, h }: Box): string {
  const r = Math.min(24, w / 2, h / 2);
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}z`;
}

/** Bars where the lines are, the last one shorter. */
function writing({ x, y, w, h }: Box, lines: number): string {
  const step = h / 7;
  const top = y + (h - (lines - 0.5) * step) / 2;
  return Array.from({ length: lines }, (_, line) => {
    const width = w * (line === lines - 1 && lines > 1 ? 0.4 : 0.64);
    return `M${Math.round(x + (w - width) / 2)} ${Math.round(top + line * step)}h${Math.round(width)}v${Math.round(step / 2)}h${-Math.round(width)}z`;
  }).join('');
}
