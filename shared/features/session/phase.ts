// The phase under way: what it is, until when, and what follows from it. Plain values and arithmetic on the server's
// clock; whoever calls brings the time.

import { limits } from '../../board/limits.ts';
import { openRules, type Rules } from '../../board/rules.ts';
import { fieldsOf, isTime } from '../../lib/fields.ts';
import { agendaLimits, editorsWriteIn, isPhaseKind, type PhaseKind, type Step } from './agenda.ts';

/** Where a round of brainwriting stands. */
export interface Round {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** How many ideas each is asked for in one. */
  readonly ideas: number;
  /** How long one takes, in milliseconds; null without a timer. */
  readonly lengthMs: number | null;
}

export interface Phase {
  /** New at every start; what belongs to one run of a phase carries it. */
  readonly id: string;
  /** The step of the agenda it came from; null for one started beside the plan. */
  readonly step: string | null;
  readonly kind: PhaseKind;
  readonly title: string;
  readonly prompt: string;
  /** Milliseconds since 1970 by the server's clock, as all times here. */
  readonly startedAt: number;
  /** When its time is up; null without a timer and while it is paused. */
  readonly endsAt: number | null;
  /** The time that was left when it was paused; null while it is not. */
  readonly leftMs: number | null;
  readonly editorsWrite: boolean;
  /** What is written privately now is revealed without names. Can be switched on while it runs, never off. */
  readonly anonymous: boolean;
  readonly round: Round | null;
}

