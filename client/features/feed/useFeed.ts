// The live feed as the server knows it, and what can be done about it. One deed at a time; what went wrong is kept in words.
// A fresh link is held as long as the window is open, and nowhere else.

import { useCallback, useEffect, useState } from 'react';
import type { FeedState } from '../../../shared/features/feed/feed.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { whyNot } from '../../text/whyNot.ts';

export type FeedDeed = 'create' | 'revoke';

export interface FeedDesk {
  /** undefined until the server has answered. */
  readonly state: FeedState | undefined;
  readonly busy: FeedDeed | null;
  readonly trouble: string | null;
  /** The address without the name of a file; null for one that was made earlier: nobody knows it any more. */
  readonly fresh: string | null;
  /** False when the server did not do it. */
  run(deed: FeedDeed): Promise<boolean>;
}

export function useFeed(board: OpenBoard): FeedDesk {
  const [state, setState] = useState<FeedState>();
  const [busy, setBusy] = useState<FeedDeed | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);

  const ask = useCallback(async () => {
    const answer = await board.runCommand('feed.state', {});
    const told = answer.ok ? readFeedState(answer.data) : null;
    if (told !== null) setState(told);
    else setTrouble(whyNot(answer));
  }, [board]);

  useEffect(() => void ask(), [ask]);

  const run = async (deed: FeedDeed) => {
    setBusy(deed);
    setTrouble(null);
    const answer = await board.runCommand(`feed.${deed}`, {});
    if (answer.ok) {
      const { token } = (answer.data ?? {}) as { token?: unknown };
      setFresh(typeof token === 'string' ? addressOf(board, token) : null);
      await ask();
    } else setTrouble(whyNot(answer));
    setBusy(null);
    return answer.ok;
  };
  return { state, busy, trouble, fresh, run };
}

/** null for what is no answer of that kind. */
function readFeedState(value: unknown): FeedState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { link } = value as { link?: unknown };
  if (typeof link !== 'object' || link === null) return { link: null };
  const { ending, madeAt, usedAt } = link as Readonly<Record<string, unknown>>;
  return {
    link: {
      ending: typeof ending === 'string' ? ending : '',
      madeAt: typeof madeAt === 'number' ? madeAt : 0,
      usedAt: typeof usedAt === 'number' ? usedAt : null,
    },
  };
}

/** Where links to this board lead, too: the address that others can reach. */
function addressOf(board: OpenBoard, token: string): string {
  const { links } = board.info.get();
  const page = (links.viewer ?? links.editor ?? '').split('#')[0] ?? '';
  const site = page.replace(/\/b\/[^/]*$/, '');
  return `${site === '' ? window.location.origin : site}/feed/${token}`;
}
