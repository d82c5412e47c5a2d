// The store where nothing lasts: for browsers that keep nothing, so that the rest need not know, and for tests.

import type { OfflineStore, StoreEntry, StoreKey, StoreTransaction } from './store.ts';

export class MemoryStore implements OfflineStore {
  readonly lasts: boolean;
  private records = new Map<string, StoreEntry>();
  private last: Promise<unknown> = Promise.resolve();

  /** `lasts` is for tests, which keep the store while pages come and go. */
  constructor(lasts = false) {
    this.lasts = lasts;
  }

  change<Result>(work: (tx: StoreTransaction) => Promise<Result> | Result): Promise<Result> {
    const run = this.last.then(async () => {
      const copy = new Map(this.records);
      const result = await work(transactionOn(copy));
      this.records = copy;
      return result;
    });
    this.last = run.catch(() => {});
    return run;
  }

  read<Result>(work: (tx: Pick<StoreTransaction, 'get' | 'list'>) => Promise<Result>): Promise<Result> {
    return this.last.then(() => work(transactionOn(new Map(this.records))));
  }
}

function transactionOn(records: Map<string, StoreEntry>): StoreTransaction {
  const below = (path: StoreKey) =>
    [...records.values()].filter(({ key }) => path.every((part, index) => part === key[index]));
  return {
    get: async (key) => records.get(JSON.stringify(key))?.value,
    list: async (under) => below(under).sort((a, b) => compareKeys(a.key, b.key)),
    put(key, value) {
      records.set(JSON.stringify(key), { key, value: structuredClone(value) });
    },
    remove(path) {
      for (const { key } of below(path)) records.delete(JSON.stringify(key));
    },
  };
}

function compareKeys(a: StoreKey, b: StoreKey): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (x === y) continue;
    if (typeof x === typeof y) return x < y ? -1 : 1;
    return typeof x === 'number' ? -1 : 1;
  }
  return a.length - b.length;
}
