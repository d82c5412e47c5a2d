// What would come of an import: how many ideas, the first of them, what the file was taken for, and which rows need a look.

import { TriangleAlert } from 'lucide-react';
import type { CSSProperties } from 'react';
import { isColour } from '../../../shared/items/colour.ts';
import type { ImportReport } from '../../../shared/protocol/api.ts';
import { everyCell } from '../../../shared/transfer/everyCell.ts';
import { t } from '../../text/importWords.ts';
import { cx } from '../../ui/cx.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Choice, kindWords, problemWords } from './sendImport.ts';
import styles from './Transfer.module.css';
import type { Preview } from './usePreview.ts';

export interface ImportPreviewProps {
  readonly preview: Preview;
  readonly onChoice: (choice: Partial<Choice>) => void;
}

export function ImportPreview({ preview, onChoice }: ImportPreviewProps) {
  const { report, trouble, isReading } = preview;
  return (
    <section className={styles.preview} aria-label={t('import.preview')} aria-busy={isReading}>
      <p role="status" className={cx(styles.count, isReading && styles.stale)}>
        {report === null && isReading && t('import.reading')}
        {report !== null && countOf(report)}
      </p>
      {trouble !== null && (
        <p role="alert" className={styles.trouble}>
          <TriangleAlert aria-hidden="true" />
          {trouble}
        </p>
      )}
      {report !== null && (
        <>
          <Recognised report={report} />
          <SheetChoice report={report} onChoice={onChoice} />
          <ColumnChoice report={report} onChoice={onChoice} />
          <FirstIdeas report={report} />
          <Problems report={report} />
        </>
      )}
    </section>
  );
}

function countOf({ created, skipped, clusters = 0, kind }: ImportReport): string {
  const isBoard = kind === 'board';
  const found = t(isBoard ? 'import.items' : 'import.ideas', { count: created });
  const within = clusters > 0 && !isBoard ? ` ${t('import.clusters', { count: clusters })}` : '';
  return `${found}${within}${skipped === 0 ? '' : ` · ${t('import.skipped', { count: skipped })}`}`;
}

function Recognised({ report }: { readonly report: ImportReport }) {
  const words = kindWords(report);
  return words === null ? null : <p className={styles.soft}>{words}</p>;
}

interface ChoiceProps {
  readonly report: ImportReport;
  readonly onChoice: (choice: Partial<Choice>) => void;
}

function SheetChoice({ report: { sheets = [], sheet }, onChoice }: ChoiceProps) {
  if (sheets.length < 2) return null;
  return (
    <SelectField
      label={t('import.sheet')}
      dir="auto"
      value={sheet}
      onChange={(event) => onChoice({ sheet: event.target.value, column: null })}
    >
      {sheets.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function ColumnChoice({ report: { columns = [], kind, created }, onChoice }: ChoiceProps) {
  if (columns.length < 2) return null;
  const guess = columns.find((column) => column.guess)?.name ?? (created > 0 ? everyCell : '');
  return (
    <SelectField
      label={t('import.column')}
      dir="auto"
      value={guess}
      onChange={(event) => onChoice({ column: event.target.value })}
    >
      {guess === '' && (
        <option value="" disabled>
          {t('import.columnNone')}
        </option>
      )}
      {columns.map(({ name, samples: [sample] }) => (
        <option key={name} value={name}>
          {sample === undefined ? name : t('import.columnSample', { name, sample: sample.slice(0, 40) })}
        </option>
      ))}
      {kind !== 'mural' && <option value={everyCell}>{t('import.everyCell')}</option>}
    </SelectField>
  );
}

function FirstIdeas({ report: { preview = [], created, kind } }: { readonly report: ImportReport }) {
  if (preview.length === 0) return null;
  const more = created - preview.length;
  return (
    <ul className={styles.ideas}>
      {preview.map(({ text, colour, cluster }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown whole and may hold the same idea twice.
        <li key={index} className={styles.idea} style={paper(colour)} dir="auto">
          <span>{text}</span>
          {cluster !== undefined && <small className={styles.cluster}>{cluster}</small>}
        </li>
      ))}
      {more > 0 && kind !== 'board' && (
        <li className={styles.soft}>{t('import.andMore', { count: more })}</li>
      )}
    </ul>
  );
}

function paper(colour: string | undefined): CSSProperties {
  const name = isColour(colour) ? colour : 'yellow';
  return {
    background: `var(--note-${name})`,
    color: `var(--note-${name}-ink)`,
    borderBlockStartColor: `var(--note-${name}-band)`,
  };
}

function Problems({ report: { problems } }: { readonly report: ImportReport }) {
  if (problems.length === 0) return null;
  return (
    <details className={styles.problems} open={problems.length <= 3}>
      <summary>{t('import.problems', { count: problems.length })}</summary>
      <ul>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown whole and one row may have two.
          <li key={index}>
            {problem.row > 0 && <strong>{t('import.row', { row: problem.row })}</strong>}{' '}
            {problemWords(problem)}
          </li>
        ))}
      </ul>
    </details>
  );
}
