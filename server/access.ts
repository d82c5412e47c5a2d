// Who somebody is on a board. Everything that is not an open door looks the same from outside: no board, a board in the
// trash, a board one has not joined.

import type { BoardId } from '../shared/lib/ids.ts';
import type { Auth, Proofs } from './auth.ts';
import type { BoardRecord, Boards } from './boards.ts';
import type { Participant, Participants } from './participants.ts';

export interface Entry {
  readonly board: BoardRecord;
  readonly participant: Participant;
}

export class Access {
  private readonly auth: Auth;
  private readonly boards: Boards;
  private readonly participants: Participants;

  constructor(deps: { auth: Auth; boards: Boards; participants: Participants }) {
    this.auth = deps.auth;
    this.boards = deps.boards;
    this.participants = deps.participants;
  }

  /** The participant these proofs stand for, removed ones included; null for a stranger. A token goes before the cookie. */
  async whoIs(board: BoardId, proofs: Proofs): Promise<Participant | null> {
    if (proofs.token !== null) {
      const proven = this.auth.readToken(proofs.token);
      return proven?.board === board ? this.participants.find(board, proven.participant) : null;
    }
    if (proofs.guest === null) return null;
    return this.participants.byPerson(board, this.auth.personHash(board, proofs.guest));
  }

  /** Board and participant, the board perhaps in the trash; null when the door is not open. */
  async find(id: string, proofs: Proofs): Promise<Entry | null> {
    const board = await this.boards.find(id);
    if (board === null) return null;
    const participant = await this.whoIs(board.id, proofs);
    const isOut = participant === null || participant.removed || participant.waiting;
    return isOut ? null : { board, participant };
  }

  /** As `find`, for boards in use. */
  async enter(id: string, proofs: Proofs): Promise<Entry | null> {
    const entry = await this.find(id, proofs);
    return entry?.board.deletedAt === null ? entry : null;
  }
}
