// The chart of a matrix ballot as a picture, for formats that cannot draw.

import type { Block, ChartPoint } from '../../shared/transfer/summary/blocks.ts';
import { type Element, el, htmlText } from '../../shared/transfer/summary/html.ts';
import { ownFonts } from './fonts.ts';

export type Chart = Extract<Block, { kind: 'chart' }>;

/** In pixels; shown at half of it. */
const chartSize = 720;

/** The bytes of a PNG. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { fontFiles: ownFonts().slice(0, 2), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
  return new Resvg(htmlText(drawn(chart)), { font, fitTo: { mode: 'width', value: chartSize } })
    .render()
    .asPng();
}

function drawn({ x, y, points }: Chart): Element {
  const words = { fill: '#59636e', 'font-size': '4', 'font-family': 'Noto Sans', 'text-anchor': 'middle' };
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '-11 -3 114 114' },
    el('rect', { x: '-11', y: '-3', width: '114', height: '114', fill: '#fff' }),
    el('rect', {
      width: '100',
      height: '100',
      rx: '2',
      fill: '#f6f8fa',
      stroke: '#d8dce2',
      'stroke-width': '0.4',
    }),
    el('path', { d: 'M50 0V100M0 50H100', stroke: '#d8dce2', 'stroke-width': '0.4' }),
    el('text', { ...words, x: '50', y: '107' }, x),
    el('text', { ...words, x: '-50', y: '-4', transform: 'rotate(-90)' }, y),
    ...points.map(spread),
    ...points.map(dot),
  );
}

function spread({ at: [x, y], spread: [rx, ry] }: ChartPoint): Element {
  const at = { cx: hundred(x), cy: hundred(1 - y), rx: hundred(rx), ry: hundred(ry) };
  return el('ellipse', { ...at, fill: '#8fb4e8', 'fill-opacity': '0.22' });
}

function dot({ label, at: [x, y] }: ChartPoint): Element {
  const [cx, cy] = [hundred(x), hundred(1 - y)];
  return el(
    'g',
    {},
    el('circle', { cx, cy, r: '3.4', fill: '#2f6fc4', stroke: '#fff', 'stroke-width': '0.6' }),
    el(
      'text',
      {
        x: cx,
        y: String(Number(cy) + 1.3),
        fill: '#fff',
        'font-size': '3.6',
        'font-weight': '700',
        'font-family': 'Noto Sans',
        'text-anchor': 'middle',
      },
      label,
    ),
  );
}

function hundred(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
