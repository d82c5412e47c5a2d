// One participant on one document: bytes in, bytes out, limits before work. Knows no socket and decides nothing about
// what a change means.

import * as Y from 'yjs';
import { mayWrite } from '../shared/board/docs.ts';
import { limits } from '../shared/board/limits.ts';
import { can } from '../shared/board/roles.ts';
import type { Cancel } from '../shared/lib/env.ts';
import { closeCode } from '../shared/protocol/api.ts';
import {
  type ClientMessage,
  decodeClientMessage,
  encode,
  type Hello,
  ProtocolError,
  type RejectCode,
  schemaVersion,
} from '../shared/protocol/messages.ts';
import type { Transport, Visitor } from './core.ts';
import type { Subscriber } from './fanOut.ts';
import type { LiveDoc } from './liveDoc.ts';
import type { Room } from './room.ts';

const commandsAtOnceMax = 16;
const permissionGraceMs = 3_000;
/** In document messages. What a hand does while it drags is cheap; an answer may be the whole document, made for one asker. */
const costs: Readonly<Record<ClientMessage['type'], number>> = {
  step1: 10,
  step2: 1,
  update: 1,
  hello: 1,
  cursor: 0.2,
  hold: 0.2,
  command: 2,
  awareness: 0.2,
  queryAwareness: 0.2,
};
/** When everybody is sent away at once they come back spread over about this time. */
const returnAfterMs = 1_000;
/** Codes after which sending the same again can work. */
const retryable: ReadonlySet<RejectCode> = new Set(['disk-full', 'quarantined']);

export class Connection implements Subscriber {
  readonly live: LiveDoc;
  visitor: Visitor;
  /** Number of the last document message received: the client counts the same way. */
  received = 0;
  /** From this message on nothing is accepted; infinite while all is well. */
  fencedAt = Number.POSITIVE_INFINITY;
  /** The first step 2 has been taken in: from here on a gap is an error. */
  hasStep2 = false;
  /** A message was dropped because it builds on what step 2 will bring: acks wait for it. */
  awaitsStep2 = false;
  isOpen = true;
  lastSentAt: number;
  private readonly room: Room;
  private readonly transport: Transport;
  private slot = -1;
  private saidHello = false;
  private commandsRunning = 0;
  private writeGraceUntil = 0;
  /** As last told, or as it was at the beginning. */
  private couldWrite: boolean;
  private tokens: number = limits.docMessagesBurst;
  private tokensAt: number;
  private resumeTimer: Cancel | null = null;
  /** Bytes of what was received and is not through the gate yet. */
  private waitingBytes = 0;
  private isHeldBack = false;
  /** Of the last whole document that was sent. */
  private wholeBytes = 0;

  constructor(room: Room, live: LiveDoc, visitor: Visitor, transport: Transport) {
    this.room = room;
    this.live = live;
    this.visitor = visitor;
    this.transport = transport;
    this.lastSentAt = this.tokensAt = room.env.clock.now();
    this.couldWrite = this.mayWriteByRules;
  }

  receive(frame: Uint8Array): void {
    if (!this.isOpen) return;
    let message: ClientMessage;
    try {
      message = decodeClientMessage(frame);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.spend(1);
      // Nobody knows what it was meant to be, so it takes a number and is refused.
      this.refuse(++this.received, 'malformed', error.message);
      return;
    }
    this.spend(costs[message.type]);
    this.handle(message);
  }

  closed(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.resumeTimer?.();
    this.room.forget(this);
  }

  get mayWrite(): boolean {
    return this.mayWriteByRules || this.room.env.clock.now() < this.writeGraceUntil;
  }

  /** Refuses a message and everything after it: a later ack must never pass over it. */
  fence(n: number): void {
    this.fencedAt = Math.min(this.fencedAt, n);
  }

  refuse(n: number, code: RejectCode, text: string): void {
    if (this.fencedAt < n) return;
    this.fence(n);
    this.room.counters.countReject(code);
    if (this.saidHello) this.send(encode.reject({ n, code, retryable: retryable.has(code), text }));
    else this.send(encode.denied('permission denied'));
  }

  acknowledge(n: number): void {
    if (this.saidHello && n < this.fencedAt) this.send(encode.ack(n));
  }

  /** What this copy must come to, now that everything before it has been sent. */
  tellDigest(digest: string): void {
    if (this.saidHello) this.send(encode.digest(digest));
  }

  deliver(frame: Uint8Array): void {
    this.send(frame);
  }

  /** Whatever it is: who asks and asks and does not listen must not fill the memory either. */
  send(frame: Uint8Array): void {
    if (!this.isOpen) return;
    // A large board may take its reader a while.
    if (this.transport.bufferedBytes() > Math.max(limits.bufferedBytesMax, 2 * this.wholeBytes)) {
      this.room.counters.dropped++;
      this.close(closeCode.slowReader, 'too far behind');
      return;
    }
    this.put(frame);
  }

  private put(frame: Uint8Array): void {
    this.lastSentAt = this.room.env.clock.now();
    this.room.counters.framesOut++;
    this.room.counters.bytesOut += frame.length;
    this.transport.send(frame);
  }

  bufferedBytes(): number {
    return this.transport.bufferedBytes();
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    const retryAfterMs = code === closeCode.restarting ? returnAfterMs : 0;
    if (this.saidHello) this.put(encode.bye({ code, reason, retryAfterMs }));
    this.transport.close(code, reason);
    this.closed();
  }

  setVisitor(visitor: Visitor): void {
    if (visitor.role === this.visitor.role && visitor.neutral === this.visitor.neutral) return;
    this.visitor = visitor;
    this.tellPermission('role');
  }

