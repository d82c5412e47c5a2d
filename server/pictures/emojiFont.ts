// Emoji out of a colour typeface as elements of an SVG, for a renderer that knows outlines only. Reads of the file what this
// takes: which glyph a sequence of signs is, and the drawing of a glyph with all that it uses.

import { readGlyphs, readTables, type Table } from './fontTables.ts';

interface Drawings {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** A document of the typeface, and where in it each id is. */
interface OpenDrawings {
  readonly text: string;
  readonly ids: ReadonlyMap<string, number>;
}

const presentationSign = 0xfe0f;
const ligatureLookup = 4;
/** What is drawn of no emoji that a typeface means to have. */
const piecesMax = 2_000;

export class EmojiFont {
  private readonly bytes: DataView;
  private readonly tables: ReadonlyMap<string, Table>;
  private readonly glyphs: (sign: number) => number;
  private readonly ligatures: ReadonlyMap<string, number>;
  private readonly drawings: readonly Drawings[];
  private readonly open = new Map<number, OpenDrawings>();

  /** @throws when the bytes are no typeface with drawings in colour. */
  constructor(file: Uint8Array) {
    this.bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
    this.tables = readTables(this.bytes);
    this.glyphs = readGlyphs(this.bytes, this.table('cmap'));
    this.ligatures = readLigatures(this.bytes, this.table('GSUB'));
    this.drawings = readDrawings(this.bytes, this.table('SVG '));
  }

  /**
   * Elements for the definitions of a picture: all emoji of the map, each as a group with its id; those that the typeface has
   * not are empty. A unit is a 1024th of the size, the origin on the baseline.
   */
  definitions(emoji: ReadonlyMap<string, string>): string {
    const needed = new Map<string, string>();
    const groups = [...emoji].map(([id, text]) => {
      const glyph = this.glyphOf(text);
      return `<g id="${id}" fill="#000">${glyph === null ? '' : this.drawn(glyph, needed)}</g>`;
    });
    return [...needed.values(), ...groups].join('');
  }

  private glyphOf(text: string): number | null {
    const signs = [...text].map((sign) => sign.codePointAt(0) ?? 0);
    const plain = signs.filter((sign) => sign !== presentationSign);
    for (const sequence of [plain, signs]) {
      const glyphs = sequence.map(this.glyphs);
      const [only] = glyphs;
      const found = glyphs.length === 1 ? only : this.ligatures.get(glyphs.join(' '));
      if (found) return found;
    }
    // Of a sequence that the typeface does not know as one: its first picture.
    return this.glyphs(plain[0] ?? 0) || null;
  }

  private drawn(glyph: number, needed: Map<string, string>): string {
    const at = this.drawings.findIndex(({ first, last }) => first <= glyph && glyph <= last);
    if (at < 0) return '';
    const document = this.documentAt(at);
    this.collect(`glyph${glyph}`, { document, prefix: `d${at}-`, needed });
    return needed.has(`d${at}-glyph${glyph}`) ? `<use href="#d${at}-glyph${glyph}"/>` : '';
  }

  private collect(
    first: string,
    { document, prefix, needed }: { document: OpenDrawings; prefix: string; needed: Map<string, string> },
  ): void {
    const open = [first];
    for (let id = open.pop(), pieces = 0; id !== undefined && pieces < piecesMax; id = open.pop(), pieces++) {
      const start = document.ids.get(id);
      if (start === undefined || needed.has(prefix + id)) continue;
      const element = elementAt(document.text, start);
      for (const [, used = ''] of element.matchAll(/#([^")]+)[")]/g)) open.push(used);
      needed.set(
        prefix + id,
        element
          .replaceAll(/ id="/g, ` id="${prefix}`)
          .replaceAll(/xlink:href="#/g, `href="#${prefix}`)
          .replaceAll(/url\(#/g, `url(#${prefix}`),
      );
    }
  }

  private documentAt(index: number): OpenDrawings {
    const known = this.open.get(index);
    if (known) return known;
    const { start = 0, end = 0 } = this.drawings[index] ?? {};
    const bytes = new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + start, end - start);
    const text = new TextDecoder('latin1').decode(bytes);
    const ids = new Map<string, number>();
    for (const { 1: id = '', index: at } of text.matchAll(/ id="([^"]+)"/g)) {
      ids.set(id, text.lastIndexOf('<', at));
    }
    const found = { text, ids };
    this.open.set(index, found);
    return found;
  }

  private table(name: string): number {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`the typeface has no table ${name}`);
    return table.start;
  }
}

function elementAt(text: string, start: number): string {
  const name = /^<(\w+)/.exec(text.slice(start, start + 40))?.[1] ?? '';
  const opened = text.indexOf('>', start);
  if (text[opened - 1] === '/') return text.slice(start, opened + 1);
  const tags = new RegExp(`<(/?)${name}\\b[^>]*?(/?)>`, 'g');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    if (tag[1] === '/') depth--;
    else if (tag[2] !== '/') depth++;
    if (depth === 0) return text.slice(start, tags.lastIndex);
  }
  return '';
}

/** Glyphs in a row, joined by spaces, to the one that they are together. */
function readLigatures(bytes: DataView, start: number): Map<string, number> {
  const found = new Map<string, number>();
  const u16 = (at: number) => bytes.getUint16(at);
  const list = start + u16(start + 8);
  for (let index = 0; index < u16(list); index++) {
    const lookup = list + u16(list + 2 + index * 2);
    if (u16(lookup) !== ligatureLookup) continue;
    for (let sub = 0; sub < u16(lookup + 4); sub++) {
      const table = lookup + u16(lookup + 6 + sub * 2);
      const firsts = readCoverage(bytes, table + u16(table + 2));
      for (const [at, first] of firsts.entries()) {
        const set = table + u16(table + 6 + at * 2);
        for (let one = 0; one < u16(set); one++) {
          const ligature = set + u16(set + 2 + one * 2);
          const rest = Array.from({ length: u16(ligature + 2) - 1 }, (_, n) => u16(ligature + 4 + n * 2));
          const key = [first, ...rest].join(' ');
          if (!found.has(key)) found.set(key, u16(ligature));
        }
      }
    }
  }
  return found;
}

function readCoverage(bytes: DataView, start: number): number[] {
  const u16 = (at: number) => bytes.getUint16(at);
  const count = u16(start + 2);
  if (u16(start) === 1) return Array.from({ length: count }, (_, index) => u16(start + 4 + index * 2));
  return Array.from({ length: count }, (_, index) => start + 4 + index * 6).flatMap((at) =>
    Array.from({ length: u16(at + 2) - u16(at) + 1 }, (_, n) => u16(at) + n),
  );
}

function readDrawings(bytes: DataView, start: number): Drawings[] {
  const list = start + bytes.getUint32(start + 2);
  return Array.from({ length: bytes.getUint16(list) }, (_, index) => {
    const at = list + 2 + index * 12;
    const from = list + bytes.getUint32(at + 4);
    return {
      first: bytes.getUint16(at),
      last: bytes.getUint16(at + 2),
      start: from,
      end: from + bytes.getUint32(at + 8),
    };
  });
}
