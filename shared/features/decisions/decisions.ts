// Decisions as the `session` document holds them under `decisions`: what was decided, why, what spoke against it, who confirms
// it, how sure everybody was, when to look at it again. Plain values; everything read is unknown first.

import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import { fieldsOf, isTime } from '../../lib/fields.ts';
import { isParticipantId, type ParticipantId } from '../../lib/ids.ts';

export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

export interface Decision {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  /** What spoke against it. */
  readonly against: string;
  readonly confirmedBy: readonly ParticipantId[];
  readonly confidence: Confidence | null;
  /** When to look at it again: milliseconds since 1970. */
  readonly reviewAt: number | null;
  /** The ballot it goes back to. */
  readonly ballot: string | null;
  /** Who wrote it down first. */
  readonly by: ParticipantId;
  /** When it was first written down. */
  readonly at: number;
}

export const decisionLimits = {
  textCharsMax: limits.commentCharsMax,
  /** On one board. */
  decisionsMax: 500,
  /** Who confirm one. */
  confirmedMax: 2_000,
} as const;

const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

export function isDecisionId(id: unknown): id is string {
  return typeof id === 'string' && idPattern.test(id);
}

/** null for what is no decision. */
export function readDecision(id: string, value: unknown): Decision | null {
  const fields = fieldsOf(value);
  if (fields === null || !isDecisionId(id)) return null;
  const { by, at, confirmedBy, confidence, reviewAt, ballot } = fields;
  const text = decisionText(fields.text);
  if (text === '' || !isParticipantId(by) || !isTime(at)) return null;
  const confirming = Array.isArray(confirmedBy) ? confirmedBy.filter(isParticipantId) : [];
  return {
    id,
    text,
    why: decisionText(fields.why),
    against: decisionText(fields.against),
    confirmedBy: [...new Set(confirming)].slice(0, decisionLimits.confirmedMax),
    confidence: confidences.includes(confidence as Confidence) ? (confidence as Confidence) : null,
    reviewAt: isTime(reviewAt) ? reviewAt : null,
    ballot: typeof ballot === 'string' && idPattern.test(ballot) ? ballot : null,
    by,
    at,
  };
}

/** All that can be read, in the order in which they were made. */
export function readDecisions(entries: Iterable<readonly [string, unknown]>): Decision[] {
  const decisions: Decision[] = [];
  for (const [id, value] of entries) {
    const decision = readDecision(id, value);
    if (decision !== null) decisions.push(decision);
  }
  return decisions.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** As it is kept: without blanks around it, no longer than allowed; empty for what is no text. */
function decisionText(value: unknown): string {
  return typeof value === 'string' ? wellFormed(value.trim().slice(0, decisionLimits.textCharsMax)) : '';
}
