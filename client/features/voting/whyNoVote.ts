// Why the server did not do something with a ballot: what only ballots are refused for is said here, and not in the first load.

import { t } from '../../text/resultWords.ts';
import { type Refused, whyNot } from '../../text/whyNot.ts';

export function whyNoVote(answer: Refused): string {
  switch (answer.code) {
    case 'ballot-open':
      return t('voting.why.open');
    case 'too-soon':
      return t('ballot.remind.tooSoon');
    case 'no-votes-now':
      return t('ballot.remind.noVotes');
    case 'not-counted':
      return t('ballot.after.notCounted');
    case 'no-quorum':
      return t('ballot.after.noQuorum');
    default:
      return whyNot(answer);
  }
}
