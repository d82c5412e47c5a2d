// Templates side by side, all together or by what they are for. Arrows lead from one to the next.

import type { KeyboardEvent } from 'react';
import { t } from '../text/templateWords.ts';
import { type Choice, shelfOf, shelves } from './find.ts';
import { TemplateTile } from './TemplateTile.tsx';
import styles from './templates.module.css';

interface TemplateTilesProps {
  readonly choices: readonly Choice[];
  readonly inShelves: boolean;
  readonly onChoose: (choice: Choice) => void;
}

export function TemplateTiles({ choices, inShelves, onChoose }: TemplateTilesProps) {
  if (!inShelves) return <Row choices={choices} onChoose={onChoose} />;
  return shelves.map((shelf) => {
    const here = choices.filter((choice) => shelfOf(choice) === shelf);
    if (here.length === 0) return null;
    return (
      <section key={shelf} aria-label={t(`templates.group.${shelf}`)}>
        <h3 className={styles.shelfName}>{t(`templates.group.${shelf}`)}</h3>
        <Row choices={here} onChoose={onChoose} />
      </section>
    );
  });
}

function Row({ choices, onChoose }: Omit<TemplateTilesProps, 'inShelves'>) {
  return (
    <ul className={styles.tiles} onKeyDown={moveFocus}>
      {choices.map((choice) => (
        <TemplateTile key={choice.key} choice={choice} onChoose={onChoose} />
      ))}
    </ul>
  );
}

/** By where they are on the screen, so that any number of columns and both directions of writing are right. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const gallery = event.currentTarget.closest('[data-gallery]') ?? event.currentTarget;
  const all = [...gallery.querySelectorAll<HTMLElement>('[data-template]')];
  const here = all.find((tile) => tile === document.activeElement)?.getBoundingClientRect();
  const way = ways[event.key];
  if (here === undefined || way === undefined) return;
  const ahead = all
    .map((tile) => ({ tile, box: tile.getBoundingClientRect() }))
    .map(({ tile, box }) => ({ tile, x: box.left - here.left, y: box.top - here.top }))
    .filter(({ x, y }) => (way.x === 0 ? y * way.y > 8 : x * way.x > 8 && Math.abs(y) < 8))
    .sort((a, b) => Math.abs(a.y) - Math.abs(b.y) || Math.abs(a.x) - Math.abs(b.x));
  event.preventDefault();
  ahead[0]?.tile.focus();
}

const ways: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
