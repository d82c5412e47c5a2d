import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPosition, mergeText } from '../../../shared/board/mergeText.ts';
import { textDiff } from '../../../shared/board/textDiff.ts';

describe('While others write into the same text', () => {
  it('my caret stays at my word', () => {
    const before = 'one two';
    const moved = (after: string, caret: number) => mapPosition(caret, textDiff(before, after));
    expect([moved('zero one two', 3), moved('one two three', 3), moved('two', 7), moved('two', 2)]).toEqual([
      8, 3, 3, 0,
    ]);
  });

  it('what I typed lands beside what they typed', () => {
    expect(mergeText('talk', 'talk later', 'let us talk', 10)).toEqual({
      text: 'let us talk later',
      caret: 17,
    });
  });

  it('what they removed stays removed around what I wrote into it', () => {
    expect(mergeText('abcdef', 'abcXdef', 'af', 4)).toEqual({ text: 'aXf', caret: 2 });
  });

  it('a composition that ends after their edit does not undo it', () => {
    expect(mergeText('かな', 'かな漢字', '>かな', 4)).toEqual({ text: '>かな漢字', caret: 5 });
  });
});

it('Whoever wrote alone gets exactly what they wrote', () => {
  const text = fc.string({ maxLength: 30 });
  fc.assert(
    fc.property(text, text, (base, changed) => {
      const mine = mergeText(base, changed, base, changed.length).text;
      const theirs = mergeText(base, base, changed, base.length).text;
      expect([mine, theirs]).toEqual([changed, changed]);
    }),
  );
});
