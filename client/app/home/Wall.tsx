// Boards side by side: search, order, arrows from tile to tile, a menu for each, a name changed in its place. What the deeds
// are is said by whoever shows the wall.

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { t, textLocales } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { PointMenu } from '../../ui/PointMenu.tsx';
import { useSurroundings } from '../surroundings.ts';
import { BoardTile, type WallBoard } from './BoardTile.tsx';
import { found, inOrder } from './find.ts';
import { nextTile } from './nextTile.ts';
import styles from './Wall.module.css';
import { WallTools } from './WallTools.tsx';

export interface WallProps {
  readonly title: string;
  readonly boards: readonly WallBoard[];
  /** What `latest` of these boards means. */
  readonly latest: 'opened' | 'changed' | 'trashed';
  /** Of many more than these only so many are shown until somebody searches or asks for all: something comes below them. */
  readonly few?: number;
  /** What can be done with one of them; `rename` opens its name. */
  readonly entriesOf: (board: WallBoard, rename: () => void) => readonly MenuEntry[];
  readonly onRename?: (board: WallBoard, title: string) => void;
  /** The Delete key. */
  readonly onDelete?: (board: WallBoard) => void;
  readonly children?: ReactNode;
}

interface OpenMenu {
  readonly board: WallBoard;
  readonly at: { readonly x: number; readonly y: number };
  readonly opener: HTMLElement;
}

export function Wall(props: WallProps) {
  const { title, boards, latest, few = boards.length, entriesOf, onRename, onDelete, children } = props;
  const { store } = useSurroundings();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState(() => store.boardOrder());
  const [current, setCurrent] = useState<string>();
  const [renaming, setRenaming] = useState<string>();
  const [menu, setMenu] = useState<OpenMenu>();
  const list = useRef<HTMLUListElement>(null);
  const [showsAll, setShowsAll] = useState(false);
  const all = useMemo(() => inOrder(found(boards, search), order, textLocales()), [boards, search, order]);
  const isCut = !showsAll && search === '' && all.length > 1.5 * few;
  const shown = useMemo(() => (isCut ? all.slice(0, few) : all), [isCut, all, few]);
  const reached = shown.some(({ id }) => id === current) ? current : shown[0]?.id;

  useFocusBeside(list.current, shown, current);

  const boardOf = (target: EventTarget) => {
    const id = tileOf(target)?.dataset.board;
    return shown.find((board) => board.id === id);
  };
  const rename = useRef(onRename);
  rename.current = onRename;
  const renamed = useCallback((board: WallBoard, name: string | null) => {
    setRenaming(undefined);
    requestAnimationFrame(() => {
      // Whoever pressed something else meanwhile is there now.
      if (document.activeElement === document.body) focusTile(list.current, board.id);
    });
    if (name !== null) rename.current?.(board, name);
  }, []);
  const more = useCallback((board: WallBoard, button: HTMLElement) => {
    const { left, bottom } = button.getBoundingClientRect();
    setCurrent(board.id);
    setMenu({ board, at: { x: left, y: bottom }, opener: button });
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const board = boardOf(event.target);
    if (board === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[data-tile]'))
      return;
    const to = nextTile(event.currentTarget, board.id, event.key);
    if (to !== null) focusTile(list.current, to);
    else if (event.key === 'F2' && board.mayRename && onRename !== undefined) setRenaming(board.id);
    else if (event.key === 'Delete' && onDelete !== undefined) {
      // A key that stays down means this board, and not those that come to its place.
      if (!event.repeat) onDelete(board);
    } else return;
    event.preventDefault();
  }

  function onContextMenu(event: MouseEvent<HTMLUListElement>) {
    const board = boardOf(event.target);
    const tile = tileOf(event.target);
    if (board === undefined || tile === null || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const { left, top } = tile.getBoundingClientRect();
    // Asked for by key, it has no place of its own.
    const byKey = event.clientX === 0 && event.clientY === 0;
    const at = byKey ? { x: left + 16, y: top + 16 } : { x: event.clientX, y: event.clientY };
    const opener = tile.querySelector<HTMLElement>('[data-tile]');
    if (opener !== null) setMenu({ board, at, opener });
  }

  return (
    <section className={styles.wall} aria-labelledby="wall-title">
      <WallTools
        title={title}
        count={all.length}
        search={search}
        order={order}
        latest={latest}
        onSearch={setSearch}
        onOrder={(next) => {
          setOrder(next);
          store.rememberBoardOrder(next);
        }}
        onLeave={() => reached !== undefined && focusTile(list.current, reached)}
      >
        {children}
      </WallTools>
      {shown.length === 0 && (
        <div className={styles.none}>
          <p>{t('boards.noneFound', { search })}</p>
          <Button onClick={() => setSearch('')}>{t('boards.clear')}</Button>
        </div>
      )}
      <ul
        ref={list}
        className={styles.tiles}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onFocus={(event) => setCurrent(boardOf(event.target)?.id)}
      >
        {shown.map((board) => (
          <BoardTile
            key={board.id}
            board={board}
            current={board.id === reached}
            renaming={board.id === renaming}
            onRenamed={renamed}
            onMore={more}
          />
        ))}
      </ul>
      {isCut && (
        <Button
          variant="quiet"
          className={styles.all}
          onClick={() => {
            setShowsAll(true);
            // The button goes; whoever came by keys goes on where it was.
            requestAnimationFrame(() => focusTile(list.current, all[few]?.id ?? ''));
          }}
        >
          {`${t('trash.back')} (${all.length})`}
        </Button>
      )}
      {menu !== undefined && (
        <PointMenu
          key={`${menu.board.id} ${menu.at.x} ${menu.at.y}`}
          at={menu.at}
          label={t('home.more', { title: menu.board.title })}
          entries={entriesOf(menu.board, () => setRenaming(menu.board.id))}
          opener={menu.opener}
          onClose={() => setMenu(undefined)}
        />
      )}
    </section>
  );
}

/** Where the board with the focus goes away, the one that takes its place takes the focus. */
function useFocusBeside(
  list: HTMLElement | null,
  shown: readonly WallBoard[],
  current: string | undefined,
): void {
  const place = useRef(0);
  useEffect(() => {
    const index = shown.findIndex(({ id }) => id === current);
    if (index >= 0) {
      place.current = index;
      return;
    }
    const beside = shown[Math.min(place.current, shown.length - 1)];
    if (current === undefined || beside === undefined || document.activeElement !== document.body) return;
    focusTile(list, beside.id);
  }, [list, shown, current]);
}

function tileOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-board]') : null;
}

function focusTile(list: HTMLElement | null, id: string): void {
  list?.querySelector<HTMLElement>(`[data-board="${CSS.escape(id)}"] [data-tile]`)?.focus();
}
