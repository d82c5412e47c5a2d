// The tables of the database. Keys and values are bytes that we lay out ourselves: see names.ts and records.ts.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { decodeHead, type Head, numberedKey, numberOfKey } from './records.ts';
import { DamageError } from './storage.ts';

export type Table = Database<Buffer, Buffer>;

export interface Tables {
  /** Name and sequence number to a record. */
  readonly log: Table;
  /** Name to where the document stands. */
  readonly heads: Table;
  /** Name and sequence number to a snapshot. */
  readonly snapshots: Table;
  /** Name and Yjs client id to a participant. */
  readonly bindings: Table;
  /** Key to JSON. */
  readonly values: Table;
}

/** Opens the tables in a folder, which must exist. @throws DamageError when the file there is none of the database's. */
export function openTables(folder: string): { root: RootDatabase; tables: Tables } {
  checkFile(path.join(folder, 'data.mdb'));
  const encodings = { encoding: 'binary', keyEncoding: 'binary', cache: false } as const;
  const root = open({ path: folder, maxDbs: 8, noSubdir: false, overlappingSync: false, ...encodings });
  const table = (name: string): Table => root.openDB<Buffer, Buffer>({ name, ...encodings });
  return {
    root,
    tables: {
      log: table('log'),
      heads: table('heads'),
      snapshots: table('snapshots'),
      bindings: table('bindings'),
      values: table('values'),
    },
  };
}

// Where things are in each of the first two pages, in bytes.
const magic = 0xbeefc0de;
const magicAt = 24;
const pageSizeAt = 48;
/** Pages at which the two trees begin: of what is free, and of what is there. */
const rootsAt = [88, 136] as const;
const writtenAt = 152;
const headBytes = 160;
const noPage = 2n ** 64n - 1n;

/**
 * The first two pages must say what they are, and the file must reach to where its newest state begins: handed any other,
 * LMDB ends the process without a word. @throws DamageError
 */
export function checkFile(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    const { size } = fstatSync(handle);
    // An empty file is one that a crash left at the very first start.
    if (size === 0) return;
    const first = headAt(handle, 0);
    const pageSize = first === null ? 0 : first.numberAt(pageSizeAt);
    const second = first === null ? null : headAt(handle, pageSize);
    if (first === null || second === null || size < 2 * pageSize)
      throw new DamageError(`${file} is no database file`);
    const newest = first.longAt(writtenAt) > second.longAt(writtenAt) ? first : second;
    const isThere = (page: bigint) => page === noPage || (page + 1n) * BigInt(pageSize) <= BigInt(size);
    if (!rootsAt.every((at) => isThere(newest.longAt(at)))) throw new DamageError(`${file} is cut off`);
  } finally {
    closeSync(handle);
  }
}

interface PageHead {
  numberAt(offset: number): number;
  longAt(offset: number): bigint;
}

/** In the order of bytes of the machine that wrote it; null where there is none. */
function headAt(handle: number, position: number): PageHead | null {
  const bytes = Buffer.alloc(headBytes);
  readSync(handle, bytes, 0, headBytes, position);
  if (bytes.readUInt32LE(magicAt) === magic)
    return { numberAt: (at) => bytes.readUInt32LE(at), longAt: (at) => bytes.readBigUInt64LE(at) };
  if (bytes.readUInt32BE(magicAt) === magic)
    return { numberAt: (at) => bytes.readUInt32BE(at), longAt: (at) => bytes.readBigUInt64BE(at) };
  return null;
}

/** All entries of a name in a numbered table, the highest number first. */
export function newestFirst(name: Uint8Array): {
  start: Buffer;
  end: Buffer;
  reverse: true;
  inclusiveEnd: true;
} {
  const start = numberedKey(name, Number.MAX_SAFE_INTEGER);
  return { start, end: numberedKey(name, 0), reverse: true, inclusiveEnd: true };
}

/** Where a document stands. When its head is damaged, the log says so: both are written in one transaction. */
export function readHead(tables: Tables, name: Buffer): Head & { readonly damage?: string } {
  const bytes = tables.heads.get(name);
  if (!bytes) return { head: 0, floor: 0 };
  const head = decodeHead(name, bytes);
  if ('value' in head) return head.value;
  for (const key of tables.log.getKeys({ ...newestFirst(name), limit: 1 })) {
    return { head: numberOfKey(key), floor: 0, damage: head.damage };
  }
  return { head: 0, floor: 0, damage: head.damage };
}
