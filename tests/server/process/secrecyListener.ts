// Somebody with an ear on every document that is open to them, without compression: whatever they ever received, as bytes and
// decoded, so that what came letter by letter is read as a whole.

import WebSocket from 'ws';
import * as Y from 'yjs';
import { readItems } from '../../../shared/board/reader.ts';
import type { Role } from '../../../shared/board/roles.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import {
  decodeServerMessage,
  encode,
  protocolVersion,
  type ServerMessage,
  schemaVersion,
  type TickEntry,
} from '../../../shared/protocol/messages.ts';
import { encodeCursor, encodeHold, type Hold } from '../../../shared/protocol/presence.ts';
import { join, syncUrl } from '../../support/people.ts';
import { until } from '../../support/realPerson.ts';

const openKinds = ['session', 'canvas', 'talk'] as const;
type OpenKind = (typeof openKinds)[number];

/** What a frame says of a document: whose structs, under which keys, with which values. */
export interface Said {
  readonly kind: OpenKind;
  readonly client: number;
  readonly clock: number;
  readonly key: string | null;
  readonly text: string;
}

export interface ListenerOptions {
  /** A page says hello and has a hand; a stock client says nothing. */
  readonly says?: 'hello' | 'nothing';
}

export class Listener {
  readonly joined: Joined;
  readonly frames: Buffer[] = [];
  readonly messages: { readonly kind: OpenKind; readonly message: ServerMessage }[] = [];
  readonly docs = { canvas: new Y.Doc(), session: new Y.Doc(), talk: new Y.Doc() };
  readonly results = new Map<string, unknown>();
  private readonly sockets: readonly WebSocket[];

  private constructor(url: string, joined: Joined, { says = 'hello' }: ListenerOptions) {
    this.joined = joined;
    this.sockets = openKinds.map((kind) => {
      const hears = (frame: Buffer) => this.hears(kind, frame);
      return openSocket(syncUrl(url, joined.docs[kind], joined.token), says, hears);
    });
  }

  static async arrives(
    at: { readonly url: string; readonly created: BoardCreated },
    as: { readonly role: Role; readonly name: string } & ListenerOptions,
  ): Promise<Listener> {
    return new Listener(at.url, await join(at.url, at.created, as.role, as.name), as);
  }

  async does(name: string, args: Record<string, unknown> = {}): Promise<unknown> {
    const id = `${name} ${this.results.size}`;
    this.sockets[0]?.send(encode.command({ id, name, args }));
    await until(`${name} is answered`, () => this.results.has(id));
    return this.results.get(id);
  }

  /** Shows their hand, whether it is to be seen or not. */
  points(hold: Hold): void {
    this.sockets[0]?.send(encode.cursor(encodeCursor({ at: { x: 31, y: 41 }, drag: null })));
    this.sockets[0]?.send(encode.hold(encodeHold(hold)));
  }

  /** The place among the hands that others know them by. */
  get slot(): number {
    for (const { kind, message } of this.messages)
      if (kind === 'session' && message.type === 'welcome') return message.welcome.slot;
    return -1;
  }

  /** What was told of people's hands. */
  hands(): TickEntry[] {
    return this.messages.flatMap(({ message }) => (message.type === 'tick' ? message.tick.entries : []));
  }

  /** By what kind of message they came. */
  heard(): (readonly [name: string, frame: Buffer])[] {
    return this.frames.map((frame, i) => {
      const { kind, message } = this.messages[i] ?? {};
      return [`${this.joined.participant.name} hears ${kind} ${message?.type}`, frame] as const;
    });
  }

  texts(): string[] {
    return [...readItems(this.docs.canvas).values()].map(({ text }) => text);
  }

  /** Every struct of every change that was ever sent, in order of its writer. */
  said(): Said[] {
    const all = this.messages.flatMap(({ kind, message }) =>
      message.type === 'step2' || message.type === 'update' ? saidIn(kind, message.update) : [],
    );
    return all.sort((a, b) => a.client - b.client || a.clock - b.clock);
  }

  /** The texts of each writer in each document, letters put together. */
  written(): (readonly [name: string, text: Buffer])[] {
    const texts = new Map<string, string>();
    const seen = new Set<string>();
    for (const { kind, client, clock, key, text } of this.said()) {
      if (seen.has(`${kind} ${client} ${clock}`)) continue;
      seen.add(`${kind} ${client} ${clock}`);
      const writer = `${kind} ${client}`;
      texts.set(writer, `${texts.get(writer) ?? ''}${key === null ? '' : `\n${key}: `}${text}`);
    }
    return [...texts].map(([writer, text]) => [writer, Buffer.from(text)] as const);
  }

  leave(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  private hears(kind: OpenKind, frame: Buffer): void {
    this.frames.push(frame);
    const message = decodeServerMessage(frame);
    this.messages.push({ kind, message });
    if (message.type === 'step2' || message.type === 'update')
      Y.applyUpdate(this.docs[kind], message.update, 'server');
    if (message.type === 'result') this.results.set(message.result.id, message.result);
  }
}

/** Asks for a document; `hears` gets every frame as it is on the wire. */
export function openSocket(
  address: string,
  says: 'hello' | 'nothing',
  hears: (frame: Buffer) => void,
): WebSocket {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  socket.binaryType = 'nodebuffer';
  socket.on('open', () => {
    const range = { schemaMin: schemaVersion, schemaMax: schemaVersion };
    if (says === 'hello') socket.send(encode.hello({ proto: protocolVersion, ...range, build: 'test' }));
    socket.send(encode.step1(Uint8Array.of(0)));
    socket.send(encode.step2(Uint8Array.of(0, 0)));
  });
  socket.on('message', hears);
  socket.on('error', () => {});
  return socket;
}

function saidIn(kind: OpenKind, update: Uint8Array): Said[] {
  return Y.decodeUpdate(update).structs.map((struct) => {
    const { client, clock } = struct.id;
    if (!(struct instanceof Y.Item)) return { kind, client, clock, key: null, text: '' };
    return { kind, client, clock, key: struct.parentSub, text: textOf(struct.content) };
  });
}

function textOf(content: Y.Item['content']): string {
  if (content instanceof Y.ContentString) return content.str;
  // What is in a map or a text comes in structs of its own.
  return content instanceof Y.ContentType ? '' : JSON.stringify(content.getContent());
}
