// Puts a backup in the place of damaged data. Nothing is deleted: what was there is moved aside. Boards start a new epoch,
// so that devices which remember more than the backup are told, and do not bring back half of it.

import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from '../../shared/lib/env.ts';
import { backupFormat, copyBeside, syncFile } from './backupFolder.ts';
import { readIfThere, replaceFile, syncFolder } from './durableFile.ts';
import { openTables, type Tables } from './lmdbTables.ts';
import { keyBytes } from './names.ts';
import { claimFolder, StartError } from './openStorage.ts';
import { formatNow, placesIn, timeName } from './places.ts';
import { decodeText, encodeText } from './records.ts';
import { verifyTables } from './verify.ts';

export interface RestoreOptions {
  /** A folder that the automatic backup made, or a copy of one. */
  readonly backup: string;
  /** The data folder to restore into; made when it does not exist. */
  readonly folder: string;
  readonly env: Env;
  /** Hears each step as one line. */
  readonly say: (line: string) => void;
}

/** @throws StartError with one clear line; then nothing was changed, or the same command finishes it. */
export async function restoreBackup({ backup, folder, env, say }: RestoreOptions): Promise<void> {
  const source = path.resolve(backup);
  const target = path.resolve(folder);
  const format = await backupFormat(source);
  if (format === null) {
    throw new StartError(`${source} is no complete backup: choose a folder in ${placesIn(target).backups}.`);
  }
  if (format > formatNow) {
    throw new StartError(
      `${source} was written by a newer Wallflower (format ${format}; this one knows ${formatNow}).`,
    );
  }
  const lock = await claimFolder(target, env);
  try {
    await bringIn(source, target);
    const raised = await checkAndRaise(source, target, say);
    await swap(source, target, env, say);
    say(
      `Restored ${target} from ${source}. ${raised} boards start a new epoch: devices that know more are told to reload.`,
    );
  } finally {
    await lock.release();
  }
}

/** Copies the backup into the data folder, on the same disk, where checking it cannot harm it. */
async function bringIn(source: string, target: string): Promise<void> {
  const { restoring } = placesIn(target);
  await rm(restoring, { recursive: true, force: true });
  await mkdir(path.join(restoring, 'records'), { recursive: true, mode: 0o700 });
  await copyFile(path.join(source, 'records', 'data.mdb'), path.join(restoring, 'records', 'data.mdb'));
  await copyBeside(source, restoring);
}

/** Reads every record of what was brought in; returns how many boards got a new epoch. */
async function checkAndRaise(source: string, target: string, say: (line: string) => void): Promise<number> {
  const { restoring } = placesIn(target);
  let raised = 0;
  let problems: readonly string[] = [];
  try {
    const { root, tables } = openTables(path.join(restoring, 'records'));
    try {
      const verdict = verifyTables(tables);
      problems = verdict.problems;
      say(
        `Read ${source}: ${verdict.documents} documents, ${verdict.records} records, ${verdict.values} values.`,
      );
      if (problems.length === 0) raised = await raiseEpochs(tables);
    } finally {
      await root.close();
    }
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  }
  if (problems.length > 0) {
    for (const problem of problems) say(`  ${problem}`);
    await rm(restoring, { recursive: true, force: true });
    throw new StartError(`${source} is damaged itself, so nothing was changed. Choose an older backup.`);
  }
  await syncFile(path.join(restoring, 'records', 'data.mdb'));
  return raised;
}

/** Raises `epoch` in every value stored under `board` and an id. */
async function raiseEpochs(tables: Tables): Promise<number> {
  const prefix = keyBytes(['board']);
  const range = {
    start: Buffer.concat([prefix, Buffer.from([0])]),
    end: Buffer.concat([prefix, Buffer.from([1])]),
  };
  const raised: { key: Buffer; value: Buffer }[] = [];
  for (const { key, value } of tables.values.getRange(range)) {
    const text = decodeText(key, value);
    const record: unknown = 'value' in text ? JSON.parse(text.value) : null;
    if (typeof record !== 'object' || record === null || Array.isArray(record)) continue;
    const epoch: unknown = (record as { epoch?: unknown }).epoch;
    if (typeof epoch !== 'number') continue;
    const place = Buffer.from(key);
    raised.push({ key: place, value: encodeText(place, JSON.stringify({ ...record, epoch: epoch + 1 })) });
  }
  await tables.values.batch(() => {
    for (const { key, value } of raised) void tables.values.put(key, value);
  });
  return raised.length;
}

async function swap(source: string, target: string, env: Env, say: (line: string) => void): Promise<void> {
  const places = placesIn(target);
  // From here on a start is refused until the command has run to its end.
  await replaceFile(places.restoreBegun, `${JSON.stringify({ from: source })}\n`);
  let aside = path.join(places.damaged, timeName(env.clock.now()));
  while (await exists(aside)) aside = `${aside}x`;
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const names = await readdir(places.restoring);
  for (const name of names) {
    const place = path.join(target, name);
    if (await exists(place)) {
      await rename(place, path.join(aside, name));
      say(`Moved ${place} to ${path.join(aside, name)}.`);
    }
    await rename(path.join(places.restoring, name), place);
  }
  await bringKeys(source, target, say);
  await rm(places.restoring, { recursive: true, force: true });
  await syncFolder(target);
  await rm(places.restoreBegun, { force: true });
  await syncFolder(target);
}

/** The data folder's own keys are never older than a copy; only when they are missing does the copy take their place. */
async function bringKeys(source: string, target: string, say: (line: string) => void): Promise<void> {
  const { keys } = placesIn(target);
  if (await exists(keys)) return;
  const copy = await readIfThere(path.join(path.dirname(source), 'keys.json'));
  if (copy !== null) {
    await replaceFile(keys, copy);
    say(`Took ${path.join(path.dirname(source), 'keys.json')} as the keys of personal documents.`);
  } else
    say('No keys of personal documents were found: drafts not yet revealed and open votes stay unreadable.');
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}
