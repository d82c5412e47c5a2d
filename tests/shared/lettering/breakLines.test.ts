import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../shared/lettering/breakLines.ts';
import { WordWidths } from '../../../shared/lettering/wordWidths.ts';
import { halfEm } from '../../support/fakeContext.ts';

/** Lines of `chars` characters at most. */
function lines(text: string, chars: number, linesMax = 100): readonly string[] {
  return breakLines(text, chars / 2, linesMax, new WordWidths(halfEm)).lines;
}

describe('Lines break', () => {
  it('at spaces, which hang at the end of a line', () => {
    expect(lines('write first talk later', 11)).toEqual(['write first', 'talk later']);
  });

  it('where the writer wanted it, empty lines included', () => {
    expect(lines('one\n\nthree\r\nfour', 20)).toEqual(['one', '', 'three', 'four']);
  });

  it('after a hyphen, and not before a number', () => {
    expect(lines('co-operation at -5', 10)).toEqual(['co-', 'operation', 'at -5']);
  });

  it('between ideographs, but not before closing signs', () => {
    expect(lines('静かな人の声も、聞こえる。', 7)).toEqual(['静かな人の声', 'も、聞こえる。']);
  });

  it('at word ends in a script without spaces', () => {
    expect(lines('สวัสดีชาวโลก', 6)).toEqual(['สวัสดี', 'ชาวโลก']);
  });

  it('inside a word only when it fits no line', () => {
    const broken = breakLines('a wallflowers b', 3, 100, new WordWidths(halfEm));
    expect(broken).toEqual({
      lines: ['a', 'wallfl', 'owers', 'b'],
      starts: [0, 2, 8, 14],
      cut: false,
      broke: true,
    });
  });

  it('never inside an emoji family', () => {
    expect(lines('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toEqual(['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });
});

describe('A long text', () => {
  it('is cut where it no longer fits', () => {
    const long = breakLines('one two three four', 2.5, 2, new WordWidths(halfEm));
    expect([long.lines, long.cut]).toEqual([['one', 'two'], true]);
  });

  it('of 20,000 characters is measured only as far as it shows', () => {
    let measured = 0;
    const counting = new WordWidths((text) => {
      measured += text.length;
      return text.length * 0.5;
    });
    const words = Array.from({ length: 4_000 }, (_, index) => `w${index}`).join(' ');
    breakLines(words, 10, 11, counting);
    breakLines('x'.repeat(20_000), 10, 11, counting);
    expect(measured).toBeLessThan(1_000);
  });
});

it('Lines hold everything that was written, in order, and start where they say', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 1, max: 30 }),
      (text, chars) => {
        const { lines, starts } = breakLines(text, chars / 2, 1_000, new WordWidths(halfEm));
        const rest = lines.map((line, index) => text.slice(starts[index] ?? 0).startsWith(line));
        expect([rest.includes(false), lines.join('').replace(/\s/g, '')]).toEqual([
          false,
          text.replace(/\s/g, ''),
        ]);
      },
    ),
  );
});
