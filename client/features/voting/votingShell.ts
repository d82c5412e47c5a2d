// What the rest of the board needs of voting before its code has come: a place for it, and what it will show. Small, because it
// is there from the first moment.

import { can } from '../../../shared/board/roles.ts';
import { Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import type { BadgesOf } from '../../editor/badges.ts';
import type { Follows } from './ballotForm.ts';
import type { VotingHere } from './votingHere.ts';

export const panelId = 'voting';
export const giveKey = 'x';

export interface VotingShell {
  /** null until its code has come. */
  readonly here: Signal<VotingHere | null>;
  readonly badges: Signal<BadgesOf>;
  /** The dialog that opens a ballot is asked for, about something new or after another ballot; null while it is not. */
  readonly opening: Signal<{ readonly follows: Follows | null } | null>;
}

const shells = new WeakMap<OpenBoard, VotingShell>();

export function votingOf(board: OpenBoard): VotingShell {
  const shell = shells.get(board) ?? {
    here: new Signal<VotingHere | null>(null),
    badges: new Signal<BadgesOf>(new Map()),
    opening: new Signal<{ readonly follows: Follows | null } | null>(null),
  };
  shells.set(board, shell);
  return shell;
}

/** Facilitators, and whoever steers in trust. */
export function maySteer(board: OpenBoard): boolean {
  return can(board.role.get(), 'steer') || board.session.state().acting === board.me.id;
}

/** Fetches the rest, and keeps it going until the board is closed. */
export function startVoting(board: OpenBoard): () => void {
  const shell = votingOf(board);
  let isOver = false;
  void Promise.all([board.votes(), import('./votingHere.ts')]).then(
    ([votes, { VotingHere }]) => {
      if (!isOver) shell.here.set(new VotingHere(board, votes, shell.badges));
    },
    // Without a network it comes with the next page; the board works without it.
    () => {},
  );
  return () => {
    isOver = true;
    shell.here.get()?.destroy();
    shell.here.set(null);
    shells.delete(board);
  };
}
