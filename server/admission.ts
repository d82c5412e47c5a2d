// Whether a socket may have the document it asks for. Answers with what to open, or with the code to close with.

import { type DocAddress, mayRead, parseDocName } from '../shared/board/docs.ts';
import { closeCode } from '../shared/protocol/api.ts';
import type { Access, Entry } from './access.ts';
import type { Proofs } from './auth.ts';

export interface Admitted extends Entry {
  readonly address: DocAddress;
}

export interface Refused {
  readonly code: number;
  readonly reason: string;
}

export interface Request {
  readonly name: string;
  readonly proofs: Proofs;
  /** Whether it was opened by a page of ours; only that makes a cookie count. */
  readonly fromOurPage: boolean;
}

/** What to open, or the code to close the socket with. */
export async function admit(access: Access, request: Request): Promise<Admitted | Refused> {
  const address = parseDocName(request.name);
  if (address === null) return { code: closeCode.noSuchDoc, reason: 'no such document' };
  // Any page can open a socket to any server, and the browser adds the cookie.
  if (request.proofs.token === null && request.proofs.guest !== null && !request.fromOurPage) {
    return { code: closeCode.forbidden, reason: 'opened from another site' };
  }
  const entry = await access.find(address.board, request.proofs);
  // The same for a board that is not there and one that is none of theirs.
  if (entry === null) return { code: closeCode.token, reason: 'not a participant' };
  const { board, participant } = entry;
  if (board.deletedAt !== null || address.epoch > board.epoch) {
    return { code: closeCode.noSuchDoc, reason: 'no such document' };
  }
  if (address.epoch < board.epoch) return { code: closeCode.replaced, reason: 'the board was replaced' };
  if (!mayRead(address, participant)) return { code: closeCode.forbidden, reason: 'not yours to read' };
  return { address, board, participant };
}
