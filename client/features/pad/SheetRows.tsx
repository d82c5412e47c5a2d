// What others wrote on the sheet before me, round by round: to read and to go on from, without a name.

import { t } from '../../text/catalogue.ts';
import type { PadView } from './padView.ts';
import styles from './SheetRows.module.css';

export function SheetRows({ pad: { sheet } }: { readonly pad: PadView }) {
  if (sheet === null) return null;
  if (sheet.rows.every((row) => row.length === 0))
    return <p className={styles.fresh}>{t('pad.sheetEmpty')}</p>;
  return (
    <section className={styles.sheet} aria-label={t('pad.sheetTitle')}>
      {sheet.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is what was written in that round.
        <div key={index} className={styles.row}>
          <h3 className={styles.rowTitle}>{t('pad.sheetRound', { number: index + 1 })}</h3>
          {row.length === 0 && <p className={styles.rowEmpty}>{t('pad.sheetNobody')}</p>}
          <ul className={styles.rowIdeas}>
            {row.map((text, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing of a row changes while it is shown.
              <li key={place} className={styles.rowIdea} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
