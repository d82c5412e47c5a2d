// The few elements a picture is made of, as text of an SVG. Whatever people wrote goes through `escaped`.

import type { Box } from '../../lib/geometry.ts';

/** Safe inside an element and inside a quoted attribute; what XML cannot hold is left out. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** Two digits behind the point are a hundredth of a pixel. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

export function rect({ x, y, w, h }: Box, rest: string): string {
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" ${rest}/>`;
}

/** Several rectangles painted as one, so that where they overlap is no darker. */
export function rectPath(boxes: readonly Box[]): string {
  return boxes.map(({ x, y, w, h }) => `M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z`).join('');
}
