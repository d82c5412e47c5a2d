// How the templates that come with the product are written down: where things lie and what happens when, without a word. A
// language fills in the words (`english.ts`, `german.ts`). Lengths in board units.

import type { Colour } from '../../items/colour.ts';
import type { Box } from '../../lib/geometry.ts';
import type { BallotPlan, PhaseKind, Rounds } from '../session/agenda.ts';
import type { SessionSettings } from '../session/phase.ts';
import type { Piece, TemplateGroup } from './template.ts';

export interface PlannedStep {
  readonly id: string;
  readonly kind: PhaseKind;
  readonly minutes: number;
  readonly anonymous?: true;
  readonly editorsWrite?: boolean;
  readonly rounds?: Rounds;
  readonly ballot?: BallotPlan;
}

export interface Plan {
  readonly group: TemplateGroup;
  readonly people: { readonly min: number; readonly max: number };
  readonly settings?: Partial<SessionSettings>;
  readonly layout: readonly Omit<Piece, 'text'>[];
  readonly agenda: readonly PlannedStep[];
}

const note = 200;
const betweenNotes = 16;
const padding = 24;
const titleHeight = 56;
/** Between two areas. */
export const gap = 40;

/** How wide an area is that has room for so many notes side by side. */
export function wide(columns: number): number {
  return columns * (note + betweenNotes) - betweenNotes + 2 * padding;
}

/** How high an area is that has room for so many rows of notes. */
export function high(rows: number): number {
  return rows * (note + betweenNotes) - betweenNotes + titleHeight + padding;
}

interface Area {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly colour: Colour;
  /** Part of the wall: nobody votes for it or for what is in it. */
  readonly locked?: boolean;
}

interface Paper {
  readonly id: string;
  readonly colour?: Colour;
  /** To be written over by whoever uses it, and so not locked. */
  readonly own?: true;
  /** How many notes wide it is. */
  readonly columns?: number;
}

/** A cluster with notes in it, from its first place on. What explains is locked and has the colour of its cluster. */
export function area(of: Area, papers: readonly Paper[] = []): Omit<Piece, 'text'>[] {
  const { id, x, y, w, h, colour, locked = false } = of;
  const columns = Math.floor((w - 2 * padding + betweenNotes) / (note + betweenNotes));
  let taken = 0;
  return [
    { id, kind: 'cluster', in: null, x, y, w, h, colour, locked },
    ...papers.map((paper) => {
      const box = placeOf(taken, columns, paper.columns ?? 1);
      taken += paper.columns ?? 1;
      return {
        id: paper.id,
        kind: 'note' as const,
        in: id,
        ...box,
        x: x + padding + box.x,
        y: y + titleHeight + box.y,
        colour: paper.colour ?? colour,
        locked: paper.own !== true,
      };
    }),
  ];
}

/** What a field is for, said at its top in words large enough to be read from afar. */
export function hint(id: string): Paper {
  return { id, columns: 2 };
}

/** Notes side by side that are in no cluster. */
export function loose(at: { x: number; y: number }, papers: readonly Paper[]): Omit<Piece, 'text'>[] {
  return papers.map(({ id, colour = 'grey', own }, index) => {
    const { x, y, w, h } = placeOf(index, papers.length, 1);
    return { id, kind: 'note', in: null, x: at.x + x, y: at.y + y, w, h, colour, locked: own !== true };
  });
}

function placeOf(index: number, columns: number, width: number): Box {
  const step = note + betweenNotes;
  return {
    x: (index % columns) * step,
    y: Math.floor(index / columns) * step,
    w: width * step - betweenNotes,
    h: note,
  };
}

/** So many dots for everybody. */
export function dots(options: BallotPlan['options'], votes: number, maxPerOption: number): BallotPlan {
  return { method: 'dots', options, votes, maxPerOption, practice: false };
}

/** The place where the group writes what it is all about: `ask` is theirs to write over. */
export function question(colour: Colour, rows = 1): Area {
  return { id: 'question', x: 0, y: 0, w: wide(2), h: high(rows), colour, locked: true };
}

export const ask: Paper = { id: 'ask', colour: 'yellow', own: true, columns: 2 };
