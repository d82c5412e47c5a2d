// Who leads here, and what that lets me do: derived from my role and the session. Decides nothing; the server does.

import { useCallback, useSyncExternalStore } from 'react';
import { can } from '../../../shared/board/roles.ts';
import { hidesHands } from '../../../shared/features/session/phase.ts';
import type { SessionState } from '../../../shared/features/session/state.ts';
import type { FeatureView } from '../feature.ts';

type Board = FeatureView['board'];

/** Whether I steer: as a facilitator, or in trust. */
export function maySteer(board: Pick<Board, 'role' | 'session' | 'me'>): boolean {
  const role = board.role.get();
  return can(role, 'steer') || (can(role, 'takePart') && board.session.state().acting === board.me.id);
}

export function mayTakePart(board: Pick<Board, 'role'>): boolean {
  return can(board.role.get(), 'takePart');
}

/** Whether nobody but those who steer shows where they point. */
export function handsAreHidden(board: Pick<Board, 'session'>): boolean {
  return hidesHands(board.session.state());
}

export function useSessionState(board: Board): SessionState {
  return useSyncExternalStore(board.session.subscribe, board.session.state);
}

export function useMaySteer(board: Board): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [board.session.subscribe(listener), board.role.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [board],
  );
  return useSyncExternalStore(subscribe, () => maySteer(board));
}
