// How private ideas come to the wall: in one form, in an order that says nothing. Pure: whoever calls brings texts and chance.

import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import type { Random } from '../../lib/env.ts';

/** Of one participant in one reveal; more of them wait for the next. */
export const revealedAtOnceMax = 200;
/** From this many participants on, the number of ideas says nothing about one of them. */
export const countShownFrom = 4;
/** Fewer authors than this can be told apart by thinking. */
export const authorsMin = 3;

/** What nobody sees and only some keyboards and programs write: control characters, soft hyphens, a byte order mark. */
const marks = /[^\P{Cc}\n\t]|[\u00ad\ufeff]/gu;

/**
 * The text as it comes to the wall: one Unicode form for everybody (a Mac writes others), no space round it, no line ends
 * of one system. Empty when there is nothing to see.
 */
export function neutralText(text: string): string {
  const written = wellFormed(text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')).normalize('NFC');
  return wellFormed(written.replace(marks, '').trim().slice(0, limits.textCharsMax)).trimEnd();
}

/** Each order is as likely as every other. */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}
