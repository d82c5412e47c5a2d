import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../shared/lettering/direction.ts';
import { fitText } from '../../../shared/lettering/fitText.ts';
import { WordWidths } from '../../../shared/lettering/wordWidths.ts';
import { halfEm } from '../../support/fakeContext.ts';

const usual = { w: 168, h: 168, shorterSide: 200 };

function fitted(text: string, room = usual) {
  return fitText(text, room, new WordWidths(halfEm));
}

describe('Text in a note', () => {
  it('is large when there is little of it, and smaller as it grows', () => {
    const sizes = [2, 12, 20, 40].map((count) => fitted('idea '.repeat(count).trim()).size);
    expect(sizes).toEqual([28, 24, 18, 14]);
  });

  it('shrinks until its longest word fits a line', () => {
    expect(fitted('wallflowerishness')).toMatchObject({ size: 18, lines: ['wallflowerishness'], cut: false });
  });

  it('that fits at no size is written small and cut', () => {
    const { size, cut, lines } = fitted('word '.repeat(4_000));
    expect({ size, cut, lines: lines.length }).toEqual({ size: 12, cut: true, lines: 11 });
  });

  it('may be larger in a larger note', () => {
    expect(fitted('Big', { w: 768, h: 568, shorterSide: 600 }).size).toBe(84);
  });

  it('has no lines but one empty one when there is none', () => {
    expect(fitted('').lines).toEqual(['']);
  });
});

it('A text runs the way its first letter does', () => {
  const texts = ['hello', '123 שלום abc', '(«فكرة»)', '… 42', 'é עברית'];
  expect(texts.map(directionOf)).toEqual(['ltr', 'rtl', 'rtl', 'ltr', 'ltr']);
});
