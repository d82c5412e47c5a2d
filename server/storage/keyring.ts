// The keys of personal documents, one for each document and phase, in a small file of their own: the database keeps old
// pages for long, but a key that is gone from this file opens nothing any more. Knows keys, not what they seal.

import { crc32 } from 'node:zlib';
import type { Random } from '../../shared/lib/env.ts';
import { readIfThere, replaceFile } from './durableFile.ts';
import type { StoredName } from './storage.ts';

export interface SealKey {
  /** 8 random bytes, base64url. */
  readonly id: string;
  readonly doc: StoredName;
  readonly secret: Buffer;
}

const secretBytes = 32;
const idBytes = 8;

/** The file says something that this program did not write. */
export class KeyFileError extends Error {
  override name = 'KeyFileError';
}

export interface KeyringPlaces {
  readonly file: string;
  /** Where `saveCopy` keeps the one copy beside the backups; a key that is destroyed leaves it too. */
  readonly copy: string;
}

export class Keyring {
  private readonly file: string;
  private readonly copy: string;
  private readonly random: Random;
  private readonly keys = new Map<string, SealKey>();
  /** The key that new records of a document are sealed with: its youngest. */
  private readonly current = new Map<StoredName, SealKey>();
  private readonly durable = new Set<string>();
  private writing: Promise<void> = Promise.resolve();
  private nextWrite: Promise<void> | null = null;
  private copying: Promise<void> = Promise.resolve();
  private nextCopy: Promise<void> | null = null;
  /** The files may still hold keys that were destroyed in memory. */
  private isFileBehind = false;

  private constructor(at: KeyringPlaces, random: Random, keys: readonly SealKey[]) {
    this.file = at.file;
    this.copy = at.copy;
    this.random = random;
    for (const key of keys) {
      this.keys.set(key.id, key);
      this.current.set(key.doc, key);
      this.durable.add(key.id);
    }
  }

  /**
   * @param random must be the real one outside of tests: the keys come from it.
   * @throws KeyFileError when the file is there and cannot be read.
   */
  static async open(at: KeyringPlaces, random: Random): Promise<Keyring> {
    const text = await readIfThere(at.file);
    return new Keyring(at, random, text === null ? [] : parseKeys(at.file, text));
  }

  find(id: string): SealKey | undefined {
    return this.keys.get(id);
  }

  /** The ids of all keys of a document, durable or not. */
  idsOf(doc: StoredName): ReadonlySet<string> {
    return new Set([...this.keys.values()].filter((key) => key.doc === doc).map(({ id }) => id));
  }

  /** The document's key if it has one that a crash would not lose. */
  durableKeyOf(doc: StoredName): SealKey | undefined {
    const key = this.current.get(doc);
    return key && this.durable.has(key.id) ? key : undefined;
  }

  /** Resolves once the document's key is durable; makes one when it has none. */
  async keyOf(doc: StoredName): Promise<SealKey> {
    const key = this.current.get(doc) ?? this.add(doc);
    if (!this.durable.has(key.id)) await this.save();
    return key;
  }

  /** From now on the document is sealed with a new key, which is durable when this resolves. Older ones still open. */
  async renew(doc: StoredName): Promise<SealKey> {
    const key = this.add(doc);
    await this.save();
    return key;
  }

  /**
   * Destroys keys, in the copy first. When it resolves, nothing sealed with them can be opened again; when it rejects, it
   * is to be called again.
   */
  async destroy(isDoomed: (key: SealKey) => boolean): Promise<void> {
    const doomed = [...this.keys.values()].filter(isDoomed);
    for (const key of doomed) {
      this.keys.delete(key.id);
      this.durable.delete(key.id);
      if (this.current.get(key.doc) === key) this.current.delete(key.doc);
      key.secret.fill(0);
    }
    if (doomed.length === 0 && !this.isFileBehind) return;
    this.isFileBehind = true;
    if ((await readIfThere(this.copy)) !== null) await this.saveCopy();
    await this.save();
    this.isFileBehind = false;
  }

  /** Writes the copy with the keys as they are when the disk gets to it; calls that wait for the same write share it. */
  saveCopy(): Promise<void> {
    this.nextCopy ??= this.copying.then(async () => {
      this.nextCopy = null;
      const write = replaceFile(this.copy, this.text());
      this.copying = write.catch(() => {});
      await write;
    });
    return this.nextCopy;
  }

  private add(doc: StoredName): SealKey {
    const id = Buffer.from(this.random.bytes(idBytes)).toString('base64url');
    const key = { id, doc, secret: Buffer.from(this.random.bytes(secretBytes)) };
    this.keys.set(key.id, key);
    this.current.set(doc, key);
    return key;
  }

  /** Writes the keys as they are when the disk gets to it; calls that wait for the same write share it. */
  private save(): Promise<void> {
    this.nextWrite ??= this.writing.then(async () => {
      this.nextWrite = null;
      const ids = [...this.keys.keys()];
      const write = replaceFile(this.file, this.text());
      this.writing = write.catch(() => {});
      await write;
      for (const id of ids) this.durable.add(id);
    });
    return this.nextWrite;
  }

  private text(): string {
    const keys = [...this.keys.values()].map(({ id, doc, secret }) => ({
      id,
      doc,
      secret: secret.toString('base64'),
    }));
    return `${JSON.stringify({ format: 1, checksum: crc32(JSON.stringify(keys)), keys })}\n`;
  }
}

function parseKeys(file: string, text: string): SealKey[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new KeyFileError(`${file} is not JSON`);
  }
  const { format, checksum, keys } = (content ?? {}) as {
    format?: unknown;
    checksum?: unknown;
    keys?: unknown;
  };
  if (format !== 1 || !Array.isArray(keys) || crc32(JSON.stringify(keys)) !== checksum) {
    throw new KeyFileError(`${file} is damaged`);
  }
  return keys.map((entry: { id?: unknown; doc?: unknown; secret?: unknown } | null) => {
    const secret = typeof entry?.secret === 'string' ? Buffer.from(entry.secret, 'base64') : null;
    if (typeof entry?.id !== 'string' || typeof entry.doc !== 'string' || secret?.length !== secretBytes) {
      throw new KeyFileError(`${file} holds something that is not a key`);
    }
    return { id: entry.id, doc: entry.doc, secret };
  });
}
