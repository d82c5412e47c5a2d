// Where this session comes from and where it goes on, with what is still open in between.

import { ArrowLeft, ArrowRight, Forward } from 'lucide-react';
import { t } from '../../text/actionItemWords.ts';
import { Button } from '../../ui/Button.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './ActionItems.module.css';
import { actionItemsHere, mayPlan } from './here.ts';
import { carryOver, goToNext, goToPrevious } from './series.ts';

interface SeriesRowProps extends Pick<FeatureView, 'board'> {
  /** How many were carried over. */
  readonly gone: number;
}

export function SeriesRow({ board, gone }: SeriesRowProps) {
  const { previous, next } = useSignal(actionItemsHere(board).series);
  if (previous === null && next === null) return null;
  return (
    <div className={styles.series}>
      {previous !== null && (
        <Button
          variant="quiet"
          icon={<ArrowLeft size={16} className={styles.arrow} />}
          onClick={() => goToPrevious(board)}
        >
          <span dir="auto">{t('series.previous', { title: previous.title })}</span>
        </Button>
      )}
      {previous !== null && mayPlan(board) && (
        <Button
          variant="quiet"
          icon={<Forward size={16} className={styles.arrow} />}
          onClick={() => void carryOver(board)}
        >
          {t('series.carry')}
        </Button>
      )}
      {next !== null && (
        <Button
          variant="quiet"
          icon={<ArrowRight size={16} className={styles.arrow} />}
          onClick={() => void goToNext(board)}
        >
          <span dir="auto">{t('series.next', { title: next.title })}</span>
        </Button>
      )}
      {gone > 0 && <p className={styles.soft}>{t('actionItem.gone', { count: gone })}</p>}
    </div>
  );
}
