// The tables of the database. Keys and values are bytes that we lay out ourselves: see names.ts and records.ts.

import { type Database, open, type RootDatabase } from 'lmdb';
import { decodeHead, type Head, numberedKey, numberOfKey } from './records.ts';

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

/** Opens the tables in a folder, which must exist. */
export function openTables(folder: string): { root: RootDatabase; tables: Tables } {
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
