// How far the others are: who has said to be done, how many ideas there are, in words.

import type { Phase } from '../../../shared/features/session/phase.ts';
import { roundUnderWay } from '../../../shared/features/session/state.ts';
import { t } from '../../text/sessionViewWords.ts';
import { cx } from '../../ui/cx.ts';
import styles from './PhaseBar.module.css';
import { areAllDone } from './standing.ts';
import { type Board, useRoom, useSessionState } from './useSession.ts';

/** Nothing where there is nothing to tell. */
export function Progress({ board, phase }: { readonly board: Board; readonly phase: Phase }) {
  const room = useRoom(board);
  const state = useSessionState(board);
  const { ideas } = state;
  const round = roundUnderWay(state);
  const words: string[] = [];
  if (round !== null) words.push(t('session.round', { number: round.number, of: round.of }));
  if (ideas !== null)
    words.push(t(phase.kind === 'silent' ? 'session.ideas' : 'session.ideasWait', { count: ideas }));
  const areAll = areAllDone(room);
  if (areAll) words.push(t('session.allDone'));
  else if (room.done > 0) words.push(t('session.done', { done: room.done, of: room.of }));
  if (words.length === 0) return null;
  return <span className={cx(styles.progress, areAll && styles.allDone)}>{words.join(' · ')}</span>;
}
