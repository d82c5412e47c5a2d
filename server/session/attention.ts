// What the server writes into a board's `session` document about people's attention: who is done, whose hand is up, whom
// everybody follows, where everybody is called to, what there is to be proud of.

import type * as Y from 'yjs';
import { type Win, winsMax } from '../../shared/features/session/state.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import { ApiError } from '../errors.ts';
import { running, sessionState } from './steering.ts';

/** About the phase under way; it is forgotten with it. */
export function writeReady(doc: Y.Doc, who: ParticipantId, isReady: boolean): void {
  const phase = running(doc);
  set(doc, 'ready', who, isReady ? phase.id : null);
}

/** A hand that is up keeps its place in the queue. */
export function writeHand(doc: Y.Doc, who: ParticipantId, isUp: boolean, now: number): void {
  const known = doc.getMap('hands').get(who);
  if (isUp && typeof known === 'number') return;
  // Two that go up in one millisecond still have an order.
  const last = sessionState(doc).hands.at(-1)?.at ?? 0;
  set(doc, 'hands', who, isUp ? Math.max(now, last + 1) : null);
}

export function lowerAllHands(doc: Y.Doc): void {
  for (const { by } of sessionState(doc).hands) set(doc, 'hands', by, null);
}

/** null for nobody. */
export function writeSpotlight(doc: Y.Doc, who: ParticipantId | null): void {
  set(doc, 'guide', 'spotlight', who);
}

export function writeSummons(
  doc: Y.Doc,
  summons: { readonly id: string; readonly by: ParticipantId; readonly at: number; readonly view: Box },
): void {
  const { view, ...rest } = summons;
  set(doc, 'guide', 'summons', { ...rest, view: [view.x, view.y, view.w, view.h] });
}

export function writeActing(doc: Y.Doc, who: ParticipantId | null): void {
  set(doc, 'guide', 'acting', who);
}

export function writePark(doc: Y.Doc, item: ItemId | null): void {
  set(doc, 'guide', 'park', item);
}

export function addWin(doc: Y.Doc, { id, ...win }: Win): void {
  const wins = doc.getMap('wins');
  if (wins.has(id)) return;
  if (wins.size >= winsMax) throw new ApiError(413, 'too-many', `A board holds at most ${winsMax} wins.`);
  set(doc, 'wins', id, win);
}

export function removeWin(doc: Y.Doc, id: string): void {
  set(doc, 'wins', id, null);
}

/** Somebody no longer takes part: nothing waits for them, follows them or is steered by them. */
export function forgetAttention(doc: Y.Doc, who: ParticipantId): void {
  for (const root of ['ready', 'hands']) set(doc, root, who, null);
  const guide = doc.getMap('guide');
  for (const key of ['spotlight', 'acting']) if (guide.get(key) === who) set(doc, 'guide', key, null);
}

/** Writes only what is different; null removes. */
function set(doc: Y.Doc, root: string, key: string, value: unknown): void {
  const map = doc.getMap(root);
  if (value === null ? !map.has(key) : map.get(key) === value) return;
  doc.transact(() => {
    if (value === null) map.delete(key);
    else map.set(key, value);
  }, 'server');
}
