// Each storage on a disk that a test may fill, damage and reopen.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DiskSpace } from '../../server/storage/diskSpace.ts';
import { LmdbStorage } from '../../server/storage/lmdbStorage.ts';
import { openTables } from '../../server/storage/lmdbTables.ts';
import type { StorageLog } from '../../server/storage/log.ts';
import { memoryStorage, StoredState } from '../../server/storage/memoryStorage.ts';
import { keyBytes, nameBytes } from '../../server/storage/names.ts';
import { openStorage } from '../../server/storage/openStorage.ts';
import { placesIn } from '../../server/storage/places.ts';
import { numberedKey } from '../../server/storage/records.ts';
import type { Storage } from '../../server/storage/storage.ts';
import { realEnv, type Scheduler, seededRandom } from '../../shared/lib/env.ts';
import { SimDisk } from './simDisk.ts';
import type { Damage, StorageBench } from './storageContract.ts';

/** A log that keeps its lines. */
export function keptLog(): StorageLog & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (level: string) => (_fields: unknown, message: string) =>
    void lines.push(`${level}: ${message}`);
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'wallflower-'));
}

export async function memoryBench(): Promise<StorageBench> {
  const state = new StoredState();
  return { storage: memoryStorage(state), reopen: async () => memoryStorage(state), dispose: async () => {} };
}

/** Every task at the next opportunity: the contract asks for order, not for time. */
const soon: Scheduler = {
  after(_delayMs, task) {
    const handle = setImmediate(task);
    return () => clearImmediate(handle);
  },
};

export async function simDiskBench(): Promise<StorageBench> {
  const disk = new SimDisk({ scheduler: soon, random: seededRandom(1) });
  return {
    storage: disk.open(),
    reopen: async () => disk.crash(),
    fill: (isFull) => {
      disk.isFull = isFull;
    },
    dispose: async () => {},
  };
}

/** A storage in a folder of its own, opened by `open`, with its records in `records`. */
async function folderBench(
  open: (folder: string, freeBytes: () => number) => Promise<Storage>,
  recordsIn: (folder: string) => string,
): Promise<StorageBench> {
  const folder = await temporaryFolder();
  let free = Number.MAX_SAFE_INTEGER;
  let storage = await open(folder, () => free);
  async function reopen(behindItsBack: () => Promise<void> = async () => {}): Promise<Storage> {
    await storage.close();
    await behindItsBack();
    storage = await open(folder, () => free);
    return storage;
  }
  return {
    storage,
    reopen: () => reopen(),
    fill: (isFull) => {
      free = isFull ? 1_000 : Number.MAX_SAFE_INTEGER;
    },
    damage: (...all) => reopen(() => damageTables(recordsIn(folder), all)),
    async dispose() {
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function lmdbBench(): Promise<StorageBench> {
  return folderBench(
    async (folder, freeBytes) => {
      const log = keptLog();
      const reserve = { reserveFile: path.join(folder, 'reserve'), reserveBytes: 0, lowBytes: 10_000 };
      return LmdbStorage.open({ folder, log, space: new DiskSpace({ ...reserve, log, freeBytes }) });
    },
    (folder) => folder,
  );
}

/** The whole data folder, as the server opens it. */
export function dataFolderBench(): Promise<StorageBench> {
  const sizes = { reserveBytes: 0, lowBytes: 10_000 };
  return folderBench(
    (folder, freeBytes) => openStorage({ folder, env: realEnv, log: keptLog(), ...sizes, freeBytes }),
    (folder) => placesIn(folder).records,
  );
}

/** Changes stored bytes through a handle of its own. */
export async function damageTables(folder: string, all: readonly Damage[]): Promise<void> {
  const { root, tables } = openTables(folder);
  for (const damage of all) {
    const [table, key] =
      damage.what === 'value'
        ? ([tables.values, keyBytes(damage.key)] as const)
        : damage.what === 'head'
          ? ([tables.heads, nameBytes(damage.doc)] as const)
          : ([
              damage.what === 'snapshot' ? tables.snapshots : tables.log,
              numberedKey(nameBytes(damage.doc), damage.seq),
            ] as const);
    const value = table.get(key);
    if (!value) throw new Error(`nothing to damage: ${JSON.stringify(damage)}`);
    if (damage.what === 'missing record') await table.remove(key);
    else {
      const flipped = Buffer.from(value);
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 4;
      await table.put(key, flipped);
    }
  }
  await root.close();
}
