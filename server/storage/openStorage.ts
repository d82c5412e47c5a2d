// Opens the data folder: one process at a time, a version it knows, then the records and their keys.

import { chmod, mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Env } from '../../shared/lib/env.ts';
import { listBackups } from './backupFolder.ts';
import { DiskSpace, freeBytesAt } from './diskSpace.ts';
import { readIfThere, replaceFile } from './durableFile.ts';
import { type FolderLock, lockFolder } from './folderLock.ts';
import { KeyFileError, Keyring } from './keyring.ts';
import { LmdbStorage } from './lmdbStorage.ts';
import type { StorageLog } from './log.ts';
import { formatNow, parseFormat, placesIn } from './places.ts';
import { SealedStorage } from './sealedStorage.ts';
import { DamageError, DiskFullError, type Storage } from './storage.ts';

export interface OpenOptions {
  /** Created with mode 0700 when it does not exist. */
  readonly folder: string;
  readonly env: Env;
  readonly log: StorageLog;
  /** Room held back for a full disk; 64 MiB unless said otherwise. */
  readonly reserveBytes?: number;
  /** Appends are refused when less than this is free; 16 MiB unless said otherwise. */
  readonly lowBytes?: number;
  /** For tests: what the disk says is free. */
  readonly freeBytes?: () => number;
}

export interface DataFolder extends Storage {
  readonly folder: string;
  /** Grows with every write: whether there is something new to back up. */
  changeCount(): number;
  /** A compacted copy of the records, taken while the server runs, in a folder that exists. The keys are not in it. */
  backup(toFolder: string): Promise<void>;
  /** Waits for what is done in the background. */
  settled(): Promise<void>;
  /** Renews the one copy of the keys beside the backups; keys that are destroyed leave it at once. */
  saveKeyCopy(): Promise<void>;
}

/** One clear line for the person who starts the server: print the message and exit. */
export class StartError extends Error {
  override name = 'StartError';
}

const mebibyte = 1024 * 1024;

/** @throws StartError when the folder is in use, of a newer version, or cannot be read or written. */
export async function openStorage(options: OpenOptions): Promise<DataFolder> {
  const folder = resolve(options.folder);
  const lock = await claimFolder(folder, options.env);
  try {
    const wasUsed = await checkVersion(folder);
    if (wasUsed) await mustHoldRecords(placesIn(folder).records);
    const opened = await openClaimed({ ...options, folder }, lock);
    if (!wasUsed) await markVersion(folder);
    return opened;
  } catch (error) {
    await lock.release();
    throw await asStartError(error, folder);
  }
}

/** Creates the folder and takes its lock. @throws StartError when another process holds it. */
export async function claimFolder(folder: string, env: Env): Promise<FolderLock> {
  let lock: FolderLock | null;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await mkdir(placesIn(folder).backups, { recursive: true, mode: 0o700 });
    lock = await lockFolder(folder, env);
  } catch (error) {
    throw await asStartError(error, folder);
  }
  if (lock) return lock;
  throw new StartError(
    `The data folder ${folder} is in use by another Wallflower. Stop it, or set DATA_DIR to another folder.`,
  );
}

async function openClaimed(options: OpenOptions, lock: FolderLock): Promise<DataFolder> {
  const { folder, log, reserveBytes = 64 * mebibyte, lowBytes = 16 * mebibyte } = options;
  const places = placesIn(folder);
  await bringKeysBack(places, log);
  const keyring = await Keyring.open({ file: places.keys, copy: places.keyCopy }, options.env.random);
  const space = new DiskSpace({
    reserveFile: places.reserve,
    reserveBytes,
    lowBytes,
    log,
    freeBytes: options.freeBytes ?? (() => freeBytesAt(folder)),
  });
  const records = await LmdbStorage.open({ folder: places.records, log, space });
  const sealed = new SealedStorage(records, keyring, options.env.random);
  return {
    folder,
    commit: (batch) => sealed.commit(batch),
    load: (doc) => sealed.load(doc),
    readLog: (doc, afterSeq) => sealed.readLog(doc, afterSeq),
    saveSnapshot: (doc, snapshot) => sealed.saveSnapshot(doc, snapshot),
    destroyKey: (doc, keep) => sealed.destroyKey(doc, keep),
    get: (key) => sealed.get(key),
    list: (prefix) => sealed.list(prefix),
    removeBoard: (board) => sealed.removeBoard(board),
    changeCount: () => records.changeCount,
    async backup(toFolder) {
      // A backup that fills the disk would do more harm than none.
      const { size } = await stat(join(places.records, 'data.mdb'));
      if (size > space.room()) throw new DiskFullError('there is no room for a backup');
      await records.backup(toFolder);
    },
    settled: () => space.settled(),
    saveKeyCopy: () => keyring.saveCopy(),
    async close() {
      try {
        await sealed.close();
        await space.settled();
      } finally {
        await lock.release();
      }
    },
  };
}

/** A file of keys that went missing is made again from its copy: without it drafts and open votes would be lost in silence. */
async function bringKeysBack(places: ReturnType<typeof placesIn>, log: StorageLog): Promise<void> {
  if ((await readIfThere(places.keys)) !== null) return;
  const copy = await readIfThere(places.keyCopy);
  if (copy === null) return;
  await replaceFile(places.keys, copy);
  log.warn(
    { file: places.keys, copy: places.keyCopy },
    'The file of keys was missing; its copy was taken. What was sealed with newer keys is lost.',
  );
}

/** Whether it holds data already. @throws StartError */
async function checkVersion(folder: string): Promise<boolean> {
  const { version, restoreBegun } = placesIn(folder);
  if ((await readIfThere(restoreBegun)) !== null) {
    throw new StartError(
      `A restore of ${folder} was interrupted. Run the restore command again, then start.`,
    );
  }
  const text = await readIfThere(version);
  if (text === null) return false;
  const format = parseFormat(text);
  if (format === null)
    throw new StartError(`${version} cannot be read: it should say {"format":${formatNow}}.`);
  if (format > formatNow) {
    throw new StartError(
      `The data folder ${folder} was written by a newer Wallflower (format ${format}; this one knows ${formatNow}). Start the newer version, or set DATA_DIR to another folder.`,
    );
  }
  return true;
}

/** After the database is there: a folder that says its version and has no database has lost it. */
async function markVersion(folder: string): Promise<void> {
  await replaceFile(placesIn(folder).version, `${JSON.stringify({ format: formatNow })}\n`);
}

/** A new database in the place of a lost one would look like a server that never had a board. @throws DamageError */
async function mustHoldRecords(records: string): Promise<void> {
  const file = join(records, 'data.mdb');
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new DamageError(`${file} is missing`);
  if (size === 0) throw new DamageError(`${file} is empty`);
}

async function asStartError(error: unknown, folder: string): Promise<StartError> {
  if (error instanceof StartError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof KeyFileError) {
    return new StartError(
      `${message}. Move it away: its copy ${placesIn(folder).keyCopy} is taken instead. Without that, drafts not yet revealed and votes of open ballots are lost.`,
    );
  }
  const isDamage = error instanceof DamageError || message.startsWith('MDB_');
  if (!isDamage) return new StartError(`The data folder ${folder} cannot be opened: ${message}`);
  const newest = (await listBackups(folder).catch(() => [])).at(-1);
  const advice =
    newest === undefined
      ? 'There is no backup in it'
      : `Restore its newest backup: npm run restore -- ${join(placesIn(folder).backups, newest)}`;
  return new StartError(`The data folder ${folder} is damaged: ${message}. ${advice}`);
}
