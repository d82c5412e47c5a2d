// One document kept in step with the server: the stock y-websocket provider on its own socket, our hello, and the
// bookkeeping of what is durable. The only part of the client that opens a WebSocket. Knows no item and no screen.

import type * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Cancel, Env } from '../../shared/lib/env.ts';
import { Listeners, type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import {
  decodeServerBody,
  encode,
  messageType,
  protocolVersion,
  type Reject,
  type ServerMessage,
  schemaVersion,
  type Welcome,
} from '../../shared/protocol/messages.ts';
import { countingSocket, type SocketClass } from './countingSocket.ts';
import { SaveState } from './saveState.ts';
import { touchedKeys } from './touched.ts';

export interface DocSyncOptions {
  readonly doc: Y.Doc;
  /** The document's name as `join` gave it. */
  readonly name: string;
  /** Where documents are served, without a slash at the end: `wss://host/base/sync`. */
  readonly serverUrl: string;
  readonly SocketClass: SocketClass;
  readonly env: Env;
  /** Told to the server, for its logs. */
  readonly build: string;
  /** Connects only when `start` is called: what is kept on this device comes first. */
  readonly waits?: boolean;
}

/** The server ended the connection for good; the code is one of `closeCode`. */
export interface FinalClose {
  readonly code: number;
  readonly reason: string;
}

/** An empty document, for one connection to fill. */
export function newDoc(): Y.Doc {
  return new Y.Doc();
}

const ours = [
  messageType.auth,
  messageType.welcome,
  messageType.ack,
  messageType.reject,
  messageType.perm,
  messageType.digest,
  messageType.tick,
  messageType.result,
  messageType.bye,
] as const;

/** A network that swallows everything fails no attempt for minutes. */
const patienceMs = 4_000;
const retryAfterRejectMs = { first: 1_000, max: 30_000 };

export class DocSync {
  readonly doc: Y.Doc;
  readonly save = new SaveState();
  /** Tells whenever something in `save` may have changed. */
  readonly saveChanged = new Listeners<void>();
  readonly messages = new Listeners<ServerMessage>();
  readonly finalClose = new Listeners<FinalClose>();
  /** The server refused for good; `save.unsaved` names what is lost unless it is offered again. */
  readonly refused = new Listeners<Reject>();
  /** On every connection, once the server has sent what this copy lacked. */
  readonly caughtUp = new Listeners<void>();
  private readonly provider: WebsocketProvider;
  private readonly options: DocSyncOptions;
  private readonly isConnected = new Signal(false);
  private readonly isLoaded = new Signal(false);
  private readonly hasSynced = new Signal(false);
  private readonly hasTried = new Signal(false);
  private readonly latestWelcome = new Signal<Welcome | null>(null);
  private readonly isWritable = new Signal(true);
  private readonly onUpdate: (update: Uint8Array, origin: unknown, doc: Y.Doc, tx: Y.Transaction) => void;
  private isStarted = false;
  private comeBackAfterMs = 0;
  private rejectsInARow = 0;
  private cancelReturn: Cancel = () => {};
  private cancelPatience: Cancel = () => {};

  constructor(options: DocSyncOptions) {
    this.options = options;
    this.doc = options.doc;
    this.onUpdate = (_update, _origin, _doc, transaction) => {
      if (!transaction.local) return;
      this.save.localChange(touchedKeys(transaction));
      this.saveChanged.tell();
    };
    // Before the provider's own listener, so that a change is counted by the time its update leaves.
    this.doc.on('update', this.onUpdate);
    const awareness = new Awareness(options.doc);
    awareness.setLocalState(null);
    this.provider = new WebsocketProvider(options.serverUrl, options.name, options.doc, {
      connect: false,
      disableBc: true,
      awareness,
      WebSocketPolyfill: countingSocket(options.SocketClass, (carrier) => {
        this.save.sent(carrier);
        this.saveChanged.tell();
      }),
    });
    this.listen();
    if (!options.waits) this.start();
  }

  /** `hasCopy`: the document holds what is kept on this device, and can be shown before the server answers. */
  start(hasCopy = false): void {
    if (hasCopy) this.isLoaded.set(true);
    this.isStarted = true;
    this.cancelPatience = this.options.env.scheduler.after(patienceMs, () => this.hasTried.set(true));
    this.provider.connect();
  }

  get connected(): ReadonlySignal<boolean> {
    return this.isConnected;
  }

  /** True once the document is there whole, from the server or from this device; stays true while offline. */
  get loaded(): ReadonlySignal<boolean> {
    return this.isLoaded;
  }

  /** True once the server has sent what this copy lacked. */
  get synced(): ReadonlySignal<boolean> {
    return this.hasSynced;
  }

  /** False until the first attempt to connect has ended or takes too long: until then nobody is offline. */
  get tried(): ReadonlySignal<boolean> {
    return this.hasTried;
  }

  /** What the server said about this connection; null before it has. */
  get welcome(): ReadonlySignal<Welcome | null> {
    return this.latestWelcome;
  }

  get mayWrite(): ReadonlySignal<boolean> {
    return this.isWritable;
  }

  /** Sends one of our own messages now; false when there is no connection to send it on. */
  send(frame: Uint8Array): boolean {
    const socket = this.provider.ws;
    if (!this.provider.wsconnected || socket === null || socket.readyState !== socket.OPEN) return false;
    // A copy on its own buffer: sockets of browsers do not take views of shared memory, and the types say so.
    socket.send(new Uint8Array(frame));
    return true;
  }

  /** Tries at once instead of waiting for the next attempt. */
  reconnectNow(): void {
    if (!this.isStarted || this.isConnected.get() || this.save.isFenced) return;
    this.cancelReturn();
    this.provider.wsUnsuccessfulReconnects = 0;
    this.provider.connect();
  }

  /** The network may be gone although no word of it has come: finds out at once, instead of after half a minute. */
  checkConnection(): void {
    if (!this.isConnected.get()) return;
    this.provider.disconnect();
    this.provider.connect();
  }

  destroy(): void {
    this.cancelReturn();
    this.cancelPatience();
    this.doc.off('update', this.onUpdate);
    this.provider.destroy();
    this.provider.awareness.destroy();
  }

  private listen(): void {
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') this.opened();
      if (status === 'disconnected') this.closed();
    });
    this.provider.on('sync', (isSynced) => {
      if (!isSynced) return;
      this.hasSynced.set(true);
      this.isLoaded.set(true);
      this.caughtUp.tell();
    });
    this.provider.on('connection-close', () => {
      this.hasTried.set(true);
      this.returnLater();
    });
    this.provider.on('closed', (close) => this.finalClose.tell(close));
    const handlers = this.provider.messageHandlers.slice();
    for (const type of ours) handlers[type] = (_encoder, decoder) => this.receive(type, decoder);
    this.provider.messageHandlers = handlers;
  }

  private opened(): void {
    this.save.connectionOpened();
    // The provider sends its step 1 right after this event: hello comes first.
    this.send(
      encode.hello({
        proto: protocolVersion,
        schemaMin: schemaVersion,
        schemaMax: schemaVersion,
        build: this.options.build,
      }),
    );
    this.hasTried.set(true);
    this.isConnected.set(true);
    this.saveChanged.tell();
  }

  private closed(): void {
    this.save.connectionClosed();
    this.isConnected.set(false);
    this.saveChanged.tell();
  }

  private receive(type: number, decoder: decoding.Decoder): void {
    let message: ServerMessage;
    try {
      message = decodeServerBody(type, decoder);
    } catch {
      // One unreadable message of a newer server must not take the connection down.
      return;
    }
    switch (message.type) {
      case 'welcome':
        this.isWritable.set(message.welcome.mayWrite);
        this.latestWelcome.set(message.welcome);
        break;
      case 'perm':
        this.isWritable.set(message.perm.mayWrite);
        break;
      case 'ack':
        this.rejectsInARow = 0;
        this.save.acknowledged(message.n);
        break;
      case 'reject':
        this.rejected(message.reject);
        break;
      case 'bye':
        // Everybody is told at the same moment; chance spreads the return out.
        this.comeBackAfterMs = message.bye.retryAfterMs * (0.5 + this.options.env.random.next());
        break;
    }
    this.messages.tell(message);
    this.saveChanged.tell();
  }

  private rejected(reject: Reject): void {
    if (reject.retryable) {
      // A new connection offers everything again in its step 2.
      const wait = Math.min(retryAfterRejectMs.first * 2 ** this.rejectsInARow++, retryAfterRejectMs.max);
      this.comeBackAfterMs = wait;
      this.provider.disconnect();
      return;
    }
    this.save.fence();
    this.provider.disconnect();
    this.refused.tell(reject);
  }

  private returnLater(): void {
    if (this.comeBackAfterMs === 0) return;
    const wait = this.comeBackAfterMs;
    this.comeBackAfterMs = 0;
    this.provider.shouldConnect = false;
    this.cancelReturn();
    this.cancelReturn = this.options.env.scheduler.after(wait, () => this.provider.connect());
  }
}
