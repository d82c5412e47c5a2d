// The wire: stock y-websocket messages, and ours beside them. Ours go only to connections that said hello, so that any
// stock client can take part without seeing a type it does not know. A frame is a variable-length unsigned type, then the
// body; bodies of ours that are not on the hot path are one JSON string.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as v from 'valibot';
import { limits } from '../board/limits.ts';
import { roles } from '../board/roles.ts';

export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 110,
  welcome: 111,
  ack: 112,
  reject: 113,
  perm: 114,
  digest: 115,
  cursor: 116,
  tick: 117,
  command: 118,
  result: 119,
  bye: 120,
} as const;

export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Raised by decoders for bytes that make no sense. The message never quotes the bytes. */
export class ProtocolError extends Error {
  override name = 'ProtocolError';
}

export const protocolVersion = 1;
export const schemaVersion = 1;

const helloSchema = v.object({
  proto: v.number(),
  /** The range of document schema versions this client can read and write. */
  schemaMin: v.number(),
  schemaMax: v.number(),
  build: v.pipe(v.string(), v.maxLength(64)),
});
export type Hello = v.InferOutput<typeof helloSchema>;

const welcomeSchema = v.object({
  /** This connection's presence slot; -1 where the document carries no presence. */
  slot: v.number(),
  participant: v.string(),
  role: v.picklist(roles),
  mayWrite: v.boolean(),
  epoch: v.number(),
  /** Milliseconds since 1970 by the server's clock. */
  serverTime: v.number(),
});
export type Welcome = v.InferOutput<typeof welcomeSchema>;

const rejectCodes = [
  'read-only',
  'not-yours',
  'gap',
  'malformed',
  'too-large',
  'too-many-items',
  'doc-full',
  'disk-full',
  'quarantined',
] as const;
export type RejectCode = (typeof rejectCodes)[number];

const rejectSchema = v.object({
  /** The ordinal of the refused message on this connection. Nothing from here on is accepted. */
  n: v.number(),
  code: v.picklist(rejectCodes),
  retryable: v.boolean(),
  text: v.string(),
});
export type Reject = v.InferOutput<typeof rejectSchema>;

const permSchema = v.object({
  mayWrite: v.boolean(),
  role: v.picklist(roles),
  reason: v.string(),
  graceMs: v.number(),
});
export type Perm = v.InferOutput<typeof permSchema>;

const byeSchema = v.object({ code: v.number(), reason: v.string(), retryAfterMs: v.number() });
export type Bye = v.InferOutput<typeof byeSchema>;

