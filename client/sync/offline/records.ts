// What lies in the store and where: copies of documents, what a board's door last answered, changes kept for later. Parsed
// when it comes out, like everything that arrives.

import * as v from 'valibot';
import type { OfflineStore, StoreEntry, StoreKey, StoreTransaction } from './store.ts';

/** Whose copy of which document. The epoch is part of the name. */
export interface CopyAddress {
  readonly board: string;
  readonly participant: string;
  /** As `join` gave it. */
  readonly name: string;
}

/** What one tab had not yet got acknowledged: written with every change, in the same transaction. */
export interface UnsavedList {
  readonly tab: string;
  /** Rises with each writing: whoever settles it can tell that it is still the list that was read. */
  readonly revision: number;
  /** Ids of items; may be empty although something is unsaved. */
  readonly keys: readonly string[];
}

export interface StoredCopy {
  readonly address: CopyAddress;
  /** The document had arrived from the server at least once. */
  readonly whole: boolean;
  /** In any order: a document sorts them out. */
  readonly updates: readonly Uint8Array[];
  /** How much of `updates` has not been merged into one. */
  readonly batches: number;
  readonly unsaved: readonly UnsavedList[];
}

const aboutSchema = v.object({ participant: v.string(), name: v.string(), whole: v.boolean() });
const listSchema = v.object({ revision: v.number(), keys: v.array(v.string()) });

export const paths = {
  copies: (board: string): StoreKey => ['copy', board],
  copy: ({ board, participant, name }: CopyAddress): StoreKey => ['copy', board, `${participant}/${name}`],
  about: (address: CopyAddress): StoreKey => [...paths.copy(address), 'about'],
  snapshot: (address: CopyAddress): StoreKey => [...paths.copy(address), 'snapshot'],
  batches: (address: CopyAddress): StoreKey => [...paths.copy(address), 'batch'],
  unsaved: (address: CopyAddress, tab: string): StoreKey => [...paths.copy(address), 'unsaved', tab],
  board: (board: string): StoreKey => ['board', board],
  kept: (board: string): StoreKey => ['kept', board],
  lease: (name: string): StoreKey => ['lease', name],
};

/** null where there is none, or nothing that makes sense. */
export async function readCopy(
  tx: Pick<StoreTransaction, 'list'>,
  address: CopyAddress,
): Promise<StoredCopy | null> {
  return copyFrom(address.board, await tx.list(paths.copy(address)));
}

/** Every copy of a board's documents on this device, whosever. */
export async function copiesOf(store: OfflineStore, board: string): Promise<StoredCopy[]> {
  const entries = await store.read((tx) => tx.list(paths.copies(board)));
  const ids = new Set(entries.map(({ key }) => key[2]));
  return [...ids].flatMap(
    (id) =>
      copyFrom(
        board,
        entries.filter(({ key }) => key[2] === id),
      ) ?? [],
  );
}

function copyFrom(board: string, entries: readonly StoreEntry[]): StoredCopy | null {
  const about = v.safeParse(aboutSchema, entries.find(({ key }) => key[3] === 'about')?.value);
  if (!about.success) return null;
  const { participant, name, whole } = about.output;
  const snapshots = entries.filter(({ key }) => key[3] === 'snapshot');
  const batches = entries.filter(({ key }) => key[3] === 'batch');
  return {
    address: { board, participant, name },
    whole,
    updates: [...snapshots, ...batches].flatMap(({ value }) => updatesIn(value)),
    batches: batches.length,
    unsaved: entries.filter(({ key }) => key[3] === 'unsaved').flatMap(listFrom),
  };
}

function updatesIn(value: unknown): Uint8Array[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => each instanceof Uint8Array);
}

function listFrom({ key, value }: StoreEntry): UnsavedList[] {
  const list = v.safeParse(listSchema, value);
  const tab = key[4];
  return list.success && typeof tab === 'string' ? [{ tab, ...list.output }] : [];
}
