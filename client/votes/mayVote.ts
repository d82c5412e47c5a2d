// Whether the person at this screen has a vote in a ballot at this moment, as far as this device knows: on the board and on the
// voting page alike. The server decides when it counts.

import { can, type Role } from '../../shared/board/roles.ts';
import { type Ballot, isVoter, takesVotes } from '../../shared/features/voting/ballot.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import type { Session } from '../sync/session.ts';

interface Voter {
  readonly id: ParticipantId;
  readonly role: Role;
  readonly session: Pick<Session, 'person'>;
  /** By the server's clock. */
  readonly now: number;
}

export function mayVoteIn(ballot: Ballot, { id, role, session, now }: Voter): boolean {
  const takesPart = can(role, 'takePart') && session.person(id)?.neutral !== true;
  return takesPart && isVoter(ballot, id) && takesVotes(ballot, now);
}
