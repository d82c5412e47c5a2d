// Who is asking: the guest secret of a browser's cookie, the token of a script, the workspace key. Decides what a proof is
// worth, not what its holder may do. Nothing here is ever written to a log.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../shared/lib/env.ts';
import {
  type BoardId,
  isBoardId,
  isParticipantId,
  newParticipantId,
  type ParticipantId,
  randomToken,
} from '../shared/lib/ids.ts';
import type { Secrets } from './secrets.ts';

export const guestCookie = 'wallflower_guest';

/** 132 bits: one browser on this site. */
const guestSecretChars = 22;
const guestSecretPattern = /^[A-Za-z0-9_-]{22}$/;

/** What a request brought along, unproven. */
export interface Proofs {
  /** From `Authorization: Bearer` or `?token=`. It is no browser's doing, so it needs no matching Origin. */
  readonly token: string | null;
  /** From the cookie; null when absent or not of our making. */
  readonly guest: string | null;
}

export interface RequestFacts {
  readonly authorization: string | undefined;
  /** The `token` of the query. */
  readonly queryToken: string | null;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** What of a request is a proof at all; whether it is worth anything is not looked at here. */
export function proofsOf(request: RequestFacts): Proofs {
  const bearer = /^Bearer +([A-Za-z0-9._~+/=-]{1,256})$/i.exec(request.authorization ?? '')?.[1];
  const guest = request.cookies[guestCookie];
  return {
    // A header of another scheme is no token, and does not fall back to the cookie either.
    token: bearer ?? (request.authorization === undefined ? request.queryToken : ''),
    guest: guest !== undefined && guestSecretPattern.test(guest) ? guest : null,
  };
}

/**
 * Whether a request that changes something was meant by whoever it speaks for: it comes from a page of ours, or it carries
 * its proof itself.
 */
export function isMeant(
  proofs: Proofs,
  from: { origin: string | undefined; cookiePresent: boolean; isOurs: (origin: string) => boolean },
): boolean {
  if (from.origin !== undefined && from.isOurs(from.origin)) return true;
  return proofs.token !== null && proofs.token !== '' && !from.cookiePresent;
}

/** Whether an Origin is a page of ours: of the public address, or of the very host that was asked. */
export function isOurOrigin(
  origin: string,
  site: { publicOrigin: string | null; host: string | undefined },
): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (site.publicOrigin !== null && url.origin === site.publicOrigin) return true;
  // The scheme may differ behind a proxy that ends TLS; the default port is left out of either.
  const asked = `${url.protocol}//${site.host ?? ''}`;
  return site.host !== undefined && URL.canParse(asked) && new URL(asked).host === url.host;
}

export class Auth {
  private readonly secrets: Secrets;
  private readonly random: Random;

  constructor(secrets: Secrets, random: Random) {
    this.secrets = secrets;
    this.random = random;
  }

  newGuestSecret(): string {
    return randomToken(this.random, guestSecretChars);
  }

  newParticipant(): ParticipantId {
    return newParticipantId(this.random);
  }

  /** What is kept of a guest secret: different on every board, so that a stolen store links nobody. */
  personHash(board: BoardId, guest: string): string {
    return createHash('sha256').update(`person\n${board}\n${guest}`).digest('base64url');
  }

  /** Proves one participant on one board for as long as they take part in it. */
  tokenFor(board: BoardId, participant: ParticipantId): string {
    return `${board}.${participant}.${this.mac(board, participant)}`;
  }

  /** Whom a token proves; null for one we did not make. */
  readToken(token: string): { board: BoardId; participant: ParticipantId } | null {
    const [board, participant, mac, ...rest] = token.split('.');
    if (!isBoardId(board) || !isParticipantId(participant) || mac === undefined || rest.length > 0)
      return null;
    return sameText(mac, this.mac(board, participant)) ? { board, participant } : null;
  }

  isWorkspaceKey(given: string | null): boolean {
    return given !== null && sameText(given, this.secrets.workspaceKey);
  }

  private mac(board: BoardId, participant: ParticipantId): string {
    return createHmac('sha256', this.secrets.tokenSecret)
      .update(`token 1\n${board}\n${participant}`)
      .digest('base64url');
  }
}

/** Compares without telling by its time how much was right. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
