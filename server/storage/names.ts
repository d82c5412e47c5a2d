// How names and keys become bytes, so that every storage orders and limits them alike. Parts are joined with a zero byte,
// which no part holds, so a key's entries stand together and in order.

import type { Key, StoredName } from './storage.ts';

const nameBytesMax = 512;
const keyBytesMax = 1024;
const separator = '\u0000';
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const control = /[\u0000-\u001f\u007f]/;

/** The bytes of a document's name. @throws RangeError when the name is empty, too long or holds control characters. */
export function nameBytes(doc: StoredName): Buffer {
  const bytes = Buffer.from(doc, 'utf8');
  if (doc === '' || control.test(doc)) throw new RangeError(`not a document name: ${JSON.stringify(doc)}`);
  if (bytes.length > nameBytesMax) throw new RangeError(`a document name of ${bytes.length} bytes`);
  return bytes;
}

/** The bytes of a key; their order is the order of keys. @throws RangeError as `nameBytes` does. */
export function keyBytes(key: Key): Buffer {
  if (key.length === 0) throw new RangeError('a key without parts');
  for (const part of key) {
    if (part === '' || control.test(part)) throw new RangeError(`not part of a key: ${JSON.stringify(part)}`);
  }
  const bytes = Buffer.from(key.join(separator), 'utf8');
  if (bytes.length > keyBytesMax) throw new RangeError(`a key of ${bytes.length} bytes`);
  return bytes;
}

export function keyOf(bytes: Buffer): Key {
  return bytes.toString('utf8').split(separator);
}

/** Whether `key` starts with all parts of `prefix`. */
export function startsWith(key: Key, prefix: Key): boolean {
  return prefix.every((part, index) => key[index] === part);
}

export function isOfBoard(doc: StoredName, board: string): boolean {
  return doc.startsWith(`${board}/`);
}

/** Only personal documents hold what nobody else may ever read: drafts and votes. */
export function isPersonal(doc: StoredName): boolean {
  return doc.includes('/personal/');
}
