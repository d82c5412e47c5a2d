// The copy of one document on this device: read before the network is asked, and kept up with every change. Each tab writes
// its own changes; what others changed is written by one tab alone, or every tab would keep it again. Nothing here depends
// on that: updates may lie there twice and in any order. Client ids are not kept: a new page is a new author.

import * as Y from 'yjs';
import type { Cancel, Env } from '../../../shared/lib/env.ts';
import { Signal } from '../../../shared/lib/signal.ts';
import type { SaveState } from '../saveState.ts';
import { type CopyAddress, paths, readCopy, type StoredCopy, type UnsavedList } from './records.ts';
import { type OfflineStore, StoreFullError } from './store.ts';
import type { Election } from './writer.ts';

/** `nothing`: the browser keeps nothing; `full`: the device has no room; `failing`: the last attempt went wrong. */
export type Keeping = 'device' | 'nothing' | 'full' | 'failing';

export interface OfflineCopyOptions {
  readonly doc: Y.Doc;
  readonly address: CopyAddress;
  readonly store: OfflineStore;
  readonly env: Env;
  /** Of this page load; another one each time. */
  readonly tab: string;
  readonly save: SaveState;
  readonly elect: Election;
  /** Called after a change in `save` that came from here. */
  readonly onKept: () => void;
}

/** The origin of what comes out of the store. */
export class StoredOrigin {
  readonly source = 'storage';
}

/** What others changed is on the server anyway; it can wait for company. */
const remoteDelayMs = 400;
const retryMs = 10_000;
/** Beyond either the batches are merged into the snapshot. */
const batchesMax = 200;
const batchBytesMax = 1_000_000;

export class OfflineCopy {
  readonly keeping: Signal<Keeping>;
  private readonly options: OfflineCopyOptions;
  private readonly onUpdate: (update: Uint8Array, origin: unknown, doc: Y.Doc, tx: Y.Transaction) => void;
  private pending: Uint8Array[] = [];
  /** What earlier pages had not got acknowledged. */
  private adopted: readonly UnsavedList[] = [];
  /** Of that, what has been since: it is to go from the store, whatever this page has changed meanwhile. */
  private settled: readonly UnsavedList[] = [];
  private isWhole = false;
  private aboutIsDue = true;
  private listIsThere = false;
  private revision = 0;
  private batchCount = 0;
  private batchBytes = 0;
  private batchNumber = 0;
  private isWriter = false;
  /** Others' changes that this tab left to the writer. */
  private hasMissed = false;
  /** Something may have got lost on the way into the store: next time the document is written as a whole. */
  private hasLost = false;
  private isOpen = false;
  private isWriting = false;
  private isStopped = false;
  private dueInMs = Number.POSITIVE_INFINITY;
  private cancelTimer: Cancel = () => {};
  private resign: Cancel = () => {};

  constructor(options: OfflineCopyOptions) {
    this.options = options;
    this.keeping = new Signal<Keeping>(options.store.lasts ? 'device' : 'nothing');
    this.onUpdate = (update, origin, _doc, transaction) => {
      if (!(origin instanceof StoredOrigin)) this.changed(update, transaction.local);
    };
    options.doc.on('update', this.onUpdate);
  }

  /** Fills the document with what is kept. True when there was a whole one. Never rejects. */
  async open(): Promise<boolean> {
    const { doc, store, address, save } = this.options;
    let stored: StoredCopy | null = null;
    try {
      stored = await store.read((tx) => readCopy(tx, address));
    } catch (error) {
      this.failed(error);
    }
    if (this.isStopped) return false;
    if (stored !== null) {
      applyAll(doc, stored.updates);
      this.isWhole = stored.whole;
      this.aboutIsDue = false;
      this.batchCount = stored.batches;
      this.adopted = stored.unsaved;
      if (stored.unsaved.length > 0) save.adopt(stored.unsaved.flatMap(({ keys }) => keys));
    }
    this.isOpen = true;
    this.resign = this.options.elect(paths.copy(address).join(' '), () => this.elected());
    this.resume();
    return stored?.whole ?? false;
  }

  /** The document has arrived from the server. */
  markWhole(): void {
    if (this.isWhole) return;
    this.isWhole = this.aboutIsDue = true;
    this.writeIn(remoteDelayMs);
  }

  /** What is unsaved became less. */
  acknowledged(): void {
    if (this.settlesLists()) this.writeIn(remoteDelayMs);
  }

  /** Writes what is waiting, then lets go. */
  close(): void {
    const isDue = this.pending.length > 0 || this.settlesLists();
    this.letGo();
    if (this.isOpen && isDue) void this.write();
  }

  /** Lets go without another word to the store: whoever calls this is about to remove the copy. */
  abandon(): void {
    this.pending = [];
    this.letGo();
  }

  /** Somebody wants no trace of it here, while this page goes on. */
  forget(): void {
    this.abandon();
    this.options.save.forgotten();
    this.keeping.set('nothing');
    this.options.onKept();
  }

  /** True when the store names something as unsaved that is not any more. */
  private settlesLists(): boolean {
    if (this.options.save.isSafe && this.adopted.length > 0) {
      this.settled = [...this.settled, ...this.adopted];
      this.adopted = [];
    }
    return this.settled.length > 0 || (this.options.save.isSafe && this.listIsThere);
  }

  private letGo(): void {
    this.isStopped = true;
    this.cancelTimer();
    this.resign();
    this.options.doc.off('update', this.onUpdate);
  }

