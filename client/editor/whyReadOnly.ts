// Why somebody cannot write on the wall right now, and what they can do instead.

import { can, type Role } from '../../shared/board/roles.ts';
import type { SessionState } from '../../shared/features/session/state.ts';
import type { MessageId } from '../text/catalogue.ts';

type Situation = Pick<SessionState, 'phase' | 'endedAt'> & {
  readonly settings: Pick<SessionState['settings'], 'canvasLock'>;
};

export function whyReadOnly(role: Role, { phase, endedAt, settings }: Situation): MessageId {
  if (!can(role, 'writeCanvas')) return can(role, 'takePart') ? 'talk.onlyComments' : 'board.readOnly';
  if (endedAt !== null) return 'why.ended';
  if (phase?.kind === 'silent') return 'why.silent';
  if (phase?.kind === 'vote') return 'why.vote';
  if (settings.canvasLock) return 'why.locked';
  return phase === null ? 'board.readOnlyPhase' : 'why.phase';
}
