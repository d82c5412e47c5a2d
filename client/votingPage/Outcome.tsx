// A counted ballot: who stands where, what is tied and by which rule, how many voted, how evenly ideas were seen, what I gave.

import { Crown } from 'lucide-react';
import { useState } from 'react';
import type { Ballot } from '../../shared/features/voting/ballot.ts';
import {
  isGuessable,
  type Result,
  type Standing,
  standings,
  winners,
} from '../../shared/features/voting/result.ts';
import { t } from '../text/votingPageWords.ts';
import { cx } from '../ui/cx.ts';
import { useSignal } from '../ui/useSignal.ts';
import { givenText, optionText, turnoutText, wholeTotalText } from '../votes/words.ts';
import styles from './Outcome.module.css';
import type { OpenVoting } from './openVoting.ts';

const shownAtFirst = 40;

interface OutcomeProps {
  readonly open: OpenVoting;
  readonly ballot: Ballot;
  readonly result: Result;
}

export function Outcome({ open, ballot, result }: OutcomeProps) {
  const [isWhole, setWhole] = useState(false);
  const isLate = useSignal(open.late).has(ballot.id);
  const all = standings(result, ballot.options);
  const named = all.filter(({ voters }) => voters > 0);
  const first = new Set(result.practice || result.closedAt === null ? [] : winners(result, ballot.options));
  const most = Math.max(1e-9, ...named.map(({ total }) => total));
  const shown = isWhole ? all : named.slice(0, shownAtFirst);
  const receipt = open.receipts.of(ballot.id);
  return (
    <section
      className={styles.outcome}
      aria-label={t(result.closedAt === null ? 'voting.result.soFar' : 'voting.result')}
    >
      {isLate && <p className={styles.note}>{t('votingPage.late')}</p>}
      {result.practice && <p className={styles.note}>{t('voting.result.practice')}</p>}
      <p className={styles.turnout}>{turnoutText(result)}</p>
      {result.quorum !== null && result.voted < result.quorum && (
        <p className={styles.note}>{t('votingPage.quorum.missed', { quorum: result.quorum })}</p>
      )}
      {isGuessable(result) && <p className={styles.note}>{t('voting.result.few')}</p>}
      {named.length === 0 && <p className={styles.rule}>{t('voting.result.none')}</p>}
      <ol className={styles.standings}>
        {shown.map((standing) => (
          <Place
            key={standing.option}
            open={open}
            result={result}
            standing={standing}
            share={Math.max(0, standing.total / most)}
            isFirst={first.has(standing.option)}
            mine={givenText(receipt, standing)}
          />
        ))}
      </ol>
      {all.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('voting.showMore', { count: all.length - shown.length })}
        </button>
      )}
      <p className={styles.rule}>
        {t(result.method === 'ranked' ? 'voting.rule.ranked' : 'voting.rule')}
        {named.some(({ isTied }) => isTied) && ` ${t('voting.rule.ties')}`}
      </p>
      {result.seen.size > 0 && (
        <p className={styles.rule}>{t('votingPage.coverage', { least: leastSeen(ballot, result) })}</p>
      )}
      {receipt !== null && <p className={styles.rule}>{t('votingPage.received')}</p>}
    </section>
  );
}

function leastSeen({ options }: Ballot, { seen }: Result): number {
  return Math.min(...options.map((option) => seen.get(option) ?? 0));
}

interface PlaceProps {
  readonly open: OpenVoting;
  readonly result: Result;
  readonly standing: Standing;
  /** 0 to 1: how long its bar is. */
  readonly share: number;
  readonly isFirst: boolean;
  /** What I gave it; null for nothing. */
  readonly mine: string | null;
}

function Place({ open, result, standing, share, isFirst, mine }: PlaceProps) {
  const { option, rank, isTied, voters } = standing;
  const seen = result.seen.get(option);
  return (
    <li className={cx(styles.standing, isFirst && styles.first)}>
      <span className={styles.rank}>
        {isFirst && <Crown size={16} aria-label={t('voting.winner')} />}
        {isTied ? `=${rank}` : `${rank}.`}
      </span>
      <span className={styles.what}>
        <span className={styles.name} dir="auto">
          {optionText(open, option)}
        </span>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        </span>
        <span className={styles.detail}>
          {[
            t('voting.byVoters', { count: voters }),
            isTied ? t('voting.tied') : null,
            seen === undefined ? null : t('votingPage.seenBy', { count: seen }),
            mine,
          ]
            .filter((words) => words !== null)
            .join(' · ')}
        </span>
      </span>
      <span className={styles.total}>{wholeTotalText(result, standing)}</span>
    </li>
  );
}
