// A browser tab as the server knows it: our protocol or the stock one, the product's own bookkeeping of what is saved, and
// an oracle beside it that remembers every change the tab was told is safe.

import * as Y from 'yjs';
import { OfflineCopy, StoredOrigin } from '../../client/sync/offline/copy.ts';
import type { OfflineStore } from '../../client/sync/offline/store.ts';
import { electByLease } from '../../client/sync/offline/writer.ts';
import { SaveState } from '../../client/sync/saveState.ts';
import { Board } from '../../shared/board/board.ts';
import { Digest } from '../../shared/board/digest.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { Env, Random } from '../../shared/lib/env.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import {
  decodeServerMessage,
  encode,
  protocolVersion,
  schemaVersion,
} from '../../shared/protocol/messages.ts';
import type { ClientEnd, SimSocket } from './simNetwork.ts';

export interface SimPerson {
  readonly id: ParticipantId;
  readonly role: Role;
  readonly speaks: 'ours' | 'stock';
}

export class SimClient implements ClientEnd {
  readonly name: string;
  readonly person: SimPerson;
  readonly doc = new Y.Doc();
  readonly board: Board;
  readonly save = new SaveState();
  /** Every local change, in order, and how many of them the tab was told are safe. */
  readonly changes: Uint8Array[] = [];
  safeCount = 0;
  readonly rejects: string[] = [];
  readonly wrongs: string[] = [];
  socket: SimSocket | null = null;
  /** Refused on this connection: only a new one can try again. */
  isFenced = false;
  digests = 0;
  /** What an earlier tab of this person had kept on their device and not got acknowledged. */
  inherited: readonly Uint8Array[] = [];
  private copy: OfflineCopy | null = null;
  private keptCount = 0;
  private readonly covered: { ordinal: number; changes: number }[] = [];
  private ordinal = 0;
  private hasStep2Sent = false;
  private synced = false;
  private fencedAt = Number.POSITIVE_INFINITY;

  constructor(name: string, person: SimPerson, random: Random) {
    this.name = name;
    this.person = person;
    this.doc.clientID = Math.max(1, Math.floor(random.next() * 2 ** 32));
    this.board = new Board(this.doc, random);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && !(origin instanceof StoredOrigin)) this.changed(update);
    });
  }

  get isConnected(): boolean {
    return this.socket !== null;
  }

  /** Kept on this person's device, and not yet known to be on the server. */
  get keptOnly(): readonly Uint8Array[] {
    const inherited = this.save.isSafe ? [] : this.inherited;
    if (this.save.isKept) this.keptCount = this.changes.length;
    return [...inherited, ...this.changes.slice(this.safeCount, this.keptCount)];
  }

  /** Reads what this person's device holds, and keeps it up from now on. */
  async keepOn(store: OfflineStore, env: Env): Promise<void> {
    this.copy = new OfflineCopy({
      doc: this.doc,
      address: { board: 'board', participant: this.person.id, name: 'canvas' },
      store,
      env,
      tab: this.name,
      save: this.save,
      elect: electByLease(store, env, this.name),
      onKept: () => {
        if (this.save.isKept) this.keptCount = this.changes.length;
      },
    });
    await this.copy.open();
  }

  opened(socket: SimSocket): void {
    this.socket = socket;
    this.ordinal = 0;
    this.covered.length = 0;
    this.hasStep2Sent = this.synced = this.isFenced = false;
    this.fencedAt = Number.POSITIVE_INFINITY;
    this.save.connectionOpened();
    if (this.person.speaks === 'ours') {
      socket.sendToServer(
        encode.hello({
          proto: protocolVersion,
          schemaMin: schemaVersion,
          schemaMax: schemaVersion,
          build: 'sim',
        }),
      );
    }
    socket.sendToServer(encode.step1(Y.encodeStateVector(this.doc)));
  }

  onClose(): void {
    this.socket = null;
    this.save.connectionClosed();
  }

  onMessage(frame: Uint8Array): void {
    const message = decodeServerMessage(frame);
    switch (message.type) {
      case 'step1':
        this.sendCarrier('step2', encode.step2(Y.encodeStateAsUpdate(this.doc, message.stateVector)));
        return;
      case 'step2':
        this.apply(message.update);
        this.synced = true;
        this.copy?.markWhole();
        return;
      case 'update':
        this.apply(message.update);
        return;
      case 'ack':
        this.acked(message.n);
        return;
      case 'reject':
        this.rejects.push(message.reject.code);
        this.fencedAt = Math.min(this.fencedAt, message.reject.n);
        this.isFenced = true;
        return;
      case 'digest':
        // What is still on its way from here is not in the server's copy yet.
        if (this.save.isSafe && new Digest(this.doc).value() !== message.digest) {
          this.wrongs.push(`${this.name} has another board than the digest says`);
        }
        this.digests++;
        return;
      case 'denied':
        this.rejects.push('denied');
        this.isFenced = true;
        return;
      default:
        return;
    }
  }

  /** Cuts its own connection, as a browser does that goes to sleep. */
  drop(): void {
    this.socket?.cut();
  }

  /** As a tab ends: without a last word to its device. */
  destroy(): void {
    this.copy?.abandon();
    this.drop();
    this.board.destroy();
    this.doc.destroy();
  }

  private changed(update: Uint8Array): void {
    this.changes.push(update);
    this.save.localChange(['change']);
    if (this.socket) this.sendCarrier('update', encode.update(update));
  }

  private sendCarrier(carrier: 'step2' | 'update', frame: Uint8Array): void {
    if (carrier === 'step2') this.hasStep2Sent = true;
    this.ordinal++;
    // An ack of something sent before the step 2 proves nothing about it: the step 2 does.
    if (this.hasStep2Sent) this.covered.push({ ordinal: this.ordinal, changes: this.changes.length });
    this.save.sent(carrier);
    this.socket?.sendToServer(frame);
  }

  private acked(n: number): void {
    if (n >= this.fencedAt)
      this.wrongs.push(`${this.name} was told that ${n} is safe after a refusal of ${this.fencedAt}`);
    for (const { ordinal, changes } of this.covered)
      if (ordinal <= n) this.safeCount = Math.max(this.safeCount, changes);
    this.save.acknowledged(n);
    this.copy?.acknowledged();
    if (this.save.isSafe && this.safeCount < this.changes.length) {
      this.wrongs.push(`${this.name} says saved with ${this.changes.length - this.safeCount} changes unsafe`);
    }
  }

  private apply(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this);
    if (this.synced && (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null)) {
      this.wrongs.push(`${this.name} received something with a gap before it`);
    }
  }
}
