// An outline to notes: what has something below it is a cluster, what has nothing is an idea. Knows no format.

import { limits } from '../../board/limits.ts';
import { cutText } from '../cells.ts';
import { tidyText, tooLong } from '../notesFromTable.ts';
import { emptyPlan, type ImportKind, type ImportPlan, type PlannedNote, refusedPlan } from '../plan.ts';
import { type ImportProblem, problem } from '../problems.ts';

/** One line of an outline, in the order of the file. */
export interface OutlineLine {
  /** Counted from 1. */
  readonly row: number;
  /** Any numbers, larger ones being further in. */
  readonly depth: number;
  readonly text: string;
  /** A heading is never an idea itself, though nothing may be below it. */
  readonly isHeading?: boolean;
}

/** Deeper clusters than this are one with the one they are in. */
const nestingMax = 8;

export function planOutline(kind: ImportKind, lines: readonly OutlineLine[]): ImportPlan {
  const problems: ImportProblem[] = [];
  const notes: PlannedNote[] = [];
  const open: { depth: number; title: string }[] = [];
  lines.forEach((line, index) => {
    while ((open.at(-1)?.depth ?? Number.NEGATIVE_INFINITY) >= line.depth) open.pop();
    const text = tidyText(line.text);
    const hasMore = (lines[index + 1]?.depth ?? Number.NEGATIVE_INFINITY) > line.depth;
    const title = text.replaceAll(/\s*\n\s*/g, ' ');
    // What is too long for a title is an idea all the same; nobody may lose its end.
    const isIdea = !(line.isHeading || hasMore) || title.length > limits.titleCharsMax;
    if (text === '') problems.push({ row: line.row, ...problem('notAnIdea') });
    else if (isIdea) {
      if (text.length > limits.textCharsMax) problems.push({ row: line.row, ...tooLong });
      const path = open.map((above) => above.title).filter((above) => above !== '');
      notes.push({ text: cutText(text, limits.textCharsMax), ...placed(path.slice(0, nestingMax)) });
    }
    if (line.isHeading || hasMore)
      open.push({ depth: line.depth, title: cutText(title, limits.titleCharsMax) });
  });
  if (notes.length > limits.itemsMax)
    return refusedPlan('too-many', problem('tooMany', { max: limits.itemsMax }), kind);
  return {
    ...emptyPlan,
    kind,
    notes,
    problems,
    skipped: problems.filter(({ code }) => code === 'notAnIdea').length,
  };
}

function placed(path: readonly string[]): Pick<PlannedNote, 'cluster' | 'outer'> {
  const cluster = path.at(-1);
  if (cluster === undefined) return {};
  return path.length > 1 ? { cluster, outer: path.slice(0, -1) } : { cluster };
}
