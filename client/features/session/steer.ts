// What steering asks of the server, and what is said when it refuses. Keeps only what waits for a second answer.

import type { PhaseKind, Step } from '../../../shared/features/session/agenda.ts';
import { isPaused, type SessionSettings } from '../../../shared/features/session/phase.ts';
import { nextStep, stepBefore } from '../../../shared/features/session/plan.ts';
import { isRevealed, roundUnderWay, type SessionState } from '../../../shared/features/session/state.ts';
import { Signal } from '../../../shared/lib/signal.ts';
import type { CommandResult } from '../../../shared/protocol/messages.ts';
import { t } from '../../text/catalogue.ts';
import { type Refused, whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import { usualMinutes } from './agendaEdit.ts';
import type { Board } from './useSession.ts';

/** The board on which fewer than three have written, and somebody wants to reveal all the same; null for none. */
export const askedToConfirm = new Signal<Board | null>(null);

/** Says why, when the server does not do it. */
async function ask(
  board: Board,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
): Promise<CommandResult> {
  const answer = await board.runCommand(name, args);
  if (!answer.ok) sayRefused(answer);
  return answer;
}

export function sayRefused(answer: Refused): void {
  if (answer.code === 'moved-on') toast({ text: t('session.movedOn') });
  else toast({ text: `${t('session.failed')} ${whyNot(answer)}`, tone: 'trouble' });
}

/** What pressing on means now: the next step of the plan, or the end of this one, or of all. */
export type Onward =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'endStep' }
  | { readonly kind: 'endSession' };

/** null where there is nothing to go on to. */
export function onwardOf(state: Pick<SessionState, 'agenda' | 'phase' | 'past'>): Onward | null {
  const step = nextStep(state);
  if (step !== null) return { kind: 'step', step };
  if (state.phase === null) return null;
  return { kind: state.agenda.length > 0 && state.phase.step !== null ? 'endSession' : 'endStep' };
}

export function goOn(board: Board): void {
  const onward = onwardOf(board.session.state());
  if (onward?.kind === 'step') void ask(board, 'phase.next', { from: here(board) });
  else if (onward?.kind === 'endStep') endStep(board);
  else if (onward?.kind === 'endSession') endSession(board);
}

/** Whether the sheets can go on to the next person: not in the last round. */
export function mayPassOn(state: Pick<SessionState, 'phase' | 'reveals' | 'endedAt'>): boolean {
  const round = roundUnderWay(state);
  return round !== null && round.number < round.of;
}

/** The round that is on this screen; of two who press at once, or with the clock, one is heard. */
export function passOn(board: Board): void {
  const state = board.session.state();
  const round = roundUnderWay(state);
  if (round !== null && state.phase !== null)
    void ask(board, 'round.next', { phase: state.phase.id, round: round.number });
}

export function goBack(board: Board): void {
  if (stepBefore(board.session.state()) !== null) void ask(board, 'phase.back', { from: here(board) });
}

export function endStep(board: Board): void {
  void ask(board, 'phase.end', { from: here(board) });
}

export function startStep(board: Board, step: string): void {
  void ask(board, 'phase.start', { step });
}

/** Beside the plan. */
export function startNow(board: Board, kind: PhaseKind, minutes: number = usualMinutes[kind]): void {
  void ask(board, 'phase.set', { kind, minutes });
}

export function pauseOrResume(board: Board): void {
  const { phase } = board.session.state();
  if (phase !== null) void ask(board, isPaused(phase) ? 'phase.resume' : 'phase.pause');
}

export function giveMinutes(board: Board, minutes: number): void {
  void ask(board, 'phase.extend', { minutes });
}

export function makeNameless(board: Board): void {
  void ask(board, 'phase.nameless');
}

export function setReady(board: Board, ready: boolean): void {
  void ask(board, 'me.ready', { ready });
}

/** Fewer than three authors are asked about first; whether it is two or none is not told before. */
export async function reveal(board: Board, confirm = false): Promise<void> {
  const answer = await board.runCommand('reveal', confirm ? { confirm } : {});
  // What came to the wall is told to everybody alike, whoever asked for it.
  if (answer.ok) return;
  if (answer.code === 'few-authors') askedToConfirm.set(board);
  else sayRefused(answer);
}

/** The time of a step runs until it has done what it asked for: what is on the wall is read without a clock. */
export function hasTimer(state: Pick<SessionState, 'phase' | 'reveals'>): boolean {
  const { phase } = state;
  return phase !== null && (phase.endsAt !== null || phase.leftMs !== null) && !isRevealed(state);
}

/** Where the step under way is steered: once its ideas are on the wall, only for late ones that are known of. */
export function offersReveal(state: Pick<SessionState, 'phase' | 'reveals' | 'ideas'>): boolean {
  return state.phase?.kind === 'silent' && (!isRevealed(state) || state.ideas !== null);
}

/** Something may wait that nobody but its writers has: written silently since the last reveal, or now. */
export function mayReveal({ phase, past, reveals, ideas, endedAt }: SessionState): boolean {
  if (endedAt !== null) return false;
  if (phase?.kind === 'silent' || ideas !== null) return true;
  const last = reveals.at(-1)?.at ?? 0;
  return past.some(({ kind, endedAt: end }) => kind === 'silent' && end > last);
}

/** No question before it: opening it again is the press that takes its place on the screen. */
export function endSession(board: Board): void {
  void ask(board, 'session.end');
}

export function reopenSession(board: Board): void {
  void ask(board, 'session.reopen');
}

export async function setSetting(board: Board, change: Partial<SessionSettings>): Promise<boolean> {
  return (await ask(board, 'session.set', change)).ok;
}

/** Of oneself; only another facilitator takes it back. */
export function takeNoSide(board: Board): void {
  void ask(board, 'role.set', { participant: board.me.id, role: 'facilitator', neutral: true });
}

export function leaveWheel(board: Board): void {
  void ask(board, 'wheel.leave');
}

/** False when the server says that it is too early. */
export async function takeWheel(board: Board): Promise<boolean> {
  const answer = await board.runCommand('wheel.take', {});
  if (answer.code === 'wheel-taken') toast({ text: t('session.wheelEarly') });
  else if (!answer.ok) sayRefused(answer);
  return answer.ok;
}

function here(board: Board): string | null {
  return board.session.state().phase?.id ?? null;
}
