// One board: what it is called, the trash, its links.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type BoardInfo,
  type BoardNamed,
  closeCode,
  type Links,
  patchBoardSchema,
  rotateSchema,
} from '../../shared/protocol/api.ts';
import type { Entry } from '../access.ts';
import type { BoardRecord } from '../boards.ts';
import { ApiError, noSuchBoard, parseBody, roleMayNot } from '../errors.ts';
import { renameBoard } from '../features/boardCommands.ts';
import { infoOf } from './answers.ts';
import { boardIdIn, enteredBy, entryOf, type HttpDeps, proofsIn } from './context.ts';

export function boardRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const { boards, site } = deps;

  app.get('/api/boards/:id', async (request): Promise<BoardInfo> => {
    return infoOf(site, request, await seenEntry(deps, request));
  });

  app.patch('/api/boards/:id', async (request): Promise<BoardInfo | BoardNamed> => {
    const { title } = parseBody(patchBoardSchema, request.body);
    if (deps.auth.isWorkspaceKey(proofsIn(request).token)) {
      const board = await boards.open(boardIdIn(request));
      if (board === null) throw noSuchBoard();
      if (title !== undefined) await renameBoard(boards, await deps.rooms.open(board), title);
      return { board: { id: board.id, title: title ?? board.title } };
    }
    const entry = await enteredBy(deps, request, 'facilitate');
    if (title === undefined) return infoOf(site, request, entry);
    await renameBoard(boards, entry.room, title);
    return infoOf(site, request, { ...entry, board: { ...entry.board, title } });
  });

  app.delete('/api/boards/:id', async (request, reply) => {
    const board = await boardOfItsOwner(deps, request);
    await boards.trash(board.id);
    await deps.rooms.closeRoom(board.id, closeCode.noSuchDoc, 'the board is in the trash');
    return reply.code(204).send();
  });

  app.post('/api/boards/:id/restore', async (request): Promise<BoardNamed> => {
    const board = await boardOfItsOwner(deps, request);
    await boards.restore(board.id);
    return { board: { id: board.id, title: board.title } };
  });

  app.post('/api/boards/:id/erase', async (request, reply) => {
    const board = await boardOfItsOwner(deps, request);
    // The trash stands between a slip of the hand and the end of a board.
    if (board.deletedAt === null)
      throw new ApiError(409, 'not-in-trash', 'Only a board in the trash can be erased.');
    await deps.rooms.closeRoom(board.id, closeCode.noSuchDoc, 'removed for good');
    await boards.erase(board.id);
    return reply.code(204).send();
  });

  app.post('/api/boards/:id/links/rotate', async (request): Promise<Links> => {
    const { board } = await entryOf(deps, request, 'facilitate');
    const { role } = parseBody(rotateSchema, request.body);
    const after = await boards.rotate(board.id, role);
    if (after === null) throw noSuchBoard();
    return { links: site.linksTo(after, request), code: after.code };
  });
}

/** Its own people are told that their board is in the trash; to everybody else it looks like no board. */
async function seenEntry(deps: HttpDeps, request: FastifyRequest): Promise<Entry> {
  const entry = await deps.access.find(boardIdIn(request), proofsIn(request));
  if (entry === null) throw noSuchBoard();
  if (entry.board.deletedAt !== null)
    throw new ApiError(410, 'in-trash', 'This board is in the trash. A facilitator can restore it.');
  return entry;
}

/** The trash is open to a board's facilitators and to whoever runs the server. */
async function boardOfItsOwner(deps: HttpDeps, request: FastifyRequest): Promise<BoardRecord> {
  const proofs = proofsIn(request);
  const id = boardIdIn(request);
  const board = deps.auth.isWorkspaceKey(proofs.token) ? await deps.boards.find(id) : null;
  if (board !== null) return board;
  const entry = await deps.access.find(id, proofs);
  if (entry === null) throw noSuchBoard();
  if (entry.participant.role === 'facilitator') return entry.board;
  throw entry.board.deletedAt === null ? roleMayNot() : noSuchBoard();
}
