// A ballot: what is asked, among what, by which method, of whom, until when. Plain values as the `session` document holds
// them under `ballots`; everything read is unknown first. Knows no document and no clock.

import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import { fieldsOf, isTime } from '../../lib/fields.ts';
import { type ItemId, isItemId, isParticipantId, type ParticipantId } from '../../lib/ids.ts';

/**
 * `dots` a handful of votes to spread; `approval` yes or nothing for each; `score` 0 to 5 for each; `ranked` an order, counted
 * as an instant run-off; `matrix` effort and impact of each; `quadratic` credits, of which n votes for one cost n².
 */
export const methods = ['dots', 'approval', 'score', 'ranked', 'matrix', 'quadratic'] as const;
export type Method = (typeof methods)[number];

export interface Ballot {
  readonly id: string;
  readonly title: string;
  readonly method: Method;
  /** What may be voted for; fixed when it opens. */
  readonly options: readonly ItemId[];
  /** What one voter has: dots, ranks or credits. Says nothing for the other methods. */
  readonly votes: number;
  /** Of dots, or of votes for credits. */
  readonly maxPerOption: number;
  /** `close`: nothing is counted before it closes. `live`: totals are published when three votes or more changed. */
  readonly show: 'close' | 'live';
  /** `present`: those who were here when it opened, in `voters`. `link`: whoever is on the board before it closes. */
  readonly who: 'present' | 'link';
  /** null for `link` until its time is up: whoever comes while late votes are waited for may not vote. null once it is closed. */
  readonly voters: readonly ParticipantId[] | null;
  /** A ballot to warm up: its result counts for nothing. */
  readonly practice: boolean;
  /** The phase that it ends with; null when it stands by itself. */
  readonly phase: string | null;
  /** Announced for this moment: it takes votes from then on. null for one that was opened at once. */
  readonly opensAt: number | null;
  /** Milliseconds since 1970 by the server's clock, as all times here. As long as it is announced: when it was announced. */
  readonly openedAt: number;
  /** When nobody may vote any more; null until somebody closes it. */
  readonly closesAt: number | null;
  /** For so long after `closesAt` votes that were cast without a network are waited for, before anything is counted. */
  readonly graceHours: number;
  /** When it was counted for good; null before. */
  readonly closedAt: number | null;
  /** So many have to vote for the result to count; null for any number. */
  readonly quorum: number | null;
  /** The ballot that it follows on: a second round among its `winners`, or the same asked `again` after a discussion. */
  readonly after: After | null;
  /** When those who may vote were last reminded; null for never. */
  readonly remindedAt: number | null;
}

export interface After {
  readonly ballot: string;
  readonly how: AfterHow;
}

export type AfterHow = 'winners' | 'again';

export const votingLimits = {
  votesMax: 100,
  optionsMin: 2,
  optionsMax: 2_000,
  /** At one time on one board. */
  openMax: 20,
  /** On one board for ever. */
  ballotsMax: 500,
  graceHoursMax: 72,
  quorumMax: 100_000,
  /** Of the options of a second round, not counting those tied with the last. */
  topMax: 100,
  /** Nobody is reminded more often. */
  remindEveryMs: 10 * 60_000,
  /** The highest score; the lowest is 0. */
  scoreMax: 5,
  /** A year. */
  openMsMax: 366 * 24 * 60 * 60_000,
} as const;

/** Fewer voters than this can be told apart by thinking. */
export const votersMin = 3;
/** A ballot that closes later than this is for those who come later, too. */
export const linkFromMs = 60 * 60_000;

const hourMs = 60 * 60_000;
/** Reminded at the latest so long before the end. */
const remindBeforeMs = 24 * hourMs;

const ballotIdPattern = /^[A-Za-z0-9_-]{1,32}$/;