  private elected(): void {
    this.isWriter = true;
    if (this.hasMissed) this.writeIn(remoteDelayMs);
  }

  private changed(update: Uint8Array, isLocal: boolean): void {
    if (this.keeping.get() === 'nothing') return;
    if (isLocal || this.isWriter) this.pending.push(update);
    else this.hasMissed = true;
    if (isLocal) this.writeIn(0);
    else if (this.isWriter) this.writeIn(remoteDelayMs);
  }

  private writeIn(delayMs: number): void {
    if (delayMs >= this.dueInMs || this.isStopped) return;
    this.dueInMs = delayMs;
    if (!this.isOpen || this.isWriting) return;
    this.cancelTimer();
    const wait = this.keeping.get() === 'device' ? delayMs : retryMs;
    this.cancelTimer = this.options.env.scheduler.after(wait, () => void this.write());
  }

  /** What fell due meanwhile. */
  private resume(): void {
    const due = this.dueInMs;
    this.dueInMs = Number.POSITIVE_INFINITY;
    if (due !== Number.POSITIVE_INFINITY) this.writeIn(due);
  }

  private async write(): Promise<void> {
    if (this.isWriting || this.keeping.get() === 'nothing') return;
    this.isWriting = true;
    this.dueInMs = Number.POSITIVE_INFINITY;
    this.cancelTimer();
    try {
      // What came while the last batch was on its way goes as well before this page lets go.
      do await this.append();
      while (this.isStopped && (this.pending.length > 0 || this.settlesLists()));
      if (this.isWriter && (this.batchCount > batchesMax || this.batchBytes > batchBytesMax))
        await this.merge();
      if (!this.isStopped) this.keeping.set('device');
    } catch (error) {
      if (!this.isStopped) this.failed(error);
    }
    this.isWriting = false;
    if (this.isStopped) return;
    this.options.onKept();
    // An acknowledgement that came while the list was being written found none to take back.
    this.acknowledged();
    this.resume();
  }

  /** One transaction: what changed, and what of it nobody has acknowledged. */
  private async append(): Promise<void> {
    const { doc, store, address, save, tab } = this.options;
    const covers = save.mark;
    const writesAll = this.hasLost || (this.hasMissed && this.isWriter);
    const updates = writesAll ? [Y.encodeStateAsUpdate(doc)] : this.pending;
    const about = { participant: address.participant, name: address.name, whole: this.isWhole };
    const list = save.isSafe ? null : { revision: ++this.revision, keys: [...save.unsaved] };
    const { settled } = this;
    const number = this.batchNumber++;
    this.pending = [];
    if (writesAll) this.hasMissed = this.hasLost = false;
    const wasThere = await store.change(
      async (tx) => {
        const there = (await tx.get(paths.about(address))) !== undefined;
        // Somebody took the copy away: pieces without a beginning would be worth nothing.
        if (!there && !writesAll && !this.aboutIsDue) return false;
        if (!there || this.aboutIsDue) tx.put(paths.about(address), about);
        if (updates.length > 0) tx.put([...paths.batches(address), tab, number], updates);
        if (list === null) tx.remove(paths.unsaved(address, tab));
        else tx.put(paths.unsaved(address, tab), list);
        for (const { tab: other, revision } of settled) {
          const now = await tx.get(paths.unsaved(address, other));
          const isSame =
            typeof now === 'object' && now !== null && 'revision' in now && now.revision === revision;
          if (isSame) tx.remove(paths.unsaved(address, other));
        }
        return true;
      },
      // Offline this device is all there is.
      { strict: !save.connected && !save.isSafe },
    );
    if (!wasThere) return this.startAfresh();
    this.aboutIsDue = this.isWhole !== about.whole;
    this.listIsThere = list !== null;
    this.settled = this.settled.filter((list) => !settled.includes(list));
    this.batchCount += updates.length > 0 ? 1 : 0;
    for (const update of updates) this.batchBytes += update.length;
    if (store.lasts && this.keeping.get() !== 'nothing') save.kept(covers);
  }

  private startAfresh(): void {
    this.hasLost = this.aboutIsDue = true;
    this.settled = [];
    this.listIsThere = false;
    this.batchCount = this.batchBytes = 0;
    this.writeIn(0);
  }

  /** One transaction: everything there is becomes one snapshot, also what other tabs wrote. */
  private async merge(): Promise<void> {
    const { store, address } = this.options;
    await store.change(async (tx) => {
      const stored = await readCopy(tx, address);
      if (stored === null) return;
      tx.remove(paths.batches(address));
      tx.put(paths.snapshot(address), mergedState(stored.updates));
    });
    this.batchCount = this.batchBytes = 0;
  }

  private failed(error: unknown): void {
    this.pending = [];
    this.hasLost = true;
    this.keeping.set(error instanceof StoreFullError ? 'full' : 'failing');
    this.writeIn(0);
  }
}

/** What the documents behind these updates hold, without what was written over or deleted. */
function mergedState(updates: readonly Uint8Array[]): Uint8Array {
  const doc = docOf(updates);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

/** A document of its own, made of what is kept. */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  applyAll(doc, updates);
  return doc;
}

/** One that cannot be read is left out: the server has what is missing, unless it was never sent. */
function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update, new StoredOrigin());
      } catch {
        // Damaged on the disk. The others are worth having.
      }
    }
  }, new StoredOrigin());
}
