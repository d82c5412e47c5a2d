// A document as Markdown (CommonMark). People may have said anything, so whatever Markdown would take as a sign is escaped: read
// by a Markdown parser, every idea comes back letter by letter.

import type { Block, Line, ListItem, Span } from './blocks.ts';

export function blocksToMarkdown(blocks: readonly Block[]): string {
  return `${blocks.flatMap((block) => blockText(block) ?? []).join('\n\n')}\n`;
}

function blockText(block: Block): string | null {
  switch (block.kind) {
    case 'heading':
      // Markdown has six levels; clusters nested deeper share the last.
      return `${'#'.repeat(Math.min(block.level, 6))} ${block.line.map(headingSpan).join('')}`;
    case 'text':
      return block.look === 'prompt'
        ? `> ${lineText(block.line, '> ')}`
        : lineText(block.line, '', block.look);
    case 'facts':
      return block.facts
        .map(({ name, line }) => `- ${escapeSigns(name)}: ${lineText(line, '  ')}`)
        .join('\n');
    case 'list':
      return listText(block.items, '', block.look === 'ideas');
    case 'ranking':
      return block.rows
        .map(({ rank, line, figure, detail }) => {
          const words = `${line.map((span) => spanText(span, '  ')).join('')}${closers(line)}`;
          return `- **${escapeSigns(rank)}** ${words} — ${escapeSigns(figure)} (${escapeSigns(detail)})`;
        })
        .join('\n');
    case 'turn':
      return '---';
    // It shows what was said, and this is for words.
    case 'picture':
    // The list below it says the same in words.
    case 'chart':
      return null;
  }
}

function listText(items: readonly ListItem[], indent: string, bare: boolean): string {
  return items
    .map(({ line, aside, inner = [] }) => {
      const after =
        aside === undefined || bare
          ? ''
          : `${closers(line)} — ${aside.map((span) => plainSpan(span, `${indent}  `)).join('')}`;
      const below = inner.length === 0 ? '' : `\n${listText(inner, `${indent}  `, bare)}`;
      return `${indent}- ${line.map((span) => spanText(span, `${indent}  `)).join('')}${after}${below}`;
    })
    .join('\n');
}

function lineText(line: Line, indent: string, look?: 'lead' | 'soft' | 'prompt'): string {
  return line.map((span) => (look === undefined ? spanText(span, indent) : plainSpan(span, indent))).join('');
}

function spanText(span: Span, indent: string): string {
  const text = plainSpan(span, indent);
  if (span.look === undefined || text === '') return text;
  const sign = span.look === 'strong' ? '**' : '*';
  return `${sign}${text}${sign}`;
}

/** Our own words never begin or end a paragraph with a sign; what people said may. */
function plainSpan({ text, said }: Span, indent: string): string {
  return said ? escapeText(text, indent) : escapeSigns(text.replaceAll(/[\r\n]+/g, ' '));
}

function headingSpan({ text, look }: Span): string {
  const escaped = text
    .split('\n')
    .map((line) => escapeLine(line).replaceAll(/(?<![\\&])#/g, '\\#'))
    .join('&#10;');
  return look === 'soft' ? `*${escaped}*` : escaped;
}

/** Text as a paragraph; its lines are kept apart by hard breaks, continued at `indent`. */
function escapeText(text: string, indent = ''): string {
  const [, before = '', body = '', after = ''] = /^(\n*)([\s\S]*?)(\n*)$/.exec(text) ?? [];
  const lines = body.split('\n').map(escapeLine);
  const last = lines.pop() ?? '';
  // Two spaces or a backslash at its end make a line break. The backslash is for empty lines only: behind an address many
  // readers would take it for a part of the link.
  const broken = lines.map((line) => `${line === '' ? '\\' : `${line}  `}\n${indent}`).join('');
  // At the very beginning or end of a paragraph a line break is none.
  return '&#10;'.repeat(before.length) + broken + last + '&#10;'.repeat(after.length);
}

function escapeLine(line: string): string {
  return escapeSigns(line)
    .replace(/^([-+=>:#])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replaceAll(/^\s+|\s+$/g, asReferences);
}

function escapeSigns(line: string): string {
  return (
    line
      .replaceAll('\0', '\ufffd')
      .replaceAll(/[\\`*[\]~|$]/g, '\\$&')
      // Inside a word an underscore means nothing, and escaped it would break addresses in some readers.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replaceAll(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('\r', '&#13;')
  );
}

/** White space at the edge of a line would be dropped, so it is written as character references. */
function asReferences(space: string): string {
  return [...space].map((c) => `&#${c.codePointAt(0)};`).join('');
}

/** Ends what somebody's text left open of a change of direction, so that it turns nothing that stands behind it. */
function closers(line: Line): string {
  let [embedded, isolated] = [0, 0];
  for (const { text } of line)
    for (const sign of text) {
      if (/[\u202a\u202b\u202d\u202e]/.test(sign)) embedded++;
      else if (/[\u2066-\u2068]/.test(sign)) isolated++;
      else if (sign === '\u202c') embedded = Math.max(0, embedded - 1);
      else if (sign === '\u2069') isolated = Math.max(0, isolated - 1);
    }
  return '\u202c'.repeat(embedded) + '\u2069'.repeat(isolated);
}
