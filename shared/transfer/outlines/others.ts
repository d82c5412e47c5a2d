// Two more ways to write an outline: OPML, which outliners and mind-map programs exchange, and Mermaid's mind maps.

import { decodeEntities } from '../entities.ts';
import type { OutlineLine } from './planOutline.ts';

export function isOpml(text: string): boolean {
  return /^\s*</.test(text) && /<opml[\s>]/i.test(text.slice(0, 2_000));
}

export function readOpml(text: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  let depth = 0;
  let row = 1;
  let at = 0;
  for (const match of text.matchAll(/<(\/?)outline\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi)) {
    row += text.slice(at, match.index).split('\n').length - 1;
    at = match.index;
    if (match[1] === '/') {
      depth = Math.max(0, depth - 1);
      continue;
    }
    const attributes = match[2] ?? '';
    const said = attribute(attributes, 'text') || attribute(attributes, 'title');
    const more = attribute(attributes, '_note');
    lines.push({ row, depth, text: more === '' ? said : `${said}\n${more}` });
    if (!attributes.endsWith('/')) depth++;
  }
  return lines;
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  // Program that write OPML keep line breaks as entities, and some markup inside.
  return decodeEntities(found?.[1] ?? found?.[2] ?? '').replaceAll(/<\/?(?:b|i|u|em|strong)>/gi, '');
}

export function isMindmap(text: string): boolean {
  return /^\s*(?:---[\s\S]{0,2000}?\n---\s*\n\s*)?(?:%%[^\n]*\n\s*)*mindmap[ \t]*\r?\n/.test(
    text.slice(0, 4_000),
  );
}

export function readMindmap(text: string): OutlineLine[] {
  const lines = text.split(/\r\n|\n|\r/);
  const start = lines.findIndex((line) => line.trim() === 'mindmap');
  return lines.flatMap((line, index): OutlineLine[] => {
    const said = line.trim();
    if (index <= start || said === '' || /^(?:%%|::)/.test(said)) return [];
    const depth = line.length - line.trimStart().length;
    return [{ row: index + 1, depth, text: withoutShape(said) }];
  });
}

const shapes =
  /^[\p{L}\p{N}_-]*(?:\(\((.+)\)\)|\{\{(.+)\}\}|\)\)(.+)\(\(|\)(.+)\(|\[(.+)\]|\((.+)\))(?:\s*:::.*)?$/u;

function withoutShape(said: string): string {
  const inside =
    shapes
      .exec(said)
      ?.slice(1)
      .find((part) => part !== undefined) ?? said;
  return inside.trim().replace(/^"`?([\s\S]*?)`?"$/, '$1');
}
