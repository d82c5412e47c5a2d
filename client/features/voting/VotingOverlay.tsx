// Over the wall while people vote: what I have left, how far the others are; and the news that it is over.

import { lazy, Suspense, useEffect, useRef } from 'react';
import { isOpen } from '../../../shared/features/voting/ballot.ts';
import { winners } from '../../../shared/features/voting/result.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { BudgetBar } from './BudgetBar.tsx';
import { StartBar } from './StartBar.tsx';
import type { VotingHere } from './votingHere.ts';
import { panelId, votingOf } from './votingShell.ts';
import { ballotName, optionText } from './words.ts';

const OpenBallot = lazy(() => import('./OpenBallot.tsx'));

interface VotingOverlayProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
}

export default function VotingOverlay({ view, here }: VotingOverlayProps) {
  const { board } = view;
  const mine = useSignal(here.mine);
  const { isOpening } = votingOf(board);
  const asks = useSignal(isOpening);
  useResultNews(view, here);
  return (
    <>
      {mine === null ? <StartBar view={view} here={here} /> : <BudgetBar view={view} mine={mine} />}
      {asks && (
        <Suspense fallback={null}>
          <OpenBallot view={view} here={here} onClose={() => isOpening.set(false)} />
        </Suspense>
      )}
    </>
  );
}

/** A ballot that was open on this screen and is counted now is news, once. */
function useResultNews({ board }: FeatureView, here: VotingHere): void {
  const open = useRef(new Set<string>());
  const all = useSignal(here.votes.now);
  useEffect(() => {
    for (const { ballot, result } of all) {
      if (isOpen(ballot)) open.current.add(ballot.id);
      else if (result !== null && open.current.delete(ballot.id)) {
        // Whoever looks at the list sees it there.
        if (board.panel.get() === panelId && here.shown()?.ballot.id === ballot.id) continue;
        const first = winners(result, ballot.options);
        const [only] = first;
        const what =
          only === undefined
            ? t('voting.news.nobody')
            : first.length > 1
              ? t('voting.news.tie', { count: first.length })
              : t('voting.news.first', { option: optionText(board, only) });
        toast({
          text: `${t(ballot.practice ? 'voting.news.practice' : 'voting.news.closed', { title: ballotName(ballot) })} ${what}`,
          action: {
            label: t('voting.news.show'),
            run: () => {
              here.chosen.set(ballot.id);
              board.panel.set(panelId);
            },
          },
        });
      }
    }
  }, [all, board, here]);
}
