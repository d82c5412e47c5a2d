// Over the wall while people vote: what I have left, how far the others are; and the news that it is over.

import { lazy, Suspense, useEffect, useRef } from 'react';
import { type Ballot, isAnnounced, isOpen } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/catalogue.ts';
import { phoneBelowPx } from '../../ui/panelSize.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { AnnouncedBar, BudgetBar, CountBar } from './BudgetBar.tsx';
import { newsText } from './news.ts';
import { StartBar } from './StartBar.tsx';
import type { VotingHere } from './votingHere.ts';
import { maySteer, panelId, votingOf } from './votingShell.ts';

/** As long as it takes to read who stands first. */
const readMs = 6_000;

const OpenBallot = lazy(() => import('./OpenBallot.tsx'));

interface VotingOverlayProps {
  readonly view: FeatureView;
  readonly here: VotingHere;
}

export default function VotingOverlay({ view, here }: VotingOverlayProps) {
  const { board } = view;
  const mine = useSignal(here.mine);
  const { opening } = votingOf(board);
  const asked = useSignal(opening);
  const all = useSignal(here.votes.now);
  useSignal(board.role);
  useResultNews(view, here);
  const soon = useSignal(here.soon);
  const led = maySteer(board) ? all.findLast(({ ballot }) => isInRoom(ballot)) : undefined;
  return (
    <>
      {mine !== null ? (
        <BudgetBar view={view} mine={mine} />
      ) : led !== undefined ? (
        <CountBar board={board} now={led} />
      ) : soon !== null ? (
        <AnnouncedBar board={board} ballot={soon} />
      ) : (
        <StartBar view={view} here={here} />
      )}
      {asked !== null && (
        <Suspense fallback={null}>
          <OpenBallot view={view} here={here} follows={asked.follows} onClose={() => opening.set(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Open, and for those who are here. */
function isInRoom(ballot: Ballot): boolean {
  return isOpen(ballot) && !isAnnounced(ballot) && ballot.who === 'present';
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
        const takeAway = toast({
          text: newsText(board, ballot, result),
          action: {
            label: t('voting.news.show'),
            run: () => {
              here.chosen.set(ballot.id);
              board.panel.set(panelId);
            },
          },
        });
        untilNextPhase(board, takeAway);
      }
    }
  }, [all, board, here]);
}

/**
 * What was counted in a step is no news in the next one, which has something else to do; but it can be read first. Not where
 * it would lie on what is written privately: on a phone the pad has the screen, and results stay on the wall.
 */
function untilNextPhase({ session, editor }: FeatureView['board'], takeAway: () => void): void {
  const { phase } = session.state();
  const { clock, scheduler } = editor.env;
  const since = clock.now();
  const stop = session.subscribe(() => {
    if (session.state().phase?.id === phase?.id) return;
    stop();
    const isPadNext = session.state().phase?.kind === 'silent' && isPhone();
    scheduler.after(isPadNext ? 0 : Math.max(0, readMs - (clock.now() - since)), takeAway);
  });
}

function isPhone(): boolean {
  return window.matchMedia(`(max-width: ${phoneBelowPx}px)`).matches;
}
