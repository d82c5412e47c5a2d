// A document as the data that typesetting.ts sets: the same blocks with what a page needs to know of each text.

import {
  type Block,
  type Line,
  type ListItem,
  own,
  type Span,
} from '../../shared/transfer/summary/blocks.ts';
import { isolated, lineRunsRightToLeft } from './direction.ts';
import { legalText } from './legalText.ts';
import { withBreaks } from './longWords.ts';

interface PdfSpan {
  readonly text: string;
  readonly look: Span['look'] | null;
  /** Chooses among the shapes that one sign has in several languages. */
  readonly lang: string | null;
}

interface PdfLine {
  readonly rtl: boolean;
  readonly spans: readonly PdfSpan[];
}

/** Every text in it, once, in any order: for whoever looks after fonts. */
export function textsOf(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) for (const each of value) textsOf(each, found);
  else if (value !== null && typeof value === 'object')
    for (const each of Object.values(value)) textsOf(each, found);
  return found;
}

function pdfLine(line: Line): PdfLine {
  const rtl = lineRunsRightToLeft(line);
  return { rtl, spans: pdfSpans(line, rtl, line.length === 1) };
}

/** `isAlone`: nothing else is in the paragraph that it could turn round. */
function pdfSpans(line: Line, rtl: boolean, isAlone: boolean): PdfSpan[] {
  return line.map(({ text, said, look }) => {
    const set = withBreaks(settable(text));
    return { text: said && !isAlone ? isolated(set, rtl) : set, look: look ?? null, lang: languageOf(text) };
  });
}

export function pdfBlock(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: Math.min(6, block.level), line: pdfLine(block.line) };
    case 'text':
      return { kind: 'text', look: block.look ?? null, line: pdfLine(block.line) };
    case 'facts':
      return {
        kind: 'facts',
        facts: block.facts.map(({ name, line }) => ({ name, line: pdfLine(line) })),
      };
    case 'list':
      return { kind: 'list', items: block.items.map(pdfItem) };
    case 'ranking':
      return {
        kind: 'ranking',
        rows: block.rows.map(({ rank, isFirst, line, figure, share, detail }) => {
          return { rank, first: isFirst, line: pdfLine(line), figure, share, detail };
        }),
      };
    case 'chart':
      return {
        ...block,
        points: block.points.map(({ label, at: [x, y], spread: [spreadX, spreadY] }) => {
          return { label, x, y, spreadX, spreadY };
        }),
      };
    case 'picture':
      return { kind: 'picture', title: block.title, about: block.about, ratio: block.w / block.h };
    case 'turn':
      return block;
  }
}

export function footerLine(title: string): PdfLine {
  return pdfLine([own(title)]);
}

function pdfItem({ line, aside, inner = [] }: ListItem): unknown {
  const rtl = lineRunsRightToLeft(line);
  return {
    line: { rtl, spans: pdfSpans(line, rtl, line.length === 1 && aside === undefined) },
    aside: aside === undefined ? null : { rtl, spans: pdfSpans(aside, rtl, false) },
    inner: inner.map(pdfItem),
  };
}

/** Letters with their marks in one piece where there is one. */
function settable(text: string): string {
  return legalText(text).normalize('NFC').replaceAll('\t', '    ');
}

function languageOf(text: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return /\p{Script=Han}/u.test(text) ? 'zh' : null;
}
