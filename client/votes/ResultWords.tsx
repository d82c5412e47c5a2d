// What stands over and under the ranked list of a result, on the board and on the voting page: how many voted, whether it
// counts, the picture of impact and effort; then the rule for ties, how evenly the options were seen, and my receipt.

import {
  isGuessable,
  quorumReached,
  type Result,
  type Standing,
  standings,
} from '../../shared/features/voting/result.ts';
import { t } from '../text/resultWords.ts';
import { MatrixChart } from './MatrixChart.tsx';
import styles from './Result.module.css';
import type { CountedProps } from './Standings.tsx';
import { turnoutText } from './words.ts';

export function ResultHead({ board, ballot, result, receipt }: CountedProps) {
  const named = namedIn({ ballot, result });
  return (
    <>
      {receipt?.isLate === true && <p className={styles.note}>{t('result.late')}</p>}
      {result.practice && <p className={styles.note}>{t('voting.result.practice')}</p>}
      <p className={styles.turnout}>
        {`${turnoutText(result)} · ${t('result.options', { count: ballot.options.length })}`}
      </p>
      <Quorum result={result} />
      {result.isWithheld && <p className={styles.note}>{t('result.withheld')}</p>}
      {isGuessable(result) && !result.isWithheld && <p className={styles.note}>{t('voting.result.few')}</p>}
      {result.method === 'matrix' && named.length > 0 && (
        <MatrixChart board={board} result={result} standings={named} />
      )}
      {named.length === 0 && !result.isWithheld && <p className={styles.none}>{t('voting.result.none')}</p>}
    </>
  );
}

export function ResultFoot({ ballot, result, receipt }: Omit<CountedProps, 'board'>) {
  const isTied = namedIn({ ballot, result }).some((standing) => standing.isTied);
  return (
    <>
      <p className={styles.rule}>
        {t(ruleOf(result))}
        {isTied && ` ${t('voting.rule.ties')}`}
        {result.seen.size > 0 && ` ${coverageText(result)}`}
      </p>
      {receipt !== null && <p className={styles.rule}>{t('voting.receipt')}</p>}
    </>
  );
}

/** While people still vote nothing is missed. */
function Quorum({ result }: { readonly result: Result }) {
  const { quorum, voted, closedAt } = result;
  if (quorum === null || closedAt === null) return null;
  if (quorumReached(result) === true)
    return <p className={styles.good}>{t('result.quorum.yes', { quorum })}</p>;
  return <p className={styles.note}>{t('result.quorum.no', { voted, quorum })}</p>;
}

function namedIn({ ballot, result }: Pick<CountedProps, 'ballot' | 'result'>): Standing[] {
  return standings(result, ballot.options).filter(({ voters }) => voters > 0);
}

/** As it is published for each method. */
function ruleOf({ method }: Result) {
  if (method === 'ranked') return 'voting.rule.ranked';
  if (method === 'matrix' || method === 'score') return `result.rule.${method}` as const;
  return 'voting.rule';
}

/** How evenly the voting page showed the options. */
function coverageText({ seen }: Result): string {
  const counts = [...seen.values()];
  return t('result.coverage', { least: Math.min(...counts), most: Math.max(...counts) });
}
