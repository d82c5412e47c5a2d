// One known board on the start page: a picture of itself, its name, and when it was last open.

import { MoreHorizontal, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import { t, textLocales } from '../text/catalogue.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { boardPath } from './address.ts';
import styles from './BoardTile.module.css';
import type { KnownBoard } from './localStore.ts';
import { pictureBox } from './picture.ts';
import { useSurroundings } from './surroundings.ts';

export interface BoardTileProps {
  readonly board: KnownBoard;
  readonly onForget: () => void;
}

export function BoardTile({ board, onForget }: BoardTileProps) {
  const { env } = useSurroundings();
  return (
    <li className={styles.tile}>
      <Link className={styles.link} href={boardPath(board.id)}>
        <Picture board={board} />
        <span className={styles.title} dir="auto">
          {board.title}
        </span>
        <span className={styles.facts}>
          {t(`role.${board.role}`)} · {t('home.openedAt', { when: ago(board.openedAt, env.clock.now()) })}
        </span>
      </Link>
      <span className={styles.more}>
        <Menu
          label={t('home.more', { title: board.title })}
          align="end"
          trigger={<IconButton label={t('home.more', { title: board.title })} icon={<MoreHorizontal />} />}
          entries={[{ id: 'forget', label: t('home.forget'), icon: <Trash2 />, onSelect: onForget }]}
        />
      </span>
    </li>
  );
}

function Picture({ board }: { readonly board: KnownBoard }) {
  const picture = board.picture ?? [];
  const { x, y, w, h } = pictureBox(picture);
  return (
    <svg className={styles.picture} viewBox={`${x} ${y} ${w} ${h}`} aria-hidden="true">
      {picture.map(([kind, left, top, width, height, colour], index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture never changes while it is shown.
          key={index}
          x={left}
          y={top}
          width={width}
          height={height}
          rx={kind === 'cluster' ? 12 : 3}
          style={{ fill: `var(--${kind}-${colour})` }}
        />
      ))}
    </svg>
  );
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Both in milliseconds since 1970. */
function ago(then: number, now: number): string {
  const seconds = Math.max(0, (now - then) / 1000);
  const words = new Intl.RelativeTimeFormat(textLocales(), { numeric: 'auto' });
  for (const [unit, size] of units) {
    if (seconds >= size) return words.format(-Math.floor(seconds / size), unit);
  }
  return words.format(0, 'second');
}
