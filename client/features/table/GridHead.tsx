// The headings: a press sorts, the button beside it filters, hides and sets the width, the edge between two drags it. One of
// them is reached by Tab; arrows go from one to the next, and down to the cells.

// biome-ignore-all lint/a11y/useFocusableInteractive: the cells and the buttons of the headings take the focus.
// biome-ignore-all lint/a11y/useSemanticElements: a table of which only a window is on the page is laid out by itself.

import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type IdeaColumn, isNarrowed } from '../../lists/ideaColumns.ts';
import { t } from '../../text/tableWords.ts';
import { cx } from '../../ui/cx.ts';
import { Popover } from '../../ui/Popover.tsx';
import { ColumnCard } from './ColumnCard.tsx';
import type { GridProps } from './Grid.tsx';
import { widthMax, widthMin } from './settings.ts';
import styles from './Table.module.css';
import { nextSorting, saidOf } from './TableBar.tsx';

export interface GridHeadProps extends GridProps {
  readonly onArrowDown: () => void;
}

export function GridHead(props: GridHeadProps) {
  const { order, sheet, settings, onSettings, say, onArrowDown } = props;
  const [active, setActive] = useState(0);
  const head = useRef<HTMLDivElement>(null);

  function hearKey(event: KeyboardEvent<HTMLElement>) {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.closest('[data-heading]') === null) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-heading]')];
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 && key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'ArrowDown') return onArrowDown();
    const next = buttons.indexOf(target) + (isRightToLeft ? -by : by);
    const button = buttons[Math.max(0, Math.min(buttons.length - 1, next))];
    button?.focus();
    setActive(Number(button?.dataset.heading ?? 0));
  }
  const widen = (column: IdeaColumn, width: number) => {
    const next = Math.round(Math.max(widthMin, Math.min(widthMax, width)));
    onSettings({ ...settings, widths: { ...settings.widths, [column]: next } });
  };
  return (
    <div className={cx(styles.headGroup, props.isPhone && 'visually-hidden')} role="rowgroup">
      <div ref={head} role="row" className={styles.head} aria-rowindex={1} onKeyDown={hearKey}>
        <div role="columnheader" className={styles.number} aria-colindex={1}>
          <span className="visually-hidden">{t('table.column.number')}</span>
        </div>
        {sheet.columns.map((column, index) => {
          const isSorted = order.sorting?.column === column;
          const name = t(`table.column.${column}`);
          const way = isSorted ? (order.sorting?.descending ? 'descending' : 'ascending') : 'none';
          return (
            <div
              key={column}
              role="columnheader"
              className={styles.heading}
              aria-sort={way}
              aria-colindex={index + 2}
            >
              <button
                type="button"
                className={styles.sort}
                data-heading={index}
                tabIndex={index === active ? 0 : -1}
                title={t('table.sortColumn', { column: name })}
                onFocus={() => setActive(index)}
                onClick={() => {
                  const next = nextSorting(order.sorting, column);
                  order.sort(next);
                  say(saidOf(next));
                }}
              >
                <span className={styles.name}>{name}</span>
                {way === 'descending' && <ArrowDown aria-hidden="true" />}
                {way === 'ascending' && <ArrowUp aria-hidden="true" />}
              </button>
              <Popover
                label={t('table.filterColumn', { column: name })}
                align="end"
                trigger={
                  <button
                    type="button"
                    className={cx(styles.filter, isNarrowed(order.filters[column]) && styles.narrowed)}
                    data-heading={index}
                    tabIndex={index === active ? 0 : -1}
                    aria-label={t('table.filterColumn', { column: name })}
                  >
                    <ListFilter aria-hidden="true" />
                  </button>
                }
              >
                <ColumnCard {...props} column={column} onWidth={(width) => widen(column, width)} />
              </Popover>
              <Edge width={settings.widths[column]} onWidth={(width) => widen(column, width)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface EdgeProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** By keys the width is set in the card of the column. */
function Edge({ onWidth }: EdgeProps) {
  const from = useRef<{ x: number; width: number; way: 1 | -1 } | null>(null);
  return (
    <span
      className={styles.edge}
      aria-hidden="true"
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const heading = event.currentTarget.parentElement;
        const way = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
        from.current = { x: event.clientX, width: heading?.clientWidth ?? 0, way };
      }}
      onPointerMove={({ clientX }) => {
        const { current } = from;
        if (current !== null) onWidth(current.width + (clientX - current.x) * current.way);
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    />
  );
}
