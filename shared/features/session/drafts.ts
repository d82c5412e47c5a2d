// Private ideas: what may be kept of one, and how they come to the wall. Root `drafts` of a `personal` document holds each
// as a Y.Map `{k, t, p}` under a random id. Pure: whoever calls brings the documents' plain contents and the chance.

import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import type { Random } from '../../lib/env.ts';
import type { ParticipantId } from '../../lib/ids.ts';

export interface Draft {
  readonly id: string;
  readonly text: string;
  /** For its owner's own order, smallest first. */
  readonly order: number;
  /** The sheet and the round of a brainwriting it belongs to; null outside of one. */
  readonly sheet: string | null;
}

export const draftLimits = {
  /** Of one participant, at a time. */
  draftsMax: 200,
  textCharsMax: limits.textCharsMax,
} as const;

/** From this many participants on, the number of ideas says nothing about one of them. */
export const countShownFrom = 4;
/** Fewer authors than this can be told apart by thinking. */
export const authorsMin = 3;

/**
 * The text as it comes to the wall: one Unicode form for everybody (a Mac writes others), no space round it, no line ends
 * of one system. Empty when there is nothing to see.
 */
export function neutralText(text: string): string {
  const written = text.replace(/\r\n?/g, '\n').trim().slice(0, draftLimits.textCharsMax);
  return wellFormed(written).normalize('NFC').trimEnd();
}

export interface OwnedDraft {
  readonly owner: ParticipantId;
  readonly draft: Draft;
}

/** The ideas in an order that says nothing: each order is as likely as every other. */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}
