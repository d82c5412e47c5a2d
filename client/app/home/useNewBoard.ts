// From a press to an open board: makes it, takes part in it, goes there. Asks for nothing first; where the server wants the
// workspace key it says so.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../text/catalogue.ts';
import { boardPath } from '../address.ts';
import type { Failure } from '../api.ts';
import { freshlyMade } from '../freshBoard.ts';
import { useSurroundings } from '../surroundings.ts';
import { freshTitle } from './find.ts';
import { useKnownBoards } from './useKnownBoards.ts';
import { dayOf } from './words.ts';

export interface NewBoard {
  /** With a list there is a note for each line. */
  readonly start: (lines?: string) => Promise<void>;
  readonly busy: boolean;
  /** Boards are made with the workspace key here, and it is not known. */
  readonly needsKey: boolean;
  readonly error: string | undefined;
}

export function useNewBoard(): NewBoard {
  const { store, env, typed } = useSurroundings();
  const known = useKnownBoards();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [needsKey, setNeedsKey] = useState(false);
  const [error, setError] = useState<string>();

  async function start(lines = ''): Promise<void> {
    setBusy(true);
    setError(undefined);
    // Whoever pressed the button writes on: the first note will have it.
    if (lines === '') typed.listen('note');
    const title = t('boards.dateTitle', { day: dayOf(env.clock.now()) });
    const taken = store.boards().map((board) => board.title);
    const made = await known.create(freshTitle(title, taken), lines, store.workspaceKey());
    setBusy(false);
    if (made.ok) return navigate(boardPath(made.value), lines === '' ? { state: freshlyMade } : {});
    typed.drop();
    const isLocked = made.status === 401;
    setNeedsKey(isLocked);
    if (!isLocked || store.workspaceKey() !== undefined) setError(t(errorOf(made)));
  }

  return { start, busy, needsKey, error };
}

function errorOf(failure: Failure) {
  if (failure.status === 0) return 'home.unreachable';
  if (failure.status === 401) return 'workspace.wrongKey';
  return failure.status === 429 ? 'home.tooMany' : 'home.cannotCreate';
}
