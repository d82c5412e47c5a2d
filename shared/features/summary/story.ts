// What a summary tells beside the items: all that the `session` and `talk` documents say about how a board came to be what it
// is, as one plain value. Knows no Yjs: whoever holds the documents hands over their entries.

import { wellFormed } from '../../board/textDiff.ts';
import { type ActionItem, actionItemsRoot, readActionItems } from '../actionItems/actionItems.ts';
import { type Decision, readDecisions } from '../decisions/decisions.ts';
import { readSession, type SessionEntries, type SessionState } from '../session/state.ts';
import { readTalk, type Talk } from '../talk.ts';
import { type Furniture, readFurniture } from '../templates/furniture.ts';
import { type Ballot, readBallots } from '../voting/ballot.ts';
import { type Progress, progressKey, readProgress } from '../voting/progress.ts';
import { type Result, readResult } from '../voting/result.ts';

export interface Story {
  readonly session: SessionState;
  /** In the order in which they were opened. */
  readonly ballots: readonly ToldBallot[];
  /** In the order in which they were made. */
  readonly decisions: readonly Decision[];
  /** The sooner due the earlier. */
  readonly actionItems: readonly ActionItem[];
  readonly talk: Talk;
  /** What the facilitator says before everything else; may be empty. */
  readonly foreword: string;
  readonly furniture: Furniture;
}

export interface ToldBallot {
  readonly ballot: Ballot;
  /** null until it is counted for good. */
  readonly result: Result | null;
  /** How far it is; null where nobody was told. */
  readonly progress: Progress | null;
}

export const forewordCharsMax = 4_000;
export const summaryRoot = 'summary';
/** `session` and `talk` give the entries of one root of these documents. */
export function readStory(session: SessionEntries, talk: SessionEntries): Story {
  const results = new Map(session('results'));
  const counts = new Map(session('counts'));
  return {
    session: readSession(session),
    ballots: readBallots(session('ballots')).map((ballot) => {
      const result = readResult(results.get(ballot.id));
      return {
        ballot,
        result: result?.closedAt == null ? null : result,
        progress: readProgress(counts.get(progressKey(ballot.id))),
      };
    }),
    decisions: readDecisions(session('decisions')),
    actionItems: readActionItems(session(actionItemsRoot)),
    talk: readTalk(talk('msgs'), talk('react')),
    foreword: forewordText(new Map(session(summaryRoot)).get('foreword')),
    furniture: readFurniture(session('furniture')),
  };
}

/** As it is kept; empty for what is no text. */
export function forewordText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return wellFormed(value.replace(/\r\n?/g, '\n').trim().slice(0, forewordCharsMax));
}
