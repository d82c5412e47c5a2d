// The picture of a board as pixels, by the renderer that the server uses: what is where it should be, and in its colour.

import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardPixels } from '../../../../server/pictures/png.ts';
import { colours } from '../../../../shared/items/colour.ts';
import { paints, wallColour } from '../../../../shared/transfer/picture/paint.ts';
import { boardPicture } from '../../../../shared/transfer/picture/picture.ts';
import type { BoardSnapshot } from '../../../../shared/transfer/snapshot.ts';
import { anySnapshot, cluster, note, snapshot } from '../../../support/snapshots.ts';

/** All that is drawn stands so far from the edge. */
const margin = 40;

function painted(board: BoardSnapshot, scale: number, left = 0, top = 0) {
  const image = boardPixels(board, {}, scale);
  const { pixels } = image;
  const at = (x: number, y: number): string => {
    const column = Math.floor((x - left + margin) * scale);
    const row = Math.floor((y - top + margin) * scale);
    const start = (row * image.width + column) * 4;
    return `#${pixels.subarray(start, start + 3).toString('hex')}`;
  };
  return { at, width: image.width, height: image.height };
}

describe('a picture in pixels', () => {
  it('has every note in its place and its colour, at any scale', () => {
    const board = snapshot(
      colours.map((colour, index) => note({ id: `n${index}`, colour, x: -300 + index * 220, y: 70 })),
    );
    for (const scale of [0.5, 1, 2]) {
      const picture = painted(board, scale, -300, 70);
      const middles = colours.map((_, index) => picture.at(-200 + index * 220, 170));
      const between = colours.slice(1).map((_, index) => picture.at(-90 + index * 220, 170));
      expect([middles, new Set(between), picture.width, picture.height]).toEqual([
        colours.map((colour) => paints[colour].fill),
        new Set([wallColour]),
        (7 * 220 + 200 + 80) * scale,
        280 * scale,
      ]);
    }
  });

  it('has clusters below notes, inner ones above outer ones, and the notes above in front', () => {
    const board = snapshot([
      note({ id: 'n2', order: 'c', colour: 'pink', x: 100, y: 100, parent: 'inner' }),
      note({ id: 'n1', order: 'b', colour: 'blue', x: 40, y: 100, parent: 'inner' }),
      cluster({ id: 'outer', order: 'z', colour: 'green', w: 600, h: 500 }),
      cluster({ id: 'inner', order: 'a', colour: 'purple', x: 16, y: 44, parent: 'outer', w: 400, h: 300 }),
    ]);
    const { at } = painted(board, 1);
    expect([at(120, 200), at(60, 200), at(30, 250), at(500, 450)]).toEqual([
      paints.pink.fill,
      paints.blue.fill,
      paints.purple.field,
      paints.green.field,
    ]);
  });

  it('keeps the words of any script on their paper, in its ink', () => {
    const texts = [
      'Hello there, this is a note',
      'Привет, мир, как дела сегодня',
      'Καλημέρα κόσμε, τι κάνεις',
      'שלום עולם וכל טוב לכולם',
      'مرحبا بالعالم وصباح الخير',
      'A😀B 👩‍👩‍👧 🇩🇪 ❤️ 👍🏽 end',
    ];
    for (const text of texts) {
      const [blank, written] = ['', text].map((words) =>
        boardPixels(snapshot([note({ id: 'n', text: words })]), {}, 1),
      );
      const changed = changedBox(blank, written);
      const inside = changed.left >= 50 && changed.right <= 230 && changed.top >= 50 && changed.bottom <= 230;
      const middle = Math.abs((changed.left + changed.right) / 2 - 140) < 8;
      const wide = changed.right - changed.left > 90;
      expect({ text, inside, middle, wide }).toEqual({ text, inside: true, middle: true, wide: true });
    }
  });

  it('draws emoji in their colours', () => {
    const { pixels } = boardPixels(snapshot([note({ id: 'n', text: '❤️' })]), {}, 1);
    let reds = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
      if (r > 180 && g < 90 && b < 90) reds++;
    }
    expect(reds).toBeGreaterThan(200);
  });

  it('has bars for words that nobody could read', () => {
    const board = snapshot([note({ id: 'n', text: 'An idea of several words' })]);
    const [far, near] = [0.1, 1].map(
      (scale) => boardPicture(board, { scale }).svg().split('<text').length - 1,
    );
    expect([far, near]).toEqual([0, 2]);
  });

  it('can be drawn of a large wall in several scripts', () => {
    const words = 'a garden and a river for everybody near the lantern, מדרחוב и парк 🎉';
    const notes = Array.from({ length: 1_500 }, (_, at) =>
      note({ id: `n${at}`, x: (at % 40) * 220, y: Math.floor(at / 40) * 220, text: `${at}: ${words}` }),
    );
    const { width, height } = boardPixels(snapshot(notes), {}, 0.3);
    expect([width > 2_600, height > 2_400]).toEqual([true, true]);
  });

  it('can be drawn of any board, whatever people wrote', () => {
    fc.assert(
      fc.property(anySnapshot, (board) => {
        expect(
          () => new Resvg(boardPicture(board).svg(), { font: { loadSystemFonts: false } }),
        ).not.toThrow();
      }),
      { seed: 2050, numRuns: 60 },
    );
  });
});

type Pixels = ReturnType<typeof boardPixels>;

function changedBox(before: Pixels | undefined, after: Pixels | undefined) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  if (!before || !after) return box;
  const [one, other] = [before.pixels, after.pixels];
  for (let at = 0; at < other.length; at += 4) {
    if (one.readUInt32LE(at) === other.readUInt32LE(at)) continue;
    const [x, y] = [(at / 4) % after.width, Math.floor(at / 4 / after.width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
