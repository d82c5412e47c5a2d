import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { mix, peopleColours } from '../../../client/theme/canvasTheme.ts';
import { colours } from '../../../shared/items/colour.ts';

const css = readFileSync(path.join(process.cwd(), 'client/theme/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The lesser of both themes. */
function contrast(ink: string, ground: string): number {
  const pairs = (['light', 'dark'] as const).map((theme) => {
    const a = luminance(tokens.get(ink)?.[theme] ?? '#000000');
    const b = luminance(tokens.get(ground)?.[theme] ?? '#000000');
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
  return Math.min(...pairs);
}

it('Everything written reads at AA in both themes', () => {
  const people = Array.from({ length: peopleColours }, (_, index) => [
    `person-${index}-text`,
    `person-${index}`,
  ]);
  const pairs = [
    ...colours.flatMap((name) => [
      [`note-${name}-ink`, `note-${name}`],
      [`note-${name}-ink`, `note-${name}-band`],
      [`cluster-${name}-ink`, `cluster-${name}`],
    ]),
    ...people,
    ...['text', 'text-soft', 'text-faint', 'accent-ink', 'danger', 'good', 'careful'].flatMap((ink) => [
      [ink, 'surface'],
      [ink, 'surface-canvas'],
    ]),
    ['accent-text', 'accent'],
    ['accent-text', 'accent-strong'],
    ['danger-text', 'danger'],
    ['good', 'good-soft'],
    ['careful', 'careful-soft'],
    ['danger', 'danger-soft'],
    ['tooltip-text', 'tooltip'],
  ];
  expect(pairs.filter(([ink = '', ground = '']) => !(contrast(ink, ground) >= 4.5))).toEqual([]);
});

it('Outlines, focus and people stand out from the wall', () => {
  const lines = [
    'accent',
    'focus',
    'line',
    ...Array.from({ length: peopleColours }, (_, index) => `person-${index}`),
  ];
  expect(lines.filter((line) => !(contrast(line, 'surface-canvas') >= 3))).toEqual([]);
});

it('A colour between two is between them, and an unreadable one is left alone', () => {
  expect([mix('rgb(0, 0, 0)', 'rgb(100, 50, 10)', 0.5), mix('red', 'rgb(1, 2, 3)', 0.5)]).toEqual([
    'rgb(50, 25, 5)',
    'rgb(1, 2, 3)',
  ]);
});
