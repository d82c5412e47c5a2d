// The picture of a board as text of an SVG: nothing of what people wrote becomes anything but words.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colours } from '../../../shared/items/colour.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { paints, shadowAlpha, shadowColour, wallColour } from '../../../shared/transfer/picture/paint.ts';
import { boardPicture } from '../../../shared/transfer/picture/picture.ts';
import { pictureScale, pixelsLimits } from '../../../shared/transfer/picture/size.ts';
import { anySnapshot, cluster, note, snapshot } from '../../support/snapshots.ts';

const shapes = new Set(['svg', 'title', 'rect', 'g', 'path', 'text', 'circle', 'defs']);

describe('board.svg', () => {
  it('has the colours of the light theme', () => {
    const css = readFileSync('client/theme/tokens.css', 'utf8');
    const light = new Map(
      [...css.matchAll(/--([\w-]+): light-dark\((#\w+)/g)].map((one) => [one[1], one[2]]),
    );
    const alpha = shadowAlpha.toString(16).padStart(2, '0');
    expect([wallColour, shadowColour + alpha, paints]).toEqual([
      light.get('surface-canvas'),
      light.get('paper-shadow-soft'),
      Object.fromEntries(
        colours.map((name) => [
          name,
          {
            fill: light.get(`note-${name}`),
            band: light.get(`note-${name}-band`),
            ink: light.get(`note-${name}-ink`),
            field: light.get(`cluster-${name}`),
            fieldLine: light.get(`cluster-${name}-line`),
            fieldInk: light.get(`cluster-${name}-ink`),
          },
        ]),
      ),
    ]);
  });

  it('is nothing but shapes and words, whatever was written on the board', () => {
    fc.assert(
      fc.property(anySnapshot, fc.string({ unit: 'binary' }), (board, text) => {
        const svg = boardPicture({
          ...board,
          title: text,
          items: [...board.items, note({ id: 'strange', text })],
        }).svg();
        const tags = [...svg.matchAll(/<\/?([^\s/>]+)([^>]*)>/g)];
        expect(tags.filter(([, name = '', rest = '']) => !shapes.has(name) || rest.includes('<'))).toEqual(
          [],
        );
        expect(svg).not.toMatch(/\p{Cs}|&(?!(?:amp|lt|gt|quot);)| (?:on\w+|href|style|xlink:href)=/u);
      }),
      { seed: 2050, numRuns: 200 },
    );
  });

  it('writes every word of a note, in the order in which it is read', () => {
    const text = 'More trees along the main street, and a night bus on weekends <b> & “all” of it';
    expect(wordsIn(boardPicture(snapshot([note({ id: 'n', text })])).svg())).toBe(text);
  });

  it('hides what is in a closed cluster, and counts it on the card in the language asked for', () => {
    const board = snapshot([
      cluster({ id: 'c', text: 'Plan', collapsed: true, order: 'a' }),
      cluster({ id: 'inner', text: 'Inside', parent: 'c', order: 'b' }),
      note({ id: 'n1', text: 'hidden', parent: 'c', order: 'c' }),
      note({ id: 'n2', text: 'deeper', parent: 'inner', order: 'd' }),
      note({ id: 'n3', text: 'gone', deleted: true, order: 'e' }),
    ]);
    expect(wordsIn(boardPicture(board, { language: 'de' }).svg())).toBe('Plan 2 Notizen');
  });

  it('of a selection shows those and what is inside them, and no other', () => {
    const board = snapshot([
      cluster({ id: 'c', text: 'Plan', order: 'a' }),
      note({ id: 'n1', text: 'inside', parent: 'c', order: 'b', x: 24, y: 56 }),
      note({ id: 'n2', text: 'chosen', order: 'c', x: 500 }),
      note({ id: 'n3', text: 'elsewhere', order: 'd', x: 9_000 }),
    ]);
    const items = new Set(['c', 'n2', 'nobody'] as ItemId[]);
    const picture = boardPicture(board, { items });
    expect([wordsIn(picture.svg()), picture.w, picture.h]).toEqual(['Plan1 inside chosen', 780, 400]);
  });

  it('says when there is nothing to show', () => {
    const nothing = boardPicture(snapshot([note({ id: 'n' })]), { items: new Set() });
    expect([nothing.isEmpty, nothing.svg().includes('<text')]).toEqual([true, false]);
  });
});

describe('the size of a picture', () => {
  it('is what was asked for, or comes to what can be read; what is too large is named and not made', () => {
    const wall = { w: 1_000, h: 500 };
    const wide = { w: 2_000_000, h: 300 };
    expect([
      pictureScale(wall, {}),
      pictureScale({ w: 12_000, h: 100 }, {}),
      pictureScale(wall, { scale: 0.25 }),
      pictureScale(wall, { width: 3_000, scale: 1 }),
      pictureScale(wall, { scale: 12 }),
      pictureScale(wall, { width: pixelsLimits.sideMax + 1 }),
      Math.round((pictureScale(wide, {}) as number) * wide.w),
    ]).toEqual([2, 0.5, 0.25, 3, { width: 12_000, height: 6_000 }, { width: 16_385, height: 8_193 }, 6_000]);
  });
});

/** Lines joined by spaces; what is one line with a count behind it stays one. */
function wordsIn(svg: string): string {
  const title = /<title>.*?<\/title>/s;
  return svg
    .replace(title, '')
    .replaceAll(/<\/text>(?!<rect)(?=[\s\S]*<text)/g, ' ')
    .replaceAll(/<[^>]*>|\n/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
