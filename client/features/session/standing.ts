// What somebody is to the session under way: who steers it, who takes part, who is counted. Pure; whoever calls brings the
// people and the state.

import { can, type Role } from '../../../shared/board/roles.ts';
import type { SessionState } from '../../../shared/features/session/state.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';

export interface Standing {
  /** Phases, timer, reveal; also somebody who steers in trust. */
  readonly maySteer: boolean;
  /** Settings as well. */
  readonly mayFacilitate: boolean;
  /** Writes ideas and votes, and can say to be done: everybody but viewers and who is neutral. */
  readonly takesPart: boolean;
  /** Steers in trust while no facilitator is here. */
  readonly isActing: boolean;
}

export interface Someone {
  readonly id: ParticipantId;
  readonly role: Role;
  readonly neutral: boolean;
}

export function standingOf(one: Someone, acting: ParticipantId | null): Standing {
  const takesPart = can(one.role, 'takePart') && !one.neutral;
  const isActing = acting === one.id && can(one.role, 'takePart');
  return {
    maySteer: can(one.role, 'steer') || isActing,
    mayFacilitate: can(one.role, 'facilitate'),
    takesPart,
    isActing: isActing && !can(one.role, 'steer'),
  };
}

export interface Room {
  /** Of those who are here: who has said to be done. */
  readonly done: number;
  /** Whom the others wait for, or not any more. Whoever steers is waited for by nobody, and counts once done. */
  readonly of: number;
  readonly someoneSteers: boolean;
}

/** `here` may name the same person more than once. */
export function roomOf(here: Iterable<Someone>, state: Pick<SessionState, 'ready' | 'acting'>): Room {
  const people = new Map([...here].map((one) => [one.id, one] as const));
  let [done, of, someoneSteers] = [0, 0, false];
  for (const one of people.values()) {
    const { maySteer, takesPart } = standingOf(one, state.acting);
    const isDone = state.ready.has(one.id);
    if (maySteer) someoneSteers = true;
    if (!takesPart || (maySteer && !isDone)) continue;
    of++;
    if (isDone) done++;
  }
  return { done, of, someoneSteers };
}

/** Nobody is waited for any more. */
export function areAllDone({ done, of }: Room): boolean {
  return of > 0 && done === of;
}
