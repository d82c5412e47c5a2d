// A disk that fails leaves unknown what was written. Whoever writes through this need not think of it: the process stops.

import { ConflictError, DiskFullError, type Storage } from './storage/storage.ts';

/** Nothing was written. The last two are names, keys and values that no storage takes. */
const isHarmless = [ConflictError, DiskFullError, RangeError, TypeError];

/** The same storage; an error that leaves what was written unknown is told to `onFatal` before it is thrown on. */
export function failStop(storage: Storage, onFatal: (error: unknown) => void): Storage {
  return {
    commit: (batch) => guarded(storage.commit(batch)),
    load: (doc) => storage.load(doc),
    readLog: (doc, afterSeq) => storage.readLog(doc, afterSeq),
    saveSnapshot: (doc, snapshot) => guarded(storage.saveSnapshot(doc, snapshot)),
    destroyKey: (doc, keep) => guarded(storage.destroyKey(doc, keep)),
    get: (key) => storage.get(key),
    list: (prefix) => storage.list(prefix),
    removeBoard: (board) => guarded(storage.removeBoard(board)),
    close: () => storage.close(),
  };

  async function guarded<Value>(written: Promise<Value>): Promise<Value> {
    try {
      return await written;
    } catch (error) {
      if (!isHarmless.some((kind) => error instanceof kind)) onFatal(error);
      throw error;
    }
  }
}
