// What a message says, as the board was at the moment it is about: words and numbers only, so that it can be sent much later
// and says the same at every attempt. Knows no format of messages and no network.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { readItem } from '../../shared/board/reader.ts';
import { type Ballot, methods } from '../../shared/features/voting/ballot.ts';
import { type Result, standings } from '../../shared/features/voting/result.ts';
import { type BoardEvent, webhookEvents } from '../../shared/features/webhook/webhook.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { sessionState } from '../session/steering.ts';
import { ballotsOf, progressOf, resultOf } from '../voting/ballotDoc.ts';

const rankedMax = 10;
const listedMax = 10;
const charsMax = 300;

const ballotSchema = v.object({
  title: v.string(),
  method: v.picklist(methods),
  votes: v.number(),
  options: v.number(),
  isSealed: v.boolean(),
  opensAt: v.nullable(v.number()),
  closesAt: v.nullable(v.number()),
  voted: v.number(),
  eligible: v.number(),
  quorum: v.nullable(v.number()),
  /** Best first; empty before the result. */
  ranking: v.array(
    v.object({
      rank: v.number(),
      isTied: v.boolean(),
      text: v.string(),
      total: v.number(),
      voters: v.number(),
    }),
  ),
});
export type BallotFacts = v.InferOutput<typeof ballotSchema>;

const summarySchema = v.object({
  ideas: v.number(),
  clusters: v.number(),
  parked: v.number(),
  wins: v.array(v.string()),
  results: v.array(
    v.object({ title: v.string(), winners: v.array(v.string()), voted: v.number(), eligible: v.number() }),
  ),
  decisions: v.array(v.string()),
});
export type SummaryFacts = v.InferOutput<typeof summarySchema>;

export const factsSchema = v.object({
  kind: v.picklist(webhookEvents),
  at: v.number(),
  board: v.string(),
  ballot: v.nullable(ballotSchema),
  summary: v.nullable(summarySchema),
});
export type Facts = v.InferOutput<typeof factsSchema>;

/** null for what is nobody's news: a ballot that is not there, or one to warm up. */
export function factsOf(
  event: BoardEvent,
  { session, canvas, now: at }: { session: Y.Doc; canvas: Y.Doc; now: number },
): Facts | null {
  const title = session.getMap('board').get('title');
  const base = { kind: event.kind, at, board: typeof title === 'string' ? title : '' };
  if (event.kind === 'session.summary')
    return { ...base, ballot: null, summary: summaryFacts(session, canvas) };
  const ballot = ballotsOf(session).find(({ id }) => id === event.ballot);
  if (ballot === undefined || ballot.practice) return null;
  return { ...base, ballot: ballotFacts(ballot, session, canvas), summary: null };
}

function ballotFacts(ballot: Ballot, session: Y.Doc, canvas: Y.Doc): BallotFacts {
  // Sums that are published while it goes on are for those who look at the board.
  const result = ballot.closedAt === null ? null : resultOf(session, ballot.id);
  const progress = result ?? progressOf(session, ballot.id);
  return {
    title: ballot.title,
    method: ballot.method,
    votes: ballot.votes,
    options: ballot.options.length,
    isSealed: ballot.show === 'close',
    opensAt: ballot.opensAt,
    closesAt: ballot.closesAt,
    voted: progress?.voted ?? 0,
    eligible: progress?.eligible ?? 0,
    quorum: ballot.quorum,
    ranking: result === null ? [] : ranking(ballot, result, canvas),
  };
}

function ranking(ballot: Ballot, result: Result, canvas: Y.Doc): BallotFacts['ranking'] {
  return standings(result, ballot.options)
    .filter(({ voters }) => voters > 0)
    .slice(0, rankedMax)
    .map(({ option, rank, isTied, total, voters }) => ({
      rank,
      isTied,
      text: textOf(option, canvas),
      total: Math.round(total * 100) / 100,
      voters,
    }));
}

function summaryFacts(session: Y.Doc, canvas: Y.Doc): SummaryFacts {
  const { park, wins } = sessionState(session);
  let [ideas, clusters, parked] = [0, 0, 0];
  for (const [id, entry] of canvas.getMap('items').entries()) {
    const item = readItem(id as ItemId, entry);
    if (item.deleted || item.id === park) continue;
    if (park !== null && item.parent === park) parked++;
    else if (item.kind === 'note' && item.text.trim() !== '') ideas++;
    else if (item.kind === 'cluster') clusters++;
  }
  const results = ballotsOf(session).flatMap((ballot) => {
    const result = ballot.closedAt === null || ballot.practice ? null : resultOf(session, ballot.id);
    if (result === null) return [];
    const first = ranking(ballot, result, canvas).filter(({ rank }) => rank === 1);
    const { voted, eligible } = result;
    return [{ title: ballot.title, winners: first.map(({ text }) => text), voted, eligible }];
  });
  return {
    ideas,
    clusters,
    parked,
    wins: wins.slice(0, listedMax).map(({ text }) => shortened(text)),
    results: results.slice(-listedMax),
    decisions: decisionsOf(session),
  };
}

function decisionsOf(session: Y.Doc): string[] {
  const texts: { text: string; at: number }[] = [];
  for (const value of session.getMap('decisions').values()) {
    const { text, at } = (value ?? {}) as { text?: unknown; at?: unknown };
    if (typeof text === 'string') texts.push({ text: shortened(text), at: typeof at === 'number' ? at : 0 });
  }
  texts.sort((a, b) => a.at - b.at);
  return texts.slice(-listedMax).map(({ text }) => text);
}

function textOf(option: ItemId, canvas: Y.Doc): string {
  return shortened(readItem(option, canvas.getMap('items').get(option)).text);
}

/** One line, cut without splitting a character. */
function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const chars = [...line];
  return chars.length > charsMax ? `${chars.slice(0, charsMax - 1).join('')}…` : line;
}
