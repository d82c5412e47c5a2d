// What of a board's session the room itself goes by: who may write now, who steers, whose hands are seen. Derived from the
// durable `session` document after each of its changes, never kept beside it.

import type * as Y from 'yjs';
import { can, type Deed } from '../../shared/board/roles.ts';
import { openRules, type Rules } from '../../shared/board/rules.ts';
import { hidesHands, keepsNoAuthor, rulesOf } from '../../shared/features/session/phase.ts';
import type { SessionState } from '../../shared/features/session/state.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import type { Visitor } from '../core.ts';
import { sessionState } from './steering.ts';

export class RoomSession {
  private current: SessionState | null = null;
  private now: Rules = openRules;

  /** True when somebody may now do more or less than before. */
  read(doc: Y.Doc): boolean {
    const before = { rules: this.now, hides: this.hidesHands, acting: this.acting };
    const state = sessionState(doc);
    this.current = state;
    this.now = rulesOf({ phase: state.phase, ended: state.endedAt !== null, settings: state.settings });
    return (
      before.rules.canvas !== this.now.canvas ||
      before.hides !== this.hidesHands ||
      before.acting !== this.acting
    );
  }

  /** null before the room was opened. */
  get state(): SessionState | null {
    return this.current;
  }

  get rules(): Rules {
    return this.now;
  }

  /** Whose pointers and selections nobody sees now: everybody's who does not steer. */
  get hidesHands(): boolean {
    return this.current !== null && hidesHands(this.current);
  }

  /** Whether the server keeps no author of what is written now. */
  get isAnonymous(): boolean {
    return this.current !== null && keepsNoAuthor(this.current);
  }

  get acting(): ParticipantId | null {
    return this.current?.acting ?? null;
  }

  /** What the role allows, and what was given in trust. */
  may(visitor: Visitor, deed: Deed): boolean {
    const isTrusted = visitor.id === this.acting && can(visitor.role, 'takePart');
    return can(visitor.role, deed) || (deed === 'steer' && isTrusted);
  }
}
