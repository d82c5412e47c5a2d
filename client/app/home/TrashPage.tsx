// What was put away: by this browser, and with the workspace key by everybody. Back again, or gone for good after a question.

import { RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSurroundings } from '../surroundings.ts';
import { dismissTrashNews, restoreWithWords } from '../trashBoard.ts';
import type { WallBoard } from './BoardTile.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { HomeHeader } from './HomeHeader.tsx';
import styles from './HomePage.module.css';
import { useKnownBoards, useRemembered } from './useKnownBoards.ts';
import { usePageTitle } from './usePageTitle.ts';
import { useServerBoards } from './useServerBoards.ts';
import { Wall } from './Wall.tsx';
import { agoFrom } from './words.ts';

interface Trashed {
  readonly id: string;
  readonly title: string;
  readonly trashedAt: number;
}

export default function TrashPage() {
  const { store, env } = useSurroundings();
  const known = useKnownBoards();
  const server = useServerBoards();
  const mine = useRemembered(() => store.trashed());
  const [erasing, setErasing] = useState<WallBoard>();
  usePageTitle(t('trash.title'));
  useEffect(dismissTrashNews, []);

  const shown = useMemo(() => {
    const ago = agoFrom(env.clock.now());
    const all = new Map<string, Trashed>();
    for (const { id, title, deletedAt } of server.state.boards ?? [])
      if (deletedAt !== null) all.set(id, { id, title, trashedAt: deletedAt });
    for (const { id, title, trashedAt = 0 } of mine) all.set(id, { id, title, trashedAt });
    return [...all.values()].map(
      ({ id, title, trashedAt }): WallBoard => ({
        id,
        title,
        latest: trashedAt,
        href: null,
        facts: t('trash.since', { when: ago(trashedAt) }),
        picture: store.picture(id),
        mayRename: false,
      }),
    );
  }, [mine, server.state, store, env]);

  /** The key counts for every board; without it, being a facilitator of this one. */
  const key = store.workspaceKey();
  async function restore(board: WallBoard) {
    await restoreWithWords({ restore: (id) => known.restore(id, key) }, board);
    server.refresh();
  }
  async function erase(board: WallBoard) {
    const answer = await known.erase(board.id, key);
    setErasing(undefined);
    const { title } = board;
    if (answer.ok) toast({ text: t('trash.erased', { title }) });
    else if (answer.status === 404) toast({ text: t('trash.alreadyGone', { title }) });
    else toast({ text: `${t('trash.eraseFailed')} ${whyNot(answer)}`, tone: 'trouble' });
    server.refresh();
  }

  const entriesOf = (board: WallBoard): MenuEntry[] => [
    {
      id: 'restore',
      label: t('trash.restore'),
      icon: <RotateCcw />,
      onSelect: () => void restore(board),
    },
    {
      id: 'erase',
      label: t('trash.erase'),
      icon: <Trash2 />,
      danger: true,
      startsGroup: true,
      onSelect: () => setErasing(board),
    },
  ];

  return (
    <main className={styles.page}>
      <HomeHeader title={t('trash.title')} />
      <p className={styles.soft}>
        {t('trash.text')} {!server.hasKey && t('trash.all')}
      </p>
      {shown.length === 0 ? (
        <p className={styles.empty}>{t('trash.empty')}</p>
      ) : (
        <Wall
          title={t('boards.found', { count: shown.length })}
          boards={shown}
          latest="trashed"
          entriesOf={entriesOf}
          onDelete={setErasing}
        />
      )}
      <EraseDialog board={erasing} onErase={erase} onClose={() => setErasing(undefined)} />
    </main>
  );
}
