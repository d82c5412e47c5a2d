// Letters as outlines, each read of its typeface once: a renderer that sets a line of text anew looks for its typeface and
// shapes it, which for a wall of notes takes far longer than painting it. Only for scripts whose letters stand side by side.

import { readGlyphs, readTables } from './fontTables.ts';

/** A text as one path, in units of the typeface: the origin at its left on the baseline, upwards is positive. */
export interface Outlined {
  readonly path: string;
  readonly width: number;
  readonly unitsPerEm: number;
}

interface Outline {
  readonly advance: number;
  /** Each contour from its own beginning: where that is, and the way from there. */
  readonly contours: readonly { readonly x: number; readonly y: number; readonly way: string }[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** A letter of pieces of pieces is in no typeface that people made. */
const depthMax = 6;

export class OutlineFont {
  private readonly bytes: DataView;
  private readonly start: (name: string) => number;
  private readonly glyphs: (sign: number) => number;
  private readonly unitsPerEm: number;
  private readonly known = new Map<string, Outline | null>();

  /** @throws when the bytes are no typeface with outlines. */
  constructor(file: Uint8Array) {
    this.bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const tables = readTables(this.bytes);
    this.start = (name) => {
      const found = tables.get(name);
      if (found === undefined) throw new Error(`the typeface has no table ${name}`);
      return found.start;
    };
    this.glyphs = readGlyphs(this.bytes, this.start('cmap'));
    this.unitsPerEm = this.bytes.getUint16(this.start('head') + 18);
  }

  /** null when the typeface has not all of it. */
  outlined(text: string): Outlined | null {
    let width = 0;
    const parts: string[] = [];
    for (const sign of text) {
      const outline = this.outlineOf(sign);
      if (outline === null) return null;
      for (const { x, y, way } of outline.contours) parts.push(`M${x + width} ${y}${way}`);
      width += outline.advance;
    }
    return { path: parts.join(''), width, unitsPerEm: this.unitsPerEm };
  }

  private outlineOf(sign: string): Outline | null {
    const found = this.known.get(sign);
    if (found !== undefined) return found;
    const glyph = this.glyphs(sign.codePointAt(0) ?? 0);
    const contours = this.contoursOf(glyph, 0).map(drawn);
    const outline = glyph === 0 ? null : { advance: this.advanceOf(glyph), contours };
    this.known.set(sign, outline);
    return outline;
  }

  private advanceOf(glyph: number): number {
    const last = this.bytes.getUint16(this.start('hhea') + 34) - 1;
    return this.bytes.getUint16(this.start('hmtx') + Math.min(glyph, last) * 4);
  }

  private contoursOf(glyph: number, depth: number): Point[][] {
    const loca = this.start('loca');
    const isLong = this.bytes.getInt16(this.start('head') + 50) === 1;
    const offset = (index: number): number =>
      isLong ? this.bytes.getUint32(loca + index * 4) : this.bytes.getUint16(loca + index * 2) * 2;
    if (offset(glyph) === offset(glyph + 1) || depth > depthMax) return [];
    const at = this.start('glyf') + offset(glyph);
    const count = this.bytes.getInt16(at);
    return count < 0 ? this.pieces(at + 10, depth) : contours(this.bytes, at + 10, count);
  }

  /** A letter made of others: a base and its marks. */
  private pieces(start: number, depth: number): Point[][] {
    const { bytes } = this;
    const found: Point[][] = [];
    for (let at = start, isMore = true; isMore; ) {
      const flags = bytes.getUint16(at);
      const glyph = bytes.getUint16(at + 2);
      const isWide = (flags & 1) !== 0;
      const [dx, dy] = isWide
        ? [bytes.getInt16(at + 4), bytes.getInt16(at + 6)]
        : [bytes.getInt8(at + 4), bytes.getInt8(at + 5)];
      at += isWide ? 8 : 6;
      const part = (index: number): number => bytes.getInt16(at + index * 2) / 16_384;
      let [a, b, c, d, size] = [1, 0, 0, 1, 0];
      if (flags & 8) [a, d, size] = [part(0), part(0), 2];
      else if (flags & 0x40) [a, d, size] = [part(0), part(1), 4];
      else if (flags & 0x80) [a, b, c, d, size] = [part(0), part(1), part(2), part(3), 8];
      at += size;
      for (const contour of this.contoursOf(glyph, depth + 1)) {
        found.push(contour.map(({ x, y, isOn }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOn })));
      }
      isMore = (flags & 0x20) !== 0;
    }
    return found;
  }
}

function contours(bytes: DataView, start: number, count: number): Point[][] {
  const ends = Array.from({ length: count }, (_, index) => bytes.getUint16(start + index * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = start + count * 2;
  at += 2 + bytes.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = bytes.getUint8(at++);
    const times = flag & 8 ? bytes.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const places = (short: number, same: number): number[] => {
    let place = 0;
    return flags.slice(0, points).map((flag) => {
      if (flag & short) place += bytes.getUint8(at++) * (flag & same ? 1 : -1);
      else if (!(flag & same)) {
        place += bytes.getInt16(at);
        at += 2;
      }
      return place;
    });
  };
  const xs = places(2, 0x10);
  const ys = places(4, 0x20);
  const all = xs.map((x, index) => ({ x, y: ys[index] ?? 0, isOn: ((flags[index] ?? 0) & 1) !== 0 }));
  return ends.map((end, index) => all.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

/** Between two points that only bend the line lies one that is on it. */
function drawn(points: readonly Point[]): Outline['contours'][number] {
  const first = points.findIndex(({ isOn }) => isOn);
  const turned = first < 0 ? points : [...points.slice(first), ...points.slice(0, first)];
  const [one, last] = [turned[0], turned.at(-1)];
  if (one === undefined || last === undefined) return { x: 0, y: 0, way: '' };
  const start = one.isOn ? one : middle(one, last);
  let here = { x: Math.round(start.x), y: Math.round(start.y) };
  const from = here;
  let way = '';
  const step = ({ x, y }: { x: number; y: number }): string =>
    `${Math.round(x) - here.x} ${Math.round(y) - here.y}`;
  const rest = one.isOn
    ? [...turned.slice(1), { ...start, isOn: true }]
    : [...turned, { ...start, isOn: true }];
  let bend: Point | null = null;
  for (const point of rest) {
    if (!point.isOn && bend === null) {
      bend = point;
      continue;
    }
    const end: { x: number; y: number } = bend !== null && !point.isOn ? middle(bend, point) : point;
    way += bend === null ? `l${step(end)}` : `q${step(bend)} ${step(end)}`;
    here = { x: Math.round(end.x), y: Math.round(end.y) };
    bend = point.isOn ? null : point;
  }
  return { ...from, way: `${way}z` };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true };
}
