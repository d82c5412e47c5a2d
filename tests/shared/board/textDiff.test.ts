// The smallest edit between two texts: applied it gives the second, and it touches no more than it must.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDiff } from '../../../shared/board/textDiff.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\u{1F600}', '\u{1F601}', 'é'), maxLength: 12 });

function applied(before: string, after: string, caret?: number): string {
  const diff = textDiff(before, after, caret);
  if (diff === null) return before;
  return before.slice(0, diff.index) + diff.insert + before.slice(diff.index + diff.remove);
}

describe('textDiff', () => {
  it('applied to the first gives the second, wherever the caret is', () => {
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.nat(14),
        (before, after, caret) => applied(before, after, caret) === after,
      ),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('never begins, ends, removes or inserts half a pair', () => {
    const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
    fc.assert(
      fc.property(letters, letters, fc.nat(14), (before, after, caret) => {
        const diff = textDiff(before, after, caret);
        if (diff === null) return true;
        const removed = before.slice(diff.index, diff.index + diff.remove);
        const rest = [before.slice(0, diff.index), before.slice(diff.index + diff.remove)];
        return ![removed, diff.insert, ...rest].some((part) => halves.test(part));
      }),
      { seed: 2, numRuns: 2_000 },
    );
  });

  it('an insertion at the caret is that insertion, and nothing else', () => {
    fc.assert(
      fc.property(letters, fc.nat(12), letters, (before, at, typed) => {
        const chars = [...before];
        const left = chars.slice(0, at).join('');
        const right = chars.slice(at).join('');
        const diff = textDiff(before, left + typed + right, left.length + typed.length);
        return typed === '' ? diff === null : diff?.remove === 0 && diff.index <= left.length;
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });

  it('the caret settles which of equal letters is new', () => {
    expect([textDiff('aa', 'aaa', 1), textDiff('aa', 'aaa', 3), textDiff('aa', 'aa')]).toEqual([
      { index: 0, remove: 0, insert: 'a' },
      { index: 2, remove: 0, insert: 'a' },
      null,
    ]);
  });
});