/** A phase that is over, as the summary tells it. */
export interface PastPhase {
  /** The step of the agenda it came from; null for one started beside the plan. */
  readonly step: string | null;
  readonly kind: PhaseKind;
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** The settings of a board that hold beyond one phase. */
export interface SessionSettings {
  /** Everything is revealed without names, and the server keeps no author of what is written on the wall. */
  readonly anonymous: boolean;
  /** Only facilitators write on the wall. */
  readonly canvasLock: boolean;
  /** Nobody sees where others point; facilitators are seen. */
  readonly hideCursors: boolean;
  /** Newcomers wait until a facilitator lets them in. */
  readonly lobby: boolean;
}

export const defaultSettings: SessionSettings = {
  anonymous: false,
  canvasLock: false,
  hideCursors: false,
  lobby: false,
};

/** Milliseconds left, negative when the time is up; null without a timer. */
export function timeLeft(phase: Phase, now: number): number | null {
  if (phase.leftMs !== null) return phase.leftMs;
  return phase.endsAt === null ? null : phase.endsAt - now;
}

export function isPaused(phase: Phase): boolean {
  return phase.leftMs !== null;
}

/** A phase as a step begins it. */
export function phaseOf(step: Omit<Step, 'id'>, at: { id: string; step: string | null; now: number }): Phase {
  return {
    id: at.id,
    step: at.step,
    kind: step.kind,
    title: step.title,
    prompt: step.prompt,
    startedAt: at.now,
    endsAt: step.minutes === null ? null : at.now + step.minutes * 60_000,
    leftMs: null,
    editorsWrite: editorsWriteIn(step),
    anonymous: step.anonymous,
    round: step.rounds && {
      number: 1,
      of: step.rounds.count,
      ideas: step.rounds.ideas,
      lengthMs: step.minutes === null ? null : step.minutes * 60_000,
    },
  };
}

/** The next round, with its whole time before it. A phase without rounds, or in its last, stays as it is. */
export function passedOn(phase: Phase, now: number): Phase {
  const { round } = phase;
  if (round === null || round.number >= round.of) return phase;
  return {
    ...phase,
    endsAt: round.lengthMs === null ? null : now + round.lengthMs,
    leftMs: null,
    round: { ...round, number: round.number + 1 },
  };
}

/** `now` in milliseconds since 1970. The same phase when it has no end, or is paused already. */
export function paused(phase: Phase, now: number): Phase {
  const left = timeLeft(phase, now);
  if (left === null || phase.leftMs !== null) return phase;
  return { ...phase, endsAt: null, leftMs: Math.max(0, left) };
}

/** `now` in milliseconds since 1970. Goes on with the time that was left. */
export function resumed(phase: Phase, now: number): Phase {
  return phase.leftMs === null ? phase : { ...phase, endsAt: now + phase.leftMs, leftMs: null };
}

/** More time, or less; a phase without a timer gets one, and one whose time is up starts from now. */
export function extended(phase: Phase, minutes: number, now: number): Phase {
  const left = Math.max(0, timeLeft(phase, now) ?? 0);
  const after = Math.min(agendaLimits.minutesMax * 60_000, Math.max(0, left + minutes * 60_000));
  return phase.leftMs === null ? { ...phase, endsAt: now + after } : { ...phase, leftMs: after };
}

/** What people may do now. `ended`: the session is over and its board is for reading until it is opened again. */
export function rulesOf(state: {
  readonly phase: Phase | null;
  readonly ended: boolean;
  readonly settings: Pick<SessionSettings, 'canvasLock'>;
}): Rules {
  if (state.ended) return { canvas: 'nobody' };
  if (state.settings.canvasLock) return { canvas: 'facilitators' };
  if (state.phase !== null && !state.phase.editorsWrite) return { canvas: 'facilitators' };
  return openRules;
}

/** In which nobody is noted as the author of what is written on the wall. */
export function keepsNoAuthor(state: {
  readonly phase: Pick<Phase, 'anonymous'> | null;
  readonly settings: Pick<SessionSettings, 'anonymous'>;
}): boolean {
  return state.settings.anonymous || state.phase?.anonymous === true;
}

/** In which nobody but facilitators shows where they point and write: it would tell who is writing what, or votes for what. */
export function hidesHands(state: {
  readonly phase: Phase | null;
  readonly settings: Pick<SessionSettings, 'hideCursors'>;
  readonly isVoting: boolean;
}): boolean {
  const { phase, settings, isVoting } = state;
  return settings.hideCursors || isVoting || phase?.kind === 'silent' || phase?.kind === 'vote';
}

/** null for what is no phase: then none is under way. */
export function readPhase(value: unknown): Phase | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { id, step, kind, title, prompt, startedAt, endsAt, leftMs, editorsWrite, anonymous } = fields;
  if (typeof id !== 'string' || !isPhaseKind(kind) || !isTime(startedAt)) return null;
  return {
    id,
    step: typeof step === 'string' ? step : null,
    kind,
    title: typeof title === 'string' ? title.slice(0, limits.titleCharsMax) : '',
    prompt: typeof prompt === 'string' ? prompt.slice(0, agendaLimits.promptCharsMax) : '',
    startedAt,
    endsAt: isTime(endsAt) ? endsAt : null,
    leftMs: isTime(leftMs) ? leftMs : null,
    editorsWrite: editorsWrite === true,
    anonymous: anonymous === true,
    round: readRound(fields.round),
  };
}

/** What cannot be read is off. */
export function readSettings(value: unknown): SessionSettings {
  const fields = fieldsOf(value);
  return {
    anonymous: fields?.anonymous === true,
    canvasLock: fields?.canvasLock === true,
    hideCursors: fields?.hideCursors === true,
    lobby: fields?.lobby === true,
  };
}

/** What cannot be read is left out. */
export function readPast(value: unknown): PastPhase[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry): PastPhase[] => {
    const fields = fieldsOf(entry);
    const { step, kind, title, startedAt, endedAt } = fields ?? {};
    if (!isPhaseKind(kind) || !isTime(startedAt) || !isTime(endedAt)) return [];
    const named = typeof title === 'string' ? title.slice(0, limits.titleCharsMax) : '';
    return [{ step: typeof step === 'string' ? step : null, kind, title: named, startedAt, endedAt }];
  });
}

function readRound(value: unknown): Round | null {
  const fields = fieldsOf(value);
  const { number, of, ideas, lengthMs } = fields ?? {};
  if (!isCount(number) || !isCount(of) || !isCount(ideas)) return null;
  return { number, of, ideas, lengthMs: isTime(lengthMs) ? lengthMs : null };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