export const commandSchema = v.object({
  /** Chosen by the client; the same id again gives the same answer. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  args: v.record(v.string(), v.unknown()),
});
export type Command = v.InferOutput<typeof commandSchema>;

const resultSchema = v.object({
  id: v.string(),
  ok: v.boolean(),
  code: v.optional(v.string()),
  message: v.optional(v.string()),
  data: v.optional(v.unknown()),
});
export type CommandResult = v.InferOutput<typeof resultSchema>;

export type ClientMessage =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness' }
  | { type: 'queryAwareness' }
  | { type: 'hello'; hello: Hello }
  | { type: 'cursor'; blob: Uint8Array }
  | { type: 'hold'; blob: Uint8Array }
  | { type: 'command'; command: Command };

export type ServerMessage =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness' }
  | { type: 'denied'; reason: string }
  | { type: 'welcome'; welcome: Welcome }
  | { type: 'ack'; n: number }
  | { type: 'reject'; reject: Reject }
  | { type: 'perm'; perm: Perm }
  | { type: 'digest'; digest: string }
  | { type: 'tick'; tick: Tick }
  | { type: 'result'; result: CommandResult }
  | { type: 'bye'; bye: Bye };

/**
 * Presence of everybody whose last value changed since the tick before. `cursor` and `hold` are the blobs of
 * `presence.ts`, passed on unread. A keyframe lists everybody present: whoever is missing from it has left.
 */
export interface Tick {
  readonly keyframe: boolean;
  readonly entries: readonly TickEntry[];
}

export interface TickEntry {
  readonly slot: number;
  readonly gone: boolean;
  readonly participant: string | null;
  readonly cursor: Uint8Array | null;
  readonly hold: Uint8Array | null;
}

/** @throws ProtocolError on bytes that are no message of a client. */
export function decodeClientMessage(frame: Uint8Array): ClientMessage {
  return guarded(frame, (decoder) => {
    const type = decoding.readVarUint(decoder);
    switch (type) {
      case messageType.sync:
        return decodeSync(decoder);
      case messageType.awareness:
        return { type: 'awareness' };
      case messageType.queryAwareness:
        return { type: 'queryAwareness' };
      case messageType.hello:
        return { type: 'hello', hello: readJson(decoder, helloSchema, 1024) };
      case messageType.cursor: {
        const isHold = decoding.readUint8(decoder) === 1;
        const blob = decoding.readVarUint8Array(decoder);
        if (blob.length > (isHold ? limits.holdBytesMax : limits.cursorBytesMax))
          throw new ProtocolError('presence too large');
        return isHold ? { type: 'hold', blob } : { type: 'cursor', blob };
      }
      case messageType.command:
        return { type: 'command', command: readJson(decoder, commandSchema, limits.commandBytesMax) };
      default:
        throw new ProtocolError('unknown message type');
    }
  });
}

/** @throws ProtocolError on bytes that are no message of a server. */
export function decodeServerMessage(frame: Uint8Array): ServerMessage {
  return guarded(frame, (decoder) => decodeServerBody(decoding.readVarUint(decoder), decoder));
}

/** For a reader that has taken the type off already, as y-websocket's `messageHandlers` do. */
export function decodeServerBody(type: number, decoder: decoding.Decoder): ServerMessage {
  switch (type) {
    case messageType.sync:
      return decodeSync(decoder);
    case messageType.awareness:
      return { type: 'awareness' };
    case messageType.auth:
      decoding.readVarUint(decoder);
      return { type: 'denied', reason: decoding.readVarString(decoder) };
    case messageType.welcome:
      return { type: 'welcome', welcome: readJson(decoder, welcomeSchema) };
    case messageType.ack:
      return { type: 'ack', n: decoding.readVarUint(decoder) };
    case messageType.reject:
      return { type: 'reject', reject: readJson(decoder, rejectSchema) };
    case messageType.perm:
      return { type: 'perm', perm: readJson(decoder, permSchema) };
    case messageType.digest:
      return { type: 'digest', digest: decoding.readVarString(decoder) };
    case messageType.tick:
      return { type: 'tick', tick: readTick(decoder) };
    case messageType.result:
      return { type: 'result', result: readJson(decoder, resultSchema) };
    case messageType.bye:
      return { type: 'bye', bye: readJson(decoder, byeSchema) };
    default:
      throw new ProtocolError('unknown message type');
  }
}

export const encode = {
  step1: (stateVector: Uint8Array) => sync(syncType.step1, stateVector),
  step2: (update: Uint8Array) => sync(syncType.step2, update),
  update: (update: Uint8Array) => sync(syncType.update, update),
  /** An awareness message about nobody: what keeps a stock provider from reconnecting. */
  keepAlive: () => Uint8Array.of(messageType.awareness, 1, 0),
  denied: (reason: string) =>
    frame(messageType.auth, (e) => {
      encoding.writeVarUint(e, 0);
      encoding.writeVarString(e, reason);
    }),
  hello: (hello: Hello) => json(messageType.hello, hello),
  welcome: (welcome: Welcome) => json(messageType.welcome, welcome),
  /** Cumulative: every message up to the n-th on this connection is durable. */
  ack: (n: number) => frame(messageType.ack, (e) => encoding.writeVarUint(e, n)),
  reject: (reject: Reject) => json(messageType.reject, reject),
  perm: (perm: Perm) => json(messageType.perm, perm),
  digest: (digest: string) => frame(messageType.digest, (e) => encoding.writeVarString(e, digest)),
  cursor: (blob: Uint8Array) => presence(0, blob),
  hold: (blob: Uint8Array) => presence(1, blob),
  tick: (tick: Tick) => frame(messageType.tick, (e) => writeTick(e, tick)),
  command: (command: Command) => json(messageType.command, command),
  result: (result: CommandResult) => json(messageType.result, result),
  bye: (bye: Bye) => json(messageType.bye, bye),
};

function decodeSync(decoder: decoding.Decoder): ClientMessage & ServerMessage {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (step) {
    case syncType.step1:
      return { type: 'step1', stateVector: bytes };
    case syncType.step2:
      return { type: 'step2', update: bytes };
    case syncType.update:
      return { type: 'update', update: bytes };
    default:
      throw new ProtocolError('unknown sync message');
  }
}

const has = { participant: 1, cursor: 2, hold: 4, gone: 8 } as const;

function writeTick(encoder: encoding.Encoder, tick: Tick): void {
  encoding.writeUint8(encoder, tick.keyframe ? 1 : 0);
  encoding.writeVarUint(encoder, tick.entries.length);
  for (const entry of tick.entries) {
    encoding.writeVarUint(encoder, entry.slot);
    const flags =
      (entry.participant !== null ? has.participant : 0) |
      (entry.cursor ? has.cursor : 0) |
      (entry.hold ? has.hold : 0) |
      (entry.gone ? has.gone : 0);
    encoding.writeUint8(encoder, flags);
    if (entry.participant !== null) encoding.writeVarString(encoder, entry.participant);
    if (entry.cursor) encoding.writeVarUint8Array(encoder, entry.cursor);
    if (entry.hold) encoding.writeVarUint8Array(encoder, entry.hold);
  }
}

function readTick(decoder: decoding.Decoder): Tick {
  const keyframe = decoding.readUint8(decoder) === 1;
  const count = decoding.readVarUint(decoder);
  if (count > limits.connectionsPerBoardMax) throw new ProtocolError('tick too long');
  const entries: TickEntry[] = [];
  for (let i = 0; i < count; i++) {
    const slot = decoding.readVarUint(decoder);
    const flags = decoding.readUint8(decoder);
    entries.push({
      slot,
      gone: (flags & has.gone) !== 0,
      participant: flags & has.participant ? decoding.readVarString(decoder) : null,
      cursor: flags & has.cursor ? decoding.readVarUint8Array(decoder) : null,
      hold: flags & has.hold ? decoding.readVarUint8Array(decoder) : null,
    });
  }
  return { keyframe, entries };
}

function sync(step: number, bytes: Uint8Array): Uint8Array {
  return frame(messageType.sync, (e) => {
    encoding.writeVarUint(e, step);
    encoding.writeVarUint8Array(e, bytes);
  });
}

function presence(part: 0 | 1, blob: Uint8Array): Uint8Array {
  return frame(messageType.cursor, (e) => {
    encoding.writeUint8(e, part);
    encoding.writeVarUint8Array(e, blob);
  });
}

function json(type: number, body: unknown): Uint8Array {
  return frame(type, (e) => encoding.writeVarString(e, JSON.stringify(body)));
}

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function readJson<Schema extends v.GenericSchema>(
  decoder: decoding.Decoder,
  schema: Schema,
  charsMax: number = limits.updateBytesMax,
): v.InferOutput<Schema> {
  const text = decoding.readVarString(decoder);
  if (text.length > charsMax) throw new ProtocolError('message too large');
  const parsed = v.safeParse(schema, JSON.parse(text));
  if (!parsed.success) throw new ProtocolError('message of the wrong shape');
  return parsed.output;
}

// lib0 throws plain errors, JSON.parse quotes its input: neither may reach a log or another person. And lib0 reads past
// the end of a view when the buffer under it goes on, so where the reading stopped is checked too.
function guarded<Value>(bytes: Uint8Array, decode: (decoder: decoding.Decoder) => Value): Value {
  try {
    const decoder = decoding.createDecoder(bytes);
    const value = decode(decoder);
    if (decoder.pos > bytes.length) throw new ProtocolError('message ends too early');
    return value;
  } catch (error) {
    throw error instanceof ProtocolError ? error : new ProtocolError('unreadable message');
  }
}
