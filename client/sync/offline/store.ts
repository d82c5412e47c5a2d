// What keeping things on this device needs from whatever keeps them: records under keys that are paths, changed in
// transactions. IndexedDB does it in browsers (`idbStore.ts`), memory in tests and where a browser keeps nothing.

/** A path. Keys are ordered part by part, numbers before texts. */
export type StoreKey = readonly (string | number)[];

export interface StoreEntry {
  readonly key: StoreKey;
  /** As it lies there: to be parsed. */
  readonly value: unknown;
}

export interface StoreTransaction {
  get(key: StoreKey): Promise<unknown>;
  /** Everything below a path, in the order of keys. */
  list(under: StoreKey): Promise<readonly StoreEntry[]>;
  put(key: StoreKey, value: unknown): void;
  /** Takes away the record at a path and everything below it. */
  remove(path: StoreKey): void;
}

export interface ChangeOptions {
  /** Committed means on the disk, and not only handed to the system. */
  readonly strict?: boolean;
}

export interface OfflineStore {
  /** False where nothing outlives the page. */
  readonly lasts: boolean;
  /**
   * One transaction; others wait. Resolves once it is committed, rejects when nothing of it was. `work` waits for nothing
   * but the transaction's own answers.
   */
  change<Result>(
    work: (tx: StoreTransaction) => Promise<Result> | Result,
    options?: ChangeOptions,
  ): Promise<Result>;
  read<Result>(work: (tx: Pick<StoreTransaction, 'get' | 'list'>) => Promise<Result>): Promise<Result>;
}

/** The store has no room for more. */
export class StoreFullError extends Error {
  override name = 'StoreFullError';
}
