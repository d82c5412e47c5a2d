// The name of an open board, read by components.

import { useSyncExternalStore } from 'react';
import { useSignal } from '../ui/useSignal.ts';
import type { OpenBoard } from './openBoard.ts';

/** The board's name as it is now; until the session has arrived, as the server told it on the way in. */
export function useSessionTitle(board: OpenBoard): string {
  const info = useSignal(board.info);
  const title = useSyncExternalStore(board.session.subscribe, board.session.title);
  return title ?? info.board.title;
}
