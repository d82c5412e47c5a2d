// Impact and effort as a picture: each option where the voters see it on average. The list below says the same in words.

import type { Result, Standing } from '../../shared/features/voting/result.ts';
import { t } from '../text/catalogue.ts';
import styles from './MatrixChart.module.css';
import { optionText, type WithItems } from './words.ts';

interface MatrixChartProps {
  readonly board: WithItems;
  readonly result: Result;
  readonly standings: readonly Standing[];
}

export function MatrixChart({ board, result, standings }: MatrixChartProps) {
  return (
    <svg className={styles.matrix} viewBox="-14 -4 118 118" role="img" aria-label={t('voting.matrix')}>
      <rect x="0" y="0" width="100" height="100" rx="3" className={styles.matrixField} />
      <path d="M50 0V100M0 50H100" className={styles.matrixLine} />
      <text x="50" y="110" textAnchor="middle" className={styles.matrixWord}>
        {t('voting.effort')}
      </text>
      <text x="-50" y="-5" textAnchor="middle" transform="rotate(-90)" className={styles.matrixWord}>
        {t('voting.impact')}
      </text>
      {standings.map(({ option, rank }) => {
        const place = result.places.get(option);
        if (place === undefined) return null;
        const [x, y] = place.at;
        const [sx, sy] = place.spread;
        return (
          <g key={option} transform={`translate(${x * 100} ${100 - y * 100})`}>
            <title>{optionText(board, option)}</title>
            <ellipse rx={sx * 100} ry={sy * 100} className={styles.matrixSpread} />
            <circle r="4.5" className={styles.matrixDot} />
            <text y="1.9" textAnchor="middle" className={styles.matrixRank}>
              {rank}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
