// Looking into JSON that anybody may have written: what is not as expected is undefined, never an error.

import type { Box } from '../../lib/geometry.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsAt(value: unknown, key: string): Fields {
  const found = isFields(value) ? value[key] : undefined;
  return isFields(found) ? found : {};
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = isFields(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

export function textAt(value: unknown, key: string): string | undefined {
  const found = isFields(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Some write numbers as texts. */
export function numberAt(value: unknown, key: string): number | undefined {
  const found = isFields(value) ? value[key] : undefined;
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Ids are texts or numbers. */
export function idAt(value: unknown, key: string): string | undefined {
  const found = isFields(value) ? value[key] : undefined;
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The key of what is missing, where the box cannot be told. */
export function boxAt(value: unknown, sizes: readonly [string, string]): Box | { readonly missing: string } {
  const x = numberAt(value, 'x');
  const y = numberAt(value, 'y');
  if (x === undefined) return { missing: 'x' };
  if (y === undefined) return { missing: 'y' };
  const [w = 0, h = 0] = sizes.map((key) => numberAt(value, key) ?? 0);
  // Drawn from right to left, a size is negative.
  return { x: Math.min(x, x + w), y: Math.min(y, y + h), w: Math.abs(w), h: Math.abs(h) };
}
