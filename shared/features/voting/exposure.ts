// Which options somebody was shown, so that all of them are shown equally often. What one person saw is theirs: it lies among
// their votes, in their `personal` document, and goes with them. Everybody is told only what was seen less than other things.

import type { Ballot } from './ballot.ts';
import type { VoteEntries } from './votes.ts';

/** How many levels there are: from 0, seen least, up to this less one. */
const levelsCount = 4;

/** No id of an option begins like this. */
const seenSlot = '~seen';

/** The key of what its owner was shown: one for all options, told from a vote by its name. */
export function seenKey(ballot: string): string {
  return `${ballot}/${seenSlot}`;
}

/** Under `counts` of the `session` document. */
export function levelsKey(ballot: string): string {
  return `seen/${ballot}`;
}

/** By their place among the options; one hexadecimal digit for four of them. */
export function seenText(seen: ReadonlySet<number>): string {
  const digits: number[] = [];
  for (const index of seen) {
    const at = index >> 2;
    while (digits.length <= at) digits.push(0);
    digits[at] = (digits[at] ?? 0) | (1 << (index & 3));
  }
  return digits.map((digit) => digit.toString(16)).join('');
}

/** Whatever is malformed or beyond the options says nothing. */
export function readSeen(ballot: Pick<Ballot, 'id' | 'options'>, entries: VoteEntries): ReadonlySet<number> {
  const text = entries.get(seenKey(ballot.id));
  const seen = new Set<number>();
  if (typeof text !== 'string' || text.length > ballot.options.length || !/^[0-9a-f]*$/.test(text))
    return seen;
  for (const [at, digit] of [...text].entries())
    for (let bit = 0; bit < 4; bit++) {
      const index = 4 * at + bit;
      if (index < ballot.options.length && Number.parseInt(digit, 16) & (1 << bit)) seen.add(index);
    }
  return seen;
}

/**
 * One digit for each option: the share of the options that were seen less often, in quarters. Numbers are never told: whoever
 * watched them change could tell what the one person on the page was shown.
 */
export function levelsText(counts: readonly number[]): string {
  const sorted = [...counts].sort((a, b) => a - b);
  const below = new Map<number, number>();
  for (const [index, count] of sorted.entries()) if (!below.has(count)) below.set(count, index);
  return counts.map((count) => Math.floor((levelsCount * (below.get(count) ?? 0)) / counts.length)).join('');
}

/** null where nothing is told, or what is told is of other options. */
export function readLevels(value: unknown, options: number): readonly number[] | null {
  if (typeof value !== 'string' || value.length !== options || !/^[0-3]*$/.test(value)) return null;
  return [...value].map(Number);
}
