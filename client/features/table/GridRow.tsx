// One idea as a row of cells; the last one, without an idea, is where a new one is written.

// biome-ignore-all lint/a11y/useFocusableInteractive: the cells and the buttons of the headings take the focus.
// biome-ignore-all lint/a11y/useSemanticElements: a table of which only a window is on the page is laid out by itself.

import { Heart, Lock, MessageCircle, Plus, Vote } from 'lucide-react';
import { type CSSProperties, memo, type ReactNode } from 'react';
import {
  type ColumnWords,
  cellText,
  type IdeaColumn,
  isEditable,
  isNumeric,
} from '../../lists/ideaColumns.ts';
import type { IdeaRow } from '../../lists/ideaRows.ts';
import { t } from '../../text/tableWords.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Table.module.css';

export interface GridRowProps {
  readonly row: IdeaRow | null;
  /** From the top, in rows. */
  readonly index: number;
  readonly columns: readonly IdeaColumn[];
  readonly words: ColumnWords;
  /** What the words are in: another one renders every row anew. */
  readonly language: string;
  /** The active column; -1 in every other row. */
  readonly active: number;
  /** The chosen columns, both included; -1 where none is. */
  readonly first: number;
  readonly last: number;
  readonly readOnly: boolean;
  /** What one writes in, over the active cell. */
  readonly field: ReactNode;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, words, active, first, last, readOnly, field } = props;
  const isChosen = (column: number) => column >= first && column <= last;
  return (
    <div
      role="row"
      className={cx(styles.row, row === null && styles.new)}
      style={{ '--row': index } as CSSProperties}
      aria-rowindex={index + 2}
      data-writing={field === null ? undefined : ''}
    >
      <div role="rowheader" className={styles.number} data-row={index} aria-colindex={1}>
        {row === null ? (
          <Plus aria-label={t('table.new')} role="img" />
        ) : row.locked ? (
          <Lock aria-label={`${index + 1}, ${t('table.locked')}`} role="img" />
        ) : (
          index + 1
        )}
      </div>
      {columns.map((column, at) => {
        const text = row === null ? '' : cellText(row, column, words);
        return (
          <div
            key={column}
            role="gridcell"
            className={cx(
              styles.cell,
              styles[column],
              isNumeric(column) && styles.numeric,
              isChosen(at) && styles.chosen,
              at === active && styles.active,
            )}
            data-row={index}
            data-column={at}
            tabIndex={at === active ? 0 : -1}
            aria-colindex={at + 2}
            aria-selected={isChosen(at)}
            aria-readonly={readOnly || row?.locked === true || !isEditable(column)}
          >
            {at === active && field !== null ? field : <CellContent row={row} column={column} text={text} />}
          </div>
        );
      })}
    </div>
  );
});

interface CellContentProps {
  readonly row: IdeaRow | null;
  readonly column: IdeaColumn;
  readonly text: string;
}

const pictures = { votes: Vote, comments: MessageCircle, reactions: Heart } as const;

function CellContent({ row, column, text }: CellContentProps) {
  if (row === null)
    return column === 'text' ? <span className={styles.hint}>{t('table.newHint')}</span> : null;
  if (column === 'colour')
    return (
      <>
        <span className={styles.swatch} style={{ background: `var(--note-${row.colour})` }} />
        <span className={styles.words}>{text}</span>
      </>
    );
  if (column === 'votes' || column === 'comments' || column === 'reactions') {
    const Picture = pictures[column];
    const isNothing = text === '' || text === '0';
    return (
      <span className={cx(styles.figure, isNothing && styles.nil)}>
        {/* Where there is no row of headings the picture says what it counts. */}
        <Picture className={styles.picture} aria-hidden="true" />
        {text}
      </span>
    );
  }
  if (column === 'cluster' && row.cluster === null)
    return <span className={styles.none}>{t('table.noCluster')}</span>;
  const isUntitled = column === 'cluster' && text.trim() === '';
  return (
    <span className={cx(styles.words, isUntitled && styles.nil)} dir="auto">
      {isUntitled ? t('table.untitled') : text}
    </span>
  );
}
