// One person's connection to one document in a simulated session: a plain copy that redials, offers what the server may not
// have in its step 2, and knows from acks whether all of it is safe.

import * as Y from 'yjs';
import type { DocKind } from '../../shared/board/docs.ts';
import type { Random } from '../../shared/lib/env.ts';
import {
  type CommandResult,
  decodeServerMessage,
  encode,
  protocolVersion,
  schemaVersion,
} from '../../shared/protocol/messages.ts';
import type { ClientEnd, SimSocket } from './simNetwork.ts';

export class SimLine implements ClientEnd {
  readonly kind: DocKind;
  readonly doc = new Y.Doc();
  readonly rejects: string[] = [];
  socket: SimSocket | null = null;
  /** Close code of the last connection; null while it is open. */
  closedWith: number | null = null;
  mayWrite: boolean | null = null;
  onResult: (result: CommandResult) => void = () => {};
  onOpen: () => void = () => {};
  onGone: (code: number) => void = () => {};
  /** Refused on this connection: only a new one can try again. */
  isFenced = false;
  private ordinal = 0;
  private acked = 0;
  private hasStep2Sent = false;

  constructor(kind: DocKind, random: Random) {
    this.kind = kind;
    this.doc.clientID = Math.max(1, Math.floor(random.next() * 2 ** 32));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send(encode.update(update));
    });
  }

  /** The server has all of it, for good. */
  get isSafe(): boolean {
    return this.socket !== null && this.hasStep2Sent && !this.isFenced && this.acked === this.ordinal;
  }

  opened(socket: SimSocket): void {
    this.socket = socket;
    this.closedWith = null;
    this.ordinal = this.acked = 0;
    this.hasStep2Sent = this.isFenced = false;
    const range = { schemaMin: schemaVersion, schemaMax: schemaVersion };
    socket.sendToServer(encode.hello({ proto: protocolVersion, ...range, build: 'sim' }));
    socket.sendToServer(encode.step1(Y.encodeStateVector(this.doc)));
    this.onOpen();
  }

  onClose(code: number): void {
    this.socket = null;
    this.closedWith = code;
    this.onGone(code);
  }

  onMessage(frame: Uint8Array): void {
    const message = decodeServerMessage(frame);
    switch (message.type) {
      case 'step1':
        this.hasStep2Sent = true;
        this.send(encode.step2(Y.encodeStateAsUpdate(this.doc, message.stateVector)));
        return;
      case 'step2':
      case 'update':
        Y.applyUpdate(this.doc, message.update, this);
        return;
      case 'ack':
        this.acked = message.n;
        return;
      case 'welcome':
        this.mayWrite = message.welcome.mayWrite;
        return;
      case 'perm':
        this.mayWrite = message.perm.mayWrite;
        return;
      case 'reject':
        this.rejects.push(message.reject.code);
        this.isFenced = true;
        return;
      case 'result':
        this.onResult(message.result);
        return;
      default:
        return;
    }
  }

  drop(): void {
    this.socket?.cut();
  }

  private send(frame: Uint8Array): void {
    if (this.socket === null) return;
    this.ordinal++;
    this.socket.sendToServer(frame);
  }
}
