// The button among the people that opens the session's panel: for whoever steers always, for others once there is a plan.

import { ListChecks } from 'lucide-react';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { sheetBelowPx } from '../../ui/panelSize.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { panelId, sessionKey } from './here.ts';
import { useSessionState, useStanding } from './useSession.ts';

export function SessionButton({ board }: FeatureView) {
  const { agenda, phase } = useSessionState(board);
  const { maySteer } = useStanding(board);
  const isOpen = useSignal(board.panel) === panelId;
  // A phone's row belongs to the board's name as well: there the bar opens it while something is under way.
  const isPhone = useMedia(`(max-width: ${sheetBelowPx}px)`);
  const isElsewhere = isPhone && (phase !== null || !maySteer);
  if (isElsewhere || (!maySteer && !isOpen && agenda.length === 0 && phase === null)) return null;
  return (
    <IconButton
      label={t('session.open')}
      icon={<ListChecks />}
      keys={sessionKey}
      pressed={isOpen}
      onClick={() => board.panel.set(isOpen ? null : panelId)}
    />
  );
}
