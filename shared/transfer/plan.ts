// What reading a file or a pasted text came to, before anything is written: the notes it would make, the columns a person
// may choose from, and every row that could not be taken as it was.

import type { Colour } from '../items/colour.ts';
import type { NewItem } from '../items/item.ts';
import type { Box } from '../lib/geometry.ts';
import { cutText } from './cells.ts';
import type { ImportProblem } from './problems.ts';

export interface PlannedNote {
  readonly text: string;
  /** Title of the cluster it belongs to; notes with the same title share one. */
  readonly cluster?: string;
  readonly colour?: Colour;
  /** Where the file says it was, in board units. */
  readonly box?: Box;
}

export interface ImportColumn {
  readonly name: string;
  readonly samples: readonly string[];
  /** Whether this is the column the notes were taken from. */
  readonly guess: boolean;
}

/** Why nothing at all can be taken; `too-many` and `too-large` are a 413, the others a 400. */
export type RefusalCode = 'empty' | 'not-text' | 'not-a-board' | 'too-many' | 'too-large' | 'no-such-column';

export interface ImportPlan {
  readonly kind: 'table' | 'lines' | 'board';
  /** Empty unless `kind` is `table`. */
  readonly columns: readonly ImportColumn[];
  readonly notes: readonly PlannedNote[];
  /** The items of a `board`, ids and parents as they were; empty for the other kinds. */
  readonly items: readonly NewItem[];
  readonly problems: readonly ImportProblem[];
  /** Rows that hold something but give no note. */
  readonly skipped: number;
  readonly refused: { readonly code: RefusalCode; readonly message: string } | null;
}

const ideasShown = 5;
const ideaCharsMax = 200;

/** Enough to see whether this is what was meant. */
export function firstIdeas(plan: ImportPlan): string[] {
  const all = plan.kind === 'board' ? plan.items.filter((item) => item.kind === 'note') : plan.notes;
  const texts = all.map(({ text = '' }) => text).filter((text) => text !== '');
  return texts.slice(0, ideasShown).map((text) => cutText(text, ideaCharsMax));
}
