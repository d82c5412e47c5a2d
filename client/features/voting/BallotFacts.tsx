// What everybody may know of a ballot beside its votes: how it is voted, when, how many it needs, what it follows on.

import { type Ballot, isAnnounced, isOpen } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/resultWords.ts';
import { ballotName } from '../../votes/words.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Results.module.css';
import type { VotingHere } from './votingHere.ts';
import { whenText, zoneName } from './when.ts';

interface BallotFactsProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
  readonly ballot: Ballot;
}

export function BallotFacts({ view, here, ballot }: BallotFactsProps) {
  const now = view.board.serverNow();
  const { opensAt, closesAt, closedAt, quorum, after } = ballot;
  const before = after && here.votes.now.get().find((each) => each.ballot.id === after.ballot);
  const at = (time: number) => t('ballot.when.at', { time: whenText(time, now), zone: zoneName(time) });
  return (
    <div className={styles.facts}>
      {before && (
        <p>
          <button type="button" className={styles.link} onClick={() => here.chosen.set(before.ballot.id)}>
            {t(`ballot.after.${after.how}`, { title: ballotName(before.ballot) })}
          </button>
        </p>
      )}
      {isAnnounced(ballot) && opensAt !== null && (
        <p className={styles.when} role="status">
          {t('ballot.announced', { time: at(opensAt) })}
        </p>
      )}
      {isOpen(ballot) && closesAt !== null && (
        <p>
          {now < closesAt
            ? t('ballot.closes', { time: at(closesAt) })
            : t('ballot.waits', { time: whenText(closesAt + ballot.graceHours * hourMs, now) })}
        </p>
      )}
      {closedAt !== null && <p>{t('ballot.counted', { time: whenText(closedAt, now) })}</p>}
      {quorum !== null && isOpen(ballot) && <p>{t('result.quorum.open', { quorum })}</p>}
    </div>
  );
}

const hourMs = 60 * 60_000;
