// Coming in: a link's key and a name make a participant.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Joined, joinSchema } from '../../shared/protocol/api.ts';
import { guestCookie } from '../auth.ts';
import { roleOfKey } from '../boards.ts';
import { ApiError, noSuchBoard, parseBody } from '../errors.ts';
import { addressKey, RateLimit } from '../rateLimit.ts';
import { docsOf } from './answers.ts';
import { boardIdIn, type HttpDeps, notTooOften, proofsIn } from './context.ts';

/** The longest browsers keep a cookie; every join starts it anew. */
const guestCookieSeconds = 400 * 24 * 60 * 60;

export function peopleRoutes(app: FastifyInstance, deps: HttpDeps): void {
  // Hundreds of people in one room share one address.
  const joins = new RateLimit({ clock: deps.env.clock, burst: 1_000, perSecond: 10 });

  app.post('/api/boards/:id/join', async (request, reply): Promise<Joined> => {
    if (deps.site.reach === 'network') notTooOften(joins, addressKey(request.ip));
    const { key, name } = parseBody(joinSchema, request.body);
    const board = await deps.boards.open(boardIdIn(request));
    const role = board === null ? null : roleOfKey(board, key);
    if (board === null || role === null) throw noSuchBoard();
    const proofs = proofsIn(request);
    const guest = proofs.guest ?? deps.auth.newGuestSecret();
    const known = await deps.access.whoIs(board.id, proofs);
    const room = await deps.rooms.open(board);
    const joining = {
      board: board.id,
      name,
      role,
      person: deps.auth.personHash(board.id, guest),
      known: known?.id ?? null,
      fresh: deps.auth.newParticipant(),
      lobby: room.session.state?.settings.lobby ?? false,
    };
    // In the index and on the board at once, so that a role given at this moment is never overtaken by an older one.
    const participant = await deps.participants.join(joining, async ([joined], puts) => {
      if (joined?.waiting) await room.changes.setWaiting(joined, deps.env.clock.now(), puts);
      else await room.setPeople(joined === undefined ? [] : [joined], puts);
    });
    if (participant.removed) {
      throw new ApiError(403, 'removed', 'A facilitator has removed you from this board.');
    }
    rememberGuest(deps, request, reply, guest);
    if (participant.waiting) {
      throw new ApiError(403, 'waiting', 'A facilitator will let you in. Ask again in a moment.');
    }
    return {
      participant: { id: participant.id, name: participant.name, role: participant.role },
      token: deps.auth.tokenFor(board.id, participant.id),
      docs: docsOf(board, participant.id),
    };
  });
}

function rememberGuest(deps: HttpDeps, request: FastifyRequest, reply: FastifyReply, guest: string): void {
  reply.setCookie(guestCookie, guest, {
    httpOnly: true,
    sameSite: 'lax',
    secure: deps.site.isHttps || request.protocol === 'https',
    path: deps.site.basePath === '' ? '/' : deps.site.basePath,
    maxAge: guestCookieSeconds,
  });
}
