// From a press to an open board: makes it, takes part in it, goes there. Asks for nothing first; where the server wants the
// workspace key it says so.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { templateFile } from '../../../shared/features/templates/read.ts';
import type { Template } from '../../../shared/features/templates/template.ts';
import { t } from '../../text/catalogue.ts';
import { boardPath } from '../address.ts';
import type { Failure } from '../api.ts';
import { freshlyMade, withAgenda } from '../freshBoard.ts';
import { useSurroundings } from '../surroundings.ts';
import { freshTitle } from './find.ts';
import { useKnownBoards } from './useKnownBoards.ts';
import { dayOf } from './words.ts';

/** What a board begins with; empty unless something is said. */
export interface BeginWith {
  /** A note for each line. */
  readonly lines?: string;
  readonly template?: Template;
  readonly title?: string;
}

export interface NewBoard {
  readonly start: (from?: BeginWith) => Promise<void>;
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

  async function start({ lines = '', template, title: called }: BeginWith = {}): Promise<void> {
    setBusy(true);
    setError(undefined);
    // Whoever pressed the button writes on: the first note will have it.
    if (lines === '' && template === undefined) typed.listen('note');
    const title = called ?? t('boards.dateTitle', { day: dayOf(env.clock.now()) });
    const taken = store.boards().map((board) => board.title);
    const made = await known.create(freshTitle(title, taken), {
      lines,
      ...(template && { template: templateFile(template) }),
      workspaceKey: store.workspaceKey(),
    });
    setBusy(false);
    if (made.ok) return navigate(boardPath(made.value), stateOf({ lines, template }));
    typed.drop();
    const isLocked = made.status === 401;
    setNeedsKey(isLocked);
    if (!isLocked || store.workspaceKey() !== undefined) setError(t(errorOf(made)));
  }

  return { start, busy, needsKey, error };
}

/** What the board is told when it opens. */
function stateOf({ lines, template }: { lines: string; template: Template | undefined }): { state?: object } {
  if (template !== undefined) return template.agenda.length > 0 ? { state: withAgenda } : {};
  return lines === '' ? { state: freshlyMade } : {};
}

function errorOf(failure: Failure) {
  if (failure.status === 0) return 'home.unreachable';
  if (failure.status === 401) return 'workspace.wrongKey';
  return failure.status === 429 ? 'home.tooMany' : 'home.cannotCreate';
}
