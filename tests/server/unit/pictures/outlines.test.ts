// Letters drawn from the typeface itself: as the renderer would have set them, and without setting them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { OutlineFont } from '../../../../server/pictures/outlines.ts';

const file = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
);
const font = new OutlineFont(readFileSync(file));
const sheet = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="80"><rect width="1100" height="80" fill="#fff"/>${inside}</svg>`;

function inkOf(svg: string): number[] {
  const how = { fontFiles: [file], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
  const { pixels } = new Resvg(svg, { font: how }).render();
  return [...pixels].filter((_, index) => index % 4 === 0);
}

describe('outlines of letters', () => {
  it.each(['Hamburgefonstiv0123456', 'ÄÖÜäöüßçàñőşžł', 'Καλημέρακόσμε', 'Привет,мир!ёй', '%&@#{}[]()?!'])(
    'look as the renderer sets them: %s',
    (text) => {
      // Sign by sign: the renderer moves some pairs closer together.
      const signs = [...text].map((sign, index) => ({ sign, x: 10 + index * 45 }));
      const paths = signs.map(({ sign, x }) => {
        const drawn = font.outlined(sign);
        const scale = 40 / (drawn?.unitsPerEm ?? 1);
        return `<path transform="matrix(${scale} 0 0 ${-scale} ${x} 55)" d="${drawn?.path}"/>`;
      });
      const texts = signs.map(({ sign, x }) => {
        const safe = sign.replace('&', '&amp;');
        return `<text x="${x}" y="55" font-size="40" font-family="Noto Sans">${safe}</text>`;
      });
      const [mine, theirs] = [inkOf(sheet(paths.join(''))), inkOf(sheet(texts.join('')))];
      const ink = theirs.reduce((sum, value) => sum + 255 - value, 0);
      const apart = mine.reduce((sum, value, index) => sum + Math.abs(value - (theirs[index] ?? 0)), 0);
      expect(ink).toBeGreaterThan(10_000);
      expect(apart / ink).toBeLessThan(0.02);
    },
  );

  it('are none where the typeface has not every sign', () => {
    expect([font.outlined('日本'), font.outlined('a 日')]).toEqual([null, null]);
  });
});
