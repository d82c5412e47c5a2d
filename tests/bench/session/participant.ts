// One of fifty in a measured session: three sockets, a private idea that is typed, a note that is dragged, a pointer that
// carries its own number, and the times at which the server answered.

import type WebSocket from 'ws';
import * as Y from 'yjs';
import { addDraft, draftText } from '../../../shared/board/drafts.ts';
import type { Role } from '../../../shared/board/roles.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import {
  decodeServerMessage,
  encode,
  protocolVersion,
  type ServerMessage,
  schemaVersion,
} from '../../../shared/protocol/messages.ts';
import { encodeCursor } from '../../../shared/protocol/presence.ts';
import { join, syncUrl } from '../../support/people.ts';
import { open, Writer } from '../relay/load.ts';

type Kind = 'canvas' | 'session' | 'personal';

export class Participant {
  readonly joined: Joined;
  readonly writer: Writer;
  /** Milliseconds from a change to the word that it is durable. */
  readonly acks: Record<'canvas' | 'personal', number[]> = { canvas: [], personal: [] };
  /** Milliseconds from a command to its answer. */
  readonly answers: number[] = [];
  onMessage: (kind: Kind, message: ServerMessage, at: number) => void = () => {};
  private readonly sockets: Readonly<Record<Kind, WebSocket>>;
  private readonly waiting: Record<'canvas' | 'personal', number[]> = { canvas: [], personal: [] };
  private readonly asked = new Map<string, { at: number; done: (data: unknown) => void }>();
  private readonly pad = new Y.Doc();
  private draft = '';
  private count = 0;

  private constructor(joined: Joined, sockets: Record<Kind, WebSocket>, seed: number) {
    this.joined = joined;
    this.sockets = sockets;
    this.writer = new Writer(seed);
    this.pad.clientID = 90_000 + seed;
    this.pad.on('update', (update: Uint8Array) => this.send('personal', update));
    for (const kind of ['session', 'personal', 'canvas'] as const) this.greet(kind);
  }

  static async arrives(url: string, created: BoardCreated, role: Role, seed: number): Promise<Participant> {
    const joined = await join(url, created, role, `Person ${seed}`);
    const kinds = ['session', 'personal', 'canvas'] as const;
    const [session, personal, canvas] = await Promise.all(
      kinds.map((kind) => open(syncUrl(url, joined.docs[kind], joined.token))),
    );
    if (!session || !personal || !canvas) throw new Error('no socket');
    return new Participant(joined, { session, personal, canvas }, seed);
  }

  /** One more letter of a private idea; every fortieth begins a new one. */
  type(): void {
    if (this.count++ % 40 === 0) {
      this.draft = `draft-${this.count}`;
      addDraft(this.pad, { id: this.draft, text: '', order: this.count, nameless: false }, 'bench');
    }
    const text = draftText(this.pad, this.draft);
    text?.insert(text.length, 'etaoin shrdlu'[this.count % 13] ?? 'x');
  }

  /** The note that will be dragged. */
  put(): void {
    this.send('canvas', this.writer.creation);
  }

  /** One drag has ended. Gives the name of the change, as others will see it. */
  drop(): string {
    const { update, key } = this.writer.next();
    this.send('canvas', update);
    return key;
  }

  /** The number comes back as the place of the pointer. */
  point(number: number, drag: boolean): void {
    const at = { x: number, y: 0 };
    this.sockets.session.send(
      encode.cursor(encodeCursor({ at, drag: drag ? { x: number % 90, y: 3 } : null })),
    );
  }

  does(name: string, args: Record<string, unknown> = {}): Promise<unknown> {
    const id = `${name} ${this.asked.size} ${performance.now()}`;
    const answered = new Promise<unknown>((done) => this.asked.set(id, { at: performance.now(), done }));
    this.sockets.session.send(encode.command({ id, name, args }));
    return answered;
  }

  /** Milliseconds until the server's socket answers, whatever the server itself is doing. */
  ping(): Promise<number> {
    const left = performance.now();
    return new Promise((resolve) => {
      this.sockets.session.once('pong', () => resolve(performance.now() - left));
      this.sockets.session.ping();
    });
  }

  leave(): void {
    for (const socket of Object.values(this.sockets)) socket.terminate();
  }

  private greet(kind: Kind): void {
    const socket = this.sockets[kind];
    socket.on('message', (frame: Buffer) => this.hears(kind, decodeServerMessage(frame)));
    const range = { schemaMin: schemaVersion, schemaMax: schemaVersion };
    socket.send(encode.hello({ proto: protocolVersion, ...range, build: 'bench' }));
    socket.send(encode.step1(Uint8Array.of(0)));
    if (kind !== 'session') this.waiting[kind].push(Number.NaN);
    socket.send(encode.step2(Uint8Array.of(0, 0)));
  }

  private send(kind: 'canvas' | 'personal', update: Uint8Array): void {
    this.waiting[kind].push(performance.now());
    this.sockets[kind].send(encode.update(update));
  }

  private hears(kind: Kind, message: ServerMessage): void {
    const now = performance.now();
    if (message.type === 'ack' && kind !== 'session') {
      const [times, acks] = [this.waiting[kind], this.acks[kind]];
      for (let n = acks.length; n < message.n; n++) acks.push(now - (times[n] ?? Number.NaN));
    }
    if (message.type === 'reject') throw new Error(`refused: ${message.reject.code}`);
    if (message.type === 'result') {
      const asked = this.asked.get(message.result.id);
      if (!message.result.ok) throw new Error(`refused: ${message.result.code}`);
      if (asked !== undefined) this.answers.push(now - asked.at);
      asked?.done(message.result.data);
    }
    this.onMessage(kind, message, now);
  }
}
