// What a message says, as the board was at the moment it is about: words and numbers only, so that it can be sent much later
// and says the same at every attempt. Knows no format of messages and no network.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { readItem } from '../../shared/board/reader.ts';
import { summaryOf } from '../../shared/features/summary/outline.ts';
import { readStory } from '../../shared/features/summary/story.ts';
import type { SummaryAction } from '../../shared/features/summary/summary.ts';
import { type Ballot, methods } from '../../shared/features/voting/ballot.ts';
import { type Result, standings } from '../../shared/features/voting/result.ts';
import { type BoardEvent, webhookEvents } from '../../shared/features/webhook/webhook.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { boardIn } from '../boardReading.ts';
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
  /** Empty where nothing tells what was asked. */
  question: v.optional(v.string(), ''),
  ideas: v.number(),
  clusters: v.number(),
  parked: v.number(),
  wins: v.array(v.string()),
  results: v.array(
    v.object({
      title: v.string(),
      winners: v.array(v.string()),
      voted: v.number(),
      eligible: v.number(),
      /** So many would have had to vote, and did not; null where enough did. */
      missed: v.optional(v.nullable(v.number()), null),
    }),
  ),
  decisions: v.array(v.string()),
  /** What is to be done. */
  actions: v.optional(v.array(v.string()), []),
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
    return { ...base, ballot: null, summary: summaryFacts(session, canvas, at) };
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

/** The digest of the same outline that every other summary is written from; comments are not in it. */
function summaryFacts(session: Y.Doc, canvas: Y.Doc, now: number): SummaryFacts {
  const story = readStory(
    (root) => session.getMap(root).entries(),
    () => [],
  );
  const summary = summaryOf({ ...boardIn(canvas, session), story, exportedAt: now });
  const { figures, question, ballots, decisions, actions, nextSteps, wins } = summary;
  const last = ballots.filter(({ state, isSuperseded }) => state === 'counted' && !isSuperseded);
  return {
    question: question.map(shortened).join(' '),
    ideas: figures.ideas - figures.parked,
    clusters: figures.clusters,
    parked: figures.parked,
    wins: wins.slice(0, listedMax).map(shortened),
    results: last.slice(-listedMax).map((ballot) => ({
      title: ballot.title,
      winners: ballot.standings.filter(({ isFirst }) => isFirst).map(({ option }) => shortened(option.text)),
      voted: ballot.voted ?? 0,
      eligible: ballot.eligible ?? 0,
      missed: ballot.quorum === null || ballot.quorum.isReached ? null : ballot.quorum.needed,
    })),
    decisions: decisions.slice(-listedMax).map(({ text }) => shortened(text)),
    actions: [...actionsTold(actions), ...nextSteps].slice(0, listedMax).map(shortened),
  };
}

/** What is not done, and goes on here, with whoever does it. */
function actionsTold(actions: readonly SummaryAction[]): string[] {
  return actions
    .filter(({ status, isCarried }) => status !== 'done' && !isCarried)
    .map(({ text, owner }) => (owner === null ? text : `${text} (${owner})`));
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
