// The documents a board is made of, and who may write each. A Yjs update cannot be safely filtered, but a whole document
// can be refused, so documents are divided by who may write.

import { type BoardId, isBoardId, isParticipantId, type ParticipantId } from '../lib/ids.ts';
import { can, type Role } from './roles.ts';
import { openRules, type Rules } from './rules.ts';

const docKinds = ['canvas', 'session', 'talk', 'personal'] as const;

/**
 * `canvas` items and clusters, written by editors. `session` (people, authors, phases, results) and `talk` (comments)
 * are written by the server alone, on commands. `personal` is one participant's drafts and votes: their devices and
 * the server, sent to nobody else.
 */
export type DocKind = (typeof docKinds)[number];

/** The only root types each document may have, by kind. */
export const docRoots: Readonly<Record<DocKind, readonly string[]>> = {
  canvas: ['items'],
  session: [
    'board',
    'people',
    'authors',
    'phase',
    'counts',
    'reveals',
    'ready',
    'hands',
    'guide',
    'wins',
    'waiting',
    'ballots',
    'results',
    'decisions',
    'actionItems',
    'series',
    'furniture',
    'summary',
  ],
  talk: ['msgs', 'react'],
  personal: ['drafts', 'votes', 'sheet', 'receipt', 'prefs'],
};

export interface DocAddress {
  readonly board: BoardId;
  /** Raised when a board is replaced (restored from a backup): documents of an older epoch take no more writes. */
  readonly epoch: number;
  readonly kind: DocKind;
  /** Whose personal document; null for the other kinds. */
  readonly owner: ParticipantId | null;
}

/** The name used on the wire: `b/<board>/<epoch>/<kind>`, with `/<participant>` after `personal`. */
export function docName(address: DocAddress): string {
  const base = `b/${address.board}/${address.epoch}/${address.kind}`;
  return address.owner === null ? base : `${base}/${address.owner}`;
}

/** null when the name is none of ours. */
export function parseDocName(name: string): DocAddress | null {
  const [b, board, epochText, kind, owner, ...rest] = name.split('/');
  if (b !== 'b' || !isBoardId(board) || rest.length > 0) return null;
  if (epochText === undefined || !/^\d{1,9}$/.test(epochText)) return null;
  if (!docKinds.includes(kind as DocKind)) return null;
  const isPersonal = kind === 'personal';
  if (isPersonal !== (owner !== undefined)) return null;
  if (owner !== undefined && !isParticipantId(owner)) return null;
  return { board, epoch: Number(epochText), kind: kind as DocKind, owner: owner ?? null };
}

export interface Who {
  readonly id: ParticipantId;
  readonly role: Role;
  /** Steers and takes no side: no drafts, no votes. */
  readonly neutral?: boolean;
}

/** A personal document is its owner’s; every other is for whoever may read the board. */
export function mayRead(address: Pick<DocAddress, 'kind' | 'owner'>, who: Who): boolean {
  return address.kind === 'personal' ? address.owner === who.id : can(who.role, 'read');
}

/** Whether they may write it now: what the role allows, within what the session lets people do. */
export function mayWrite(
  address: Pick<DocAddress, 'kind' | 'owner'>,
  who: Who,
  rules: Rules = openRules,
): boolean {
  switch (address.kind) {
    case 'canvas':
      return can(who.role, 'writeCanvas') && writesNow(who.role, rules);
    case 'personal':
      return address.owner === who.id && can(who.role, 'takePart') && !who.neutral;
    default:
      return false;
  }
}

function writesNow(role: Role, rules: Rules): boolean {
  return rules.canvas === 'editors' || (rules.canvas === 'facilitators' && can(role, 'facilitate'));
}
