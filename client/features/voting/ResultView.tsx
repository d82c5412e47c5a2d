// A result as a ranked list: who stands where, what is tied and by which rule, how many voted, what I gave myself.

import { Crown } from 'lucide-react';
import { useState } from 'react';
import {
  isGuessable,
  type Result,
  type Standing,
  standings,
  winners,
} from '../../../shared/features/voting/result.ts';
import type { BallotNow } from '../../sync/votes.ts';
import { t } from '../../text/resultWords.ts';
import { cx } from '../../ui/cx.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { Receipt } from '../../votes/receipts.ts';
import { givenText, optionText, turnoutText, wholeTotalText } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import { Tick } from './fields.tsx';
import { goTo } from './goTo.ts';
import { MatrixChart } from './MatrixChart.tsx';
import { MovementView, movementSince } from './MovementView.tsx';
import { ResultActions } from './ResultActions.tsx';
import { Rounds } from './Rounds.tsx';
import styles from './VotePanel.module.css';
import type { VotingHere } from './votingHere.ts';

const shownAtFirst = 25;

interface ResultViewProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
  readonly shown: BallotNow;
  readonly result: Result;
}

export function ResultView({ view, here, shown, result }: ResultViewProps) {
  const { ballot } = shown;
  const showsTotals = useSignal(here.showsTotals);
  const isFinal = result.closedAt !== null;
  const named = standings(result, ballot.options).filter(({ voters }) => voters > 0);
  const receipt = here.receipts.of(ballot.id);
  const before = here.votes.now.get().find((each) => each.ballot.id === ballot.after?.ballot);
  const moved = movementSince(before, shown);
  return (
    <section className={styles.result} aria-label={t(isFinal ? 'voting.result' : 'voting.result.soFar')}>
      {result.practice && <p className={styles.note}>{t('voting.result.practice')}</p>}
      <p className={styles.turnout}>
        {`${turnoutText(result)} · ${t('result.options', { count: ballot.options.length })}`}
      </p>
      {isGuessable(result) && <p className={styles.note}>{t('voting.result.few')}</p>}
      {result.method === 'matrix' && <MatrixChart board={view.board} result={result} standings={named} />}
      {named.length === 0 && <p className={styles.empty}>{t('voting.result.none')}</p>}
      <Standings view={view} shown={shown} result={result} receipt={receipt} />
      {result.rounds.length > 1 && <Rounds board={view.board} result={result} />}
      {moved !== null && <MovementView view={view} moved={moved} />}
      {isFinal && !result.practice && <ResultActions view={view} ballot={ballot} result={result} />}
      <p className={styles.rule}>
        {t(result.method === 'ranked' ? 'voting.rule.ranked' : 'voting.rule')}
        {named.some(({ isTied }) => isTied) && ` ${t('voting.rule.ties')}`}
        {result.seen.size > 0 && ` ${coverageWords(result)}`}
      </p>
      {receipt !== null && <p className={styles.rule}>{t('voting.receipt')}</p>}
      {isFinal && (
        <Tick label={t('voting.onWall')} checked={showsTotals} onChange={(on) => here.showsTotals.set(on)} />
      )}
    </section>
  );
}

interface StandingsProps {
  readonly view: FeatureView;
  readonly shown: BallotNow;
  readonly result: Result;
  readonly receipt: Receipt | null;
}

function Standings({ view, shown: { ballot }, result, receipt }: StandingsProps) {
  const [isWhole, setWhole] = useState(false);
  const all = standings(result, ballot.options);
  const named = all.filter(({ voters }) => voters > 0);
  const first = new Set(result.practice || result.closedAt === null ? [] : winners(result, ballot.options));
  const most = Math.max(1e-9, ...named.map(({ total }) => total));
  const shown = isWhole ? all : named.slice(0, shownAtFirst);
  return (
    <>
      <ol className={styles.standings}>
        {shown.map((standing) => (
          <Row
            key={standing.option}
            view={view}
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
    </>
  );
}

interface RowProps {
  readonly view: FeatureView;
  readonly result: Result;
  readonly standing: Standing;
  /** 0 to 1: how long its bar is. */
  readonly share: number;
  readonly isFirst: boolean;
  /** What I gave it; null for nothing. */
  readonly mine: string | null;
}

function Row({ view, result, standing, share, isFirst, mine }: RowProps) {
  const { option, rank, isTied, voters } = standing;
  const seen = result.seen.get(option);
  return (
    <li className={cx(styles.standing, isFirst && styles.first)}>
      <span className={styles.place}>
        {isFirst && <Crown size={16} aria-label={t('voting.winner')} />}
        {isTied ? `=${rank}` : `${rank}.`}
      </span>
      <span className={styles.what}>
        <button type="button" className={styles.name} dir="auto" onClick={() => goTo(view, option)}>
          {optionText(view.board, option)}
        </button>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        </span>
        <span className={styles.detail}>
          {t('voting.byVoters', { count: voters })}
          {seen !== undefined && ` · ${t('result.seen', { count: seen })}`}
          {isTied && ` · ${t('voting.tied')}`}
          {mine !== null && ` · ${mine}`}
        </span>
      </span>
      <span className={styles.total}>{wholeTotalText(result, standing)}</span>
    </li>
  );
}

/** How evenly the voting page showed the options. */
function coverageWords({ seen }: Result): string {
  const counts = [...seen.values()];
  return t('result.coverage', { least: Math.min(...counts), most: Math.max(...counts) });
}
