// All boards of the server, opened as their facilitator, with everything an operator may do to them.

import { Copy, ExternalLink, Link2, PenLine, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import button from '../../ui/Button.module.css';
import { copyText } from '../../ui/copyText.ts';
import { cx } from '../../ui/cx.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { boardPath, keyInHash } from '../address.ts';
import type { Answer } from '../api.ts';
import { useSurroundings } from '../surroundings.ts';
import { trashWithUndo } from '../trashBoard.ts';
import type { WallBoard } from './BoardTile.tsx';
import styles from './HomePage.module.css';
import { openInNewTab } from './openInNewTab.ts';
import type { ServerBoard, ServerBoards } from './useServerBoards.ts';
import { Wall } from './Wall.tsx';
import { agoFrom } from './words.ts';

interface ServerWallProps {
  readonly boards: readonly ServerBoard[];
  readonly server: ServerBoards;
}

export function ServerWall({ boards, server }: ServerWallProps) {
  const { api, store, env, site } = useSurroundings();
  const key = store.workspaceKey() ?? '';
  const inUse = useMemo(() => boards.filter((board) => board.deletedAt === null), [boards]);
  const trashed = boards.length - inUse.length;
  const shown = useMemo(() => {
    const ago = agoFrom(env.clock.now());
    return inUse.map((board): WallBoard => {
      const { id, title, changedAt, createdAt, people, links } = board;
      const when =
        changedAt === null
          ? t('workspace.created', { when: ago(createdAt) })
          : t('workspace.changed', { when: ago(changedAt) });
      return {
        id,
        title,
        latest: changedAt ?? createdAt,
        href: boardPath(id, keyOf(links.facilitator)),
        facts: t('workspace.facts', { people, when }),
        picture: store.picture(id),
        mayRename: true,
      };
    });
  }, [inUse, store, env]);

  const refreshed = async <Value,>(answer: Promise<Answer<Value>>): Promise<Answer<Value>> => {
    const heard = await answer;
    server.refresh();
    return heard;
  };
  const deed = async (answer: Promise<Answer<unknown>>, trouble: string) => {
    const heard = await refreshed(answer);
    if (!heard.ok) toast({ text: `${trouble} ${whyNot(heard)}`, tone: 'trouble' });
  };
  // These say themselves what went wrong.
  const asOperator = {
    trash: (id: string) => refreshed(api.trash(id, key)),
    restore: (id: string) => refreshed(api.restore(id, key)),
  };
  const invite = async (board: WallBoard) => {
    const link = inUse.find(({ id }) => id === board.id)?.links.editor ?? '';
    const copied = await copyText(link);
    toast({ text: t(copied ? 'boards.linkCopied' : 'boards.linkNotCopied', { title: board.title }) });
  };

  function entriesOf(board: WallBoard, openName: () => void): MenuEntry[] {
    return [
      { id: 'rename', label: t('boards.rename'), icon: <PenLine />, keys: 'F2', onSelect: openName },
      {
        id: 'tab',
        label: t('boards.openTab'),
        icon: <ExternalLink />,
        onSelect: () => openInNewTab(site, board.href ?? ''),
      },
      { id: 'link', label: t('boards.copyLink'), icon: <Link2 />, onSelect: () => void invite(board) },
      {
        id: 'copy',
        label: t('boards.duplicate'),
        icon: <Copy />,
        onSelect: () => void deed(api.duplicate(board.id, key), t('boards.duplicateFailed')),
      },
      {
        id: 'trash',
        label: t('board.trash'),
        icon: <Trash2 />,
        keys: 'delete',
        danger: true,
        startsGroup: true,
        onSelect: () => void trashWithUndo(asOperator, board),
      },
    ];
  }

  if (shown.length === 0 && trashed === 0) return <p className={styles.empty}>{t('workspace.empty')}</p>;
  return (
    <Wall
      title={t('boards.found', { count: shown.length })}
      boards={shown}
      latest="changed"
      entriesOf={entriesOf}
      onRename={(board, title) => void deed(api.rename(board.id, title, key), t('boards.renameFailed'))}
      onDelete={(board) => void trashWithUndo(asOperator, board)}
    >
      {trashed > 0 && (
        <Link href="/trash" className={cx(button.button, button.quiet)}>
          <Trash2 aria-hidden="true" />
          {t('trash.open', { count: trashed })}
        </Link>
      )}
    </Wall>
  );
}

function keyOf(link: string): string {
  return keyInHash(new URL(link).hash) ?? '';
}
