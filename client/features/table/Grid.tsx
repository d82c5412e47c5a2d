// The cells: a grid of which only what is in view is on the page. The focus is in the active cell; the field in which one
// writes lies over it.

// biome-ignore-all lint/a11y/useSemanticElements: a table of which only a window is on the page is laid out by itself.

import { type CSSProperties, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { boxOf, type Cell, cellCount } from '../../lists/cellRange.ts';
import type { ColumnWords } from '../../lists/ideaColumns.ts';
import { indexesIn, rowWindow } from '../../lists/rowWindow.ts';
import { language, t } from '../../text/tableWords.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { CellField } from './CellField.tsx';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { gridKeys } from './gridKeys.ts';
import styles from './Table.module.css';
import type { TableBarProps } from './TableBar.tsx';
import { useCellFocus } from './useCellFocus.ts';
import { type Editing, useEditing } from './useEditing.ts';
import { useGridScroll } from './useGridScroll.ts';
import { useSheetClipboard } from './useSheetClipboard.ts';

export interface GridProps extends Omit<TableBarProps, 'onLeave'> {
  readonly words: ColumnWords;
  readonly readOnly: boolean;
  /** Counts how often the focus was asked for. */
  readonly asks: number;
}

export function Grid(props: GridProps) {
  const { board, order, sheet, cells, words, settings, readOnly, isPhone, say, onClose } = props;
  const grid = useRef<HTMLDivElement>(null);
  const spoken = useSignal(language);
  const { shown } = order;
  const { rowCount, range, box } = cells;
  const [dragging, setDragging] = useState(false);
  const scroll = useGridScroll(grid, range.to.row, rowCount, isPhone);
  const focus = useCellFocus(grid, props.asks, `${range.at.row} ${range.at.column} ${rowCount}`);
  const editing = useEditing({ board, sheet, cells, say, onDone: focus.ask });
  useSheetClipboard(grid, sheet);
  // Said once the choosing rests, not at each step.
  useChosenSaid(cellCount(box) > 1 && !dragging ? boxOf(range) : null, say);

  const deeds = { board, sheet, cells, editing, say, pageRows: scroll.pageRows, readOnly, onClose };
  function press(event: MouseEvent) {
    const cell = cellAt(event.target);
    if (cell === null || event.button !== 0) return;
    const isActive = cell.row === range.at.row && cell.column === range.at.column && cellCount(box) === 1;
    if (isActive && isPhone && !event.shiftKey) {
      // The press would give the focus to the cell; it belongs to the field.
      event.preventDefault();
      editing.open(cell, 'keep');
      return;
    }
    if (event.shiftKey) cells.extend(cell);
    else {
      cells.go(cell);
      setDragging(!isPhone);
    }
    focus.ask();
  }
  function pressRow(event: MouseEvent) {
    const row = rowAt(event.target);
    if (row === null) return press(event);
    const last = { row, column: sheet.columns.length - 1 };
    cells.choose({ at: event.shiftKey ? { ...range.at, column: 0 } : { row, column: 0 }, to: last });
    focus.ask();
  }
  const columns = [...sheet.columns.map((column) => `${settings.widths[column]}px`)];
  columns[0] = `minmax(${columns[0]}, 1fr)`;
  const width = sheet.columns.reduce((sum, column) => sum + settings.widths[column], 52);
  const indexes = indexesIn(rowWindow(scroll.view, range.at.row, rowCount), range.at.row, rowCount);
  return (
    <div
      ref={grid}
      role="grid"
      className={styles.grid}
      data-form={isPhone ? 'list' : 'table'}
      style={
        {
          '--columns': `52px ${columns.join(' ')}`,
          '--width': `${width}px`,
          '--rows': rowCount,
        } as CSSProperties
      }
      aria-label={t('table.title')}
      aria-description={t(readOnly ? 'table.keysReadOnly' : 'table.keys')}
      aria-rowcount={rowCount + 1}
      aria-colcount={sheet.columns.length + 1}
      aria-multiselectable="true"
      aria-readonly={readOnly}
      onScroll={scroll.onScroll}
      onKeyDown={gridKeys(deeds)}
      onMouseDown={pressRow}
      onPointerMove={(event) => {
        const cell = dragging && event.buttons === 1 ? cellAt(event.target) : null;
        if (cell !== null) cells.extend(cell);
      }}
      onMouseUp={() => setDragging(false)}
      onDoubleClick={(event) => {
        const cell = cellAt(event.target);
        if (cell !== null) editing.open(cell, 'keep');
      }}
    >
      <GridHead {...props} onArrowDown={focus.ask} />
      <div className={styles.rows} role="rowgroup">
        {indexes.map((index) => (
          <GridRow
            key={shown[index]?.id ?? 'new'}
            row={shown[index] ?? null}
            index={index}
            columns={sheet.columns}
            words={words}
            language={spoken}
            active={index === range.at.row ? range.at.column : -1}
            first={index >= box.top && index <= box.bottom ? box.first : -1}
            last={index >= box.top && index <= box.bottom ? box.last : -1}
            readOnly={readOnly}
            field={fieldIn(editing.now, index, props)}
          />
        ))}
      </div>
      {shown.length === 0 && <Nothing {...props} />}
    </div>
  );

  function fieldIn(now: Editing | null, index: number, { ideas }: GridProps) {
    if (now === null || now.row !== index) return null;
    return (
      <CellField
        key={`${now.id ?? 'new'} ${now.name}`}
        editor={board.editor}
        editing={now}
        titles={ideas.clusterTitles}
        words={words}
        onDone={editing.close}
        onGone={() => {
          const { id } = now;
          editing.close('lost', '', null);
          if (id !== null) tellGone(props, id);
        }}
      />
    );
  }
}

function tellGone({ board }: GridProps, id: NonNullable<Editing['id']>): void {
  toast({
    text: t('table.goneWhileWriting'),
    action: {
      label: t('table.bringBack'),
      run: async () => {
        const { restoreItems } = await import('../../../shared/board/verbs.ts');
        board.editor.change((changed) => restoreItems(changed, [id]));
      },
    },
    forMs: 0,
  });
}

function Nothing({ order, ideas }: GridProps) {
  return (
    <div className={styles.nothing}>
      <p>{t(ideas.rows.length === 0 ? 'table.empty' : 'table.nothingFound')}</p>
      {ideas.rows.length > 0 && (
        <Button
          onClick={() => {
            order.find('');
            order.filter({});
          }}
        >
          {t('table.showAll')}
        </Button>
      )}
    </div>
  );
}

function useChosenSaid(box: ReturnType<typeof boxOf> | null, say: (words: string) => void): void {
  const words =
    box === null
      ? ''
      : t('table.said.chosen', { rows: box.bottom - box.top + 1, columns: box.last - box.first + 1 });
  const latest = useRef(say);
  latest.current = say;
  useLayoutEffect(() => {
    if (words !== '') latest.current(words);
  }, [words]);
}

function cellAt(target: EventTarget): Cell | null {
  if (!(target instanceof Element) || target.closest('input, textarea, select, button')) return null;
  const element = target.closest<HTMLElement>('[data-column]');
  return element === null
    ? null
    : { row: Number(element.dataset.row), column: Number(element.dataset.column) };
}

/** The number at the beginning of a row stands for all of it. */
function rowAt(target: EventTarget): number | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[role="rowheader"]') : null;
  return element === null ? null : Number(element.dataset.row);
}
