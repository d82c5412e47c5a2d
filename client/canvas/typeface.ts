// A font as a browser's canvas measures it. Only here is measuring done.

import type { Typeface } from '../../shared/lettering/wordWidths.ts';

// Big enough that rounding inside the browser does not show when widths are scaled down.
const referencePx = 64;

/** `font` without its size: weight and family, as `{ weight: 400, family: 'Inter' }`. */
export function canvasTypeface(
  context: CanvasRenderingContext2D,
  font: { weight: number; family: string },
): Typeface {
  const css = `${font.weight} ${referencePx}px ${font.family}`;
  const prepare = (): void => {
    context.font = css;
    context.textRendering = 'geometricPrecision';
  };
  prepare();
  const sample = context.measureText('Mg');
  return {
    measure: (text) => {
      prepare();
      return context.measureText(text).width / referencePx;
    },
    metrics: {
      ascent: sample.fontBoundingBoxAscent / referencePx,
      descent: sample.fontBoundingBoxDescent / referencePx,
    },
  };
}
