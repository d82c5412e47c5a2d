// Markdown as people write lists of ideas in it: headings, nested lists, paragraphs. Not all of Markdown: what is neither
// stays as it was written.

import { decodeEntities } from '../entities.ts';
import type { OutlineLine } from './planOutline.ts';

const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const item = /^([ \t]*)(?:[-*+•]|\d{1,9}[.)])[ \t]+(.*)$/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fence = /^ {0,3}(?:```|~~~)/;

/** Above every heading; lists and paragraphs are below the deepest. */
const listDepth = 10;

export function hasHeadingsAndLists(text: string): boolean {
  const lines = text.split('\n', 2_000).map((line) => line.trimEnd());
  return lines.some((line) => heading.test(line)) && lines.some((line) => item.test(line));
}

export function hasOutline(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((line) => heading.test(line.trimEnd()) || item.test(line.trimEnd()));
}

export function readMarkdown(text: string): OutlineLine[] {
  const reader = new Reader();
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const first = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) + 1 : 0;
  for (let index = first; index < lines.length; index++) {
    const next = lines[index + 1] ?? '';
    const underlined = /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(next) && reader.maybeTitle(lines[index] ?? '');
    if (underlined) {
      reader.heading(next.includes('=') ? 1 : 2, lines[index] ?? '', index + 1);
      index++;
    } else reader.line(lines[index] ?? '', index + 1);
  }
  return withoutTitle(reader.found);
}

class Reader {
  readonly found: OutlineLine[] = [];
  private isFenced = false;
  private isOpen = false;
  private isList = false;
  private indents: number[] = [];

  maybeTitle(line: string): boolean {
    return !this.isFenced && !this.isOpen && line.trim() !== '' && !heading.test(line) && !item.test(line);
  }

  heading(level: number, text: string, row: number): void {
    this.found.push({ row, depth: level, text: plain(text.trim()), isHeading: true });
    this.isOpen = false;
    this.isList = false;
  }

  line(written: string, row: number): void {
    const titled = this.isFenced ? null : heading.exec(written);
    const listed = this.isFenced ? null : item.exec(written);
    if (fence.test(written)) this.isFenced = !this.isFenced;
    else if (this.isFenced) this.text(written, row);
    else if (titled) this.heading(titled[1]?.length ?? 1, titled[2] ?? '', row);
    else if (written.trim() === '' || rule.test(written)) this.isOpen = false;
    else if (listed) this.item(widthOf(listed[1] ?? ''), listed[2] ?? '', row);
    else this.text(plain(written.replace(/^[ \t]*(?:>[ \t]?)+/, '').trim()), row, /^[ \t]/.test(written));
  }

  private item(indent: number, text: string, row: number): void {
    if (!this.isList) this.indents = [];
    this.isList = true;
    this.isOpen = true;
    while ((this.indents.at(-1) ?? -1) > indent) this.indents.pop();
    if ((this.indents.at(-1) ?? -1) < indent) this.indents.push(indent);
    const said = plain(text.replace(/^\[[ xX]?\][ \t]+/, '').trim());
    this.found.push({ row, depth: listDepth + this.indents.length, text: said });
  }

  /** Goes on with the paragraph or list entry before it, unless a blank line is between them. */
  private text(text: string, row: number, isIndented = false): void {
    const last = this.found.at(-1);
    if (last && !last.isHeading && (this.isOpen || (this.isList && isIndented))) {
      this.found[this.found.length - 1] = { ...last, text: `${last.text}\n${text}` };
      this.isOpen = true;
      return;
    }
    this.isOpen = true;
    this.isList = false;
    this.found.push({ row, depth: listDepth + 1, text });
  }
}

/** The one first-level heading above all others is what the page is called: no cluster. */
function withoutTitle(lines: readonly OutlineLine[]): OutlineLine[] {
  const headings = lines.filter(({ isHeading }) => isHeading);
  const [first] = headings;
  const isTitle =
    first?.depth === 1 && headings.length > 1 && headings.filter(({ depth }) => depth === 1).length === 1;
  return isTitle ? lines.filter((line) => line !== first) : [...lines];
}

function widthOf(indent: string): number {
  return [...indent].reduce((width, c) => width + (c === '\t' ? 4 : 1), 0);
}

const kept = '\ue000';

/** Without the marks that make letters bold or slanted; a link keeps its address. */
function plain(text: string): string {
  const escaped: string[] = [];
  const marked = text.replaceAll(
    /\\([!-/:-@[-`{-~])/g,
    (_, c: string) => `${kept}${escaped.push(c) - 1}${kept}`,
  );
  const bare = marked
    .replaceAll(/!\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/\[([^[\]]+)\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g, (_, words: string, url: string) =>
      words === url ? url : `${words} (${url})`,
    )
    .replaceAll(/<(https?:\/\/[^<>\s]+)>/g, '$1')
    .replaceAll(/(\*\*|__|~~)(?=\S)(.*?\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replaceAll(/`([^`]+)`/g, '$1');
  return decodeEntities(bare).replaceAll(/\ue000(\d+)\ue000/g, (_, at: string) => escaped[Number(at)] ?? '');
}
