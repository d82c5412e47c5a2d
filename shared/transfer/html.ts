// The text of a note that another tool keeps as HTML: paragraphs and line breaks become lines, every other mark goes.
// Nothing is ever shown as HTML, so this has to be readable and not safe.

import { decodeEntities } from './entities.ts';

const lineEnds = /<(?:br\s*\/?|\/(?:p|div|li|h[1-6]|tr|blockquote|pre))\s*>/gi;
const bullets = /<li\b[^<>]{0,1000}>/gi;
/** A mark begins with a letter, so that `a < b` stays what it is. */
const marks = /<\/?[a-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->/gi;

/** The words alone, with its lines and its bullets. */
export function textOfHtml(html: string): string {
  const lines = html
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(lineEnds, '\n')
    .replaceAll(bullets, '- ')
    .replaceAll(marks, '')
    .split('\n')
    .map((line) => decodeEntities(line).trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
