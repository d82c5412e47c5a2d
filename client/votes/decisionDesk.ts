// Where a result asks for its decision to be written down, and the list of decisions hears of it: neither knows the other.

import { type Decision, readDecisions } from '../../shared/features/decisions/decisions.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';

/** A decision to be written: what is filled in already. */
export interface WantedDecision {
  /** The counted ballot it comes from; null for one on its own. */
  readonly ballot: string | null;
  readonly text: string;
}

/** The panel that shows and writes decisions. */
export const decisionsPanel = 'decisions';

const desks = new WeakMap<object, Signal<WantedDecision | null>>();

/** Of one open board; null while nobody wants to write one. */
export function wantedDecision(board: object): Signal<WantedDecision | null> {
  const desk = desks.get(board) ?? new Signal<WantedDecision | null>(null);
  desks.set(board, desk);
  return desk;
}

/** The `session` document, as far as decisions are kept in it. */
interface DecisionEntries {
  entries(): Iterable<readonly [string, unknown]>;
  observe(listener: () => void): void;
}
interface WithDecisions {
  getMap(name: string): DecisionEntries;
}

const known = new WeakMap<object, Signal<readonly Decision[]>>();

/** All that were made, oldest first; lives as long as the document does. */
export function decisionsOf(session: WithDecisions): ReadonlySignal<readonly Decision[]> {
  const before = known.get(session);
  if (before !== undefined) return before;
  const entries = session.getMap('decisions');
  const decisions = new Signal<readonly Decision[]>(readDecisions(entries.entries()));
  entries.observe(() => decisions.set(readDecisions(entries.entries())));
  known.set(session, decisions);
  return decisions;
}
