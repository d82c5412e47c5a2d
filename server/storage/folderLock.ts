// One process per data folder. Node has no file locks, but LMDB takes one from the kernel for every process that reads: a
// tiny environment of its own, in which every holder keeps one reader, tells who is there. The kernel lets go when a process
// ends, however it ends, so there is no stale lock to guess about, and process ids of containers that share a folder may
// repeat. It does not work on network drives; neither does the database.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { open } from 'lmdb';
import type { Env } from '../../shared/lib/env.ts';
import { checkFile } from './lmdbTables.ts';

export interface FolderLock {
  release(): Promise<void>;
}

// The lock lasts as long as the process unless it is released; it must not be collected as garbage before.
const held = new Set<unknown>();

const attemptsMax = 4;

/** null when another process, or this one, holds the folder. @throws when what is there cannot be the lock. */
export async function lockFolder(folder: string, env: Env): Promise<FolderLock | null> {
  const path = join(folder, 'lock');
  await mkdir(path, { recursive: true, mode: 0o700 });
  try {
    checkFile(join(path, 'data.mdb'));
  } catch (error) {
    // There is nothing in it to be lost; but who holds it cannot be seen.
    const { message } = error as Error;
    throw new Error(`${message}. See that no Wallflower runs on this folder, then remove ${path}`);
  }
  for (let attempt = 1; ; attempt++) {
    const lock = tryLock(path);
    if (lock.readers === 1) {
      held.add(lock);
      return {
        async release() {
          held.delete(lock);
          await lock.letGo();
        },
      };
    }
    await lock.letGo();
    if (attempt === attemptsMax) return null;
    // Two that start at the same moment see each other and both step back, for different times.
    const pauseMs = 20 + env.random.next() * 100;
    await new Promise<void>((resolve) => env.scheduler.after(pauseMs, resolve));
  }
}

function tryLock(path: string): { readers: number; letGo: () => Promise<void> } {
  const root = open({ path, maxDbs: 1, mapSize: 1024 * 1024, noSubdir: false, overlappingSync: false });
  // biome-ignore lint/correctness/useHookAtTopLevel: a transaction of LMDB, not a hook of React.
  const transaction = root.useReadTransaction();
  root.doesExist('anything');
  root.readerCheck();
  // A heading, then a line for each reader: process, thread, transaction.
  const readers = root.readerList().match(/^\s*\d+ [0-9a-f]+ /gm)?.length ?? 0;
  return {
    readers,
    async letGo() {
      transaction.done();
      await root.close();
    },
  };
}
