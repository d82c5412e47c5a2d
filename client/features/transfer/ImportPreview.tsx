// What would come of an import: how many ideas, the first of them, which column they are from, and which rows need a look.

import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ImportReport } from '../../../shared/protocol/api.ts';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { problemWords } from './requests.ts';
import styles from './Transfer.module.css';
import type { Preview } from './usePreview.ts';

export interface ImportPreviewProps {
  readonly preview: Preview;
  readonly isBoard: boolean;
  readonly onColumn: (column: string) => void;
}

export function ImportPreview({ preview, isBoard, onColumn }: ImportPreviewProps) {
  const { report, trouble, isReading } = preview;
  return (
    <section className={styles.preview} aria-label={t('import.preview')} aria-busy={isReading}>
      <p role="status" className={cx(styles.count, isReading && styles.stale)}>
        {report === null && isReading && t('import.reading')}
        {report !== null && countOf(report, isBoard)}
      </p>
      {trouble !== null && (
        <p role="alert" className={styles.trouble}>
          <TriangleAlert aria-hidden="true" />
          {trouble}
        </p>
      )}
      {report !== null && (
        <>
          <ColumnChoice report={report} onColumn={onColumn} />
          <FirstIdeas report={report} isBoard={isBoard} />
          <Problems report={report} />
        </>
      )}
    </section>
  );
}

function countOf({ created, skipped }: ImportReport, isBoard: boolean): string {
  const found = t(isBoard ? 'import.items' : 'import.ideas', { count: created });
  return skipped === 0 ? found : `${found} · ${t('import.skipped', { count: skipped })}`;
}

function ColumnChoice({
  report,
  onColumn,
}: {
  readonly report: ImportReport;
  readonly onColumn: (column: string) => void;
}) {
  const id = useId();
  const { columns = [] } = report;
  if (columns.length < 2) return null;
  return (
    <div className={styles.column}>
      <label htmlFor={id}>{t('import.column')}</label>
      <select
        id={id}
        className={styles.select}
        dir="auto"
        value={columns.find(({ guess }) => guess)?.name ?? ''}
        onChange={(event) => onColumn(event.target.value)}
      >
        {columns.every(({ guess }) => !guess) && (
          <option value="" disabled>
            {t('import.columnNone')}
          </option>
        )}
        {columns.map(({ name, samples: [sample] }) => (
          <option key={name} value={name}>
            {sample === undefined ? name : t('import.columnSample', { name, sample: sample.slice(0, 40) })}
          </option>
        ))}
      </select>
    </div>
  );
}

function FirstIdeas({ report, isBoard }: { readonly report: ImportReport; readonly isBoard: boolean }) {
  const { ideas = [], created } = report;
  if (ideas.length === 0) return null;
  const more = created - ideas.length;
  return (
    <ul className={styles.ideas}>
      {ideas.map((idea, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown whole and may hold the same idea twice.
        <li key={index} className={styles.idea} dir="auto">
          <span>{idea}</span>
        </li>
      ))}
      {more > 0 && !isBoard && <li className={styles.soft}>{t('import.andMore', { count: more })}</li>}
    </ul>
  );
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
