// A pasted list to notes: one line, one note. Bullets and numbers in front are how people write lists, not part of the idea.

import type { PlannedNote } from './plan.ts';

export interface ReadLine extends PlannedNote {
  /** Counted from 1, empty lines too. */
  readonly row: number;
}

const bullet = /^(?:[-*+–—•·▪▫◦○●■□‣⁃]\s+|[•▪▫◦○●■□‣⁃](?=\S)|\d{1,3}[.)]\s+|[A-Za-z]\)\s+|\(\d{1,3}\)\s+)/u;
/** A letter with a point after it: the name of somebody, unless lines count on with it. */
const lettered = /^([A-Za-z])\.\s+/;
const checkbox = /^\[[ xX]?\]\s+/;

/** Indented lines under a bullet that have none of their own belong to its note, as in Markdown. */
export function readLines(text: string): ReadLine[] {
  const lines: ReadLine[] = [];
  let bulletIndent: number | null = null;
  const all = text.split(/\r\n|\n|\r/);
  const letters = new Set(all.flatMap((line) => letterOf(line) ?? []));
  all.forEach((line, index) => {
    const content = line.trim();
    if (content === '') {
      bulletIndent = null;
      return;
    }
    const indent = indentOf(line);
    const match =
      bullet.exec(content)?.[0] ?? (countsOn(line, letters) ? lettered.exec(content)?.[0] : undefined);
    const last = lines.at(-1);
    if (match === undefined && bulletIndent !== null && indent > bulletIndent && last) {
      lines[lines.length - 1] = { ...last, text: `${last.text}\n${content}` };
      return;
    }
    const idea = match === undefined ? content : content.slice(match.length).replace(checkbox, '').trim();
    bulletIndent = match === undefined ? null : indent;
    if (idea !== '') lines.push({ row: index + 1, text: idea });
  });
  return lines;
}

function letterOf(line: string): string | undefined {
  return lettered.exec(line.trim())?.[1];
}

/** `a.`, where some line has `b.`; `c.`, where some line has `b.` and some line `a.`. */
function countsOn(line: string, letters: ReadonlySet<string>): boolean {
  const letter = letterOf(line);
  if (letter === undefined || letters.size < 2) return false;
  const first = letter < 'a' ? 'A' : 'a';
  for (let code = first.charCodeAt(0); code < letter.charCodeAt(0); code++)
    if (!letters.has(String.fromCharCode(code))) return false;
  return letter !== first || letters.has(String.fromCharCode(first.charCodeAt(0) + 1));
}

function indentOf(line: string): number {
  let indent = 0;
  for (const c of line) {
    if (c === ' ') indent += 1;
    else if (c === '\t') indent += 4;
    else break;
  }
  return indent;
}
