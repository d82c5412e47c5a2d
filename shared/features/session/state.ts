// The whole of a session as the `session` document tells it, in one plain value. Knows no Yjs: whoever holds the document
// hands over its entries.

import { limits } from '../../board/limits.ts';
import { fieldsOf } from '../../lib/fields.ts';
import type { Box } from '../../lib/geometry.ts';
import { type ItemId, isItemId, isParticipantId, type ParticipantId } from '../../lib/ids.ts';
import { readAgenda, type Step } from './agenda.ts';
import {
  type PastPhase,
  type Phase,
  type Round,
  readPast,
  readPhase,
  readSettings,
  type SessionSettings,
} from './phase.ts';

/** One look at the same part of the board for everybody. */
export interface Summons {
  /** New each time. */
  readonly id: string;
  readonly by: ParticipantId;
  readonly at: number;
  readonly view: Box;
}

export interface Reveal {
  readonly id: string;
  readonly at: number;
  /** How many ideas came to the wall. */
  readonly ideas: number;
  readonly anonymous: boolean;
  /** So few people had written that it may be easy to guess who wrote what. */
  readonly few: boolean;
}

/** Something to be proud of, with the note it is about where there is one. */
export interface Win {
  readonly id: string;
  readonly text: string;
  readonly item: ItemId | null;
  readonly by: ParticipantId;
  readonly at: number;
}

export interface RaisedHand {
  readonly by: ParticipantId;
  readonly at: number;
}

export interface Waiting {
  readonly id: ParticipantId;
  readonly name: string;
  readonly at: number;
}

export interface SessionState {
  readonly settings: SessionSettings;
  readonly agenda: readonly Step[];
  /** null between phases. */
  readonly phase: Phase | null;
  readonly past: readonly PastPhase[];
  /** When the session was ended; null while it goes on. The board is for reading until it is opened again. */
  readonly endedAt: number | null;
  /** Ideas not yet revealed, of everybody together; null while fewer than four take part, or nobody has written. */
  readonly ideas: number | null;
  /** What is written but not revealed was promised to stay nameless. */
  readonly promisedNameless: boolean;
  readonly reveals: readonly Reveal[];
  /** Who has said that they are done with the phase under way. */
  readonly ready: ReadonlySet<ParticipantId>;
  /** In the order in which they went up. */
  readonly hands: readonly RaisedHand[];
  /** Everybody sees what this person sees; null for nobody. */
  readonly spotlight: ParticipantId | null;
  readonly summons: Summons | null;
  /** Steers in trust while no facilitator is here; null for nobody. */
  readonly acting: ParticipantId | null;
  /** The cluster for ideas that belong elsewhere. */
  readonly park: ItemId | null;
  readonly wins: readonly Win[];
  readonly waiting: readonly Waiting[];
  /** Those who are here vote on something, in whatever phase. */
  readonly isVoting: boolean;
}

/** The roots of the document that hold a session, by name: `root(name)` gives the entries of one. */
export type SessionEntries = (root: string) => Iterable<readonly [string, unknown]>;

export const winsMax = 500;
const summonsMs = 10 * 60_000;

export function readSession(entriesOf: SessionEntries): SessionState {
  const board = Object.fromEntries(entriesOf('board'));
  const phase = Object.fromEntries(entriesOf('phase'));
  const guide = Object.fromEntries(entriesOf('guide'));
  const counts = Object.fromEntries(entriesOf('counts'));
  const current = readPhase(phase.cur);
  return {
    settings: readSettings(board.settings),
    agenda: readAgenda(phase.agenda),
    phase: current,
    past: readPast(phase.past),
    endedAt: typeof phase.ended === 'number' ? phase.ended : null,
    ideas: typeof counts.ideas === 'number' ? counts.ideas : null,
    promisedNameless: phase.nameless === true,
    reveals: listOf(entriesOf('reveals'), readReveal).sort((a, b) => a.at - b.at || compare(a.id, b.id)),
    ready: new Set(
      [...entriesOf('ready')].flatMap(([id, of]) => (isParticipantId(id) && of === current?.id ? [id] : [])),
    ),
    hands: listOf(entriesOf('hands'), readHand).sort((a, b) => a.at - b.at || compare(a.by, b.by)),
    spotlight: isParticipantId(guide.spotlight) ? guide.spotlight : null,
    summons: readSummons(guide.summons),
    acting: isParticipantId(guide.acting) ? guide.acting : null,
    park: isItemId(guide.park) ? guide.park : null,
    wins: listOf(entriesOf('wins'), readWin).sort((a, b) => a.at - b.at || compare(a.id, b.id)),
    waiting: listOf(entriesOf('waiting'), readWaiting).sort((a, b) => a.at - b.at || compare(a.id, b.id)),
    isVoting: [...entriesOf('ballots')].some(([, ballot]) => isVoteInRoom(ballot)),
  };
}

