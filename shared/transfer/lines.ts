// A pasted list to notes: one line, one note. Bullets and numbers in front are how people write lists, not part of the idea.

import type { PlannedNote } from './plan.ts';

export interface ReadLine extends PlannedNote {
  /** Counted from 1, empty lines too. */
  readonly row: number;
}

const bullet = /^(?:[-*+–—•·▪▫◦○●■□‣⁃]\s+|[•▪▫◦○●■□‣⁃](?=\S)|(?:\d{1,3}|[A-Za-z])[.)]\s+|\(\d{1,3}\)\s+)/u;
const checkbox = /^\[[ xX]?\]\s+/;

/** Indented lines under a bullet that have none of their own belong to its note, as in Markdown. */
export function readLines(text: string): ReadLine[] {
  const lines: ReadLine[] = [];
  let bulletIndent: number | null = null;
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const content = line.trim();
    if (content === '') {
      bulletIndent = null;
      return;
    }
    const indent = indentOf(line);
    const match = bullet.exec(content)?.[0];
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

function indentOf(line: string): number {
  let indent = 0;
  for (const c of line) {
    if (c === ' ') indent += 1;
    else if (c === '\t') indent += 4;
    else break;
  }
  return indent;
}
