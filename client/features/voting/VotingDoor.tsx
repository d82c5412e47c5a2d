// What of voting is there before its code has come: the button in the corner, once there is something behind it, and the place
// for the rest.

import { Vote } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { isAnnounced, isOpen } from '../../../shared/features/voting/ballot.ts';
import type { Signal } from '../../../shared/lib/signal.ts';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './VotingDoor.module.css';
import type { VotingHere } from './votingHere.ts';
import { panelId, votingOf } from './votingShell.ts';

const VotingOverlay = lazy(() => import('./VotingOverlay.tsx'));

export function VotingDoor(view: FeatureView) {
  const here = useSignal(votingOf(view.board).here);
  if (here === null) return null;
  return (
    <Suspense fallback={null}>
      <VotingOverlay view={view} here={here} />
    </Suspense>
  );
}

export function VotingButton({ board }: FeatureView) {
  const here = useSignal(votingOf(board).here);
  return here === null ? null : <Button here={here} panel={board.panel} />;
}

interface ButtonProps {
  readonly here: VotingHere;
  readonly panel: Signal<string | null>;
}

function Button({ here, panel }: ButtonProps) {
  const all = useSignal(here.votes.now);
  const isShown = useSignal(panel) === panelId;
  if (all.length === 0) return null;
  const open = all.some(({ ballot }) => isOpen(ballot) && !isAnnounced(ballot));
  return (
    <IconButton
      className={styles.corner}
      label={t(open ? 'voting.button.open' : 'voting.button')}
      icon={<Vote />}
      keys="b"
      pressed={isShown}
      onClick={() => panel.set(isShown ? null : panelId)}
    />
  );
}