/** Where the rounds stand while ideas are passed on; the reveal, which takes all of them, ends that. */
export function roundUnderWay({
  phase,
  reveals,
  endedAt,
}: Pick<SessionState, 'phase' | 'reveals' | 'endedAt'>): Round | null {
  if (phase === null || endedAt !== null || reveals.some(({ at }) => at > phase.startedAt)) return null;
  return phase.round;
}

/** A silent step whose ideas are on the wall already: what it asked for is done. */
export function isRevealed({ phase, reveals }: Pick<SessionState, 'phase' | 'reveals'>): boolean {
  return phase?.kind === 'silent' && reveals.some(({ at }) => at > phase.startedAt);
}

/** Whether somebody who comes now should still be brought there. */
export function isFresh(summons: Summons, now: number): boolean {
  return now - summons.at < summonsMs;
}

/** Of a ballot no more than this: what it is about is read elsewhere. */
function isVoteInRoom(value: unknown): boolean {
  const { openedAt, closedAt, who } = fieldsOf(value) ?? {};
  return typeof openedAt === 'number' && typeof closedAt !== 'number' && who !== 'link';
}

function listOf<Value>(
  entries: Iterable<readonly [string, unknown]>,
  read: (id: string, value: unknown) => Value | null,
): Value[] {
  const list: Value[] = [];
  for (const [id, value] of entries) {
    const read_ = read(id, value);
    if (read_ !== null) list.push(read_);
  }
  return list;
}

function readReveal(id: string, value: unknown): Reveal | null {
  const { at, ideas, anonymous, few } = fieldsOf(value) ?? {};
  if (typeof at !== 'number' || typeof ideas !== 'number') return null;
  return { id, at, ideas, anonymous: anonymous === true, few: few === true };
}

function readHand(id: string, value: unknown): RaisedHand | null {
  return isParticipantId(id) && typeof value === 'number' ? { by: id, at: value } : null;
}

function readWin(id: string, value: unknown): Win | null {
  const { text, item, by, at } = fieldsOf(value) ?? {};
  if (typeof text !== 'string' || !isParticipantId(by) || typeof at !== 'number') return null;
  return { id, text, item: isItemId(item) ? item : null, by, at };
}

function readWaiting(id: string, value: unknown): Waiting | null {
  const { name, at } = fieldsOf(value) ?? {};
  if (!isParticipantId(id) || typeof name !== 'string' || typeof at !== 'number') return null;
  return { id, name, at };
}

function readSummons(value: unknown): Summons | null {
  const { id, by, at, view } = fieldsOf(value) ?? {};
  const box = readView(view);
  if (typeof id !== 'string' || !isParticipantId(by) || typeof at !== 'number' || box === null) return null;
  return { id, by, at, view: box };
}

/** A part of the board as `[x, y, w, h]`; null for one without an inside. */
export function readView(value: unknown): Box | null {
  if (!Array.isArray(value) || value.length !== 4 || !value.every((part) => Number.isFinite(part)))
    return null;
  const [x, y, w, h] = value as [number, number, number, number];
  const isOnBoard = Math.max(Math.abs(x), Math.abs(y), w, h) <= 4 * limits.coordinateMax;
  return w >= 1 && h >= 1 && isOnBoard ? { x, y, w, h } : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
