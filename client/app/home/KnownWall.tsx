// The boards this browser knows, and all that can be done with them from here.

import { Copy, ExternalLink, EyeOff, PenLine, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { can } from '../../../shared/board/roles.ts';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { boardPath } from '../address.ts';
import type { KnownBoard } from '../localStore.ts';
import { useSurroundings } from '../surroundings.ts';
import { trashWithUndo } from '../trashBoard.ts';
import type { WallBoard } from './BoardTile.tsx';
import { ForgetDialog } from './ForgetDialog.tsx';
import { openInNewTab } from './openInNewTab.ts';
import { useKnownBoards } from './useKnownBoards.ts';
import { Wall } from './Wall.tsx';
import { agoFrom } from './words.ts';

export function KnownWall({ boards }: { readonly boards: readonly KnownBoard[] }) {
  const { store, env, site } = useSurroundings();
  const known = useKnownBoards();
  const [, navigate] = useLocation();
  const [leaving, setLeaving] = useState<{ readonly board: WallBoard; readonly unsaved: number }>();
  const shown = useMemo(() => {
    const ago = agoFrom(env.clock.now());
    return boards.map((board): WallBoard => {
      const opened = t('home.openedAt', { when: ago(board.openedAt) });
      const isMine = can(board.role, 'facilitate');
      return {
        id: board.id,
        title: board.title,
        latest: board.openedAt,
        href: boardPath(board.id),
        facts: isMine ? opened : `${t(`role.${board.role}`)} · ${opened}`,
        picture: store.picture(board.id),
        mayRename: isMine,
      };
    });
  }, [boards, store, env]);

  async function rename(board: WallBoard, title: string) {
    const answer = await known.rename(board.id, title);
    if (!answer.ok) toast({ text: `${t('boards.renameFailed')} ${whyNot(answer)}`, tone: 'trouble' });
  }
  async function duplicate(board: WallBoard) {
    const copy = await known.duplicate(board.id);
    if (!copy.ok) {
      toast({ text: `${t('boards.duplicateFailed')} ${whyNot(copy)}`, tone: 'trouble' });
      return;
    }
    const { id, title } = copy.value;
    toast({
      text: t('boards.duplicated', { title }),
      action: { label: t('boards.open'), run: () => navigate(boardPath(id)) },
    });
  }
  async function askToForget(board: WallBoard) {
    const unsaved = await known.unsaved(board.id);
    if (unsaved > 0) setLeaving({ board, unsaved });
    else await forget(board);
  }
  async function forget(board: WallBoard) {
    setLeaving(undefined);
    const { place, isGone } = await known.forget(board.id);
    if (!isGone) toast({ text: t('offline.forgetFailed'), tone: 'trouble' });
    else if (place !== null) {
      toast({
        text: t('home.forgotten', { title: board.title }),
        action: { label: t('home.undo'), run: () => known.remember(place) },
      });
    }
  }

  function entriesOf(board: WallBoard, openName: () => void): MenuEntry[] {
    const always: MenuEntry[] = [
      {
        id: 'tab',
        label: t('boards.openTab'),
        icon: <ExternalLink />,
        onSelect: () => openInNewTab(site, boardPath(board.id)),
      },
      { id: 'copy', label: t('boards.duplicate'), icon: <Copy />, onSelect: () => void duplicate(board) },
      {
        id: 'forget',
        label: t('home.forget'),
        icon: <EyeOff />,
        startsGroup: true,
        onSelect: () => void askToForget(board),
      },
    ];
    if (!board.mayRename) return always;
    return [
      { id: 'rename', label: t('boards.rename'), icon: <PenLine />, keys: 'F2', onSelect: openName },
      ...always,
      {
        id: 'trash',
        label: t('board.trash'),
        icon: <Trash2 />,
        keys: 'delete',
        danger: true,
        onSelect: () => void trashWithUndo(known, board),
      },
    ];
  }

  return (
    <>
      <Wall
        title={t('home.boards')}
        boards={shown}
        latest="opened"
        few={12}
        entriesOf={entriesOf}
        onRename={(board, title) => void rename(board, title)}
        onDelete={(board) => void (board.mayRename ? trashWithUndo(known, board) : askToForget(board))}
      />
      {leaving !== undefined && (
        <ForgetDialog
          unsaved={leaving.unsaved}
          onForget={() => void forget(leaving.board)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
