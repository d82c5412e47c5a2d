// Somebody on a measured board: three sockets, a private document, a note of one's own, and the times at which the server
// said that each change is durable and answered each command.

import type WebSocket from 'ws';
import * as Y from 'yjs';
import type { Role } from '../../shared/board/roles.ts';
import type { BoardCreated, Joined } from '../../shared/protocol/api.ts';
import {
  decodeServerMessage,
  encode,
  protocolVersion,
  type ServerMessage,
  schemaVersion,
} from '../../shared/protocol/messages.ts';
import { join, syncUrl } from '../support/people.ts';
import { open, Writer } from './relay/load.ts';

export type Kind = 'canvas' | 'session' | 'personal';
type Written = Exclude<Kind, 'session'>;

/** Somebody who has come in, and whose sockets are open. */
export interface Arrival {
  readonly joined: Joined;
  readonly sockets: Readonly<Record<Kind, WebSocket>>;
  readonly seed: number;
}

const kinds = ['session', 'personal', 'canvas'] as const;

export async function comesIn(
  url: string,
  created: BoardCreated,
  role: Role,
  seed: number,
): Promise<Arrival> {
  const joined = await join(url, created, role, `Person ${seed}`);
  const [session, personal, canvas] = await Promise.all(
    kinds.map((kind) => open(syncUrl(url, joined.docs[kind], joined.token))),
  );
  if (!session || !personal || !canvas) throw new Error('no socket');
  return { joined, sockets: { session, personal, canvas }, seed };
}

export abstract class Attendee {
  /** Milliseconds from a change to the word that it is durable. */
  readonly acks: Readonly<Record<Written, number[]>> = { canvas: [], personal: [] };
  /** Milliseconds from a command to its answer. */
  readonly answers: number[] = [];
  readonly joined: Joined;
  protected readonly sockets: Arrival['sockets'];
  protected readonly writer: Writer;
  protected readonly pad = new Y.Doc();
  private readonly sent: Readonly<Record<Written, number[]>> = { canvas: [], personal: [] };
  private readonly heard: Record<Written, number> = { canvas: 0, personal: 0 };
  private readonly asked = new Map<string, { at: number; done: (data: unknown) => void }>();

  constructor({ joined, sockets, seed }: Arrival) {
    this.joined = joined;
    this.sockets = sockets;
    this.writer = new Writer(seed);
    this.pad.clientID = 90_000 + seed;
    this.pad.on('update', (update: Uint8Array) => this.send('personal', update));
    for (const kind of kinds) this.greet(kind);
  }

  /** The note of one's own. */
  put(): void {
    this.send('canvas', this.writer.creation);
  }

  does(name: string, args: Record<string, unknown> = {}): Promise<unknown> {
    const id = `${name} ${this.asked.size} ${performance.now()}`;
    const answered = new Promise<unknown>((done) => this.asked.set(id, { at: performance.now(), done }));
    this.sockets.session.send(encode.command({ id, name, args }));
    return answered;
  }

  leave(): void {
    for (const socket of Object.values(this.sockets)) socket.terminate();
  }

  /** Whatever the server says, when it has been taken down here. */
  protected abstract told(kind: Kind, message: ServerMessage, at: number): void;

  protected send(kind: Written, update: Uint8Array): void {
    this.sent[kind].push(performance.now());
    this.sockets[kind].send(encode.update(update));
  }

  private greet(kind: Kind): void {
    const socket = this.sockets[kind];
    socket.on('message', (frame: Buffer) => this.receive(kind, decodeServerMessage(frame)));
    const range = { schemaMin: schemaVersion, schemaMax: schemaVersion };
    socket.send(encode.hello({ proto: protocolVersion, ...range, build: 'bench' }));
    socket.send(encode.step1(Uint8Array.of(0)));
    // It is acknowledged like a change, and is none.
    if (kind !== 'session') this.sent[kind].push(Number.NaN);
    socket.send(encode.step2(Uint8Array.of(0, 0)));
  }

  private receive(kind: Kind, message: ServerMessage): void {
    const now = performance.now();
    if (message.type === 'ack' && kind !== 'session') {
      for (; this.heard[kind] < message.n; this.heard[kind]++) {
        const time = now - (this.sent[kind][this.heard[kind]] ?? Number.NaN);
        if (Number.isFinite(time)) this.acks[kind].push(time);
      }
    }
    if (message.type === 'reject') throw new Error(`refused: ${message.reject.code}`);
    if (message.type === 'result') {
      if (!message.result.ok) throw new Error(`refused: ${message.result.code}`);
      const asked = this.asked.get(message.result.id);
      if (asked !== undefined) this.answers.push(now - asked.at);
      asked?.done(message.result.data);
    }
    this.told(kind, message, now);
  }
}
