// What of a board a picture shows and how large it gets, out of an address, with limits: nobody may ask for more pixels than
// the server has memory for.

import type { ItemId } from '../../shared/lib/ids.ts';
import { isItemId } from '../../shared/lib/ids.ts';
import type { PixelWishes } from '../../shared/transfer/picture/size.ts';
import { ApiError } from '../errors.ts';

/** Crosses from thread to thread. */
export interface PictureAsked {
  /** Null: all of them. */
  readonly items: readonly ItemId[] | null;
  /** Pixels per board unit. */
  readonly scale: number;
}

export interface PictureQuery extends PixelWishes {
  /** Null: all of them. */
  readonly items: readonly ItemId[] | null;
}

/** As many as fit into an address. */
const itemsMax = 600;

/** @throws ApiError for what is no number and no list of ids. */
export function pictureQuery(query: Readonly<Record<string, unknown>>): PictureQuery {
  return {
    items: itemsIn(query.items),
    scale: numberIn('scale', query.scale),
    width: numberIn('width', query.width),
  };
}

function itemsIn(wish: unknown): ItemId[] | null {
  if (wish === undefined) return null;
  const ids = typeof wish === 'string' ? wish.split(',', itemsMax + 1) : [];
  if (ids.length === 0 || ids.length > itemsMax || !ids.every(isItemId)) {
    throw new ApiError(
      400,
      'bad-request',
      `items must be up to ${itemsMax} ids of items, with commas between.`,
    );
  }
  return ids;
}

function numberIn(name: string, wish: unknown): number | undefined {
  if (wish === undefined) return undefined;
  const number = typeof wish === 'string' && /^\d{1,9}(?:\.\d{1,9})?$/.test(wish) ? Number(wish) : 0;
  if (number <= 0) throw new ApiError(400, 'bad-request', `${name} must be a number above 0.`);
  return number;
}
