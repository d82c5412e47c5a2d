// Ids are minted once, at random, by whoever creates the thing. The brands keep one sort of id from standing in for another.

import type { Random } from './env.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ItemId = Branded<'item'>;
export type BoardId = Branded<'board'>;
export type ParticipantId = Branded<'participant'>;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `length` characters of base64url, six random bits each. */
export function randomToken(random: Random, length: number): string {
  let token = '';
  for (const byte of random.bytes(length)) token += alphabet[byte & 63];
  return token;
}

/** 12 characters, 72 bits: two items of one board never meet. */
export function newItemId(random: Random): ItemId {
  return randomToken(random, 12) as ItemId;
}

export function newBoardId(random: Random): BoardId {
  return randomToken(random, 12) as BoardId;
}

export function newParticipantId(random: Random): ParticipantId {
  return randomToken(random, 12) as ParticipantId;
}

const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

export function isItemId(value: unknown): value is ItemId {
  return typeof value === 'string' && idPattern.test(value);
}

export function isBoardId(value: unknown): value is BoardId {
  return typeof value === 'string' && idPattern.test(value);
}

export function isParticipantId(value: unknown): value is ParticipantId {
  return typeof value === 'string' && idPattern.test(value);
}

// Crockford's alphabet: no I, L, O, U, so that a code read aloud survives.
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short code a person can type: `length` characters of five random bits. */
export function newShortCode(random: Random, length: number): string {
  let code = '';
  for (const byte of random.bytes(length)) code += codeAlphabet[byte & 31];
  return code;
}

/** What a person typed as a code, forgiving case, spaces, dashes and look-alikes; null when it cannot be one. */
export function parseShortCode(typed: string, length: number): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return code.length === length && [...code].every((c) => codeAlphabet.includes(c)) ? code : null;
}
