// Stacking keys: strings that sort, with room between any two. Two people who insert at the same place at once would make
// equal keys, so each key ends in a little chance; whatever ties remain are broken by item id.

import { generateKeyBetween } from 'fractional-indexing';
import type { Random } from './env.ts';

const digits = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const keyPattern = /^[0-9A-Za-z]{1,64}$/;

/** A key between two others; null stands for the bottom (`below`) or the top (`above`) of the stack. */
export function orderBetween(below: string | null, above: string | null, random: Random): string {
  const low = usable(below);
  let high = usable(above);
  // Equal or crossed neighbours leave no room between them: go above the lower one.
  if (low !== null && high !== null && low >= high) high = null;
  const key = generateKeyBetween(low, high);
  const jittered = key + suffix(random);
  return high === null || jittered < high ? jittered : key;
}

/** Compares by key, then by id: the same answer on every machine. */
export function compareOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function suffix(random: Random): string {
  let text = '';
  // No zero: a key that ends in zero is not a valid neighbour.
  for (const byte of random.bytes(4)) text += digits[byte % digits.length];
  return text;
}

function usable(key: string | null): string | null {
  if (key === null || !keyPattern.test(key)) return null;
  try {
    generateKeyBetween(key, null);
    return key;
  } catch {
    return null;
  }
}
