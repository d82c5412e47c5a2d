// A board as its people are told about it.

import type { FastifyRequest } from 'fastify';
import { docName } from '../../shared/board/docs.ts';
import { roles } from '../../shared/board/roles.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import type { BoardCreated, BoardInfo, DocNames } from '../../shared/protocol/api.ts';
import type { Entry } from '../access.ts';
import type { BoardRecord } from '../boards.ts';
import type { Site } from '../site.ts';

export function docsOf(board: BoardRecord, participant: ParticipantId): DocNames {
  const address = { board: board.id, epoch: board.epoch, owner: null };
  return {
    canvas: docName({ ...address, kind: 'canvas' }),
    session: docName({ ...address, kind: 'session' }),
    talk: docName({ ...address, kind: 'talk' }),
    personal: docName({ ...address, kind: 'personal', owner: participant }),
  };
}

export function infoOf(site: Site, request: FastifyRequest, { board, participant }: Entry): BoardInfo {
  const all = site.linksTo(board, request);
  // Everybody may hand on what they have, and less.
  const own = roles.slice(0, roles.indexOf(participant.role) + 1);
  const { id, name, role } = participant;
  return {
    board: { id: board.id, title: board.title },
    participant: { id, name, role },
    docs: docsOf(board, id),
    links: Object.fromEntries(own.map((role) => [role, all[role]])),
    ...(own.includes('editor') && { code: board.code }),
    reach: site.reach,
  };
}

export function createdOf(site: Site, request: FastifyRequest, board: BoardRecord): BoardCreated {
  return {
    board: { id: board.id, title: board.title },
    keys: board.keys,
    links: site.linksTo(board, request),
    code: board.code,
  };
}
