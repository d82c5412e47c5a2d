// All boards: make one, copy one, list them, find one by its code.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits } from '../../shared/board/limits.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import {
  type BoardCreated,
  type BoardList,
  type CodeFound,
  createBoardSchema,
  duplicateSchema,
} from '../../shared/protocol/api.ts';
import { summaryLanguage } from '../../shared/transfer/summaryWords.ts';
import type { BoardRecord } from '../boards.ts';
import { ApiError, noSuchBoard, parseBody, roleMayNot, tooOften } from '../errors.ts';
import { copiesOf } from '../features/transfer.ts';
import { serverParticipant } from '../liveDoc.ts';
import { addressKey, RateLimit } from '../rateLimit.ts';
import type { Room } from '../room.ts';
import { writeFurniture } from '../sessionDoc.ts';
import { boardMadeOf, templateAsked } from '../templates.ts';
import { createdOf } from './answers.ts';
import { boardIdIn, enteredBy, type HttpDeps, notTooOften, proofsIn } from './context.ts';

export function boardsRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const { boards, auth, site } = deps;
  const creations = new RateLimit({ clock: deps.env.clock, burst: 60, perSecond: 1 });

  app.post('/api/boards', async (request, reply): Promise<BoardCreated> => {
    if (!auth.isWorkspaceKey(proofsIn(request).token)) {
      if (deps.config.boardCreation === 'workspace') throw workspaceKeyNeeded();
      limitCreation(deps, creations, request);
    }
    const { title, template: asked, lang } = parseBody(createBoardSchema, request.body);
    const language = summaryLanguage(lang, request.headers['accept-language']);
    const template = asked === undefined ? null : templateAsked(asked, language);
    const board = await boards.create(
      { title },
      template === null ? undefined : (made) => boardMadeOf(template, made, deps.env),
    );
    reply.code(201);
    return createdOf(site, request, board);
  });

  app.get('/api/boards', async (request): Promise<BoardList> => {
    if (!auth.isWorkspaceKey(proofsIn(request).token)) throw workspaceKeyNeeded();
    const [all, changes, people] = await Promise.all([
      boards.list(),
      boards.lastChanges(),
      deps.participants.counts(),
    ]);
    return {
      boards: all.map((board) => ({
        id: board.id,
        title: board.title,
        createdAt: board.createdAt,
        changedAt: changes.get(board.id) ?? null,
        people: people.get(board.id) ?? 0,
        deletedAt: board.deletedAt,
        links: site.linksTo(board, request),
        code: board.code,
      })),
    };
  });

  app.post('/api/boards/:id/duplicate', async (request, reply): Promise<BoardCreated> => {
    const { room, board } = await boardToCopy(deps, creations, request);
    const asked = parseBody(duplicateSchema, request.body ?? {});
    const { items } = await room.readBoard();
    const copy = await boards.create({ title: asked.title ?? numbered(board.title) });
    const copyRoom = await deps.rooms.open(copy);
    const readable = items.flatMap(({ kind, ...item }) => (kind === 'unreadable' ? [] : [{ ...item, kind }]));
    // Nobody's: who wrote what on the old board is that board's to tell.
    const copies = copiesOf(readable, deps.env);
    const furniture = await furnitureIn(room, readable, copies);
    await copyRoom.changes.addItems(serverParticipant as ParticipantId, copies, {
      session: (doc) => writeFurniture(doc, furniture),
    });
    reply.code(201);
    return createdOf(site, request, copy);
  });

  codeRoute(app, deps);
}

/** What a template put there is nobody's idea on the copy either. */
async function furnitureIn(
  room: Room,
  items: readonly { readonly id: ItemId }[],
  copies: readonly { readonly id?: ItemId }[],
): Promise<(readonly [ItemId, unknown])[]> {
  const session = await room.docs.open('session');
  const furniture = session.doc.getMap('furniture');
  return items.flatMap(({ id }, index) => {
    const copy = copies[index]?.id;
    return copy !== undefined && furniture.has(id) ? [[copy, furniture.get(id)] as const] : [];
  });
}

/** Whoever may read a board may copy it, where everybody may make boards; the workspace key may copy every board. */
async function boardToCopy(
  deps: HttpDeps,
  creations: RateLimit,
  request: FastifyRequest,
): Promise<{ board: BoardRecord; room: Room }> {
  if (deps.auth.isWorkspaceKey(proofsIn(request).token)) {
    const board = await deps.boards.open(boardIdIn(request));
    if (board === null) throw noSuchBoard();
    return { board, room: await deps.rooms.open(board) };
  }
  const entered = await enteredBy(deps, request, 'read');
  if (deps.config.boardCreation === 'workspace' && entered.participant.role !== 'facilitator')
    throw roleMayNot();
  limitCreation(deps, creations, request);
  return entered;
}

/** Somebody typed a code. Wrong ones are what costs: a whole workshop may type the right one from one address. */
function codeRoute(app: FastifyInstance, deps: HttpDeps): void {
  const { clock } = deps.env;
  const wrongByAddress = new RateLimit({ clock, burst: 10, perSecond: 1 / 6 });
  const wrongByAll = new RateLimit({ clock, burst: 100, perSecond: 1 });

  app.get('/api/codes/:code', async (request): Promise<CodeFound> => {
    const address = addressKey(request.ip);
    const wait = Math.max(wrongByAddress.wait(address), wrongByAll.wait('all'));
    if (wait > 0) throw tooOften(wait);
    // Charged before the search, so that many at once are not more than many in a row.
    wrongByAddress.charge(address);
    wrongByAll.charge('all');
    const board = await deps.boards.byCode((request.params as { code: string }).code);
    if (board === null) throw new ApiError(404, 'no-such-code', 'No board has this code.');
    wrongByAddress.refund(address);
    wrongByAll.refund('all');
    return { board: board.id, key: board.keys.editor };
  });
}

// On loopback the only one to be protected from is oneself.
function limitCreation(deps: HttpDeps, creations: RateLimit, request: FastifyRequest): void {
  if (deps.site.reach === 'network') notTooOften(creations, addressKey(request.ip));
}

function workspaceKeyNeeded(): ApiError {
  return new ApiError(401, 'workspace-key', 'This needs the workspace key as Bearer token.');
}

/** `Plan` becomes `Plan (2)`, `Plan (2)` becomes `Plan (3)`. */
export function numbered(title: string): string {
  const [, name = title, number] = /^(.*) \((\d{1,4})\)$/s.exec(title) ?? [];
  const suffix = ` (${number === undefined ? 2 : Number(number) + 1})`;
  return `${name.slice(0, limits.titleCharsMax - suffix.length)}${suffix}`;
}
