// One row of the list: an item, where it stands, and what can be done with it.

import { type CSSProperties, memo, type ReactNode } from 'react';
import type { ListRow } from '../../lists/boardRows.ts';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Outline.module.css';

export interface OutlineRowProps {
  readonly row: ListRow;
  /** From the top, in rows. */
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** Undefined where there is nothing inside. */
  readonly isOpen: boolean | undefined;
  /** What the words are in: another one renders every row anew. */
  readonly language: string;
  readonly menu: ReactNode;
}

// Deeper than this a row has no room left for its words.
const indentMax = 8;

export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { row, index, isActive, isSelected, isOpen, menu } = props;
  const { item, level, position, siblings } = row;
  const isCluster = item.kind === 'cluster';
  const place = { '--row': index, '--level': Math.min(level, indentMax) } as CSSProperties;
  return (
    <div
      role="treeitem"
      data-index={index}
      className={cx(styles.row, isCluster && styles.cluster, isSelected && styles.selected)}
      style={place}
      tabIndex={isActive ? 0 : -1}
      aria-label={isCluster ? t('outline.cluster', { title: wordsOf(row), count: row.notes }) : wordsOf(row)}
      aria-level={level}
      aria-setsize={siblings}
      aria-posinset={position}
      aria-selected={isSelected}
      aria-expanded={isOpen}
    >
      <span
        className={styles.swatch}
        style={{ background: `var(--${isCluster ? 'cluster' : 'note'}-${item.colour})` }}
      />
      <span className={styles.words} dir="auto">
        {wordsOf(row)}
      </span>{' '}
      {isCluster && <span className={styles.count}>{row.notes}</span>}
      {menu}
    </div>
  );
});

/** What stands in the list: its text in one line, or what it is when it says nothing. */
export function wordsOf({ item }: Pick<ListRow, 'item'>): string {
  const words = item.text.replace(/\s+/g, ' ').trim();
  if (words !== '') return words.slice(0, 300);
  if (item.kind === 'unreadable') return t('canvas.unreadable');
  return t(item.kind === 'cluster' ? 'canvas.untitledCluster' : 'outline.emptyNote');
}
