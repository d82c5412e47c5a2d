// Which text on the wall is an earlier state of one that was being written. Pure.

import { textDiff } from '../../../shared/board/textDiff.ts';
import { neutralText } from '../../../shared/features/session/drafts.ts';

/** At least this part of the longer of the two is the same at both ends. */
const likenessMin = 0.4;

/** The one most like it; null when none is. Looks at plain texts only: it finds my own words, never anybody's name. */
export function likeliest(text: string, others: readonly string[]): string | null {
  const mine = neutralText(text);
  let best: string | null = null;
  let most = likenessMin;
  for (const other of others) {
    const likeness = likenessOf(neutralText(other), mine);
    if (likeness < most) continue;
    most = likeness;
    best = other;
  }
  return best;
}

function likenessOf(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (a === '' || b === '') return 0;
  const edit = textDiff(a, b);
  return edit === null ? 1 : 1 - Math.max(edit.remove, edit.insert.length) / longer;
}
