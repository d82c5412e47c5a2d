// A result on the voting page, or what stands so far: the same as on the board, without the way to the wall. Arrives when there
// is one.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import type { Result } from '../../shared/features/voting/result.ts';
import { t } from '../text/resultWords.ts';
import { ResultFoot, ResultHead } from '../votes/ResultWords.tsx';
import { Rounds } from '../votes/Rounds.tsx';
import { Standings } from '../votes/Standings.tsx';
import styles from './Outcome.module.css';
import type { OpenVoting } from './openVoting.ts';

interface OutcomeProps {
  readonly open: OpenVoting;
  readonly ballot: Ballot;
  readonly result: Result;
}

export default function Outcome({ open, ballot, result }: OutcomeProps) {
  const counted = { board: open, ballot, result, receipt: open.receipts.of(ballot.id) };
  return (
    <section
      className={styles.outcome}
      aria-label={t(result.closedAt === null ? 'voting.result.soFar' : 'voting.result')}
    >
      <ResultHead {...counted} />
      <Standings {...counted} />
      <Rounds board={open} result={result} />
      <ResultFoot {...counted} />
    </section>
  );
}
