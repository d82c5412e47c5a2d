// Changes to an agenda, as pure functions from one plan to the next. What a step may hold is said in shared/features/session.

import {
  agendaLimits,
  type BallotPlan,
  type PhaseKind,
  type Rounds,
  type Step,
} from '../../../shared/features/session/agenda.ts';

export type Agenda = readonly Step[];

/** Minutes that a new step of a kind has. */
export const usualMinutes: Readonly<Record<PhaseKind, number>> = {
  open: 5,
  silent: 5,
  group: 10,
  vote: 3,
  discuss: 10,
};

const usualBallot: BallotPlan = {
  method: 'dots',
  options: 'notes',
  votes: 3,
  maxPerOption: 1,
  practice: false,
};
export const usualRounds: Rounds = { count: 6, ideas: 3 };

/** Without words of its own it is called by its kind, in every reader's language. */
export function newStep(id: string, kind: PhaseKind): Step {
  return {
    id,
    kind,
    title: '',
    prompt: '',
    minutes: usualMinutes[kind],
    editorsWrite: null,
    anonymous: false,
    rounds: null,
    ballot: kind === 'vote' ? usualBallot : null,
  };
}

/** The same agenda when it is full or has the step already; at the end for an `index` of null. */
export function withStep(agenda: Agenda, step: Step, index: number | null = null): Agenda {
  if (agenda.length >= agendaLimits.stepsMax || agenda.some(({ id }) => id === step.id)) return agenda;
  return agenda.toSpliced(index ?? agenda.length, 0, step);
}

export function withoutStep(agenda: Agenda, id: string): Agenda {
  return agenda.filter((step) => step.id !== id);
}

/** What fits the new kind stays; the rest becomes what is usual for it. */
export function withKind(step: Step, kind: PhaseKind): Step {
  if (kind === step.kind) return step;
  return {
    ...step,
    kind,
    minutes: step.minutes === usualMinutes[step.kind] ? usualMinutes[kind] : step.minutes,
    editorsWrite: null,
    anonymous: kind === 'silent' && step.anonymous,
    rounds: null,
    ballot: kind === 'vote' ? usualBallot : null,
  };
}

export function withChange(agenda: Agenda, id: string, change: (step: Step) => Step): Agenda {
  return agenda.map((step) => (step.id === id ? change(step) : step));
}

/** `index` is its place afterwards; beyond the ends it is the first or the last. */
export function withMove(agenda: Agenda, id: string, index: number): Agenda {
  const from = agenda.findIndex((step) => step.id === id);
  const step = agenda[from];
  if (step === undefined) return agenda;
  const to = Math.min(Math.max(index, 0), agenda.length - 1);
  return to === from ? agenda : agenda.toSpliced(from, 1).toSpliced(to, 0, step);
}

/** Another of the same, right below it. */
export function withCopy(agenda: Agenda, id: string, copyId: string): Agenda {
  const index = agenda.findIndex((step) => step.id === id);
  const step = agenda[index];
  return step === undefined ? agenda : withStep(agenda, { ...step, id: copyId }, index + 1);
}

/** Of all steps that have a timer; `isWhole` when all have one. */
export function minutesOf(agenda: Agenda): { readonly minutes: number; readonly isWhole: boolean } {
  const timed = agenda.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  const minutes = timed.reduce((sum, each) => sum + each, 0);
  return { minutes: Math.round(minutes * 10) / 10, isWhole: timed.length === agenda.length };
}

/**
 * Minutes as people type them: `5`, `2.5`, `2,5`, `1:30`. null for nothing, which is no timer; undefined for what is no time.
 */
export function parseMinutes(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(typed);
  const minutes = clock ? Number(clock[1]) + Number(clock[2]) / 60 : Number(typed.replace(',', '.'));
  if (!/^[\d.,:]+$/.test(typed) || !Number.isFinite(minutes) || minutes < 0) return undefined;
  if (minutes === 0) return null;
  return Math.min(agendaLimits.minutesMax, Math.max(0.1, Math.round(minutes * 10) / 10));
}
