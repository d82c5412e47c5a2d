// A document as HTML: a small tree of elements out of a fixed list, never a string that holds what people said, so that whoever
// shows it (a file, a page) puts texts in as text. `htmlFile` is the one that writes a whole file.

import type { Block, ChartPoint, Line, ListItem, PictureBlock, RankedRow } from './blocks.ts';
import { summaryCss } from './css.ts';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
}

export type Child = Element | string;

export const svgTags: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'rect',
  'path',
  'circle',
  'ellipse',
  'text',
  'title',
]);

export function el(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): Element {
  return { tag, attributes, children };
}

/** The digest is a section of its own, so that paper begins a new page behind it. */
export function blocksToElements(blocks: readonly Block[]): Element[] {
  const turn = blocks.findIndex(({ kind }) => kind === 'turn');
  const [first, rest] = turn < 0 ? [blocks, []] : [blocks.slice(0, turn), blocks.slice(turn + 1)];
  const sections = [el('section', { class: 'digest' }, ...first.map(elementOf))];
  if (rest.length > 0) sections.push(el('section', { class: 'rest' }, ...rest.map(elementOf)));
  return sections;
}

/** One file that asks nobody for anything and runs nothing. */
export function htmlFile(
  blocks: readonly Block[],
  about: { readonly title: string; readonly language: string },
): string {
  const main = el('main', { class: 'summary' }, ...blocksToElements(blocks));
  return `<!doctype html>
<html lang="${escaped(about.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(about.title.replace(/\s+/gu, ' '))}</title>
<style>
${summaryCss}
</style>
</head>
<body>
${htmlText(main)}
</body>
</html>
`;
}

export function htmlText(child: Child): string {
  if (typeof child === 'string') return escaped(child);
  const { tag, attributes, children } = child;
  const told = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (tag === 'img') return `<img${told}>`;
  return `<${tag}${told}>${children.map(htmlText).join('')}</${tag}>`;
}

function elementOf(block: Block): Element {
  switch (block.kind) {
    case 'heading':
      return el(`h${Math.min(block.level, 6)}`, { dir: 'auto' }, ...spans(block.line));
    case 'text':
      return el('p', { dir: 'auto', ...(block.look && { class: block.look }) }, ...spans(block.line));
    case 'facts':
      return el(
        'dl',
        {},
        ...block.facts.map(({ name, line }) =>
          el('div', {}, el('dt', {}, name), el('dd', { dir: 'auto' }, ...spans(line))),
        ),
      );
    case 'list':
      return list(block.items, block.look);
    case 'ranking':
      return el('ol', { class: 'ranking' }, ...block.rows.map(rankedRow));
    case 'chart':
      return chart(block);
    case 'picture':
      return picture(block);
    case 'turn':
      return el('hr', {});
  }
}

/** What is written in it stays inside the image, so that nobody who searches the page finds an idea twice. */
function picture({ title, about, w, h, address }: PictureBlock): Element {
  const size = { width: String(w), height: String(h) };
  return el(
    'figure',
    { class: 'board' },
    el('h2', { dir: 'auto' }, title),
    el('img', { src: address(), alt: about, ...size }),
  );
}

function list(items: readonly ListItem[], look?: string): Element {
  return el(
    'ul',
    look === undefined ? {} : { class: look },
    ...items.map(({ line, aside, inner = [] }) =>
      el(
        'li',
        { dir: 'auto' },
        el('span', { class: 'said' }, ...spans(line)),
        ...(aside === undefined ? [] : [' ', el('span', { class: 'aside' }, ...spans(aside))]),
        ...(inner.length === 0 ? [] : [list(inner)]),
      ),
    ),
  );
}

function rankedRow({ rank, isFirst, line, figure, share, detail }: RankedRow): Element {
  const length = (Math.round(share * 1000) / 10).toString();
  return el(
    'li',
    isFirst ? { class: 'first' } : {},
    el('span', { class: 'rank' }, rank),
    el(
      'span',
      { class: 'what' },
      el('span', { class: 'name', dir: 'auto' }, ...spans(line)),
      el(
        'svg',
        { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
        el('rect', { class: 'track', x: '0', y: '0', width: '100', height: '6' }),
        el('rect', { class: 'fill', x: '0', y: '0', width: length, height: '6' }),
      ),
    ),
    el('span', { class: 'figure' }, el('b', {}, figure), ' ', el('small', {}, detail)),
  );
}

function chart({ name, x, y, points }: Extract<Block, { kind: 'chart' }>): Element {
  return el(
    'figure',
    {},
    el(
      'svg',
      { class: 'matrix', viewBox: '-12 -3 116 114', role: 'img', 'aria-label': name },
      el('rect', { class: 'field', x: '0', y: '0', width: '100', height: '100', rx: '2' }),
      el('path', { class: 'line', d: 'M50 0V100M0 50H100' }),
      el('text', { x: '50', y: '107', 'text-anchor': 'middle' }, x),
      el('text', { x: '-50', y: '-4', 'text-anchor': 'middle', transform: 'rotate(-90)' }, y),
      ...points.map(({ at, spread }) => spreadOf(at, spread)),
      ...points.map(dot),
    ),
    el('figcaption', {}, name),
  );
}

function spreadOf(at: ChartPoint['at'], spread: ChartPoint['spread']): Element {
  const [rx, ry] = spread;
  return el('ellipse', { class: 'spread', ...centre(at), rx: tenth(rx * 100), ry: tenth(ry * 100) });
}

function dot({ label, name, at }: ChartPoint): Element {
  const { cx, cy } = centre(at);
  return el(
    'g',
    {},
    el('title', {}, `${label}. ${name}`),
    el('circle', { class: 'dot', cx, cy, r: '3.4' }),
    el('text', { class: 'label', x: cx, y: tenth(Number(cy) + 1.4), 'text-anchor': 'middle' }, label),
  );
}

function centre([x, y]: ChartPoint['at']): { readonly cx: string; readonly cy: string } {
  return { cx: tenth(x * 100), cy: tenth(100 - y * 100) };
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What somebody said is set apart from its surroundings, whatever direction it has and whatever signs are in it. */
function spans(line: Line): Child[] {
  return line.map(({ text, said, look }) => {
    const child = said ? el('bdi', {}, text) : text;
    if (look === undefined) return child;
    return look === 'strong' ? el('strong', {}, child) : el('span', { class: 'soft' }, child);
  });
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What HTML cannot hold at all is shown as what it is: something unreadable. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')
    .replaceAll('\r', '&#13;');
}
