// Sockets: upgrade, heartbeat, back-pressure, bytes in, bytes out. Who may have what is admission's to say, and what the
// bytes mean is the connection's.

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import fastifyCookie from '@fastify/cookie';
import { WebSocket, WebSocketServer } from 'ws';
import { limits } from '../shared/board/limits.ts';
import type { Cancel, Env } from '../shared/lib/env.ts';
import { closeCode } from '../shared/protocol/api.ts';
import type { Access } from './access.ts';
import { type Admitted, admit, type Refused } from './admission.ts';
import { proofsOf } from './auth.ts';
import type { Connection } from './connection.ts';
import type { Transport, Visitor } from './core.ts';
import type { ServerLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Rooms } from './rooms.ts';
import type { Site } from './site.ts';

/** A step 2 and its envelope. What is larger is refused when its header arrives. */
const frameBytesMax = limits.step2BytesMax + 1024;
const heartbeatMs = 30_000;
/** A peer that does not answer our good-bye is cut off after this. */
const farewellMs = 5_000;
const refusalMs = 500;
/** When the server stops, nobody waits for a peer longer than this. */
const lastWordsMs = 1_000;
const unsupportedData = 1003;
const internalError = 1011;

export interface SocketDeps {
  readonly access: Access;
  readonly rooms: Rooms;
  readonly site: Site;
  readonly metrics: Metrics;
  readonly env: Env;
  readonly log: ServerLog;
  readonly isDraining: () => boolean;
}

export class Sockets {
  private readonly deps: SocketDeps;
  private readonly upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: frameBytesMax,
    WebSocket: StrictSocket,
  });
  private readonly open = new Set<Peer>();
  private readonly counts = new Map<string, number>();
  private cancelHeartbeat: Cancel = () => {};
  private whenEmpty: () => void = () => {};

  constructor(deps: SocketDeps) {
    this.deps = deps;
    this.heartbeatLater();
  }

  /** From now on the server's upgrades under `<base>/sync/` are ours; others are turned down. */
  listenTo(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** Waits a moment for peers that are saying good-bye, then cuts off whoever is still there. */
  async close(): Promise<void> {
    this.cancelHeartbeat();
    if (this.open.size === 0) return;
    await new Promise<void>((resolve) => {
      this.whenEmpty = resolve;
      this.deps.env.scheduler.after(lastWordsMs, resolve);
    });
    for (const peer of this.open) peer.socket.terminate();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const asked = askedFor(request, `${this.deps.site.basePath}/sync/`);
    if (asked === null) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    this.upgrader.handleUpgrade(request, socket, head, (webSocket) => {
      const peer = new Peer(webSocket, this.deps.env);
      this.open.add(peer);
      this.deps.metrics.socketOpened();
      webSocket.on('close', (code) => {
        this.open.delete(peer);
        this.deps.metrics.socketClosed(code);
        peer.gone();
        if (this.open.size === 0) this.whenEmpty();
      });
      void this.letIn(peer, request, asked);
    });
  }

  /** The peer stays paused until it is in: what it has sent already waits in order, in the network's own bounded buffers. */
  private async letIn(peer: Peer, request: IncomingMessage, asked: Asked): Promise<void> {
    try {
      if (this.deps.isDraining()) return peer.close(closeCode.restarting, 'restarting');
      const decision = await this.decide(request, asked);
      if ('code' in decision) return peer.close(decision.code, decision.reason);
      if (!this.count(peer, decision)) return peer.close(closeCode.tooMany, 'too many connections');
      const { board, participant, address } = decision;
      const room = await this.deps.rooms.open(board);
      const visitor = visitorOf(participant);
      peer.attach(await room.connect({ address, visitor, transport: peer }));
      // While the room was being read, a facilitator may have removed this person, or the board.
      const now = await this.decide(request, asked);
      if ('code' in now) return peer.close(now.code, now.reason);
      room.changeRole(participant.id, visitorOf(now.participant));
      peer.resume();
    } catch (error) {
      if (this.deps.isDraining()) return peer.close(closeCode.restarting, 'restarting');
      this.deps.log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a socket failed');
      peer.close(internalError, 'the server could not open this document');
    }
  }

  private decide(request: IncomingMessage, asked: Asked): Promise<Admitted | Refused> {
    const { origin, authorization, cookie } = request.headers;
    return admit(this.deps.access, {
      name: asked.name,
      proofs: proofsOf({
        authorization,
        queryToken: asked.token,
        cookies: cookie === undefined ? {} : fastifyCookie.parse(cookie),
      }),
      fromOurPage:
        origin !== undefined && this.deps.site.isOurs(origin, this.deps.site.hostOf(request.headers)),
    });
  }

  /** Whether there is room for one more connection of this board and this participant; it is given back at the close. */
  private count(peer: Peer, { board, participant }: Admitted): boolean {
    const keys = [board.id, `${board.id} ${participant.id}`] as const;
    const [ofBoard = 0, ofParticipant = 0] = keys.map((key) => this.counts.get(key) ?? 0);
    if (ofBoard >= limits.connectionsPerBoardMax || ofParticipant >= limits.connectionsPerParticipantMax)
      return false;
    for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    peer.onGone(() => {
      for (const key of keys) {
        const left = (this.counts.get(key) ?? 1) - 1;
        if (left === 0) this.counts.delete(key);
        else this.counts.set(key, left);
      }
    });
    return true;
  }

  private heartbeatLater(): void {
    this.cancelHeartbeat = this.deps.env.scheduler.after(heartbeatMs, () => {
      for (const peer of this.open) peer.beat();
      this.heartbeatLater();
    });
  }
}

