// One document alive in memory: the Yjs document, who is bound to which client id, and how far it is durable. It may be
// ahead of the disk by the batch being committed, never more.

import * as Y from 'yjs';
import { Digest } from '../shared/board/digest.ts';
import { type DocAddress, docRoots } from '../shared/board/docs.ts';
import { limits } from '../shared/board/limits.ts';
import type { Env } from '../shared/lib/env.ts';
import type { CoreLog } from './core.ts';
import { Refused, type Slice } from './gate/gate.ts';
import { type Parts, partsOf } from './gate/parts.ts';
import type { Binding, RecordKind, Storage, StoredName } from './storage/storage.ts';

/** One record on its way to the disk, applied to the live document already. */
export interface Entry {
  readonly doc: LiveDoc;
  readonly participant: string;
  readonly kind: RecordKind;
  readonly bytes: Uint8Array;
  readonly parts: Parts;
  readonly bindings: readonly Binding[];
  /** Whoever sent it has it already; null for what the server wrote. */
  readonly from: object | null;
}

/** The participant that the server itself writes as. */
export const serverParticipant = 'server';

export class LiveDoc {
  readonly name: StoredName;
  readonly address: DocAddress;
  doc: Y.Doc;
  /** Sequence number of the last durable record. */
  head = 0;
  quarantined = false;
  bytesSinceSnapshot = 0;
  recordsSinceSnapshot = 0;
  snapshotBytes = 0;
  compacting = false;
  /** How many changes it holds that are not durable yet: those of the batch under way, and no others. */
  ahead = 0;
  /** When the last record became durable. */
  changedAt = Number.NEGATIVE_INFINITY;
  /** Of the canvas only: what everybody's copy must come to. */
  digest: Digest | null = null;
  private readonly env: Env;
  private bindings = new Map<number, string>();
  private itemCount = 0;

  constructor(address: DocAddress, env: Env) {
    this.address = address;
    this.env = env;
    this.name = storedName(address);
    this.doc = this.emptyDoc();
  }

  /** Reads the document from disk, replacing whatever was in memory. */
  async load(storage: Storage, log: CoreLog): Promise<void> {
    const stored = await storage.load(this.name);
    this.bindings = new Map(stored.bindings);
    const doc = this.emptyDoc();
    doc.transact(() => {
      if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes, 'storage');
      for (const record of stored.tail) Y.applyUpdate(doc, record.bytes, 'storage');
    }, 'storage');
    this.doc.destroy();
    this.doc = doc;
    this.digest = this.address.kind === 'canvas' ? new Digest(doc) : null;
    this.head = stored.head;
    this.ahead = 0;
    this.snapshotBytes = stored.snapshot?.bytes.length ?? 0;
    this.recordsSinceSnapshot = stored.tail.length;
    this.bytesSinceSnapshot = stored.tail.reduce((sum, record) => sum + record.bytes.length, 0);
    this.itemCount = this.address.kind === 'canvas' ? [...doc.getMap('items').keys()].length : 0;
    this.quarantined = stored.damage !== null;
    if (stored.damage)
      log.error({ doc: this.name, seq: stored.damage.seq }, `damaged record: ${stored.damage.message}`);
  }

  /** Applies a slice that passed the gate. @throws Refused when it is not the sender's to write, or nothing more fits. */
  applySlice(slice: Slice, bytes: Uint8Array, participant: string, from: object): Entry {
    const bindings = this.bindingsFor(slice.clients, participant);
    if (this.itemCount + slice.createdItems.length > limits.itemsMax) {
      throw new Refused('too-many-items', `a board holds at most ${limits.itemsMax} items`);
    }
    if (this.snapshotBytes > limits.docBytesMax)
      throw new Refused('doc-full', 'this document has reached its size limit');
    Y.applyUpdate(this.doc, bytes, from);
    this.ahead++;
    if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) {
      throw new BrokenDoc('an update left something pending');
    }
    this.itemCount += slice.createdItems.length;
    for (const binding of bindings) this.bindings.set(binding.clientId, binding.participant);
    return { doc: this, participant, kind: 'update', bytes, parts: slice.parts, bindings, from };
  }

  /** Runs a change of the server's own; one entry for each transaction it makes. */
  write(kind: RecordKind, participant: string, change: (doc: Y.Doc) => void): Entry[] {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    this.doc.on('update', collect);
    try {
      change(this.doc);
    } finally {
      this.doc.off('update', collect);
      this.ahead += updates.length;
    }
    if (this.address.kind === 'canvas') this.itemCount = [...this.doc.getMap('items').keys()].length;
    const clientId = this.doc.clientID;
    return updates.map((bytes) => {
      const isNew = this.bindings.get(clientId) === undefined;
      this.bindings.set(clientId, serverParticipant);
      const bindings = isNew ? [{ doc: this.name, clientId, participant: serverParticipant }] : [];
      return { doc: this, participant, kind, bytes, parts: partsOf(bytes), bindings, from: null };
    });
  }

  /** Puts back what a batch holds of it, after it was read anew. */
  again(entries: readonly Entry[]): void {
    for (const { bytes, bindings } of entries) {
      Y.applyUpdate(this.doc, bytes, 'again');
      for (const { clientId, participant } of bindings) this.bindings.set(clientId, participant);
      this.ahead++;
    }
    if (this.address.kind === 'canvas') this.itemCount = [...this.doc.getMap('items').keys()].length;
  }

  /** After the commit. */
  committed(bytes: number): void {
    this.head++;
    this.ahead--;
    this.changedAt = this.env.clock.now();
    this.recordsSinceSnapshot++;
    this.bytesSinceSnapshot += bytes;
  }

  get wantsSnapshot(): boolean {
    return (
      this.recordsSinceSnapshot >= limits.snapshotEveryRecords ||
      this.bytesSinceSnapshot >= limits.snapshotEveryBytes
    );
  }

  private bindingsFor(clients: readonly number[], participant: string): Binding[] {
    const fresh: Binding[] = [];
    for (const clientId of clients) {
      const bound = this.bindings.get(clientId);
      if (bound === undefined) fresh.push({ doc: this.name, clientId, participant });
      else if (bound !== participant)
        throw new Refused('not-yours', 'this change claims to be somebody else’s');
    }
    return fresh;
  }

  private emptyDoc(): Y.Doc {
    const doc = new Y.Doc({ gc: true });
    // A client id is never used twice: the next one must be new to this document for all time.
    do doc.clientID = randomClientId(this.env);
    while (this.bindings.has(doc.clientID));
    for (const root of docRoots[this.address.kind]) doc.getMap(root);
    return doc;
  }
}

/** The live document no longer matches what the gate assumed: drop it and read it again. */
class BrokenDoc extends Error {
  override name = 'BrokenDoc';
}

/** `<board>/<kind>`, with the owner after `personal`: without the epoch, which only says who may still write. */
function storedName(address: DocAddress): StoredName {
  const base = `${address.board}/${address.kind}`;
  return address.owner === null ? base : `${base}/${address.owner}`;
}

function randomClientId(env: Env): number {
  const [a = 0, b = 0, c = 0, d = 0] = env.random.bytes(4);
  return Math.max(1, a * 0x1000000 + b * 0x10000 + c * 0x100 + d);
}
