// Boards as things: make one, list them, find one by its code, settings, trash, copies, links.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { docName } from '../../shared/board/docs.ts';
import { roles } from '../../shared/board/roles.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import {
  type BoardCreated,
  type BoardInfo,
  type BoardList,
  type BoardRestored,
  type CodeFound,
  closeCode,
  createBoardSchema,
  type DocNames,
  duplicateSchema,
  type Links,
  patchBoardSchema,
  rotateSchema,
} from '../../shared/protocol/api.ts';
import type { Entry } from '../access.ts';
import type { BoardRecord } from '../boards.ts';
import { ApiError, noSuchBoard, parseBody, roleMayNot, tooOften } from '../errors.ts';
import { renameBoard } from '../features/boardCommands.ts';
import { copiesOf } from '../features/transfer.ts';
import { serverParticipant } from '../liveDoc.ts';
import { addressKey, RateLimit } from '../rateLimit.ts';
import { boardIdIn, enteredBy, entryOf, type HttpDeps, notTooOften, proofsIn } from './context.ts';

export function boardRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const { boards, auth, site } = deps;
  const creations = new RateLimit({ clock: deps.env.clock, burst: 60, perSecond: 1 });

  app.post('/api/boards', async (request, reply) => {
    const hasKey = auth.isWorkspaceKey(proofsIn(request).token);
    if (!hasKey) {
      if (deps.config.boardCreation === 'workspace') throw workspaceKeyNeeded();
      limitCreation(deps, creations, request);
    }
    const board = await boards.create(parseBody(createBoardSchema, request.body));
    reply.code(201);
    return created(deps, request, board);
  });

  app.get('/api/boards', async (request): Promise<BoardList> => {
    if (!auth.isWorkspaceKey(proofsIn(request).token)) throw workspaceKeyNeeded();
    const all = await boards.list();
    return {
      boards: all.map(({ id, title, createdAt, deletedAt, code, ...board }) => {
        const links = site.linksTo({ id, title, createdAt, deletedAt, code, ...board }, request);
        return { id, title, createdAt, deletedAt, links, code };
      }),
    };
  });

  app.get('/api/boards/:id', async (request): Promise<BoardInfo> => {
    return infoOf(deps, request, await entryOf(deps, request, 'read'));
  });

  app.patch('/api/boards/:id', async (request): Promise<BoardInfo> => {
    const entry = await enteredBy(deps, request, 'facilitate');
    const { title } = parseBody(patchBoardSchema, request.body);
    if (title === undefined) return infoOf(deps, request, entry);
    await renameBoard(boards, entry.room, title);
    return infoOf(deps, request, { ...entry, board: { ...entry.board, title } });
  });

  app.delete('/api/boards/:id', async (request, reply) => {
    const { board } = await facilitatorOrOwner(deps, request);
    await boards.trash(board.id);
    await deps.rooms.closeRoom(board.id, closeCode.noSuchDoc, 'the board is in the trash');
    reply.code(204);
  });

  app.post('/api/boards/:id/restore', async (request): Promise<BoardRestored> => {
    const { board } = await facilitatorOrOwner(deps, request);
    await boards.restore(board.id);
    return { board: { id: board.id, title: board.title } };
  });

  app.post('/api/boards/:id/links/rotate', async (request): Promise<Links> => {
    const { board } = await entryOf(deps, request, 'facilitate');
    const { role } = parseBody(rotateSchema, request.body);
    const after = await boards.rotate(board.id, role);
    if (after === null) throw noSuchBoard();
    return { links: site.linksTo(after, request), code: after.code };
  });

  app.post('/api/boards/:id/duplicate', async (request, reply) => {
    const { room, board, participant } = await enteredBy(deps, request, 'read');
    if (deps.config.boardCreation === 'workspace' && participant.role !== 'facilitator') throw roleMayNot();
    limitCreation(deps, creations, request);
    const asked = parseBody(duplicateSchema, request.body ?? {});
    const { items } = await room.readBoard();
    const copy = await boards.create({ title: asked.title ?? numbered(board.title) });
    const copyRoom = await deps.rooms.open(copy);
    const readable = items.flatMap(({ kind, ...item }) => (kind === 'unreadable' ? [] : [{ ...item, kind }]));
    // Nobody's: who wrote what on the old board is that board's to tell.
    await copyRoom.addItems(serverParticipant as ParticipantId, copiesOf(readable, deps.env));
    reply.code(201);
    return created(deps, request, copy);
  });

  codeRoute(app, deps);
}

