// The store of a browser: one IndexedDB database with one table of records under paths. The only file that knows IndexedDB.
// A database made by a newer version of the product is left alone.

import {
  type ChangeOptions,
  type OfflineStore,
  type StoreEntry,
  StoreFullError,
  type StoreKey,
  type StoreTransaction,
} from './store.ts';

const version = 1;
const table = 'records';

/**
 * @throws when the browser keeps nothing (private windows, blocked storage), another tab is in the way, or a newer version
 * was here.
 */
export function openIdbStore(factory: IDBFactory, name: string): Promise<OfflineStore> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => resolve(new IdbStore(request.result));
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('another tab holds an older database open'));
  });
}

class IdbStore implements OfflineStore {
  readonly lasts = true;
  private readonly database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.database = database;
    // A newer version wants to come in: it must not wait for this page, whose writes fail from now on.
    database.onversionchange = () => database.close();
  }

  async change<Result>(
    work: (tx: StoreTransaction) => Promise<Result> | Result,
    { strict = false }: ChangeOptions = {},
  ): Promise<Result> {
    const durability = strict ? 'strict' : 'relaxed';
    return this.run(this.database.transaction(table, 'readwrite', { durability }), work);
  }

  async read<Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result> {
    return this.run(this.database.transaction(table, 'readonly'), work);
  }

  private run<Result>(
    transaction: IDBTransaction,
    work: (tx: StoreTransaction) => Promise<Result> | Result,
  ): Promise<Result> {
    const records = transaction.objectStore(table);
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(named(transaction.error));
    });
    const worked = Promise.resolve(work(transactionOn(records))).catch((error: unknown) => {
      abort(transaction);
      throw error;
    });
    return Promise.all([worked, committed]).then(([result]) => result);
  }
}

function transactionOn(records: IDBObjectStore): StoreTransaction {
  return {
    get: (key) => answer(records.get([...key])),
    list: (under) => listBelow(records, under),
    put: (key, value) => void records.put(value, [...key]),
    remove: (path) => void records.delete(below(path)),
  };
}

async function listBelow(records: IDBObjectStore, under: StoreKey): Promise<StoreEntry[]> {
  const range = below(under);
  const [keys, values] = await Promise.all([
    answer(records.getAllKeys(range)),
    answer(records.getAll(range)),
  ]);
  return keys.flatMap((key, index) =>
    Array.isArray(key) ? [{ key: key as StoreKey, value: values[index] as unknown }] : [],
  );
}

/** A list sorts after every number and text, so that an empty one closes the range. */
function below(path: StoreKey): IDBKeyRange {
  return IDBKeyRange.bound([...path], [...path, []]);
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It ended by itself.
  }
}

function named(error: DOMException | null): Error {
  if (error?.name === 'QuotaExceededError') return new StoreFullError('this device has no room for more');
  return error ?? new Error('the browser gave the transaction up');
}