  /** Tells whoever is connected when they may now write, or no longer. */
  reviewPermission(reason: 'phase'): void {
    if (this.couldWrite !== this.mayWriteByRules) this.tellPermission(reason);
  }

  get presenceSlot(): number {
    return this.slot;
  }

  private get mayWriteByRules(): boolean {
    return mayWrite(this.live.address, this.visitor, this.room.session.rules);
  }

  private tellPermission(reason: 'role' | 'phase'): void {
    const before = this.couldWrite;
    const after = this.mayWriteByRules;
    this.couldWrite = after;
    const now = this.room.env.clock.now();
    // What was on its way when the permission changed was allowed when it was made; a second change takes nothing of that.
    if (before && !after) this.writeGraceUntil = now + permissionGraceMs;
    const graceMs = after ? 0 : Math.max(0, this.writeGraceUntil - now);
    if (this.saidHello) this.send(encode.perm({ mayWrite: after, role: this.visitor.role, reason, graceMs }));
  }

  private handle(message: ClientMessage): void {
    switch (message.type) {
      case 'step1':
        this.answerStep1(message.stateVector);
        return;
      case 'step2':
        this.take(message.update, true, limits.step2BytesMax);
        return;
      case 'update':
        this.take(message.update, false, limits.updateBytesMax);
        return;
      case 'hello':
        this.greet(message.hello);
        return;
      case 'cursor':
        this.room.presence.setCursor(this.slot, message.blob);
        return;
      case 'hold':
        this.room.presence.setHold(this.slot, message.blob);
        return;
      case 'command':
        void this.runCommand(message.command);
        return;
      // Stock awareness has nothing to do here: it would tie a name to every change of that tab.
      case 'awareness':
      case 'queryAwareness':
        return;
    }
  }

  private take(update: Uint8Array, isStep2: boolean, bytesMax: number): void {
    const n = ++this.received;
    if (n >= this.fencedAt) return;
    if (update.length > bytesMax) {
      this.refuse(n, 'too-large', `one message may hold ${bytesMax} bytes`);
      return;
    }
    this.waitingBytes += update.length;
    this.holdBack();
    // The bytes belong to the socket's buffer, which may be used again.
    this.room.writes.receive({ connection: this, n, update: update.slice(), isStep2 });
  }

  /** A bucket of messages: when it is empty the peer is not read until there is room again. Nothing is refused for haste. */
  private spend(messages: number): void {
    const now = this.room.env.clock.now();
    const refill = ((now - this.tokensAt) / 1000) * limits.docMessagesPerSecond;
    this.tokens = Math.min(limits.docMessagesBurst, this.tokens + refill) - messages;
    this.tokensAt = now;
    if (this.tokens >= 0 || this.resumeTimer !== null) return;
    const waitMs = Math.ceil((-this.tokens / limits.docMessagesPerSecond) * 1000) + 10;
    this.resumeTimer = this.room.env.scheduler.after(waitMs, () => {
      this.resumeTimer = null;
      this.holdBack();
    });
    this.holdBack();
  }

  /** A message of so many bytes is through the gate, or was refused. */
  letGo(bytes: number): void {
    this.waitingBytes -= bytes;
    this.holdBack();
  }

  /** What comes faster than anybody types, or than it can be written, waits in the network's own buffers. */
  private holdBack(): void {
    const isTooMuch = this.resumeTimer !== null || this.waitingBytes > limits.waitingBytesMax;
    if (isTooMuch === this.isHeldBack) return;
    this.isHeldBack = isTooMuch;
    if (isTooMuch) this.transport.pause();
    else this.transport.resume();
  }

  private answerStep1(stateVector: Uint8Array): void {
    let known: Map<number, number>;
    try {
      if (stateVector.length > limits.updateBytesMax) throw new ProtocolError('state vector too large');
      known = Y.decodeStateVector(stateVector);
    } catch {
      this.refuse(++this.received, 'malformed', 'unreadable state vector');
      return;
    }
    this.room.writes.whenAtRest(() => {
      if (!this.isOpen) return;
      const frame = encode.step2(
        known.size === 0
          ? this.room.docs.wholeOf(this.live)
          : Y.encodeStateAsUpdate(this.live.doc, stateVector),
      );
      // First, so that one that ends here is forgotten by those it was told to.
      this.room.docs.subscribe(this.live, this);
      this.send(frame);
      this.wholeBytes = frame.length;
    });
  }

  private greet(hello: Hello): void {
    if (this.saidHello) return;
    if (hello.schemaMax < schemaVersion || hello.schemaMin > schemaVersion) {
      this.close(closeCode.reload, 'this page is out of date');
      return;
    }
    this.saidHello = true;
    if (this.live.address.kind === 'session') this.slot = this.room.presence.join(this, this.visitor.id);
    this.send(
      encode.welcome({
        slot: this.slot,
        participant: this.visitor.id,
        role: this.visitor.role,
        mayWrite: this.mayWrite,
        epoch: this.live.address.epoch,
        serverTime: this.room.env.clock.now(),
      }),
    );
  }

  private async runCommand(command: Extract<ClientMessage, { type: 'command' }>['command']): Promise<void> {
    if (this.live.address.kind !== 'session' || !this.saidHello) return;
    if (this.commandsRunning >= commandsAtOnceMax || !can(this.visitor.role, 'read')) {
      this.send(
        encode.result({ id: command.id, ok: false, code: 'busy', message: 'too many commands at once' }),
      );
      return;
    }
    this.commandsRunning++;
    try {
      this.send(encode.result(await this.room.runCommand(this.visitor, command)));
    } finally {
      this.commandsRunning--;
    }
  }
}
