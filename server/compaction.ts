// Folds a document's log into one garbage-collected update. Only a real document can drop what was deleted: merging updates
// as bytes keeps every deleted text (and takes quadratic time), so it is never done here.

import * as Y from 'yjs';

export interface CompactInput {
  /** A Yjs update, version 1: the state that the tail continues. */
  readonly snapshot: Uint8Array | null;
  /** Yjs updates, version 1, in log order. */
  readonly tail: readonly Uint8Array[];
}

/** The whole document as one Yjs update, version 1, garbage collected and verified. */
export type Compact = (doc: CompactInput) => Promise<Uint8Array>;

/** Runs where it is called. For tests, simulations, and when there is no worker. @throws when the result does not verify. */
export const inlineCompact: Compact = async (input) => compactNow(input);

/** One update that holds what snapshot and log hold. @throws when it does not, or when the log has a gap. */
export function compactNow({ snapshot, tail }: CompactInput): Uint8Array {
  const doc = new Y.Doc({ gc: true });
  // One transaction for everything: structs are merged and collected once, at its end.
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot, 'storage');
    for (const update of tail) Y.applyUpdate(doc, update, 'storage');
  }, 'storage');
  const bytes = Y.encodeStateAsUpdate(doc);
  verify(doc, bytes);
  doc.destroy();
  return bytes;
}

/**
 * Yjs keeps the key of an entry that was deleted, and a key may tell: the key of a vote names what was voted for. Gives the
 * document as one update in which deleted entries of `root` are gone with their keys, where `isOver` says that nobody
 * writes under that key any more: what is still written there comes to nothing. The document itself stays as it is.
 */
export function withoutDeadKeys(
  whole: Uint8Array,
  root: string,
  isOver: (key: string) => boolean,
): Uint8Array {
  const copy = new Y.Doc({ gc: true });
  try {
    Y.applyUpdate(copy, whole);
    const entries = copy.getMap(root);
    // An entry that was replaced hangs on to the ones before it: a key is cut out whole or not at all.
    const isDead = (key: string | null) => key !== null && !entries.has(key) && isOver(key);
    let found = 0;
    for (const structs of copy.store.clients.values()) {
      for (const [index, struct] of structs.entries()) {
        if (!(struct instanceof Y.Item) || struct.parent !== entries || !isDead(struct.parentSub)) continue;
        structs[index] = new Y.GC(struct.id, struct.length);
        found++;
      }
    }
    return found === 0 ? whole : Y.encodeStateAsUpdate(copy);
  } finally {
    copy.destroy();
  }
}

/** A document on its way to a thread: all its bytes in one piece that can change hands without being copied. */
export interface CompactRequest {
  readonly id: number;
  readonly hasSnapshot: boolean;
  /** Bytes of the snapshot, when there is one, then of each update. */
  readonly lengths: Uint32Array;
  readonly bytes: Uint8Array;
}

export type CompactAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };

/** As one block of bytes that can be handed to another thread without being copied. */
export function pack(id: number, { snapshot, tail }: CompactInput): CompactRequest {
  const parts = snapshot ? [snapshot, ...tail] : tail;
  const lengths = Uint32Array.from(parts, ({ length }) => length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { id, hasSnapshot: snapshot !== null, lengths, bytes };
}

/** What `pack` was given, as views of the same bytes. */
export function unpack({ hasSnapshot, lengths, bytes }: CompactRequest): CompactInput {
  let at = 0;
  const parts = Array.from(lengths, (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
  return hasSnapshot ? { snapshot: parts[0] ?? null, tail: parts.slice(1) } : { snapshot: null, tail: parts };
}

/** A snapshot replaces the log at load, so it is read back and compared before anybody trusts it. */
function verify(doc: Y.Doc, bytes: Uint8Array): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('compaction: an update is missing, the log does not stand alone');
  }
  const again = new Y.Doc({ gc: true });
  Y.applyUpdate(again, bytes, 'storage');
  const same =
    Buffer.compare(Y.encodeStateVector(again), Y.encodeStateVector(doc)) === 0 &&
    canonicalContent(again) === canonicalContent(doc);
  again.destroy();
  if (!same) throw new Error('compaction: the snapshot does not read back as what was written');
}

/**
 * The visible content of every root type as one text, with map keys in order. Roots that nobody has typed yet are read by
 * what they hold: a map when they have keys, else a list.
 */
export function canonicalContent(doc: Y.Doc): string {
  const roots = [...doc.share.keys()].sort();
  return JSON.stringify(roots.map((name) => [name, canonical(doc.share.get(name))]));
}

function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') return { bigint: value.toString() };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Y.AbstractType) {
    const entries = [...value._map]
      .filter(([, item]) => !item.deleted)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, item.content.getContent().map(canonical)]);
    const list: unknown[] = [];
    for (let item = value._start; item !== null; item = item.right) {
      if (!item.deleted) list.push(...item.content.getContent().map(canonical));
    }
    return { entries, list };
  }
  return value;
}
