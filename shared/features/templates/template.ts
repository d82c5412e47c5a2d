// What a template is: a plan that runs. A layout to begin with, the agenda of a session with its prompts and votes, and the
// settings it wants. Plain values; knows no document and no language.

import type { Colour } from '../../items/colour.ts';
import type { NewItem } from '../../items/item.ts';
import type { Random } from '../../lib/env.ts';
import { add, type Box, subtract, unionAll, type Vec } from '../../lib/geometry.ts';
import { type ItemId, newItemId } from '../../lib/ids.ts';
import type { Step } from '../session/agenda.ts';
import type { SessionSettings } from '../session/phase.ts';

export const templateGroups = ['ideas', 'decide', 'lookBack', 'together'] as const;
/** What somebody who looks for a template has in mind. */
export type TemplateGroup = (typeof templateGroups)[number];

/** One thing of the layout. Clusters come before what is in them. */
export interface Piece extends Box {
  /** Unique in its template. */
  readonly id: string;
  readonly kind: 'note' | 'cluster';
  /** The id of the cluster it is in; null for none. */
  readonly in: string | null;
  readonly text: string;
  readonly colour: Colour;
  /** Part of the wall rather than an idea: it stays where it is, and nobody votes for it or for what is in it. */
  readonly locked: boolean;
}

export interface Template {
  /** 1 to 40 of a-z 0-9 -. */
  readonly id: string;
  readonly title: string;
  /** What it is for, in one sentence; may be empty. */
  readonly purpose: string;
  /** null for what somebody made themselves. */
  readonly group: TemplateGroup | null;
  /** How many people it is good for; null when nobody said. */
  readonly people: { readonly min: number; readonly max: number } | null;
  /** How long all steps take together; 0 without an agenda. */
  readonly minutes: number;
  readonly settings: Partial<SessionSettings>;
  /** In stacking order. */
  readonly layout: readonly Piece[];
  readonly agenda: readonly Step[];
}

export const templateLimits = {
  /** Of the file, in UTF-8; it also fits into a command. */
  bytesMax: 56_000,
  piecesMax: 400,
  purposeCharsMax: 300,
  /** Of one note. */
  textCharsMax: 2_000,
  peopleMax: 2_000,
} as const;

/** How long a step takes: its timer, again for each round. In minutes. */
function minutesOf({ minutes, rounds }: Pick<Step, 'minutes' | 'rounds'>): number {
  return (minutes ?? 0) * (rounds?.count ?? 1);
}

/** Of a whole agenda, to a tenth of a minute. */
export function durationOf(agenda: readonly Step[]): number {
  return Math.round(agenda.reduce((sum, step) => sum + minutesOf(step), 0) * 10) / 10;
}

/** The box round everything, in board units; of no size for an empty layout. */
export function boundsOf(layout: readonly Box[]): Box {
  return unionAll(layout) ?? { x: 0, y: 0, w: 0, h: 0 };
}

/** The layout as items with new ids, its top left corner at `corner`. */
export function itemsOf(layout: readonly Piece[], corner: Vec, random: Random): (NewItem & { id: ItemId })[] {
  const by = subtract(corner, boundsOf(layout));
  const ids = new Map(layout.map(({ id }) => [id, newItemId(random)]));
  return layout.map((piece) => {
    const { id, kind, text, colour, locked, w, h } = piece;
    return {
      id: ids.get(id) ?? newItemId(random),
      kind,
      ...add(piece, by),
      w,
      h,
      parent: piece.in === null ? null : (ids.get(piece.in) ?? null),
      text,
      colour,
      ...(locked && { locked }),
    };
  });
}
