// What an item is once it has been read from a document: a flat, complete value. Nothing here knows Yjs.

import type { Box, Vec } from '../lib/geometry.ts';
import type { ItemId } from '../lib/ids.ts';
import type { Colour } from './colour.ts';

/** `unreadable` stands for a kind this version does not know, or an entry that is no item at all: drawn as a grey box. */
export type Kind = 'note' | 'cluster' | 'unreadable';

export interface Item extends Box {
  readonly id: ItemId;
  readonly kind: Kind;
  /** Stacking key; sort with `compareOrder`. */
  readonly order: string;
  /** The cluster it was put into. May point at nothing, at something deleted, or in a circle: read it through `tree.ts`. */
  readonly parent: ItemId | null;
  readonly text: string;
  readonly colour: Colour;
  /** Stays as it is until somebody unlocks it: editors do not move, change or delete it. */
  readonly locked: boolean;
  /** A cluster drawn as one card, its members out of sight. False for everything else. */
  readonly collapsed: boolean;
  /** Soft-deleted: kept in the document so that others' edits survive, shown to nobody. */
  readonly deleted: boolean;
}

/** What a verb needs to make an item; the rest has defaults by kind. */
export interface NewItem extends Vec {
  readonly kind: 'note' | 'cluster';
  /** Kept when given (a re-import); minted otherwise. */
  readonly id?: ItemId;
  readonly w?: number;
  readonly h?: number;
  readonly order?: string;
  readonly parent?: ItemId | null;
  readonly text?: string;
  readonly colour?: Colour;
  readonly locked?: boolean;
  readonly collapsed?: boolean;
}

export interface KindSpec {
  readonly size: { readonly w: number; readonly h: number };
  readonly colour: Colour;
}

export const kindSpecs: Readonly<Record<'note' | 'cluster', KindSpec>> = {
  note: { size: { w: 200, h: 200 }, colour: 'yellow' },
  cluster: { size: { w: 480, h: 320 }, colour: 'grey' },
};
