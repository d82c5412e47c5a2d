// What reading a file or a pasted text came to, before anything is written: the notes it would make, the columns a person
// may choose from, and every row that could not be taken as it was.

import type { Furniture } from '../features/templates/furniture.ts';
import type { Colour } from '../items/colour.ts';
import type { NewItem } from '../items/item.ts';
import type { Box } from '../lib/geometry.ts';
import { cutText } from './cells.ts';
import type { ImportProblem, Problem } from './problems.ts';

/** What a file turned out to be, told by its content. */
export type ImportKind =
  | 'lines'
  | 'table'
  | 'workbook'
  | 'mural'
  | 'markdown'
  | 'opml'
  | 'mindmap'
  | 'miro'
  | 'excalidraw'
  | 'tldraw'
  | 'board';

export interface PlannedNote {
  readonly text: string;
  /** Title of the cluster it belongs to; notes with the same title share one. */
  readonly cluster?: string;
  /** Titles of the clusters round that one, the outermost first. */
  readonly outer?: readonly string[];
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
export type RefusalCode =
  | 'empty'
  | 'not-text'
  | 'not-a-board'
  | 'too-many'
  | 'too-large'
  | 'no-such-column'
  | 'no-such-sheet';

export interface ImportPlan {
  readonly kind: ImportKind;
  /** Empty unless it is a table. */
  readonly columns: readonly ImportColumn[];
  /** The names of a workbook's sheets, and the one that was read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly notes: readonly PlannedNote[];
  /**
   * What a board or a drawing holds, in stacking order, parents before their members; then `notes` is empty. The ids of a
   * `board` are those it had, the others mean nothing outside this list.
   */
  readonly items: readonly NewItem[];
  /** Which of the `items` a template had put there, by their ids in the file. */
  readonly furniture: Furniture;
  readonly problems: readonly ImportProblem[];
  /** Rows that hold something but give no note. */
  readonly skipped: number;
  readonly refused: { readonly code: RefusalCode; readonly why: Problem } | null;
}

/** A plan of nothing, to be filled. */
export const emptyPlan: ImportPlan = {
  kind: 'lines',
  columns: [],
  sheets: [],
  sheet: null,
  notes: [],
  items: [],
  furniture: new Map(),
  problems: [],
  skipped: 0,
  refused: null,
};

export function refusedPlan(code: RefusalCode, why: Problem, kind: ImportKind = 'lines'): ImportPlan {
  return { ...emptyPlan, kind, problems: [{ row: 0, ...why }], refused: { code, why } };
}

/** How many ideas would come, and in how many clusters. */
export function countsOf({ notes, items }: ImportPlan): { notes: number; clusters: number } {
  const paths = new Set<string>();
  for (const { cluster = '', outer = [] } of notes) {
    const path = [...outer, cluster].filter((title) => title !== '');
    for (let depth = path.length; depth > 0; depth--) paths.add(JSON.stringify(path.slice(0, depth)));
  }
  const drawn = items.filter((item) => item.kind === 'note').length;
  return { notes: notes.length + drawn, clusters: paths.size + items.length - drawn };
}

const ideasShown = 5;
const ideaCharsMax = 200;

export interface FirstIdea {
  readonly text: string;
  readonly colour?: Colour;
  /** Title of the cluster it would be in. */
  readonly cluster?: string;
}

/** Enough to see whether this is what was meant. */
export function firstIdeas(plan: ImportPlan): FirstIdea[] {
  const titles = new Map(plan.items.map((item) => [item.id, item.text ?? '']));
  const drawn = plan.items
    .filter((item) => item.kind === 'note')
    .map(({ text = '', colour, parent }) => ({ text, colour, cluster: titles.get(parent ?? undefined) }));
  const all: readonly { text: string; colour?: Colour | undefined; cluster?: string | undefined }[] =
    plan.items.length > 0 ? drawn : plan.notes;
  return all
    .filter(({ text }) => text !== '')
    .slice(0, ideasShown)
    .map(({ text, colour, cluster }) => ({
      text: cutText(text, ideaCharsMax),
      ...(colour && { colour }),
      ...(cluster && { cluster: cutText(cluster, ideaCharsMax) }),
    }));
}
