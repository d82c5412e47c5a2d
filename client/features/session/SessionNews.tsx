// Says aloud, for those who hear the page, what the bar shows: a step begins or is over, the time is held, one minute, ten
// seconds, none left. And the soft tone at the end, where this device wants it.

import { useEffect, useRef, useState } from 'react';
import { isPaused } from '../../../shared/features/session/phase.ts';
import { isRevealed, type SessionState } from '../../../shared/features/session/state.ts';
import { type MessageId, t } from '../../text/catalogue.ts';
import type { FeatureView } from '../feature.ts';
import { chime, soundChoice } from './sound.ts';
import { momentPassed, nextTickMs, type TimerState, timerOf } from './timer.ts';
import type { Board } from './useSession.ts';
import { promptOf, titleOf } from './words.ts';

export function SessionNews({ board }: FeatureView) {
  const [words, setWords] = useState('');
  const say = useRef((next: string) => {
    // The same words again are news again: a live region only tells what differs.
    setWords((now) => (now === next ? `${now}\u00a0` : next));
  });
  useEffect(() => listen(board, say.current), [board]);
  return (
    <p className="visually-hidden" role="status" aria-atomic="true">
      {words}
    </p>
  );
}

type Moment = Pick<SessionState, 'phase' | 'endedAt'>;

/** What changed between two looks, in words; null for nothing worth saying. */
function newsOf(was: Moment, is: Moment): string | null {
  const [before, after] = [was.phase, is.phase];
  if (after === null) {
    if (is.endedAt !== null) return was.endedAt === null ? t('session.ended') : null;
    if (was.endedAt !== null) return t('session.saysReopened');
    return before === null ? null : t('session.saysOver');
  }
  if (before?.id !== after.id) {
    const [step, prompt] = [titleOf(after), promptOf(after)];
    const left = after.endsAt === null ? null : after.endsAt - after.startedAt;
    if (left === null || left < 60_000) return t('session.saysBegun', { step, prompt });
    return t('session.saysTime', { step, prompt, minutes: Math.round(left / 60_000) });
  }
  if (after.round !== null && before.round?.number !== after.round.number)
    return t('session.saysRound', { number: after.round.number, of: after.round.of });
  if (isPaused(before) === isPaused(after)) return null;
  return t(isPaused(after) ? 'session.saysPaused' : 'session.saysResumed');
}

function momentWords(seconds: number): MessageId {
  if (seconds === 0) return 'session.saysUp';
  return seconds === 60 ? 'session.saysMinute' : 'session.saysSeconds';
}

function listen(board: Board, say: (words: string) => void): () => void {
  let { phase, endedAt } = board.session.state();
  let isKnown = board.session.title() !== null;
  let timer: TimerState | null = null;
  let handle = 0;
  const look = () => {
    window.clearTimeout(handle);
    if (phase === null || isRevealed(board.session.state())) {
      timer = null;
      return;
    }
    const now = board.serverNow();
    const next = timerOf(phase, now);
    const moment = timer === null ? null : momentPassed(timer, next);
    timer = next;
    if (moment !== null) say(t(momentWords(moment)));
    if (moment === 0 && soundChoice.get()) chime();
    const wait = nextTickMs(phase, now);
    if (wait !== null) handle = window.setTimeout(look, wait + 10);
  };
  const hear = () => {
    const before = { phase, endedAt };
    ({ phase, endedAt } = board.session.state());
    // What was there when the board opened is no news.
    const wasKnown = isKnown;
    isKnown = board.session.title() !== null;
    const isSame = before.phase === phase && before.endedAt === endedAt;
    if (isSame) return;
    const isAnew = before.phase?.id !== phase?.id || before.phase?.round?.number !== phase?.round?.number;
    if (isAnew) timer = null;
    const news = wasKnown ? newsOf(before, { phase, endedAt }) : null;
    if (news !== null) say(news);
    look();
  };
  look();
  const stop = board.session.subscribe(hear);
  return () => {
    stop();
    window.clearTimeout(handle);
  };
}
