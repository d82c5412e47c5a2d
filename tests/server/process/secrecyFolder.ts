// Somebody who has a data folder and all the time in the world: reads every file byte by byte, free pages of the database
// included, takes every key that lies about anywhere, and opens whatever was ever sealed.

import { createDecipheriv } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface FolderKey {
  readonly id: string;
  readonly doc: string;
  readonly secret: Buffer;
}

export interface Folder {
  /** By path in the folder. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Every key in any file, also in what was overwritten and never cleaned. */
  readonly keys: readonly FolderKey[];
}

const entry = /\{"id":"([\w-]{11})","doc":"([^"]+)","secret":"([A-Za-z0-9+/]{43}=)"\}/g;

export async function readFolder(folder: string): Promise<Folder> {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder, { recursive: true })) {
    const bytes = await readFile(path.join(folder, name)).catch(() => null);
    if (bytes !== null) files.set(name, bytes);
  }
  const keys = new Map<string, FolderKey>();
  for (const bytes of files.values())
    for (const [, id = '', doc = '', secret = ''] of bytes.toString('latin1').matchAll(entry))
      keys.set(id, { id, doc, secret: Buffer.from(secret, 'base64') });
  return { files, keys: [...keys.values()] };
}

/** A secret as it could stand in a file. */
export function formsOfKey({ secret }: FolderKey): Buffer[] {
  const texts = [secret.toString('base64'), secret.toString('base64url'), secret.toString('hex')];
  return [secret, ...texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])];
}

/** The files that hold one of these. */
export function filesWith({ files }: Folder, needles: readonly Buffer[]): string[] {
  const holding = [...files].filter(([, bytes]) => needles.some((needle) => bytes.includes(needle)));
  return holding.map(([name]) => name).sort();
}

const sealVersion = 1;
const [idBytes, nonceBytes] = [8, 12];
/** Longer than any record or snapshot here. */
const sealedMax = 16_384;

/**
 * Everything under the seal of a key with one of these ids, wherever it lies, opened with each of the keys in turn. The
 * tag is not asked: half a record that was partly overwritten counts as well.
 */
export function* opened(
  folder: Folder,
  ids: readonly string[],
  keys: readonly FolderKey[],
): Generator<Buffer> {
  for (const bytes of folder.files.values()) {
    for (const id of ids) {
      const needle = Buffer.from(id, 'base64url');
      for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
        if (bytes[at - 1] !== sealVersion) continue;
        const nonce = bytes.subarray(at + idBytes, at + idBytes + nonceBytes);
        const sealed = bytes.subarray(at + idBytes + nonceBytes, at + sealedMax);
        for (const { secret } of keys) yield unsealed(secret, nonce, sealed);
      }
    }
  }
}

/** GCM is counter mode that begins at 2, and a tag. */
function unsealed(secret: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const counter = Buffer.concat([nonce, Buffer.from([0, 0, 0, 2])]);
  return createDecipheriv('aes-256-ctr', secret, counter).update(sealed);
}
