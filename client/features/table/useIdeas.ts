// The rows of the table as the board, the last vote and the comments have them; renewed calmly while others work.

import { useEffect, useMemo, useRef, useState } from 'react';
import { saidAbout } from '../../../shared/features/talk.ts';
import type { Cancel } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { BoardRows, type ListRow } from '../../lists/boardRows.ts';
import { type IdeaRow, ideaRows, lastVotes } from '../../lists/ideaRows.ts';
import { useSignal } from '../../ui/useSignal.ts';

const livelyMs = 40;

export interface Ideas {
  readonly rows: readonly IdeaRow[];
  readonly byId: ReadonlyMap<string, IdeaRow>;
  readonly clusterTitles: readonly string[];
  /** Nobody's name may be shown, or there is none. */
  readonly isAnonymous: boolean;
}

export function useIdeas(board: OpenBoard): Ideas {
  const { listed, authors } = useListed(board);
  const votes = useLastVotes(board);
  const talk = useSignal(board.talk);
  const said = useMemo(() => saidAbout(talk), [talk]);
  const before = useRef<ReadonlyMap<string, IdeaRow>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: `authors` counts how often the names changed.
  return useMemo(() => {
    const authorOf = (id: ItemId) => board.editor.authorOf(id)?.name ?? '';
    const rows = ideaRows(listed, { authorOf, votes, said }, before.current);
    const byId = new Map(rows.map((row) => [row.id as string, row]));
    before.current = byId;
    const titles = listed.flatMap(({ item }) => (item.kind === 'cluster' ? [item.text.trim()] : []));
    return {
      rows,
      byId,
      clusterTitles: [...new Set(titles)].filter((title) => title !== ''),
      isAnonymous: rows.every((row) => row.author === ''),
    };
  }, [board, listed, authors, votes, said]);
}

interface Listed {
  readonly listed: readonly ListRow[];
  readonly authors: number;
}

function useListed({ editor }: OpenBoard): Listed {
  const [now, setNow] = useState<Listed>(() => {
    const model = new BoardRows(editor.board);
    const listed = model.rows();
    model.destroy();
    return { listed, authors: 0 };
  });
  useEffect(() => {
    const model = new BoardRows(editor.board);
    let cancel: Cancel | null = null;
    let authors = 0;
    const refresh = () => {
      cancel = null;
      setNow({ listed: model.rows(), authors });
    };
    // What I do is seen at once, what others do soon.
    const soon = () => {
      cancel ??= editor.env.scheduler.after(livelyMs, refresh);
    };
    const stops = [
      editor.board.observe(({ source }) => {
        if (source === 'peer') return soon();
        cancel?.();
        cancel = editor.env.scheduler.after(0, refresh);
      }),
      editor.authorsChanged.add(() => {
        authors++;
        soon();
      }),
    ];
    refresh();
    return () => {
      for (const stop of stops) stop();
      cancel?.();
      model.destroy();
    };
  }, [editor]);
  return now;
}

const none: ReadonlyMap<ItemId, number> = new Map();

function useLastVotes(board: OpenBoard): ReadonlyMap<ItemId, number> {
  const [votes, setVotes] = useState(none);
  useEffect(() => {
    let isHere = true;
    let stop = () => {};
    void board
      .votes()
      .then((all) => {
        if (!isHere) return;
        const read = () => setVotes(lastVotes(all.now.get().map(({ result }) => result)));
        stop = all.now.subscribe(read);
        read();
      })
      // Without that part the table shows no votes; it is fetched again when it is opened again.
      .catch(() => {});
    return () => {
      isHere = false;
      stop();
    };
  }, [board]);
  return votes;
}
