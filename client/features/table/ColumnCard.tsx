// What one column can be: narrowed to words, values or numbers, set to a width, hidden.

import { isColour } from '../../../shared/items/colour.ts';
import {
  type ColumnFilter,
  type IdeaColumn,
  isNarrowed,
  isNumeric,
  valuesIn,
} from '../../lists/ideaColumns.ts';
import { t } from '../../text/tableWords.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ColumnCard.module.css';
import type { GridProps } from './Grid.tsx';

const valuesMax = 200;

export interface ColumnCardProps extends GridProps {
  readonly column: IdeaColumn;
  readonly onWidth: (width: number) => void;
}

export function ColumnCard(props: ColumnCardProps) {
  const { column, order, settings, onSettings, onWidth } = props;
  const filter = order.filters[column];
  const set = (next: ColumnFilter | null) => {
    const { [column]: _, ...others } = order.filters;
    order.filter(next === null || !isNarrowed(next) ? others : { ...others, [column]: next });
  };
  return (
    <div className={styles.card}>
      {column === 'text' && (
        <TextField
          label={t('table.filterWords')}
          value={filter?.kind === 'words' ? filter.words : ''}
          onChange={(event) => set({ kind: 'words', words: event.target.value })}
        />
      )}
      {isNumeric(column) && (
        <TextField
          label={t('table.filterLeast')}
          type="number"
          min={0}
          value={filter?.kind === 'least' ? filter.least : ''}
          onChange={(event) => {
            const least = event.target.valueAsNumber;
            set(Number.isFinite(least) ? { kind: 'least', least } : null);
          }}
        />
      )}
      {column !== 'text' && !isNumeric(column) && <Values {...props} filter={filter} onFilter={set} />}
      {isNarrowed(filter) && (
        <Button variant="quiet" onClick={() => set(null)}>
          {t('table.clearFilter')}
        </Button>
      )}
      <TextField
        label={t('table.width')}
        type="number"
        min={64}
        max={1200}
        step={20}
        value={settings.widths[column]}
        onChange={(event) => {
          const width = event.target.valueAsNumber;
          if (Number.isFinite(width)) onWidth(width);
        }}
      />
      {column !== 'text' && (
        <Button
          variant="quiet"
          onClick={() => onSettings({ ...settings, hidden: new Set([...settings.hidden, column]) })}
        >
          {t('table.hideColumn')}
        </Button>
      )}
    </div>
  );
}

interface ValuesProps extends ColumnCardProps {
  readonly filter: ColumnFilter | undefined;
  readonly onFilter: (filter: ColumnFilter | null) => void;
}

function Values({ column, ideas, words, filter, onFilter }: ValuesProps) {
  const chosen = filter?.kind === 'values' ? filter.values : new Set<string>();
  const nameOf = (value: string): string => {
    if (isColour(value)) return words.colourName(value);
    if (value !== '') return value;
    return t(column === 'author' ? 'table.noName' : 'table.noCluster');
  };
  return (
    <fieldset className={styles.values}>
      <legend>{t('table.filterValues')}</legend>
      {[...valuesIn(ideas.rows, column)].slice(0, valuesMax).map(([value, count]) => (
        <label key={value} className={styles.value}>
          <input
            type="checkbox"
            checked={chosen.has(value)}
            onChange={() => {
              const values = new Set(chosen);
              if (!values.delete(value)) values.add(value);
              onFilter({ kind: 'values', values });
            }}
          />
          <span className={styles.words} dir="auto">
            {nameOf(value)}
          </span>
          <span className={styles.count}>{count}</span>
        </label>
      ))}
    </fieldset>
  );
}
