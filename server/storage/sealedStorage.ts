// Seals personal documents before they reach the storage within, so that destroying a key destroys what it sealed on every
// disk that a page or a backup ever reached. All other documents pass through as they are.

import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../../shared/lib/env.ts';
import type { Keyring, SealKey } from './keyring.ts';
import { copyOfBatch } from './memoryStorage.ts';
import { isOfBoard, isPersonal } from './names.ts';
import {
  type Append,
  type Batch,
  DamageError,
  DiskFullError,
  type LogRecord,
  type Snapshot,
  type Storage,
  type StoredDoc,
  type StoredName,
} from './storage.ts';

const sealVersion = 1;
const idBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + idBytes + nonceBytes;

/** Sealed bytes are a version, the key's id, a nonce, the cipher text (AES-256-GCM) and its tag. */
function seal(key: SealKey, nonce: Uint8Array, place: string, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce);
  // The place is sealed in: bytes that turn up under another name or number do not open.
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const id = Buffer.from(key.id, 'base64url');
  return Buffer.concat([
    Buffer.from([sealVersion]),
    id,
    nonce,
    cipher.update(bytes),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** null when the key is gone. @throws DamageError when the bytes are not what was sealed there. */
function unseal(keyring: Keyring, place: string, sealed: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  if (bytes.length < headerBytes + tagBytes || bytes[0] !== sealVersion) {
    throw new DamageError(`${place}: not sealed bytes`);
  }
  const key = keyring.find(bytes.toString('base64url', 1, 1 + idBytes));
  if (!key) return null;
  const decipher = createDecipheriv('aes-256-gcm', key.secret, bytes.subarray(1 + idBytes, headerBytes));
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const opened = [decipher.update(bytes.subarray(headerBytes, -tagBytes)), decipher.final()];
    return new Uint8Array(Buffer.concat(opened));
  } catch {
    throw new DamageError(`${place}: the seal is broken`);
  }
}

function recordPlace(doc: StoredName, seq: number): string {
  return `${doc}#${seq}`;
}

function snapshotPlace(doc: StoredName, uptoSeq: number): string {
  return `${doc}@${uptoSeq}`;
}

export class SealedStorage implements Storage {
  private readonly inner: Storage;
  private readonly keyring: Keyring;
  private readonly random: Random;
  /** Set while a write waits for a key: later ones wait behind it, so that batches keep the order of the calls. */
  private before: Promise<unknown> | null = null;

  /** @param random must be the real one outside of tests: a nonce must never repeat under one key. */
  constructor(inner: Storage, keyring: Keyring, random: Random) {
    this.inner = inner;
    this.random = random;
    this.keyring = keyring;
  }

  async commit(batch: Batch): Promise<void> {
    const docs = (batch.appends ?? []).map(({ doc }) => doc).filter(isPersonal);
    if (!this.before && docs.every((doc) => this.keyring.durableKeyOf(doc))) {
      return this.commitSealed(batch);
    }
    const kept = copyOfBatch(batch);
    // Asked for now, so that a roomful of people who begin to write together share one write of the key file.
    const keys = this.needKeys(docs).catch(() => {});
    return this.inOrder(async () => {
      await keys;
      await this.needKeys(docs);
      return { written: this.commitSealed(kept) };
    });
  }

  async load(doc: StoredName): Promise<StoredDoc> {
    await this.before;
    const stored = await this.inner.load(doc);
    return isPersonal(doc) ? this.open(doc, stored) : stored;
  }

  async *readLog(doc: StoredName, afterSeq: number): AsyncIterable<LogRecord> {
    await this.before;
    for await (const record of this.inner.readLog(doc, afterSeq)) {
      const bytes = isPersonal(doc)
        ? unseal(this.keyring, recordPlace(doc, record.seq), record.bytes)
        : record.bytes;
      if (bytes) yield { ...record, bytes };
    }
  }

  async saveSnapshot(doc: StoredName, given: Snapshot): Promise<void> {
    if (!isPersonal(doc)) return this.inner.saveSnapshot(doc, given);
    const snapshot = { ...given, bytes: given.bytes.slice() };
    return this.inOrder(async () => {
      await this.needKeys([doc]);
      return { written: this.inner.saveSnapshot(doc, this.sealSnapshot(doc, snapshot)) };
    });
  }

  async destroyKey(doc: StoredName, given: Snapshot | null): Promise<void> {
    if (!isPersonal(doc)) return this.inner.destroyKey(doc, given);
    const keep = given && { ...given, bytes: given.bytes.slice() };
    // Only what was there before: a later call may be making the next key already.
    const doomed = this.keyring.idsOf(doc);
    // Asked for now, so that a roomful of documents share one write of the key file.
    const renewed = diskFullIsSaid(this.keyring.renew(doc));
    renewed.catch(() => {});
    return this.inOrder(async () => {
      await renewed;
      const sealed = keep && this.sealSnapshot(doc, keep);
      const written = this.inner.destroyKey(doc, sealed).then(async () => {
        await diskFullIsSaid(this.keyring.destroy((key) => doomed.has(key.id)));
      });
      return { written };
    });
  }

  async get(key: readonly string[]): Promise<unknown> {
    await this.before;
    return this.inner.get(key);
  }

  async list(prefix: readonly string[]): ReturnType<Storage['list']> {
    await this.before;
    return this.inner.list(prefix);
  }

  async removeBoard(board: string): Promise<void> {
    return this.inOrder(async () => ({
      written: this.inner.removeBoard(board).then(async () => {
        await diskFullIsSaid(this.keyring.destroy(({ doc }) => isOfBoard(doc, board)));
      }),
    }));
  }

  async close(): Promise<void> {
    await this.before;
    await this.inner.close();
  }

  /** Starts `work` after what waits already. Others go on once it has handed its write to the storage within. */
  private async inOrder(work: () => Promise<{ written: Promise<void> }>): Promise<void> {
    const started = (this.before ?? Promise.resolve()).then(work);
    const before = started.catch(() => {});
    this.before = before;
    void before.then(() => {
      if (this.before === before) this.before = null;
    });
    await (await started).written;
  }

  private async needKeys(docs: readonly StoredName[]): Promise<void> {
    await Promise.all(docs.map((doc) => diskFullIsSaid(this.keyring.keyOf(doc))));
  }

  private commitSealed(batch: Batch): Promise<void> {
    const appends = batch.appends?.map((append) =>
      isPersonal(append.doc) ? this.sealAppend(append) : append,
    );
    return this.inner.commit(appends ? { ...batch, appends } : batch);
  }

  private sealAppend({ doc, expectedHead, records }: Append): Append {
    const key = this.needKey(doc);
    const sealed = records.map((record, index) => ({
      ...record,
      bytes: this.seal(key, recordPlace(doc, expectedHead + 1 + index), record.bytes),
    }));
    return { doc, expectedHead, records: sealed };
  }

  private sealSnapshot(doc: StoredName, { uptoSeq, bytes }: Snapshot): Snapshot {
    return { uptoSeq, bytes: this.seal(this.needKey(doc), snapshotPlace(doc, uptoSeq), bytes) };
  }

  private seal(key: SealKey, place: string, bytes: Uint8Array): Buffer {
    return seal(key, this.random.bytes(nonceBytes), place, bytes);
  }

  private needKey(doc: StoredName): SealKey {
    const key = this.keyring.durableKeyOf(doc);
    // Only when another call destroyed it in between; nothing has been written then.
    if (!key) throw new Error(`${doc}: its key was destroyed while it was being written`);
    return key;
  }

  /** Records and a snapshot whose key was destroyed read as absent. */
  private open(doc: StoredName, stored: StoredDoc): StoredDoc {
    let { damage } = stored;
    let snapshot: Snapshot | null = null;
    const tail: LogRecord[] = [];
    let seq = stored.snapshot?.uptoSeq ?? 0;
    try {
      if (stored.snapshot) {
        const bytes = unseal(this.keyring, snapshotPlace(doc, seq), stored.snapshot.bytes);
        snapshot = bytes && { uptoSeq: seq, bytes };
      }
      for (const record of stored.tail) {
        seq = record.seq;
        const bytes = unseal(this.keyring, recordPlace(doc, seq), record.bytes);
        if (bytes) tail.push({ ...record, bytes });
      }
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      damage = { seq, message: error.message };
    }
    return { ...stored, snapshot, tail, damage };
  }
}

/** The key file meets a full disk as the records do, and says so in the same words. */
async function diskFullIsSaid<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new DiskFullError('the disk is full', { cause: error });
    throw error;
  }
}
