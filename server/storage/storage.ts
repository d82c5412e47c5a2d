// What the server asks of a disk. LMDB and memory keep this contract (tests/support/storageContract.ts); a database can.
// Storage knows bytes and names. It does not know what a note is.

/**
 * A document's name in storage: the board's id, then what is inside it, e.g. `B3x.../canvas`, `B3x.../personal/P9a...`.
 * At most 512 bytes of UTF-8, no control characters. Names with `/personal/` are encrypted before they reach a disk.
 */
export type StoredName = string;

/** What kind of change a record holds: an update as a client sent it, or one that the server made. */
export type RecordKind = 'update' | 'server' | 'import' | 'undo';

export interface NewRecord {
  /** Milliseconds since 1970 by the server's clock. */
  readonly time: number;
  /** Who brought it: a participant's id, or `server`. */
  readonly participant: string;
  readonly kind: RecordKind;
  /** A Yjs update, version 1. */
  readonly bytes: Uint8Array;
}

export interface LogRecord extends NewRecord {
  /** 1 for a document's first record, then without gaps. */
  readonly seq: number;
}

export interface Append {
  readonly doc: StoredName;
  /** The sequence number of the last record the writer knows, 0 for none. */
  readonly expectedHead: number;
  readonly records: readonly NewRecord[];
}

/** First use of a Yjs client id in a document binds it to a participant for good. */
export interface Binding {
  readonly doc: StoredName;
  readonly clientId: number;
  readonly participant: string;
}

/**
 * Address of a small JSON value, e.g. `['board', id]`. Parts hold no control characters; at most 1024 bytes of UTF-8 in
 * all. Keys are ordered part by part, by code point.
 */
export type Key = readonly string[];

export interface Put {
  readonly key: Key;
  readonly value: unknown;
}

/** Everything in a batch becomes durable together, or nothing of it does. */
export interface Batch {
  readonly appends?: readonly Append[];
  readonly bindings?: readonly Binding[];
  readonly puts?: readonly Put[];
  readonly removes?: readonly Key[];
}

export interface Snapshot {
  /** The state after this record. */
  readonly uptoSeq: number;
  /** The whole document as one Yjs update, version 1, garbage collected. */
  readonly bytes: Uint8Array;
}

export interface StoredDoc {
  readonly snapshot: Snapshot | null;
  /** The records after the snapshot, in order, without gaps. */
  readonly tail: readonly LogRecord[];
  /** Sequence number of the last record; 0 for a document nobody has written. */
  readonly head: number;
  readonly bindings: ReadonlyMap<number, string>;
  /**
   * Set when a record failed its checksum: `tail` then ends before it, and the document must not be written until it is
   * restored, because later records depend on the damaged one.
   */
  readonly damage: { readonly seq: number; readonly message: string } | null;
}

/** Reads see every commit that was called before them, and nothing that is not durable. */
export interface Storage {
  /**
   * Resolves once the batch is durable. Batches called without waiting for each other are kept in the order of the calls.
   * A batch without appends is let through when the disk is nearly full, so that boards can be removed.
   * @throws ConflictError when a head is not the expected one; nothing was written.
   * @throws DiskFullError when there is no room; nothing was written, and trying again later is safe.
   * @throws RangeError or TypeError for a name, key or value that breaks the rules above; nothing was written.
   * @throws any other error when the disk failed: what was written is unknown and the process must stop.
   */
  commit(batch: Batch): Promise<void>;
  load(doc: StoredName): Promise<StoredDoc>;
  /** All records after `afterSeq`, in order: the log is kept when snapshots are taken. */
  readLog(doc: StoredName, afterSeq: number): AsyncIterable<LogRecord>;
  /**
   * Keeps this and the one before; an older `uptoSeq` than the newest stored is ignored, the same one is replaced. Durable
   * when it resolves.
   */
  saveSnapshot(doc: StoredName, snapshot: Snapshot): Promise<void>;
  /**
   * Makes everything stored for a personal document unreadable for good, in backups too, except `keep`: the state after
   * the last record with what may stay (null for nothing). The head stays, bindings stay; what is committed afterwards
   * is sealed with a new key. Calling it again after a crash is safe.
   * @throws ConflictError when `keep` is not the state after the last record; nothing was destroyed.
   */
  destroyKey(doc: StoredName, keep: Snapshot | null): Promise<void>;
  /** undefined when there is none. @throws DamageError when the stored value fails its checksum. */
  get(key: Key): Promise<unknown>;
  /** Entries whose key starts with the parts of `prefix`, in key order. Damaged ones are left out and logged. */
  list(prefix: Key): Promise<Put[]>;
  /** Removes the documents of a board (names that start with `<board>/`), their bindings, snapshots and keys for good. */
  removeBoard(board: string): Promise<void>;
  /** Waits for what was committed, then lets go of the disk. */
  close(): Promise<void>;
}

export class ConflictError extends Error {
  override name = 'ConflictError';
}

export class DiskFullError extends Error {
  override name = 'DiskFullError';
}

export class DamageError extends Error {
  override name = 'DamageError';
}
