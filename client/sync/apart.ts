// What is written on the wall with a name and what is written without one bear no common mark. A change carries the number of
// the copy it was made in; so the copy gets another one whenever the board begins, or ends, to keep no author.

import { Doc } from 'yjs';
import { keepsNoAuthor } from '../../shared/features/session/phase.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Session } from './session.ts';

export function keepApart(canvas: Doc, session: Pick<Session, 'state' | 'subscribe'>): Unsubscribe {
  let was = false;
  const look = () => {
    const is = keepsNoAuthor(session.state());
    if (is !== was) canvas.clientID = new Doc().clientID;
    was = is;
  };
  look();
  return session.subscribe(look);
}
