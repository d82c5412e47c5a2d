// What keys and the palette can do with a session.

import { nextStep, stepBefore } from '../../../shared/features/session/plan.ts';
import type { Action } from '../../editor/actions.ts';
import type { FeatureView } from '../feature.ts';
import { panelId, readyKey, sessionKey } from './here.ts';
import { chooseSound, soundChoice } from './sound.ts';
import {
  endSession,
  endStep,
  giveMinutes,
  goBack,
  goOn,
  mayReveal,
  pauseOrResume,
  reopenSession,
  reveal,
  setReady,
  startNow,
} from './steer.ts';
import { standingOn } from './useSession.ts';

type Offer = Pick<Action, 'id' | 'label' | 'icon' | 'run'> & {
  readonly keys?: readonly string[];
  readonly enabled: () => boolean;
};

export function sessionActions({ board }: FeatureView): readonly Action[] {
  const state = () => board.session.state();
  const steers = () => board.online.get() && standingOn(board).maySteer;
  const steersPhase = () => steers() && state().phase !== null;
  const hasTimer = () => state().phase?.endsAt != null || state().phase?.leftMs != null;
  const offers: readonly Offer[] = [
    {
      id: 'session.open',
      label: 'session.open',
      keys: [sessionKey],
      icon: 'ListChecks',
      enabled: () => true,
      run: () => board.panel.set(board.panel.get() === panelId ? null : panelId),
    },
    {
      id: 'session.ready',
      label: 'session.ready',
      keys: [readyKey],
      icon: 'Check',
      enabled: () => board.online.get() && state().phase !== null && standingOn(board).takesPart,
      run: () => setReady(board, !state().ready.has(board.me.id)),
    },
    {
      id: 'session.next',
      label: 'session.next',
      keys: ['shift+alt+n'],
      icon: 'ArrowRight',
      enabled: () => steers() && nextStep(state()) !== null,
      run: () => goOn(board),
    },
    {
      id: 'session.back',
      label: 'session.back',
      keys: ['shift+alt+b'],
      icon: 'ArrowLeft',
      enabled: () => steers() && stepBefore(state()) !== null,
      run: () => goBack(board),
    },
    {
      id: 'session.pauseOrResume',
      label: 'session.pauseOrResume',
      keys: ['shift+alt+p'],
      icon: 'Pause',
      enabled: () => steersPhase() && hasTimer(),
      run: () => pauseOrResume(board),
    },
    {
      id: 'session.more',
      label: 'session.more',
      keys: ['shift+alt+m'],
      icon: 'Timer',
      enabled: steersPhase,
      run: () => giveMinutes(board, 1),
    },
    {
      id: 'session.revealAll',
      label: 'session.revealAll',
      icon: 'Eye',
      enabled: () => steers() && mayReveal(state()),
      run: () => void reveal(board),
    },
    {
      id: 'session.endStep',
      label: 'session.endStep',
      icon: 'Square',
      enabled: steersPhase,
      run: () => endStep(board),
    },
    {
      id: 'session.end',
      label: 'session.end',
      icon: 'Flag',
      enabled: () => steers() && state().endedAt === null && hasBegun(state()),
      run: () => endSession(board),
    },
    {
      id: 'session.reopenAction',
      label: 'session.reopenAction',
      icon: 'LockOpen',
      enabled: () => steers() && state().endedAt !== null,
      run: () => reopenSession(board),
    },
    ...(['silent', 'open', 'group', 'discuss'] as const).map((kind) => ({
      id: `session.quick.${kind}`,
      label: `session.quick.${kind}` as const,
      icon: 'Play',
      enabled: steers,
      run: () => startNow(board, kind),
    })),
    {
      id: 'session.set.sound',
      label: 'session.set.sound',
      icon: 'Bell',
      enabled: () => true,
      run: () => chooseSound(!soundChoice.get()),
    },
  ];
  return offers.map((offer) => ({ keys: [], group: 'session', ...offer }));
}

function hasBegun({ phase, past }: { readonly phase: unknown; readonly past: readonly unknown[] }): boolean {
  return phase !== null || past.length > 0;
}
