// What components of this part read: the session's state, who somebody is in it, who is here, and a timer that ticks by the
// server's clock.

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Phase } from '../../../shared/features/session/phase.ts';
import type { SessionState } from '../../../shared/features/session/state.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { type Room, roomOf, type Someone, type Standing, standingOf } from './standing.ts';
import { nextTickMs, type TimerState, timerOf } from './timer.ts';

export type Board = FeatureView['board'];

export function useSessionState(board: Board): SessionState {
  return useSyncExternalStore(board.session.subscribe, board.session.state);
}

export function standingOn(board: Board): Standing {
  const me: Someone = {
    id: board.me.id,
    role: board.role.get(),
    neutral: board.session.person(board.me.id)?.neutral === true,
  };
  return standingOf(me, board.session.state().acting);
}

export function useStanding(board: Board): Standing {
  useSignal(board.role);
  useSessionState(board);
  useSyncExternalStore(board.session.subscribe, board.session.people);
  return standingOn(board);
}

function roomOn(board: Board): Room {
  const people = board.session.people();
  const ids = [board.me.id, ...board.presence.others().map(({ person }) => person.id)];
  const here = ids.flatMap((id): Someone[] => {
    const person = people.get(id);
    return person === undefined || person.removed ? [] : [person];
  });
  return roomOf(here, board.session.state());
}

/** Changes when people come, go, are done or get another role, not with every pointer. */
export function useRoom(board: Board): Room {
  const [room, setRoom] = useState(() => roomOn(board));
  useEffect(() => {
    const look = () =>
      setRoom((before) => {
        const after = roomOn(board);
        const isSame =
          before.done === after.done &&
          before.of === after.of &&
          before.someoneSteers === after.someoneSteers;
        return isSame ? before : after;
      });
    look();
    const stops = [board.presence.subscribe(look), board.session.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [board]);
  return room;
}

/** Draws again whenever the digits change, and not in between. */
export function useTimer(board: Board, phase: Phase): TimerState {
  const [, setTick] = useState(0);
  const now = board.serverNow();
  const timer = timerOf(phase, now);
  useEffect(() => {
    const wait = nextTickMs(phase, board.serverNow());
    if (wait === null) return;
    // A moment later than the change, so that the digits have changed for certain.
    const handle = window.setTimeout(() => setTick((tick) => tick + 1), wait + 10);
    return () => window.clearTimeout(handle);
  });
  return useMemo(() => ({ look: timer.look, seconds: timer.seconds }), [timer.look, timer.seconds]);
}
