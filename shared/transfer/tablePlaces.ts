// Where a table says that its ideas lay. Many say the corner and not the size, so the size is what the distances leave room
// for.

import { limits } from '../board/limits.ts';
import { kindSpecs } from '../items/item.ts';
import { type Box, clamp } from '../lib/geometry.ts';
import type { Columns } from './columns.ts';

/** By number of row; rows whose place makes no sense are missing. */
export type Places = ReadonlyMap<number, Box>;

/** Mural's own notes, the smallest we make where distances are small. */
const sideMin = 138;
const gap = 8;

/** null where the table has no places, or the same one for all. */
export function placesIn({ rows, x, y, w, h }: Columns): Places | null {
  if (x === null || y === null) return null;
  const corners = rows.flatMap(({ row, cells }) => {
    const corner = { x: numberIn(cells[x]), y: numberIn(cells[y]) };
    const isThere = Math.abs(corner.x) <= limits.coordinateMax && Math.abs(corner.y) <= limits.coordinateMax;
    return isThere ? [{ row, corner, cells }] : [];
  });
  const distinct = new Set(corners.map(({ corner }) => `${corner.x} ${corner.y}`)).size;
  if (distinct < 2 && corners.length !== 1) return null;
  const side = sideFor(corners.map(({ corner }) => corner));
  return new Map(
    corners.map(({ row, corner, cells }) => {
      const size = { w: sizeIn(w, cells) ?? side, h: sizeIn(h, cells) ?? side };
      return [row, { ...corner, ...size }];
    }),
  );
}

/** The distance at which most have their nearest neighbour in the same row or column, within reason. */
function sideFor(corners: readonly { x: number; y: number }[]): number {
  const steps: number[] = [];
  for (const axis of ['x', 'y'] as const) {
    const across = axis === 'x' ? 'y' : 'x';
    const sorted = [...corners].sort((a, b) => a[across] - b[across] || a[axis] - b[axis]);
    for (let i = 1; i < sorted.length; i++) {
      const [a, b] = [sorted[i - 1], sorted[i]];
      if (a && b && Math.abs(a[across] - b[across]) < sideMin / 2) steps.push(Math.abs(b[axis] - a[axis]));
    }
  }
  const real = steps.filter((step) => step >= sideMin / 2).sort((a, b) => a - b);
  const usual = real[Math.floor(real.length / 4)] ?? Number.POSITIVE_INFINITY;
  return clamp(usual - gap, sideMin, kindSpecs.note.size.w);
}

function sizeIn(column: number | null, cells: readonly string[]): number | undefined {
  const size = column === null ? Number.NaN : numberIn(cells[column]);
  return size >= limits.sizeMin && size <= limits.sizeMax ? size : undefined;
}

/** `1.234,5` is nobody's place; `12,5` is, where people write it so. */
function numberIn(cell: string | undefined): number {
  const plain = cell?.trim() ?? '';
  return /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
}
