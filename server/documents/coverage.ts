// Which signs a font file has, read from its `cmap` table (OpenType, formats 4 and 12): enough to know before a page is set
// whether a letter will be a box. A file that makes no sense has no signs.

import { closeSync, openSync, readSync } from 'node:fs';

/** Both ends belong to it. */
export type Range = readonly [first: number, last: number];

const tablesMax = 512;
const cmapBytesMax = 4 * 1024 * 1024;

/** Of a collection, the signs of its first font. */
export function rangesIn(file: string): Range[] {
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    const cmap = cmapTable(handle);
    return cmap === null ? [] : rangesOf(cmap);
  } catch {
    return [];
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function cmapTable(handle: number): DataView | null {
  const start = bytesAt(handle, 0, 16);
  const isCollection = start.getUint32(0) === 0x74746366;
  const font = isCollection ? start.getUint32(12) : 0;
  const count = Math.min(tablesMax, bytesAt(handle, font + 4, 2).getUint16(0));
  const directory = bytesAt(handle, font + 12, count * 16);
  for (let at = 0; at < count * 16; at += 16) {
    if (directory.getUint32(at) !== 0x636d6170) continue;
    const length = Math.min(cmapBytesMax, directory.getUint32(at + 12));
    return bytesAt(handle, directory.getUint32(at + 8), length);
  }
  return null;
}

function bytesAt(handle: number, position: number, length: number): DataView {
  const buffer = new Uint8Array(length);
  const read = readSync(handle, buffer, 0, length, position);
  return new DataView(buffer.buffer, 0, read);
}

function rangesOf(cmap: DataView): Range[] {
  const best: { format: number; at: number }[] = [];
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const platform = cmap.getUint16(4 + i * 8);
    const at = cmap.getUint32(4 + i * 8 + 4);
    if (platform === 0 || platform === 3) best.push({ format: cmap.getUint16(at), at });
  }
  const full = best.find(({ format }) => format === 12);
  if (full !== undefined) return segments12(cmap, full.at);
  const basic = best.find(({ format }) => format === 4);
  return basic === undefined ? [] : segments4(cmap, basic.at);
}

function segments12(cmap: DataView, at: number): Range[] {
  const ranges: Range[] = [];
  const count = cmap.getUint32(at + 12);
  for (let i = 0; i < count; i++) {
    const group = at + 16 + i * 12;
    ranges.push([cmap.getUint32(group), cmap.getUint32(group + 4)]);
  }
  return ranges;
}

function segments4(cmap: DataView, at: number): Range[] {
  const ranges: Range[] = [];
  const twice = cmap.getUint16(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const last = cmap.getUint16(at + 14 + i);
    const first = cmap.getUint16(at + 16 + twice + i);
    if (first <= last && first !== 0xffff) ranges.push([first, last]);
  }
  return ranges;
}
