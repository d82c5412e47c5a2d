// What the server writes into a board's `session` document about the session itself: settings, agenda, phase. Each looks at
// everything first and writes last: whatever throws has changed nothing.

import type * as Y from 'yjs';
import { readAgenda, type Step } from '../../shared/features/session/agenda.ts';
import {
  extended,
  type Phase,
  passedOn,
  paused,
  phaseOf,
  resumed,
} from '../../shared/features/session/phase.ts';
import { type Reveal, readSession, type SessionState } from '../../shared/features/session/state.ts';
import { ApiError } from '../errors.ts';

/** How many phases that are over the summary can tell of. */
const pastMax = 200;

/** All of the session, read anew. */
export function sessionState(doc: Y.Doc): SessionState {
  return readSession((root) => doc.getMap(root).entries());
}

/** Whether private ideas wait that are not revealed; asked at the moment of writing, and only where it matters. */
export type IdeasWait = () => boolean;

/** Anonymity is a promise: it is never taken back while something is written, or waits, under it. */
export function writeSettings(
  doc: Y.Doc,
  changes: Partial<SessionState['settings']>,
  ideasWait: IdeasWait,
): void {
  const { settings, phase, promisedNameless } = sessionState(doc);
  const after = { ...settings, ...changes };
  const isTakenBack = settings.anonymous && !after.anonymous;
  if (isTakenBack && (phase !== null || (promisedNameless && ideasWait()))) throw promiseHolds();
  doc.transact(() => {
    const root = doc.getMap('phase');
    doc.getMap('board').set('settings', after);
    if (isTakenBack) root.delete('nameless');
    if (!after.anonymous) return;
    root.set('nameless', true);
    if (phase !== null && !phase.anonymous) root.set('cur', { ...phase, anonymous: true });
  }, 'server');
}

/** The running phase becomes nameless; it never goes back. */
export function makeNameless(doc: Y.Doc): void {
  const phase = running(doc);
  doc.transact(() => {
    doc.getMap('phase').set('cur', { ...phase, anonymous: true });
    if (phase.kind === 'silent') doc.getMap('phase').set('nameless', true);
  }, 'server');
}

/** @throws ApiError when not every step can be read: half a plan is none. */
export function writeAgenda(doc: Y.Doc, wanted: readonly unknown[]): readonly Step[] {
  const steps = readAgenda(wanted);
  if (steps.length !== wanted.length)
    throw new ApiError(400, 'bad-agenda', 'A step of this agenda cannot be read, or has an id used before.');
  doc.transact(() => doc.getMap('phase').set('agenda', steps), 'server');
  return steps;
}

/**
 * Begins a phase; one that was under way is over with it. Beginning a phase opens a session that was ended. What is written
 * silently while ideas wait that were promised to stay nameless comes to the wall with them, so it is nameless too.
 */
export function beginPhase(
  doc: Y.Doc,
  step: Omit<Step, 'id'>,
  at: { id: string; step: string | null; now: number; ideasWait: IdeasWait },
): Phase {
  const state = sessionState(doc);
  const begun = phaseOf(step, at);
  const isSilent = begun.kind === 'silent';
  const isBound = state.settings.anonymous || (state.promisedNameless && at.ideasWait());
  const anonymous = begun.anonymous || state.settings.anonymous || (isSilent && isBound);
  const phase = { ...begun, anonymous };
  doc.transact(() => {
    closeRunning(doc, state, at.now);
    const root = doc.getMap('phase');
    root.delete('ended');
    root.set('cur', phase);
    if (isSilent && anonymous) root.set('nameless', true);
    else if (!isBound) root.delete('nameless');
  }, 'server');
  return phase;
}

/** No phase is under way any more; the board is as open as its settings say. */
export function endPhase(doc: Y.Doc, now: number): void {
  const state = sessionState(doc);
  if (state.phase === null) return;
  doc.transact(() => closeRunning(doc, state, now), 'server');
}

