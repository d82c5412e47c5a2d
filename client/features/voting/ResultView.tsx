// A result in the panel: the ranked list whose names lead to the wall, what a discussion moved, and what follows from it.

import type { Result } from '../../../shared/features/voting/result.ts';
import type { BallotNow } from '../../sync/votes.ts';
import { t } from '../../text/resultWords.ts';
import { useSignal } from '../../ui/useSignal.ts';
import { ResultFoot, ResultHead } from '../../votes/ResultWords.tsx';
import { Rounds } from '../../votes/Rounds.tsx';
import { Standings } from '../../votes/Standings.tsx';
import type { FeatureView } from '../feature.ts';
import { Tick } from './fields.tsx';
import { goTo } from './goTo.ts';
import { MovementView, movementSince } from './MovementView.tsx';
import { ResultActions } from './ResultActions.tsx';
import styles from './VotePanel.module.css';
import type { VotingHere } from './votingHere.ts';

interface ResultViewProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
  readonly shown: BallotNow;
  readonly result: Result;
}

export function ResultView({ view, here, shown, result }: ResultViewProps) {
  const { ballot } = shown;
  const { board } = view;
  const showsTotals = useSignal(here.showsTotals);
  const isFinal = result.closedAt !== null;
  const receipt = here.receipts.of(ballot.id);
  const before = here.votes.now.get().find((each) => each.ballot.id === ballot.after?.ballot);
  const moved = movementSince(before, shown);
  const counted = { board, ballot, result, receipt };
  return (
    <section className={styles.result} aria-label={t(isFinal ? 'voting.result' : 'voting.result.soFar')}>
      {!isFinal && <h4>{t('voting.result.soFar')}</h4>}
      <ResultHead {...counted} />
      <Standings {...counted} onGo={(option) => goTo(view, option)} />
      <Rounds board={board} result={result} />
      {moved !== null && <MovementView view={view} moved={moved} />}
      {isFinal && !result.practice && <ResultActions view={view} ballot={ballot} result={result} />}
      <ResultFoot {...counted} />
      <Tick label={t('voting.onWall')} checked={showsTotals} onChange={(on) => here.showsTotals.set(on)} />
    </section>
  );
}
