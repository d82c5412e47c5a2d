// What keys and the palette can do with a session.

import { nextStep, stepBefore } from '../../../shared/features/session/plan.ts';
import { isRevealed, type SessionState } from '../../../shared/features/session/state.ts';
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
  hasTimer,
  mayPassOn,
  mayReveal,
  passOn,
  pauseOrResume,
  reopenSession,
  reveal,
  setReady,
  startNow,
} from './steer.ts';
import { type Board, standingOn } from './useSession.ts';

type Offer = Pick<Action, 'id' | 'label' | 'icon' | 'run'> & {
  readonly keys?: readonly string[];
  readonly enabled: () => boolean;
};

export function sessionActions({ board }: FeatureView): readonly Action[] {
  const offers = [...ofEverybody(board), ...steering(board), ...ending(board), ...withoutPlan(board)];
  return offers.map((offer) => ({ keys: [], group: 'session', ...offer }));
}

function steers(board: Board): boolean {
  return board.online.get() && standingOn(board).maySteer;
}

function steersPhase(board: Board): boolean {
  return steers(board) && board.session.state().phase !== null;
}

function ofEverybody(board: Board): readonly Offer[] {
  const state = () => board.session.state();
  return [
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
      id: 'session.set.sound',
      label: 'session.set.sound',
      icon: 'Bell',
      enabled: () => true,
      run: () => chooseSound(!soundChoice.get()),
    },
  ];
}

function steering(board: Board): readonly Offer[] {
  const state = () => board.session.state();
  return [
    {
      id: 'session.next',
      label: 'session.next',
      keys: ['shift+alt+n'],
      icon: 'ArrowRight',
      enabled: () => steers(board) && nextStep(state()) !== null,
      run: () => goOn(board),
    },
    {
      id: 'session.back',
      label: 'session.back',
      keys: ['shift+alt+b'],
      icon: 'ArrowLeft',
      enabled: () => steers(board) && stepBefore(state()) !== null,
      run: () => goBack(board),
    },
    {
      id: 'session.pauseOrResume',
      label: 'session.pauseOrResume',
      keys: ['shift+alt+p'],
      icon: 'Pause',
      enabled: () => steersPhase(board) && hasTimer(state()),
      run: () => pauseOrResume(board),
    },
    {
      id: 'session.more',
      label: 'session.more',
      keys: ['shift+alt+m'],
      icon: 'Timer',
      enabled: () => steersPhase(board) && !isRevealed(state()),
      run: () => giveMinutes(board, 1),
    },
    {
      id: 'session.passOn',
      label: 'session.passOn',
      icon: 'Repeat',
      enabled: () => steers(board) && mayPassOn(state()),
      run: () => passOn(board),
    },
    {
      id: 'session.revealAll',
      label: 'session.revealAll',
      icon: 'Eye',
      enabled: () => steers(board) && mayReveal(state()),
      run: () => void reveal(board),
    },
  ];
}

function ending(board: Board): readonly Offer[] {
  const state = () => board.session.state();
  return [
    {
      id: 'session.endStep',
      label: 'session.endStep',
      icon: 'Square',
      enabled: () => steersPhase(board),
      run: () => endStep(board),
    },
    {
      id: 'session.end',
      label: 'session.end',
      icon: 'Flag',
      enabled: () => steers(board) && state().endedAt === null && hasBegun(state()),
      run: () => endSession(board),
    },
    {
      id: 'session.reopenAction',
      label: 'session.reopenAction',
      icon: 'LockOpen',
      enabled: () => steers(board) && state().endedAt !== null,
      run: () => reopenSession(board),
    },
  ];
}

function withoutPlan(board: Board): readonly Offer[] {
  return (['silent', 'open', 'group', 'discuss'] as const).map((kind) => ({
    id: `session.quick.${kind}`,
    label: `session.quick.${kind}`,
    icon: 'Play',
    enabled: () => steers(board),
    run: () => startNow(board, kind),
  }));
}

function hasBegun({ phase, past }: Pick<SessionState, 'phase' | 'past'>): boolean {
  return phase !== null || past.length > 0;
}
