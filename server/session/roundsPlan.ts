// The plan of ideas passed on in rounds: the order of the ring, who has held which sheet when, and what stands on each. It
// lies in a personal document of nobody, so it is sealed on the disk and sent to no one. Pure but for reading and writing it.

import type * as Y from 'yjs';
import { type Draft, readDrafts } from '../../shared/board/drafts.ts';
import { wellFormed } from '../../shared/board/textDiff.ts';
import { neutralText, revealedAtOnceMax, shuffled } from '../../shared/features/session/drafts.ts';
import { passOn } from '../../shared/features/session/rounds.ts';
import type { Random } from '../../shared/lib/env.ts';
import { fieldsOf } from '../../shared/lib/fields.ts';
import { isParticipantId, type ParticipantId, randomToken } from '../../shared/lib/ids.ts';

/** Whose document holds the plan: nobody's. Ids of participants are longer, so nobody can come to be this one. */
export const roundsOwner = '_rounds' as ParticipantId;

/** What is written beyond this stays with its writer until the reveal: a sheet is read on a phone. In characters. */
export const sheetCharsMax = 200_000;
const titleCharsMax = 60;
const sheetPrefix = 'sheet:';

export interface SheetIdea {
  /** Of the draft it was. */
  readonly id: string;
  readonly owner: ParticipantId;
  /** In which it was written. */
  readonly round: number;
  readonly text: string;
  readonly nameless: boolean;
}

export interface Held {
  readonly who: ParticipantId;
  /** From 1. */
  readonly round: number;
}

export interface PlanSheet {
  readonly id: string;
  /** The phase in which it goes round. */
  readonly phase: string;
  /** In the order of rounds, at most one for each. */
  readonly holders: readonly Held[];
  /** In the order of rounds. */
  readonly ideas: readonly SheetIdea[];
}

export interface Plan {
  /** The phase whose sheets go round; those of others wait for the reveal. */
  readonly phase: string | null;
  readonly ring: readonly ParticipantId[];
  readonly sheets: readonly PlanSheet[];
}

/** What is dealt to whoever holds a sheet: texts by round, and nobody's name. */
export interface DealtSheet {
  readonly id: string;
  readonly phase: string;
  readonly round: number;
  readonly rows: readonly (readonly string[])[];
}

export const noPlan: Plan = { phase: null, ring: [], sheets: [] };

/** The ring under the key `plan`, each sheet under its id. */
export function readPlan(doc: Y.Doc): Plan {
  const sheets: PlanSheet[] = [];
  for (const [key, value] of doc.getMap('sheet').entries()) {
    const sheet = key.startsWith(sheetPrefix) ? readSheet(key.slice(sheetPrefix.length), value) : null;
    if (sheet !== null) sheets.push(sheet);
  }
  const { phase, ring } = fieldsOf(doc.getMap('sheet').get('plan')) ?? {};
  return {
    phase: typeof phase === 'string' ? phase : null,
    ring: Array.isArray(ring) ? ring.filter(isParticipantId) : [],
    sheets: sheets.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** What is as it was in `before` is not written again. */
export function writePlan(doc: Y.Doc, plan: Plan, before: Plan): void {
  const root = doc.getMap('sheet');
  const there = new Set(plan.sheets.map(({ id }) => id));
  doc.transact(() => {
    for (const { id } of before.sheets) if (!there.has(id)) root.delete(sheetPrefix + id);
    for (const sheet of plan.sheets) {
      const { id, ...value } = sheet;
      if (!before.sheets.includes(sheet)) root.set(sheetPrefix + id, value);
    }
    if (plan.phase === null) root.delete('plan');
    else root.set('plan', { phase: plan.phase, ring: plan.ring });
  }, 'server');
}

/** Lays a sheet before somebody, or takes theirs away. */
export function deal(personal: Y.Doc, sheet: DealtSheet | null): void {
  const root = personal.getMap('sheet');
  if (sheet !== null) root.set('cur', sheet);
  else if (root.has('cur')) root.delete('cur');
}

export function hasSheet(personal: Y.Doc): boolean {
  return personal.getMap('sheet').has('cur');
}

/** Sheets of earlier phases wait for their reveal; nobody's place in the ring is what it was. */
export function planFor(plan: Plan, phase: string): Plan {
  return plan.phase === phase ? plan : { ...plan, phase, ring: [] };
}

/** Who holds which sheet in this round. */
export function heldIn({ phase, sheets }: Plan, round: number): Map<ParticipantId, PlanSheet> {
  const held = new Map<ParticipantId, PlanSheet>();
  for (const sheet of sheets) {
    if (sheet.phase !== phase) continue;
    for (const holder of sheet.holders) if (holder.round === round) held.set(holder.who, sheet);
  }
  return held;
}

/** Everybody who is here holds a sheet in this round; who holds one already keeps it. */
export function shareOut(
  plan: Plan,
  of: { readonly round: number; readonly here: ReadonlySet<ParticipantId>; readonly random: Random },
): Plan {
  const { round, here, random } = of;
  const { phase } = plan;
  if (phase === null) return plan;
  const newcomers = [...here].filter((who) => !plan.ring.includes(who)).sort();
  const ring = [...plan.ring, ...shuffled(newcomers, random)];
  const held = heldIn(plan, round);
  const lying = plan.sheets.filter((sheet) => sheet.phase === phase && sheet.holders.at(-1)?.round !== round);
  const waiting = new Set([...here].filter((who) => !held.has(who)));
  const passed = lying.map(({ id, holders }) => ({
    id,
    holders: holders.map(({ who }) => who),
    rested: round - 1 - (holders.at(-1)?.round ?? 0),
  }));
  const given = passOn({ ring, sheets: passed }, waiting);
  const holderOf = new Map([...given].map(([who, id]) => [id, who]));
  const sheets = plan.sheets.map((sheet) => {
    const who = holderOf.get(sheet.id);
    return who === undefined ? sheet : { ...sheet, holders: [...sheet.holders, { who, round }] };
  });
  const empty = ring
    .filter((who) => waiting.has(who) && !given.has(who))
    .map((who): PlanSheet => ({ id: randomToken(random, 12), phase, holders: [{ who, round }], ideas: [] }));
  return { phase, ring, sheets: [...sheets, ...empty] };
}

export interface Taken {
  readonly plan: Plan;
  /** Of the drafts that need not be on the pad any more. */
  readonly ids: readonly string[];
}

/**
 * What somebody wrote on sheets that they hold or have held becomes part of them, in the row of that round: what comes late
 * finds its place too. Of an idea that was taken from under its writer's pen the longer version replaces the shorter.
 */
export function takeIn(plan: Plan, owner: ParticipantId, personal: Y.Doc, charsMax = sheetCharsMax): Taken {
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.id, sheet]));
  const ids: string[] = [];
  let count = 0;
  for (const draft of readDrafts(personal)) {
    const sheet = draft.sheet === null ? undefined : sheets.get(draft.sheet);
    const round = sheet?.holders.findLast(({ who }) => who === owner)?.round;
    if (sheet === undefined || round === undefined) continue;
    const { id, nameless, cutFrom } = draft;
    const idea = { id, owner, round, text: neutralText(draft.text), nameless };
    if (idea.text !== '') {
      if (count >= revealedAtOnceMax || charsOf(sheet) + idea.text.length > charsMax) continue;
      count++;
      sheets.set(sheet.id, { ...sheet, ideas: withIdea(sheet.ideas, idea, cutFrom) });
    }
    ids.push(id);
  }
  return { plan: { ...plan, sheets: [...sheets.values()] }, ids };
}

