// What every route may ask for: the parts of the server, and who a request comes from.

import type { FastifyRequest } from 'fastify';
import { can, type Deed } from '../../shared/board/roles.ts';
import type { Env } from '../../shared/lib/env.ts';
import type { Access, Entry } from '../access.ts';
import { type Auth, guestCookie, isMeant, type Proofs, proofsOf } from '../auth.ts';
import type { Boards } from '../boards.ts';
import type { Commands } from '../commands.ts';
import type { Config } from '../config.ts';
import type { Visitor } from '../core.ts';
import { ApiError, noSuchBoard, roleMayNot, tooOften } from '../errors.ts';
import type { Feeds } from '../features/feed.ts';
import type { Transfer } from '../features/transfer.ts';
import type { ServerLog } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Participants } from '../participants.ts';
import type { RateLimit } from '../rateLimit.ts';
import type { Room } from '../room.ts';
import type { Rooms } from '../rooms.ts';
import type { Site } from '../site.ts';

export interface HttpDeps {
  readonly config: Config;
  readonly site: Site;
  readonly auth: Auth;
  readonly access: Access;
  readonly boards: Boards;
  readonly participants: Participants;
  readonly rooms: Rooms;
  readonly commands: Commands;
  readonly transfer: Transfer;
  readonly feeds: Feeds;
  readonly metrics: Metrics;
  readonly env: Env;
  readonly log: ServerLog;
  /** Whether the server is stopping. */
  readonly isDraining: () => boolean;
  /** The built client. */
  readonly clientFolder: string;
}

export interface Entered extends Entry {
  readonly room: Room;
  readonly visitor: Visitor;
}

export function proofsIn(request: FastifyRequest): Proofs {
  const token = new URLSearchParams(request.raw.url?.split('?')[1] ?? '').get('token');
  return proofsOf({
    authorization: request.headers.authorization,
    queryToken: token,
    cookies: request.cookies,
  });
}

/** @throws ApiError unless the request changes nothing, comes from a page of ours, or proves itself without a cookie. */
export function mustBeMeant(request: FastifyRequest, site: Site): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const from = {
    origin: request.headers.origin,
    cookiePresent: request.cookies[guestCookie] !== undefined,
    isOurs: (origin: string) => site.isOurs(origin, request.host),
  };
  if (isMeant(proofsIn(request), from)) return;
  throw new ApiError(
    403,
    'origin',
    'Requests that change something need the Origin of this site, or a Bearer token and no cookie.',
  );
}

export function boardIdIn(request: FastifyRequest): string {
  return (request.params as { id?: string }).id ?? '';
}

/** The board of the address and who is asking. @throws ApiError when they have not joined it, or their role may not. */
export async function entryOf(deps: HttpDeps, request: FastifyRequest, needs: Deed): Promise<Entry> {
  const entry = await deps.access.enter(boardIdIn(request), proofsIn(request));
  if (entry === null) throw noSuchBoard();
  if (!can(entry.participant.role, needs)) throw roleMayNot();
  return entry;
}

/** As `entryOf`, with the board's room. */
export async function enteredBy(deps: HttpDeps, request: FastifyRequest, needs: Deed): Promise<Entered> {
  const entry = await entryOf(deps, request, needs);
  const { id, role, neutral } = entry.participant;
  return { ...entry, room: await deps.rooms.open(entry.board), visitor: { id, role, neutral } };
}

/** Takes one of what the limit allows this key. @throws ApiError when it has asked too often. */
export function notTooOften(limit: RateLimit, key: string): void {
  const wait = limit.take(key);
  if (wait > 0) throw tooOften(wait);
}