const messageTooBig = 1009;

/** A stock provider tries again after 1009, with the same frame: it is told the code that it takes for final. */
class StrictSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === messageTooBig ? closeCode.tooLarge : code, reason);
  }
}

/** One socket, as the core sees it. */
class Peer implements Transport {
  readonly socket: WebSocket;
  private readonly env: Env;
  private connection: Connection | null = null;
  private isClosing = false;
  private isGone = false;
  private hasAnswered = true;
  private readonly leavings: (() => void)[] = [];
  private cancelFarewell: Cancel = () => {};

  constructor(socket: WebSocket, env: Env) {
    this.socket = socket;
    this.env = env;
    socket.binaryType = 'nodebuffer';
    socket.pause();
    socket.on('message', (data, isBinary) => this.receive(data as Buffer, isBinary));
    socket.on('pong', () => {
      this.hasAnswered = true;
    });
    // A frame too large or malformed: ws says good-bye, and nobody else notices.
    socket.on('error', () => this.stopListening());
  }

  send(frame: Uint8Array): void {
    if (!this.isClosing && this.socket.readyState === WebSocket.OPEN)
      this.socket.send(frame, { binary: true });
  }

  close(code: number, reason: string): void {
    if (this.isClosing || this.isGone) return;
    this.isClosing = true;
    this.socket.close(code, reason);
    // The peer's answer must be read, or the close never ends.
    this.socket.resume();
    this.farewell(farewellMs);
  }

  bufferedBytes(): number {
    return this.socket.bufferedAmount;
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    if (!this.isClosing) this.socket.resume();
  }

  attach(connection: Connection): void {
    this.connection = connection;
    if (this.isGone) connection.closed();
  }

  /** `task` runs when the socket is closed, at once when it is already. */
  onGone(task: () => void): void {
    if (this.isGone) task();
    else this.leavings.push(task);
  }

  gone(): void {
    this.isGone = true;
    this.cancelFarewell();
    this.connection?.closed();
    for (const task of this.leavings.splice(0)) task();
  }

  /** Cuts off a peer that did not answer the last beat. One we do not read from cannot be heard answering. */
  beat(): void {
    if (this.socket.isPaused || this.isClosing) return;
    if (!this.hasAnswered) {
      this.socket.terminate();
      return;
    }
    this.hasAnswered = false;
    this.socket.ping();
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.isClosing) return;
    if (isBinary) this.connection?.receive(data);
    else this.close(unsupportedData, 'only binary messages are understood');
  }

  /** What is left of a frame of any size is not even read: the peer gets a moment to hear why, then the line is cut. */
  private stopListening(): void {
    this.isClosing = true;
    // After ws, which on its own would read on and throw away.
    this.env.scheduler.after(0, () => this.socket.pause());
    this.farewell(refusalMs);
  }

  private farewell(patienceMs: number): void {
    this.cancelFarewell();
    this.cancelFarewell = this.env.scheduler.after(patienceMs, () => this.socket.terminate());
  }
}

interface Asked {
  readonly name: string;
  readonly token: string | null;
}

/** The document and the token in an address; null when the address is none of ours. */
function askedFor(request: IncomingMessage, prefix: string): Asked | null {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  if (!path.startsWith(prefix)) return null;
  try {
    return {
      name: decodeURIComponent(path.slice(prefix.length)),
      token: new URLSearchParams(query).get('token'),
    };
  } catch {
    return { name: '', token: null };
  }
}

function visitorOf({ id, role, neutral }: Visitor): Visitor {
  return { id, role, neutral };
}
