// Why an open board ended by itself, and what that means for the copy on this device.

import { closeCode } from '../../shared/protocol/api.ts';
import type { RejectCode } from '../../shared/protocol/messages.ts';
import type { Leftovers } from './leftovers.ts';

export type BoardEnd =
  | { readonly kind: 'refused'; readonly code: RejectCode; readonly unsaved: Leftovers }
  | { readonly kind: 'closed'; readonly code: number; readonly unsaved: Leftovers }
  /** This copy is not what the server has; nothing in it was unsaved. */
  | { readonly kind: 'diverged'; readonly unsaved: Leftovers };

/** Why changes are kept aside. `deleted`: others took away what they were made to. */
export type KeptWhy = 'replaced' | 'removed' | 'deleted' | RejectCode;

/**
 * A copy that holds what the server refused would bring it up at every connection; one that was replaced or differs is worth
 * nothing; who was taken off the board keeps none. A lost cookie or a board in the trash leaves it as it is.
 */
export function leavesNoCopy(end: BoardEnd): boolean {
  if (end.kind !== 'closed') return true;
  return [closeCode.replaced, closeCode.tooLarge, closeCode.forbidden].some((code) => code === end.code);
}

export function whyKept(end: BoardEnd): KeptWhy {
  if (end.kind === 'refused') return end.code;
  if (end.kind === 'closed' && end.code === closeCode.tooLarge) return 'too-large';
  return end.kind === 'closed' && end.code === closeCode.forbidden ? 'removed' : 'replaced';
}
