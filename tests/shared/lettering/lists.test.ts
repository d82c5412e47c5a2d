import { describe, expect, it } from 'vitest';
import { caretSpot } from '../../../client/canvas/others.ts';
import { linkBoxes } from '../../../client/canvas/views/words.ts';
import { fitText } from '../../../shared/lettering/fitText.ts';
import { continueList, markerOf } from '../../../shared/lettering/lists.ts';
import { WordWidths } from '../../../shared/lettering/wordWidths.ts';
import { aBoard } from '../../support/aBoard.ts';
import { halfEm, plainLook } from '../../support/fakeContext.ts';

const room = { x: 0, y: 0, w: 168, h: 168 };

function fitted(text: string) {
  return fitText(text, { ...room, shorterSide: 200 }, new WordWidths(halfEm));
}

/** The text after Enter, the caret as a bar; null where Enter is the field's own. */
function enter(written: string): string | null {
  const caret = written.indexOf('|');
  const text = written.replace('|', '');
  const next = continueList(text, caret, caret);
  return next && `${text.slice(0, next.from)}${next.insert}|${text.slice(next.to)}`;
}

describe('A list', () => {
  it('is what people write as one', () => {
    const lines = [
      '- a',
      '* a',
      '• a',
      '1. a',
      '12) a',
      '  - a',
      '-5 degrees',
      '--- ',
      '1.5 litres',
      '-',
      'a - b',
    ];
    expect(lines.map((line) => markerOf(line)?.text ?? null)).toEqual([
      '- ',
      '* ',
      '• ',
      '1. ',
      '12) ',
      '  - ',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('goes on with Enter, counts, and ends on an empty bullet', () => {
    expect([
      enter('- one|'),
      enter('- one| two'),
      enter('plan\n  * one|\nafter'),
      enter('9. nine|'),
      enter('1) one|'),
      enter('- one\n- |'),
      enter('- one\n3. |\nafter'),
      enter('no list|'),
      enter('|- one'),
    ]).toEqual([
      '- one\n- |',
      '- one\n- | two',
      'plan\n  * one\n  * |\nafter',
      '9. nine\n10. |',
      '1) one\n2) |',
      '- one\n|',
      '- one\n|\nafter',
      null,
      null,
    ]);
  });

  it('stands as one block in the middle; lines that go on begin under the first word', () => {
    const { lines, list, size } = fitted('To do\n- one two three\n- four');
    expect({ lines, size, list }).toEqual({
      lines: ['To do', '- one two', 'three', '- four'],
      size: 28,
      list: {
        left: 21,
        hang: 28,
        lines: [
          { x: 21, from: 0, bullet: null },
          { x: 49, from: 2, bullet: 28 },
          { x: 49, from: 0, bullet: null },
          { x: 49, from: 2, bullet: 28 },
        ],
      },
    });
  });

  it('with numbers shows them as they are written', () => {
    expect(fitted('1. one\n2. two').list?.lines).toEqual([
      { x: 42, from: 0, bullet: null },
      { x: 42, from: 0, bullet: null },
    ]);
  });

  it('keeps the caret of others where their letters are, from either side', () => {
    const { board } = aBoard().note('- ab\n- cd', { x: 0, y: 0 }).note('- אב\n- גד', { x: 300, y: 0 });
    const { texts } = plainLook();
    const spots = [...board.items.values()].map((item) =>
      [0, 2, 4, 5, 9].map((caret) => Math.round(caretSpot({ item, box: item }, caret, texts).x - item.x)),
    );
    expect(spots).toEqual([
      [72, 100, 128, 72, 128],
      [128, 100, 72, 128, 72],
    ]);
  });
});

describe('A text that runs both ways', () => {
  it('runs line by line as each begins', () => {
    expect([
      fitted('שלום\nhello').directions,
      fitted('hello\nשלום').directions,
      fitted('hello\nthere').directions,
      fitted('שלום\nעולם').directions,
    ]).toEqual([['rtl', 'ltr'], ['ltr', 'rtl'], null, null]);
  });
});

describe('A web address', () => {
  it('is underlined where it stands, over as many lines as it takes', () => {
    const layout = fitted('see http://a.bc/def now');
    const marks = linkBoxes(layout, room).map(({ box, href }) => [
      layout.lines[Math.round((box.y - linkTop(layout)) / layout.lineHeight)],
      Math.round(box.w / (layout.size / 2)),
      href,
    ]);
    expect(marks).toEqual([['http://a.bc/def', 15, 'http://a.bc/def']]);
  });

  it('in a list stands behind its bullet', () => {
    const layout = fitted('- http://a');
    expect(layout.links.map(({ line, x, w }) => [line, x / layout.size, w / layout.size])).toEqual([
      [0, (layout.list?.left ?? 0) / layout.size + 1, 4],
    ]);
  });
});

function linkTop(layout: ReturnType<typeof fitted>): number {
  return (room.h - layout.lines.length * layout.lineHeight) / 2;
}