/** Somebody typed a code. Wrong ones are what costs: a whole workshop may type the right one from one address. */
function codeRoute(app: FastifyInstance, deps: HttpDeps): void {
  const { clock } = deps.env;
  const wrongByAddress = new RateLimit({ clock, burst: 10, perSecond: 1 / 6 });
  const wrongByAll = new RateLimit({ clock, burst: 100, perSecond: 1 });

  app.get('/api/codes/:code', async (request): Promise<CodeFound> => {
    const address = addressKey(request.ip);
    const wait = Math.max(wrongByAddress.wait(address), wrongByAll.wait(''));
    if (wait > 0) throw tooOften(wait);
    const board = await deps.boards.byCode((request.params as { code: string }).code);
    if (board !== null) return { board: board.id, key: board.keys.editor };
    wrongByAddress.charge(address);
    wrongByAll.charge('');
    throw new ApiError(404, 'no-such-code', 'No board has this code.');
  });
}

export function docsOf(board: BoardRecord, participant: ParticipantId): DocNames {
  const address = { board: board.id, epoch: board.epoch, owner: null };
  return {
    canvas: docName({ ...address, kind: 'canvas' }),
    session: docName({ ...address, kind: 'session' }),
    talk: docName({ ...address, kind: 'talk' }),
    personal: docName({ ...address, kind: 'personal', owner: participant }),
  };
}

function infoOf(deps: HttpDeps, request: FastifyRequest, { board, participant }: Entry): BoardInfo {
  const all = deps.site.linksTo(board, request);
  // Everybody may hand on what they have, and less.
  const own = roles.slice(0, roles.indexOf(participant.role) + 1);
  const { id, name, role } = participant;
  return {
    board: { id: board.id, title: board.title },
    participant: { id, name, role },
    docs: docsOf(board, id),
    links: Object.fromEntries(own.map((role) => [role, all[role]])),
    ...(own.includes('editor') && { code: board.code }),
    reach: deps.site.reach,
  };
}

function created(deps: HttpDeps, request: FastifyRequest, board: BoardRecord): BoardCreated {
  return {
    board: { id: board.id, title: board.title },
    keys: board.keys,
    links: deps.site.linksTo(board, request),
    code: board.code,
  };
}

/** The trash is open to a board's facilitators and to whoever runs the server. */
async function facilitatorOrOwner(deps: HttpDeps, request: FastifyRequest): Promise<{ board: BoardRecord }> {
  const proofs = proofsIn(request);
  const board = await deps.boards.find(boardIdIn(request));
  if (board !== null && deps.auth.isWorkspaceKey(proofs.token)) return { board };
  const entry = await deps.access.find(boardIdIn(request), proofs);
  if (entry === null) throw noSuchBoard();
  if (entry.participant.role === 'facilitator') return entry;
  throw entry.board.deletedAt === null ? roleMayNot() : noSuchBoard();
}

// On loopback the only one to be protected from is oneself.
function limitCreation(deps: HttpDeps, creations: RateLimit, request: FastifyRequest): void {
  if (deps.site.reach === 'network') notTooOften(creations, request);
}

function workspaceKeyNeeded(): ApiError {
  return new ApiError(401, 'workspace-key', 'This needs the workspace key as Bearer token.');
}

/** `Plan` becomes `Plan (2)`, `Plan (2)` becomes `Plan (3)`. */
function numbered(title: string): string {
  const [, name = title, number] = /^(.*) \((\d{1,4})\)$/s.exec(title) ?? [];
  const suffix = ` (${number === undefined ? 2 : Number(number) + 1})`;
  return `${name.slice(0, 200 - suffix.length)}${suffix}`;
}
