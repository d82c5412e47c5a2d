// One of two hundred in a measured vote: three sockets, a private document with votes, a note of one's own, and the times at
// which the server said that each change is durable.

import type WebSocket from 'ws';
import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import type { Role } from '../../../shared/board/roles.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import type { Method } from '../../../shared/features/voting/ballot.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import {
  decodeServerMessage,
  encode,
  protocolVersion,
  type ServerMessage,
  schemaVersion,
} from '../../../shared/protocol/messages.ts';
import { join, syncUrl } from '../../support/people.ts';
import { open, Writer } from '../relay/load.ts';

type Kind = 'canvas' | 'session' | 'personal';
type Written = 'canvas' | 'personal';

interface Awaited {
  readonly is: (doc: Y.Doc) => boolean;
  readonly done: (at: number) => void;
}

export class Voter {
  /** Whose number sees what the session says. */
  static readonly watcher = 1;
  /** Milliseconds from a change to the word that it is durable. */
  readonly acks: Record<Written, number[]> = { canvas: [], personal: [] };
  readonly session = new Y.Doc();
  private readonly sockets: Readonly<Record<Kind, WebSocket>>;
  private readonly writer: Writer;
  private readonly pad = new Y.Doc();
  private readonly sent: Record<Written, number[]> = { canvas: [], personal: [] };
  private readonly heard: Record<Written, number> = { canvas: 0, personal: 0 };
  private readonly asked = new Map<string, (data: unknown) => void>();
  private waiting: Awaited[] = [];
  /** One keeps a copy: two hundred copies would be the load's own work. */
  private readonly keepsSession: boolean;

  private constructor(sockets: Record<Kind, WebSocket>, seed: number) {
    this.sockets = sockets;
    this.keepsSession = seed === Voter.watcher;
    this.writer = new Writer(seed);
    this.pad.clientID = 90_000 + seed;
    this.pad.on('update', (update: Uint8Array) => this.send('personal', update));
    for (const kind of ['session', 'personal', 'canvas'] as const) this.greet(kind);
  }

  static async arrives(url: string, created: BoardCreated, role: Role, seed: number): Promise<Voter> {
    const joined = await join(url, created, role, `Person ${seed}`);
    const kinds = ['session', 'personal', 'canvas'] as const;
    const [session, personal, canvas] = await Promise.all(
      kinds.map((kind) => open(syncUrl(url, joined.docs[kind], joined.token))),
    );
    if (!session || !personal || !canvas) throw new Error('no socket');
    return new Voter({ session, personal, canvas }, seed);
  }

  /** What is voted on; in one change. */
  async writesNotes(count: number): Promise<readonly string[]> {
    const doc = new Y.Doc();
    const ids = createItems(
      new Board(doc, seededRandom(1)),
      Array.from(
        { length: count },
        (_, i) => ({ kind: 'note', x: i * 10, y: 0, text: `idea ${i}` }) as const,
      ),
    );
    this.send('canvas', Y.encodeStateAsUpdate(doc));
    return ids;
  }

  /** The note of one's own. */
  put(): void {
    this.send('canvas', this.writer.creation);
  }

  moves(): void {
    this.send('canvas', this.writer.next().update);
  }

  /** One tap on the option at this place of the list, and round: the vote is given, or taken back. */
  taps(ballot: string, method: Method, options: readonly string[], at: number): void {
    const votes = this.pad.getMap('votes');
    const option = options[at % options.length] ?? '';
    if (method !== 'approval') {
      votes.set(`${ballot}/${at % 10}`, option);
      return;
    }
    const key = `${ballot}/${option}`;
    // Of the first one nothing is ever taken back: everybody has voted.
    if (votes.has(key) && votes.size > 1) votes.delete(key);
    else votes.set(key, 1);
  }

  does(name: string, args: Record<string, unknown> = {}): Promise<unknown> {
    const id = `${name} ${performance.now()}`;
    const answered = new Promise<unknown>((done) => this.asked.set(id, done));
    this.sockets.session.send(encode.command({ id, name, args }));
    return answered;
  }

  /** When the session says so on the screen of the watcher. */
  hears(is: (doc: Y.Doc) => boolean): Promise<number> {
    return new Promise((done) => this.waiting.push({ is, done }));
  }

  leave(): void {
    for (const socket of Object.values(this.sockets)) socket.terminate();
  }

  private greet(kind: Kind): void {
    const socket = this.sockets[kind];
    socket.on('message', (frame: Buffer) => this.receives(kind, decodeServerMessage(frame)));
    const range = { schemaMin: schemaVersion, schemaMax: schemaVersion };
    socket.send(encode.hello({ proto: protocolVersion, ...range, build: 'bench' }));
    socket.send(encode.step1(Uint8Array.of(0)));
    if (kind !== 'session') this.sent[kind].push(Number.NaN);
    socket.send(encode.step2(Uint8Array.of(0, 0)));
  }

  private send(kind: Written, update: Uint8Array): void {
    this.sent[kind].push(performance.now());
    this.sockets[kind].send(encode.update(update));
  }

  private receives(kind: Kind, message: ServerMessage): void {
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
      this.asked.get(message.result.id)?.(message.result.data);
    }
    if (kind !== 'session' || !this.keepsSession) return;
    if (message.type !== 'update' && message.type !== 'step2') return;
    Y.applyUpdate(this.session, message.update);
    this.waiting = this.waiting.filter(({ is, done }) => {
      if (!is(this.session)) return true;
      done(now);
      return false;
    });
  }
}
