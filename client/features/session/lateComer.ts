// Whoever comes in while a session is under way is told what is going on. Once for each visit: a page that reconnects is no
// newcomer.

import { isPaused, type Phase } from '../../../shared/features/session/phase.ts';
import type { SessionState } from '../../../shared/features/session/state.ts';
import { t } from '../../text/catalogue.ts';
import { sheetBelowPx } from '../../ui/panelSize.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { panelId } from './here.ts';
import { clockText, timerOf } from './timer.ts';
import { promptOf, titleOf } from './words.ts';

const greeted = new Set<string>();

export function welcomeLateComer(view: FeatureView): () => void {
  const { board } = view;
  if (greeted.has(board.id)) return () => {};
  let stops: readonly (() => void)[] = [];
  const stop = () => {
    for (const each of stops) each();
    stops = [];
  };
  const look = () => {
    // What this device remembers of the session may be long over.
    if (!board.synced.get() || !board.online.get() || board.session.title() === null) return;
    stop();
    greeted.add(board.id);
    arrive(view, board.session.state());
  };
  stops = [board.synced.subscribe(look), board.online.subscribe(look), board.session.subscribe(look)];
  look();
  return stop;
}

function arrive({ board }: FeatureView, { phase }: SessionState): void {
  const now = board.serverNow();
  if (phase === null) return;
  // On a phone the bar says the same, and what news would lie on is the pad.
  const isPhone = window.matchMedia(`(max-width: ${sheetBelowPx}px)`).matches;
  if (isPhone && phase.kind === 'silent') return;
  toast({
    text: lateWords(phase, now),
    forMs: 15_000,
    action: { label: t('session.lateMore'), run: () => board.panel.set(panelId) },
  });
}

function lateWords(phase: Phase, now: number): string {
  const values = { step: titleOf(phase), prompt: promptOf(phase) };
  if (isPaused(phase)) return t('session.latePaused', values);
  const { look, seconds } = timerOf(phase, now);
  const hasTime = look === 'running' || look === 'last';
  return hasTime
    ? t('session.lateTime', { ...values, time: clockText(seconds) })
    : t('session.lateNow', values);
}