function withIdea(
  ideas: readonly SheetIdea[],
  idea: SheetIdea,
  cutFrom: Draft['cutFrom'],
): readonly SheetIdea[] {
  const isSame = (other: SheetIdea) => other.owner === idea.owner && other.id === cutFrom;
  if (ideas.some(isSame)) return ideas.map((other) => (isSame(other) ? longer(other, idea) : other));
  return [...ideas, idea].sort((a, b) => a.round - b.round);
}

function longer(taken: SheetIdea, later: SheetIdea): SheetIdea {
  if (later.text.length < taken.text.length) return taken;
  return { ...later, nameless: taken.nameless || later.nameless };
}

/** As it is laid before its holder. What nobody has written on yet has no rows. */
export function dealtIn(sheet: PlanSheet, round: number): DealtSheet {
  const rows = Array.from({ length: round - 1 }, (_, index) =>
    sheet.ideas.flatMap((idea) => (idea.round === index + 1 ? [idea.text] : [])),
  );
  return { id: sheet.id, phase: sheet.phase, round, rows: sheet.ideas.length > 0 ? rows : [] };
}

/** Ideas on all sheets together. */
export function countOn({ sheets }: Plan): number {
  return sheets.reduce((sum, sheet) => sum + sheet.ideas.length, 0);
}

/** Everybody in whose document something of these sheets was at some time. */
export function peopleOf({ ring, sheets }: Plan): Set<ParticipantId> {
  return new Set([...ring, ...sheets.flatMap(({ holders }) => holders.map(({ who }) => who))]);
}

/** What a sheet is called on the wall: the beginning of its first idea, on one line. */
export function titleOf(sheet: PlanSheet): string {
  const line = (sheet.ideas[0]?.text ?? '').replace(/\s+/g, ' ');
  if (line.length <= titleCharsMax) return line;
  const cut = wellFormed(line.slice(0, titleCharsMax - 1));
  const word = cut.lastIndexOf(' ');
  return `${(word > titleCharsMax / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

function charsOf({ ideas }: PlanSheet): number {
  return ideas.reduce((sum, { text }) => sum + text.length, 0);
}

function readSheet(id: string, value: unknown): PlanSheet | null {
  const { phase, holders, ideas } = fieldsOf(value) ?? {};
  if (typeof phase !== 'string' || !Array.isArray(holders) || !Array.isArray(ideas)) return null;
  return {
    id,
    phase,
    holders: holders.flatMap((holder): Held[] => {
      const { who, round } = fieldsOf(holder) ?? {};
      return isParticipantId(who) && typeof round === 'number' ? [{ who, round }] : [];
    }),
    ideas: ideas.flatMap((idea) => readIdea(idea) ?? []),
  };
}

function readIdea(value: unknown): SheetIdea | null {
  const { id, owner, round, text, nameless } = fieldsOf(value) ?? {};
  if (typeof id !== 'string' || !isParticipantId(owner) || typeof text !== 'string') return null;
  if (typeof round !== 'number') return null;
  return { id, owner, round, text, nameless: nameless === true };
}
