// Commands about decisions: writing one down, changing it, confirming it, taking it back. The server alone writes them, stamps
// who and when, and makes each happen once.

import * as v from 'valibot';
import type * as Y from 'yjs';
import {
  confidences,
  type Decision,
  decisionLimits,
  isDecisionId,
  readDecision,
} from '../../shared/features/decisions/decisions.ts';
import type { Env } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import { ApiError } from '../errors.ts';

const id = v.custom<string>(isDecisionId);
const text = v.pipe(v.string(), v.trim(), v.maxLength(decisionLimits.textCharsMax));

export function decisionCommands(env: Env): CommandTable {
  return {
    // With `decision` it changes that one: what is not given stays as it is.
    'decision.record': command({
      needs: 'steer',
      args: v.strictObject({
        decision: v.optional(id),
        text: v.pipe(text, v.minLength(1)),
        why: v.optional(text),
        against: v.optional(text),
        confidence: v.optional(v.nullable(v.picklist(confidences))),
        reviewAt: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))),
        ballot: v.optional(v.nullable(id)),
      }),
      run: async (scope, { decision, ...said }) => {
        const known = decision ?? null;
        const answer = { decision: known ?? randomToken(env.random, 12) };
        const by = { by: scope.visitor.id, at: env.clock.now() };
        await changeDecisions(scope, answer, (doc) => {
          if (said.ballot && !doc.getMap('ballots').has(said.ballot))
            throw new ApiError(404, 'not-found', 'There is no such ballot on this board.');
          const before = known === null ? null : mustBeThere(doc, known);
          if (before === null) mustHaveRoom(doc);
          write(doc, changed(before ?? { ...blank, ...by, id: answer.decision }, said));
        });
        return answer;
      },
    }),
    'decision.confirm': command({
      needs: 'takePart',
      args: v.strictObject({ decision: id, confirmed: v.boolean() }),
      run: (scope, { decision, confirmed }) =>
        changeDecisions(scope, undefined, (doc) => {
          const before = mustBeThere(doc, decision);
          const others = before.confirmedBy.filter((who) => who !== scope.visitor.id);
          if (confirmed && others.length >= decisionLimits.confirmedMax)
            throw new ApiError(413, 'too-many', 'As many people as can have confirmed this decision.');
          if (confirmed === others.length < before.confirmedBy.length) return;
          write(doc, { ...before, confirmedBy: confirmed ? [...others, scope.visitor.id] : others });
        }),
    }),
    'decision.remove': command({
      needs: 'steer',
      args: v.strictObject({ decision: id }),
      run: (scope, { decision }) =>
        changeDecisions(scope, undefined, (doc) => {
          if (!doc.getMap('decisions').has(decision)) return;
          doc.transact(() => doc.getMap('decisions').delete(decision), 'server');
        }),
    }),
  };
}

const blank = {
  text: '',
  why: '',
  against: '',
  confirmedBy: [],
  confidence: null,
  reviewAt: null,
  ballot: null,
} as const;

/**
 * What is said anew about a decision. Who confirmed it confirmed these words: with others, they are asked again.
 */
function changed(
  before: Decision,
  said: {
    readonly text: string;
    readonly why?: string | undefined;
    readonly against?: string | undefined;
    readonly confidence?: Decision['confidence'] | undefined;
    readonly reviewAt?: number | null | undefined;
    readonly ballot?: string | null | undefined;
  },
): Decision {
  return {
    ...before,
    text: said.text,
    why: said.why ?? before.why,
    against: said.against ?? before.against,
    confirmedBy: said.text === before.text ? before.confirmedBy : [],
    confidence: said.confidence === undefined ? before.confidence : said.confidence,
    reviewAt: said.reviewAt === undefined ? before.reviewAt : said.reviewAt,
    ballot: said.ballot === undefined ? before.ballot : said.ballot,
  };
}

function changeDecisions(
  { room, visitor, remembering }: CommandScope,
  answer: { decision: string } | undefined,
  how: (session: Y.Doc) => void,
): Promise<void> {
  return room.changes.changeSession(visitor.id, how, [remembering(answer)]);
}

function write(doc: Y.Doc, { id: key, ...value }: Decision): void {
  // Through the reader, so that what is kept is what everybody reads.
  const kept = readDecision(key, value);
  if (kept === null) throw new ApiError(400, 'bad-request', 'This is no decision.');
  const { id: _, ...fields } = kept;
  doc.transact(() => doc.getMap('decisions').set(key, fields), 'server');
}

function mustBeThere(doc: Y.Doc, key: string): Decision {
  const decision = readDecision(key, doc.getMap('decisions').get(key));
  if (decision === null) throw new ApiError(404, 'not-found', 'There is no such decision on this board.');
  return decision;
}

function mustHaveRoom(doc: Y.Doc): void {
  if (doc.getMap('decisions').size >= decisionLimits.decisionsMax)
    throw new ApiError(413, 'too-many', `A board holds at most ${decisionLimits.decisionsMax} decisions.`);
}
