// The plan of a session: its steps, each of a kind that brings rules of who may do what. Plain values; everything that
// arrives has passed through here. Knows no clock and no document.

import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import { fieldsOf } from '../../lib/fields.ts';

/**
 * `open` everybody writes on the wall; `silent` everybody writes ideas that nobody else gets until they are revealed;
 * `group` ideas are gathered into clusters; `vote` a ballot is under way; `discuss` the group talks about what is there.
 */
export const phaseKinds = ['open', 'silent', 'group', 'vote', 'discuss'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** Ideas are written in rounds and passed on (brainwriting, 6-3-5); only in a `silent` step. */
export interface Rounds {
  /** How often everybody writes, 2 to `roundsMax`. */
  readonly count: number;
  /** How many ideas each is asked for in a round. */
  readonly ideas: number;
}

export const ballotMethods = ['dots', 'approval', 'score', 'ranked', 'matrix', 'quadratic'] as const;
export type BallotMethod = (typeof ballotMethods)[number];

/** The ballot that a `vote` step proposes; nothing is opened by it alone. */
export interface BallotPlan {
  readonly method: BallotMethod;
  readonly options: 'notes' | 'clusters';
  /** What one voter has to give. */
  readonly votes: number;
  readonly maxPerOption: number;
  /** A ballot to warm up: its result counts for nothing. */
  readonly practice: boolean;
}

export interface Step {
  /** Unique in its agenda. */
  readonly id: string;
  readonly kind: PhaseKind;
  readonly title: string;
  /** The one thing to do, said to everybody; may be empty. */
  readonly prompt: string;
  /** Length of its timer; null for none. */
  readonly minutes: number | null;
  /** Whether editors write on the wall, where it differs from what the kind says. */
  readonly editorsWrite: boolean | null;
  /** Ideas are revealed without names, whatever the board's own setting. */
  readonly anonymous: boolean;
  readonly rounds: Rounds | null;
  readonly ballot: BallotPlan | null;
}

export const agendaLimits = {
  stepsMax: 40,
  promptCharsMax: 500,
  /** A week. */
  minutesMax: 7 * 24 * 60,
  roundsMax: 12,
  roundIdeasMax: 10,
  votesMax: 100,
} as const;

/** Whether people with the role of editor write on the wall in a phase of this kind. */
export function editorsWriteIn({ kind, editorsWrite }: Pick<Step, 'kind' | 'editorsWrite'>): boolean {
  return editorsWrite ?? (kind !== 'silent' && kind !== 'vote');
}

/** null for what is no step. Texts are cut, numbers are brought into their bounds, what does not fit the kind is dropped. */
export function readStep(value: unknown): Step | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { id, kind, title, prompt, minutes, editorsWrite, anonymous } = fields;
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,32}$/.test(id) || !isPhaseKind(kind)) return null;
  return {
    id,
    kind,
    title: shortText(title, limits.titleCharsMax),
    prompt: shortText(prompt, agendaLimits.promptCharsMax),
    minutes: readMinutes(minutes),
    editorsWrite: typeof editorsWrite === 'boolean' ? editorsWrite : null,
    anonymous: anonymous === true,
    rounds: kind === 'silent' ? readRounds(fields.rounds) : null,
    ballot: kind === 'vote' ? readBallotPlan(fields.ballot) : null,
  };
}

/** The steps that can be read, each id once, at most `stepsMax`. */
export function readAgenda(value: unknown): Step[] {
  if (!Array.isArray(value)) return [];
  const steps = new Map<string, Step>();
  for (const entry of value) {
    const step = readStep(entry);
    if (step !== null && !steps.has(step.id) && steps.size < agendaLimits.stepsMax) steps.set(step.id, step);
  }
  return [...steps.values()];
}

export function isPhaseKind(value: unknown): value is PhaseKind {
  return phaseKinds.includes(value as PhaseKind);
}

/** More than none, in steps of a tenth of a minute; null for everything else. */
function readMinutes(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null;
  return Math.min(agendaLimits.minutesMax, Math.max(0.1, Math.round(value * 10) / 10));
}

function readRounds(value: unknown): Rounds | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  return {
    count: whole(fields.count, 2, agendaLimits.roundsMax, 5),
    ideas: whole(fields.ideas, 1, agendaLimits.roundIdeasMax, 3),
  };
}

function readBallotPlan(value: unknown): BallotPlan | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { method, options, votes, maxPerOption, practice } = fields;
  if (!ballotMethods.includes(method as BallotMethod)) return null;
  const budget = whole(votes, 1, agendaLimits.votesMax, 3);
  return {
    method: method as BallotMethod,
    options: options === 'clusters' ? 'clusters' : 'notes',
    votes: budget,
    maxPerOption: whole(maxPerOption, 1, budget, 1),
    practice: practice === true,
  };
}

function shortText(value: unknown, charsMax: number): string {
  return typeof value === 'string' ? wellFormed(value.trim().slice(0, charsMax)) : '';
}

function whole(value: unknown, min: number, max: number, otherwise: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return Math.min(max, otherwise);
  return Math.min(max, Math.max(min, Math.round(value)));
}