/** null for what is no ballot. */
export function readBallot(id: string, value: unknown): Ballot | null {
  const fields = fieldsOf(value);
  if (fields === null || !ballotIdPattern.test(id)) return null;
  const { method, options, openedAt, closesAt, closedAt, opensAt, remindedAt, quorum } = fields;
  if (!isMethod(method) || !Array.isArray(options) || !isTime(openedAt)) return null;
  const votes = whole(fields.votes, 1, votingLimits.votesMax);
  return {
    id,
    title: typeof fields.title === 'string' ? ballotTitle(fields.title) : '',
    method,
    options: [...new Set(options.filter(isItemId))].slice(0, votingLimits.optionsMax),
    votes,
    maxPerOption: whole(fields.maxPerOption, 1, votes),
    show: fields.show === 'live' ? 'live' : 'close',
    who: fields.who === 'link' ? 'link' : 'present',
    voters: Array.isArray(fields.voters) ? fields.voters.filter(isParticipantId) : null,
    practice: fields.practice === true,
    phase: typeof fields.phase === 'string' ? fields.phase : null,
    opensAt: isTime(opensAt) ? opensAt : null,
    openedAt,
    closesAt: isTime(closesAt) ? closesAt : null,
    graceHours: isTime(fields.graceHours) ? Math.min(votingLimits.graceHoursMax, fields.graceHours) : 0,
    closedAt: isTime(closedAt) ? closedAt : null,
    quorum: isTime(quorum) ? whole(quorum, 1, votingLimits.quorumMax) : null,
    after: readAfter(fields.after),
    remindedAt: isTime(remindedAt) ? remindedAt : null,
  };
}

/** null for what follows on nothing. */
function readAfter(value: unknown): After | null {
  const { ballot, how } = fieldsOf(value) ?? {};
  if (typeof ballot !== 'string' || !ballotIdPattern.test(ballot)) return null;
  return how === 'winners' || how === 'again' ? { ballot, how } : null;
}

/** All that can be read, in the order in which they were opened. */
export function readBallots(entries: Iterable<readonly [string, unknown]>): Ballot[] {
  const ballots: Ballot[] = [];
  for (const [id, value] of entries) {
    const ballot = readBallot(id, value);
    if (ballot !== null) ballots.push(ballot);
  }
  return ballots.sort(inOpeningOrder);
}

export function inOpeningOrder(a: Ballot, b: Ballot): number {
  return a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);
}

/** As it is kept: without blanks round it, no longer than allowed. */
export function ballotTitle(title: string): string {
  return wellFormed(title.trim().slice(0, limits.titleCharsMax));
}

/** Its beginning is still to come: the server has not opened it. */
export function isAnnounced({
  opensAt,
  openedAt,
  closedAt,
}: Pick<Ballot, 'opensAt' | 'openedAt' | 'closedAt'>) {
  return closedAt === null && opensAt !== null && openedAt < opensAt;
}

/** Not counted yet; announced ones are among them. */
export function isOpen(ballot: Pick<Ballot, 'closedAt'>): boolean {
  return ballot.closedAt === null;
}

/** Whether a vote cast now is in time: its beginning has come, it is not counted, and its own time is not up. */
export function takesVotes(ballot: Pick<Ballot, 'opensAt' | 'closedAt' | 'closesAt'>, now: number): boolean {
  const { opensAt, closesAt, closedAt } = ballot;
  return closedAt === null && (opensAt === null || opensAt <= now) && (closesAt === null || now < closesAt);
}

/** When it is counted by itself; null when somebody has to close it. */
export function countedAt({ closesAt, graceHours }: Pick<Ballot, 'closesAt' | 'graceHours'>): number | null {
  return closesAt === null ? null : closesAt + graceHours * hourMs;
}

/**
 * When everybody is reminded of it by itself: a tenth of its time before the end, at most a day. null for one that nobody
 * comes to on their own.
 */
export function remindsAt({
  who,
  opensAt,
  openedAt,
  closesAt,
  practice,
}: Pick<Ballot, 'who' | 'opensAt' | 'openedAt' | 'closesAt' | 'practice'>): number | null {
  if (closesAt === null || who !== 'link' || practice) return null;
  const takes = closesAt - (opensAt ?? openedAt);
  return takes <= linkFromMs ? null : closesAt - Math.min(remindBeforeMs, Math.round(takes / 10));
}

/** Whether somebody who takes part now is among its voters. */
export function isVoter(ballot: Pick<Ballot, 'who' | 'voters'>, id: ParticipantId): boolean {
  return ballot.voters?.includes(id) ?? ballot.who === 'link';
}

/** Whether one voter's votes have a sum that they may use up. */
export function hasBudget(method: Method): boolean {
  return method === 'dots' || method === 'quadratic' || method === 'ranked';
}

export function isMethod(value: unknown): value is Method {
  return methods.includes(value as Method);
}

function whole(value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return min;
  return Math.min(max, Math.max(min, Math.round(value)));
}
