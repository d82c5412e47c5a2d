// One backup on disk: a compacted copy of the records and of every small file beside them, marked complete as the last
// thing. The keys of personal documents are not in it: one copy of them stands beside all backups, and a key that is
// destroyed leaves that copy too, so no backup can bring it back.

import { copyFile, cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere, replaceFile, syncFolder } from './durableFile.ts';
import type { DataFolder } from './openStorage.ts';
import { formatNow, parseFormat, placesIn } from './places.ts';

/** The file that says a backup is complete. */
const completeName = 'backup.json';
const partial = '.partial';

// What a data folder holds beside the files that a backup copies.
const notCopied = new Set([
  'records',
  'lock',
  'backups',
  'damaged',
  'restoring',
  'keys.json',
  'reserve',
  'restore.json',
]);

/** Makes the backup `name` of an open data folder; returns where it is. It appears whole or not at all. */
export async function writeBackup(disk: DataFolder, name: string): Promise<string> {
  const { backups } = placesIn(disk.folder);
  const place = path.join(backups, name);
  const fresh = `${place}${partial}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(path.join(fresh, 'records'), { recursive: true, mode: 0o700 });
  try {
    await disk.backup(path.join(fresh, 'records'));
    await syncFile(path.join(fresh, 'records', 'data.mdb'));
    await copyBeside(disk.folder, fresh);
    await disk.saveKeyCopy();
    await replaceFile(path.join(fresh, completeName), `${JSON.stringify({ format: formatNow, name })}\n`);
    await syncFolder(path.join(fresh, 'records'));
    await rename(fresh, place);
    await syncFolder(backups);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  return place;
}

/** Names of the complete backups of a data folder, oldest first when they are times. */
export async function listBackups(folder: string): Promise<string[]> {
  const { backups } = placesIn(folder);
  const entries = await readdir(backups, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.endsWith(partial))
    .map(({ name }) => name);
  const formats = await Promise.all(names.map((name) => backupFormat(path.join(backups, name))));
  return names.filter((_, index) => formats[index] !== null).sort();
}

export async function removeBackup(folder: string, name: string): Promise<void> {
  await rm(path.join(placesIn(folder).backups, name), { recursive: true, force: true });
}

/** The format of a complete backup; null when the folder is none. */
export async function backupFormat(place: string): Promise<number | null> {
  const text = await readIfThere(path.join(place, completeName));
  return text === null ? null : parseFormat(text);
}

/** Copies what stands beside the records: small files as they are, other folders by links where the disk can. */
export async function copyBeside(from: string, to: string): Promise<string[]> {
  const copied: string[] = [];
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const { name } = entry;
    if (notCopied.has(name) || name === completeName || name.endsWith('.new')) continue;
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (entry.isFile()) {
      await copyFile(source, target);
      await syncFile(target);
    } else if (entry.isDirectory()) await cp(source, target, { recursive: true });
    else continue;
    copied.push(name);
  }
  return copied;
}

/** When it resolves, what was written to the file is on the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