/** The board is for reading from now on. */
export function endSession(doc: Y.Doc, now: number): void {
  const state = sessionState(doc);
  if (state.endedAt !== null) return;
  doc.transact(() => {
    closeRunning(doc, state, now);
    doc.getMap('phase').set('ended', now);
    const guide = doc.getMap('guide');
    for (const key of ['spotlight', 'summons', 'acting']) guide.delete(key);
    for (const key of [...doc.getMap('hands').keys()]) doc.getMap('hands').delete(key);
  }, 'server');
}

export function reopenSession(doc: Y.Doc): void {
  if (sessionState(doc).endedAt === null) return;
  doc.transact(() => doc.getMap('phase').delete('ended'), 'server');
}

/** How many ideas are written and not revealed, of everybody together; null tells nothing. */
export function writeCount(doc: Y.Doc, ideas: number | null): void {
  const counts = doc.getMap('counts');
  doc.transact(() => (ideas === null ? counts.delete('ideas') : counts.set('ideas', ideas)), 'server');
}

/** What came to the wall. With the last of what waited the promise of the phases before is kept. */
export function writeReveal(doc: Y.Doc, { id, ...reveal }: Reveal, nothingIsLeft: boolean): void {
  const { phase, settings } = sessionState(doc);
  const isStillPromised = settings.anonymous || (phase?.kind === 'silent' && phase.anonymous);
  doc.transact(() => {
    doc.getMap('reveals').set(id, reveal);
    doc.getMap('counts').delete('ideas');
    if (nothingIsLeft && !isStillPromised) doc.getMap('phase').delete('nameless');
  }, 'server');
}

export function pausePhase(doc: Y.Doc, now: number): void {
  change(doc, (phase) => paused(phase, now));
}

export function resumePhase(doc: Y.Doc, now: number): void {
  change(doc, (phase) => resumed(phase, now));
}

export function extendPhase(doc: Y.Doc, minutes: number, now: number): void {
  change(doc, (phase) => extended(phase, minutes, now));
}

/** The next round of ideas passed on: nobody is done with it yet. */
export function nextRound(doc: Y.Doc, now: number): void {
  doc.transact(() => {
    forgetReady(doc);
    change(doc, (phase) => passedOn(phase, now));
  }, 'server');
}

/** @throws ApiError when another phase has begun since whoever asks last looked; null asks nothing. */
export function mustStillBe(doc: Y.Doc, from: string | null | undefined): void {
  if (from === undefined || (sessionState(doc).phase?.id ?? null) === from) return;
  throw new ApiError(409, 'moved-on', 'Somebody else has just gone on to another phase.');
}

/** @throws ApiError without a phase. */
export function running(doc: Y.Doc): Phase {
  const { phase } = sessionState(doc);
  if (phase === null) throw new ApiError(409, 'no-phase', 'No phase is under way.');
  return phase;
}

function change(doc: Y.Doc, how: (phase: Phase) => Phase): void {
  const before = running(doc);
  const after = how(before);
  if (after !== before) doc.transact(() => doc.getMap('phase').set('cur', after), 'server');
}

function closeRunning(doc: Y.Doc, { phase, past }: SessionState, now: number): void {
  forgetReady(doc);
  if (phase === null) return;
  const root = doc.getMap('phase');
  const { step, kind, title, startedAt } = phase;
  root.set('past', [...past, { step, kind, title, startedAt, endedAt: now }].slice(-pastMax));
  root.delete('cur');
}

function forgetReady(doc: Y.Doc): void {
  const ready = doc.getMap('ready');
  for (const key of [...ready.keys()]) ready.delete(key);
}

function promiseHolds(): ApiError {
  return new ApiError(
    409,
    'promise-holds',
    'Ideas were written under the promise that they stay nameless. It can be taken back after they are revealed, between phases.',
  );
}
