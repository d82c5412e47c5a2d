// What the dialog for a new ballot holds: filled from the step under way, or from the ballot it follows on; turned into the
// command's arguments. No component.

import {
  type AfterHow,
  type Ballot,
  linkFromMs,
  type Method,
  votingLimits,
} from '../../../shared/features/voting/ballot.ts';
import { firstOf, type Result } from '../../../shared/features/voting/result.ts';
import type { Item } from '../../../shared/items/item.ts';
import type { CommandResult } from '../../../shared/protocol/messages.ts';
import type { FeatureView } from '../feature.ts';
import { timeOf, type When, whenOf } from './when.ts';

/** The counted ballot that the new one follows on. */
export interface Follows {
  readonly ballot: Ballot;
  readonly result: Result;
  readonly how: AfterHow;
}

export interface BallotForm {
  readonly title: string;
  readonly options: 'notes' | 'clusters' | 'selected';
  readonly method: Method;
  readonly votes: number;
  readonly maxPerOption: number;
  readonly show: 'close' | 'live';
  /** null: whoever is here where it is over within the hour, else whoever comes. */
  readonly who: 'present' | 'link' | null;
  readonly practice: boolean;
  readonly opens: When;
  readonly closes: When;
  /** null for any number of voters. */
  readonly quorum: number | null;
  readonly graceHours: number;
  readonly follows: Follows | null;
  /** How many go on to a second round. */
  readonly top: number;
}

const topUsual = 3;

/** From the ballot before; else from the plan of the step under way; beside a plan, from what is on the wall. */
export function formFor(view: FeatureView, follows: Follows | null = null): BallotForm {
  const { phase, agenda } = view.board.session.state();
  const plan = agenda.find(({ id }) => id === phase?.step)?.ballot ?? null;
  const counts = optionCounts(view);
  const now = view.board.serverNow();
  const before = follows?.ballot;
  return {
    // What to do stands at the top for as long as the step goes on: said twice it would only be cut off.
    title: before?.title ?? (phase?.kind === 'vote' ? phase.title : ''),
    options: plan?.options ?? (counts.selected > 1 ? 'selected' : counts.clusters > 1 ? 'clusters' : 'notes'),
    method: before?.method ?? plan?.method ?? 'dots',
    votes: before?.votes ?? plan?.votes ?? 3,
    maxPerOption: before?.maxPerOption ?? plan?.maxPerOption ?? 1,
    show: before?.show ?? 'close',
    who: before?.who ?? null,
    practice: follows === null && (plan?.practice ?? false),
    opens: whenOf('now', now),
    closes: whenOf('byHand', now),
    quorum: before?.quorum ?? null,
    graceHours: 0,
    follows,
    top: topUsual,
  };
}

/** How many options each choice comes to. */
export function optionCounts({ board, editor }: FeatureView): Record<BallotForm['options'], number> {
  const { park } = board.session.state();
  const all = board.board.items;
  // As the server decides it: what is locked, or lies in what is, is part of the wall.
  const isFixed = ({ locked, parent }: Item) =>
    locked || (parent !== null && all.get(parent)?.locked === true);
  const items = [...all.values()].filter((item) => !item.deleted && item.id !== park && !isFixed(item));
  const filled = new Set(items.map(({ parent }) => parent));
  const isWritten = (item: Item) => item.text.trim() !== '';
  const isParked = (item: Item) => park !== null && item.parent === park;
  return {
    notes: items.filter((item) => item.kind === 'note' && isWritten(item) && !isParked(item)).length,
    clusters: items.filter(
      (item) => item.kind === 'cluster' && (isWritten(item) || filled.has(item.id)) && !isParked(item),
    ).length,
    selected: editor.selection.size,
  };
}

/** How many options the ballot will have. */
export function optionsIn(view: FeatureView, { follows, options, top }: BallotForm): number {
  if (follows === null) return optionCounts(view)[options];
  const { ballot, result, how } = follows;
  return how === 'again' ? ballot.options.length : firstOf(result, ballot.options, top).length;
}

export interface Times {
  /** null for at once, and for when somebody closes it; NaN where the fields say nothing. */
  readonly opensAt: number | null;
  readonly closesAt: number | null;
}

export function timesOf({ opens, closes }: BallotForm, now: number): Times {
  const opensAt = timeOf(opens, now);
  const from = opensAt === null || Number.isNaN(opensAt) ? now : opensAt;
  return { opensAt, closesAt: timeOf(closes, from) };
}

export type WrongTimes = 'time' | 'opensPast' | 'closesPast' | 'year';

/** What hinders these times; null when nothing does. */
export function wrongTimes({ opensAt, closesAt }: Times, now: number): WrongTimes | null {
  if (Number.isNaN(opensAt) || Number.isNaN(closesAt)) return 'time';
  if (opensAt !== null && opensAt <= now) return 'opensPast';
  const begins = opensAt ?? now;
  if (closesAt !== null && closesAt <= begins) return 'closesPast';
  const last = Math.max(begins, closesAt ?? 0);
  return last - now > votingLimits.openMsMax ? 'year' : null;
}

export function whoVotes(
  { who }: Pick<BallotForm, 'who'>,
  { opensAt, closesAt }: Times,
  now: number,
): 'present' | 'link' {
  if (opensAt !== null) return 'link';
  const isLong = closesAt !== null && closesAt - now > linkFromMs;
  return who ?? (isLong ? 'link' : 'present');
}

function argsOf(form: BallotForm, { editor, board }: FeatureView): Record<string, unknown> {
  const { method, votes, maxPerOption, follows, quorum } = form;
  const now = board.serverNow();
  const times = timesOf(form, now);
  return {
    title: form.title.trim(),
    ...optionArgs(form, editor.selection.ids),
    method,
    show: form.show,
    who: whoVotes(form, times, now),
    practice: form.practice,
    ...((method === 'dots' || method === 'quadratic') && { votes }),
    ...(method === 'dots' && { maxPerOption: Math.min(maxPerOption, votes) }),
    ...(times.opensAt !== null && { opensAt: times.opensAt }),
    ...(times.closesAt !== null && { closesAt: times.closesAt, graceHours: form.graceHours }),
    ...(quorum !== null && { quorum }),
    ...(follows?.how === 'winners' && {
      after: { ballot: follows.ballot.id, how: 'winners', top: form.top },
    }),
    ...(follows?.how === 'again' && { after: { ballot: follows.ballot.id, how: 'again' } }),
  };
}

/** What follows on a ballot has its options from there. */
function optionArgs({ follows, options }: BallotForm, selected: readonly string[]) {
  if (follows !== null) return {};
  return { options: options === 'selected' ? [...selected] : options };
}

export function openBallot(view: FeatureView, form: BallotForm): Promise<CommandResult> {
  return view.board.runCommand('ballot.open', argsOf(form, view));
}
