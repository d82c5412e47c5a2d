// One board on a wall of boards: a picture of itself, its name, and what else there is to say. A real link.

import { MoreHorizontal } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import { limits } from '../../../shared/board/limits.ts';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Picture, pictureSize, shapesOf } from '../picture.ts';
import styles from './BoardTile.module.css';
import type { Findable } from './find.ts';

export interface WallBoard extends Findable {
  readonly id: string;
  /** null where it cannot be opened: then a press shows what can be done with it. */
  readonly href: string | null;
  /** One line below the name. */
  readonly facts: string;
  readonly picture: Picture;
  readonly mayRename: boolean;
}

export interface BoardTileProps {
  readonly board: WallBoard;
  /** The one of all tiles that Tab comes to. */
  readonly current: boolean;
  readonly renaming: boolean;
  /** null leaves the name as it was. */
  readonly onRenamed: (board: WallBoard, title: string | null) => void;
  readonly onMore: (board: WallBoard, button: HTMLElement) => void;
}

export const BoardTile = memo(function BoardTile(props: BoardTileProps) {
  const { board, current, renaming, onRenamed, onMore } = props;
  const inside = <BoardPicture picture={board.picture} />;
  return (
    <li className={styles.tile} data-board={board.id}>
      {renaming ? (
        <div className={styles.link}>
          {inside}
          <NameField board={board} onRenamed={onRenamed} />
        </div>
      ) : (
        <Way board={board} current={current} onMore={onMore}>
          {inside}
          <span className={styles.title} dir="auto">
            {board.title}
          </span>
          <span className={styles.facts}>{board.facts}</span>
        </Way>
      )}
      <span className={styles.more}>
        <IconButton
          label={t('home.more', { title: board.title })}
          icon={<MoreHorizontal />}
          tooltip={false}
          tabIndex={current ? 0 : -1}
          aria-haspopup="menu"
          onClick={(event) => onMore(board, event.currentTarget)}
        />
      </span>
    </li>
  );
});

interface WayProps extends Pick<BoardTileProps, 'board' | 'current' | 'onMore'> {
  readonly children: ReactNode;
}

function Way({ board, current, onMore, children }: WayProps) {
  const shared = { className: styles.link, tabIndex: current ? 0 : -1, 'data-tile': true };
  if (board.href === null) {
    return (
      <button
        type="button"
        {...shared}
        aria-haspopup="menu"
        onClick={(event) => onMore(board, event.currentTarget)}
      >
        {children}
      </button>
    );
  }
  return (
    <Link {...shared} href={board.href}>
      {children}
    </Link>
  );
}

function NameField({ board, onRenamed }: Pick<BoardTileProps, 'board' | 'onRenamed'>) {
  const isDone = useRef(false);
  const finish = (title: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    const wanted = title?.trim() ?? '';
    onRenamed(board, wanted === '' || wanted === board.title ? null : wanted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  };
  return (
    <input
      className={styles.name}
      aria-label={t('boards.newName', { title: board.title })}
      defaultValue={board.title}
      dir="auto"
      autoComplete="off"
      // biome-ignore lint/a11y/noAutofocus: whoever asked to rename is about to type.
      autoFocus
      maxLength={limits.titleCharsMax}
      onFocus={(event) => event.target.select()}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.target.value)}
    />
  );
}

function BoardPicture({ picture }: { readonly picture: Picture }) {
  const shapes = useMemo(() => shapesOf(picture), [picture]);
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${pictureSize.w} ${pictureSize.h}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {shapes.map(({ kind, colour, outline }) => (
        <path
          key={`${kind}-${colour}`}
          d={outline}
          className={styles[kind]}
          style={{ fill: `var(--${kind === 'writing' ? `note-${colour}-ink` : `${kind}-${colour}`})` }}
        />
      ))}
    </svg>
  );
}
