// The session of an open board, read by components.

import { useSyncExternalStore } from 'react';
import type { Other } from '../editor/ports.ts';
import type { Member } from '../sync/session.ts';
import { useSignal } from '../ui/useSignal.ts';
import type { OpenBoard } from './openBoard.ts';

/** The board's name as it is now; until the session has arrived, as the server told it on the way in. */
export function useSessionTitle(board: OpenBoard): string {
  const info = useSignal(board.info);
  const title = useSyncExternalStore(board.session.subscribe, board.session.title);
  return title ?? info.board.title;
}

export function useMembers(board: OpenBoard): ReadonlyMap<string, Member> {
  return useSyncExternalStore(board.session.subscribe, board.session.people);
}

/** Connections of others; changes with every cursor, so only for what must follow hands. */
export function useOthers(board: OpenBoard): readonly Other[] {
  return useSyncExternalStore(
    (listener) => board.presence.subscribe(listener),
    () => board.presence.others(),
  );
}
