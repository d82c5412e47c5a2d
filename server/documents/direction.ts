// Which way a text runs, and what keeps one text from turning its neighbours round.

import type { Line } from '../../shared/transfer/summary/blocks.ts';

const strong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** By its first letter, as browsers do it. */
export function runsRightToLeft(text: string): boolean {
  const first = strong.exec(text);
  return first !== null && rightToLeft.test(first[0]);
}

export function lineRunsRightToLeft(line: Line): boolean {
  return runsRightToLeft(line.map(({ text }) => text).join(' '));
}

/** Inside a line of other texts: in marks that close whatever it leaves open. Left alone where nothing can go wrong. */
export function isolated(text: string, lineIsRightToLeft: boolean): string {
  const turns = lineIsRightToLeft
    ? /[A-Za-z0-9\u202a-\u202e\u2066-\u2069]/u.test(text)
    : needsIsolation(text);
  return turns ? `\u2068${text}\u2069` : text;
}

function needsIsolation(text: string): boolean {
  return rightToLeft.test(text) || /[\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);
}

/** With an end to every change of direction that it begins: for programs that know no isolation. */
export function closed(text: string): string {
  let [embeddings, isolates] = [0, 0];
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/gu)) {
    if (mark === '\u202c') embeddings = Math.max(0, embeddings - 1);
    else if (mark === '\u2069') isolates = Math.max(0, isolates - 1);
    else if (mark < '\u202f') embeddings++;
    else isolates++;
  }
  return `${text}${'\u202c'.repeat(embeddings)}${'\u2069'.repeat(isolates)}`;
}
