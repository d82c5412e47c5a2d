// The boards of this server as its operator sees them: asked for with the workspace key, asked again after every deed.

import { useCallback, useEffect, useState } from 'react';
import type { BoardList } from '../../../shared/protocol/api.ts';
import { useSurroundings } from '../surroundings.ts';

export type ServerBoard = BoardList['boards'][number];

type Boards = readonly ServerBoard[] | null;

export type ServerState =
  /** What was there before stays on the screen while the server is asked again. */
  | { readonly kind: 'asking' | 'shown'; readonly boards: Boards }
  | { readonly kind: 'failed'; readonly tooMany: boolean; readonly boards: Boards }
  | { readonly kind: 'locked'; readonly wrong: boolean; readonly boards: null };

export interface ServerBoards {
  readonly state: ServerState;
  readonly hasKey: boolean;
  readonly unlock: (key: string, forGood: boolean) => void;
  readonly lock: () => void;
  readonly refresh: () => void;
}

export function useServerBoards(): ServerBoards {
  const { api, store } = useSurroundings();
  const [key, setKey] = useState(() => keyInAddress() ?? store.workspaceKey());
  const [round, setRound] = useState(0);
  const [state, setState] = useState<ServerState>(
    key === undefined ? { kind: 'locked', wrong: false, boards: null } : { kind: 'asking', boards: null },
  );

  useEffect(() => {
    const came = keyInAddress();
    if (came === undefined) return;
    store.rememberWorkspaceKey(came, false);
    // The key has no business in the history, nor on a screen that others look at.
    history.replaceState(history.state, '', location.pathname + location.search);
  }, [store]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again.
  useEffect(() => {
    if (key === undefined) return;
    let isOver = false;
    setState(({ boards }) => ({ kind: 'asking', boards }));
    void api.allBoards(key).then((answer) => {
      if (isOver) return;
      if (answer.ok) return setState({ kind: 'shown', boards: answer.value.boards });
      if (answer.status === 401) {
        store.forgetWorkspaceKey();
        setKey(undefined);
        return setState({ kind: 'locked', wrong: true, boards: null });
      }
      setState(({ boards }) => ({ kind: 'failed', tooMany: answer.status === 429, boards }));
    });
    return () => {
      isOver = true;
    };
  }, [api, store, key, round]);

  return {
    state,
    hasKey: key !== undefined,
    unlock: useCallback(
      (given, forGood) => {
        store.rememberWorkspaceKey(given, forGood);
        setKey(given);
        setRound((before) => before + 1);
      },
      [store],
    ),
    lock: useCallback(() => {
      store.forgetWorkspaceKey();
      setKey(undefined);
      setState({ kind: 'locked', wrong: false, boards: null });
    }, [store]),
    refresh: useCallback(() => setRound((before) => before + 1), []),
  };
}

/** `/workspace#key=...`, as the server prints it. */
function keyInAddress(): string | undefined {
  const key = new URLSearchParams(location.hash.replace(/^#/, '')).get('key');
  return key === null || key === '' || key.length > 256 ? undefined : key;
}
