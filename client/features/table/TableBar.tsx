// Above the cells: how many there are, the search, which columns, sorting anew, what can be done with what is chosen.

import { ArrowUpDown, Columns3, LocateFixed, RefreshCw, Trash2, X } from 'lucide-react';
import { useRef } from 'react';
import type { OpenBoard } from '../../app/openBoard.ts';
import { ideaColumns, type Sorting } from '../../lists/ideaColumns.ts';
import { t } from '../../text/tableWords.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import type { TableSettings } from './settings.ts';
import styles from './TableBar.module.css';
import type { Cells } from './useCells.ts';
import type { Ideas } from './useIdeas.ts';
import type { Order } from './useOrder.ts';
import type { Sheet } from './useSheet.ts';

export interface TableBarProps {
  readonly board: OpenBoard;
  readonly ideas: Ideas;
  readonly order: Order;
  readonly sheet: Sheet;
  readonly cells: Cells;
  readonly settings: TableSettings;
  readonly isPhone: boolean;
  readonly onSettings: (settings: TableSettings) => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
  readonly say: (words: string) => void;
}

export function TableBar(props: TableBarProps) {
  const { board, ideas, order, sheet, cells, isPhone, onLeave, onClose } = props;
  const search = useRef<HTMLInputElement>(null);
  const all = ideas.rows.length;
  const { length } = order.shown;
  const count = t('table.count', { count: length });
  const removable = board.editor.readOnly.get() ? 0 : sheet.removable().length;

  function showOnWall() {
    const { editor } = board;
    const ids = sheet.rows.slice(cells.box.top, cells.box.bottom + 1).map((row) => row.id);
    onClose();
    editor.selection.set(ids.filter((id) => editor.scene.get(id) !== undefined));
    editor.run('zoom.selection');
  }
  return (
    <header className={styles.bar}>
      <h2 className={styles.title}>{t('table.title')}</h2>
      <span className={styles.count}>
        {order.isNarrowed || length !== all ? t('table.countOf', { count: length, all }) : count}
      </span>
      <div className={styles.search}>
        <SearchField
          fieldRef={search}
          label={t('table.search')}
          search={order.search}
          found={t('table.found', { count: length })}
          onSearch={order.find}
          onLeave={onLeave}
        />
      </div>
      <span className={styles.gap} />
      {order.isStale && (
        <Button variant="quiet" icon={<RefreshCw />} onClick={order.again}>
          {t('table.again')}
        </Button>
      )}
      {isPhone && <SortMenu {...props} />}
      <ColumnsMenu {...props} />
      <IconButton
        label={t('table.showOnWall')}
        icon={<LocateFixed />}
        disabled={cells.box.top >= length}
        onClick={showOnWall}
      />
      {!board.editor.readOnly.get() && (
        <IconButton
          label={t('table.deleteRows', { count: Math.max(1, removable) })}
          icon={<Trash2 />}
          tone="danger"
          disabled={removable === 0}
          keys="mod+delete"
          onClick={() => {
            sheet.remove();
            onLeave();
          }}
        />
      )}
      <IconButton label={t('ui.close')} icon={<X />} tooltip={false} onClick={onClose} />
    </header>
  );
}

function ColumnsMenu({ ideas, settings, onSettings }: TableBarProps) {
  const known = ideaColumns.filter(
    (column) => column !== 'text' && !(column === 'author' && ideas.isAnonymous),
  );
  return (
    <Menu
      label={t('table.columns')}
      align="end"
      trigger={<IconButton label={t('table.columns')} icon={<Columns3 />} />}
      entries={known.map((column) => ({
        id: column,
        label: t(`table.column.${column}`),
        checked: !settings.hidden.has(column),
        onSelect: () => {
          const hidden = new Set(settings.hidden);
          if (!hidden.delete(column)) hidden.add(column);
          onSettings({ ...settings, hidden });
        },
      }))}
    />
  );
}

/** Where there is no row of headings to press. */
function SortMenu({ order, sheet, say }: TableBarProps) {
  const sortBy = (sorting: Sorting | null) => {
    order.sort(sorting);
    say(saidOf(sorting));
  };
  return (
    <Menu
      label={t('table.sortBy')}
      align="end"
      trigger={<IconButton label={t('table.sortBy')} icon={<ArrowUpDown />} />}
      entries={[
        {
          id: 'none',
          label: t('table.boardOrder'),
          checked: order.sorting === null,
          onSelect: () => sortBy(null),
        },
        ...sheet.columns.map((column) => ({
          id: column,
          label: t(`table.column.${column}`),
          checked: order.sorting?.column === column,
          onSelect: () => sortBy(nextSorting(order.sorting, column)),
        })),
      ]}
    />
  );
}

/** Numbers are most wanted from the top; the second press turns the order, the third goes back to that of the wall. */
export function nextSorting(now: Sorting | null, column: Sorting['column']): Sorting | null {
  const first = column === 'votes' || column === 'comments' || column === 'reactions';
  if (now?.column !== column) return { column, descending: first };
  return now.descending === first ? { column, descending: !first } : null;
}

export function saidOf(sorting: Sorting | null): string {
  return sorting === null
    ? t('table.said.unsorted')
    : t('table.said.sorted', {
        column: t(`table.column.${sorting.column}`),
        way: sorting.descending ? 'down' : 'up',
      });
}
