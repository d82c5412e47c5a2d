// What everybody is told when a ballot has been counted, in a few words.

import type { Ballot } from '../../../shared/features/voting/ballot.ts';
import { quorumReached, type Result, winners } from '../../../shared/features/voting/result.ts';
import { t } from '../../text/resultWords.ts';
import { ballotName, optionText, type WithItems } from '../../votes/words.ts';

export function newsText(board: WithItems, ballot: Ballot, result: Result): string {
  const title = ballotName(ballot);
  const counted = t(ballot.practice ? 'voting.news.practice' : 'voting.news.closed', { title });
  return `${counted} ${outcomeText(board, ballot, result)}`;
}

function outcomeText(board: WithItems, ballot: Ballot, result: Result): string {
  const { voted, quorum } = result;
  if (quorum !== null && quorumReached(result) === false) return t('result.quorum.no', { voted, quorum });
  const [only, ...others] = winners(result, ballot.options);
  if (only === undefined) return t('voting.news.nobody');
  if (others.length > 0) return t('voting.news.tie', { count: others.length + 1 });
  return t('voting.news.first', { option: optionText(board, only) });
}
