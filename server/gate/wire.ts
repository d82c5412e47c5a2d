// Yjs updates, version 1, taken apart without building anything: where each struct lies in the bytes, what it depends on,
// what sort of content it has. Values are walked and measured, never constructed, so no input can reach a prototype or a
// deep recursion. Format: yjs 13.6, src/utils/updates.js.

import * as decoding from 'lib0/decoding';
import { limits } from '../../shared/board/limits.ts';

export interface Id {
  readonly client: number;
  readonly clock: number;
}

export function idKey(id: Id): string {
  return `${id.client}:${id.clock}`;
}

/** `gc` and `deleted` are what is left of something deleted; `skip` marks a hole and is never accepted. */
export type ContentKind =
  | 'any'
  | 'string'
  | 'binary'
  | 'map'
  | 'text'
  | 'deleted'
  | 'gc'
  | 'skip'
  | 'forbidden';

export interface Struct {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly content: ContentKind;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** A root's name, a parent's id, or null when the parent follows from an origin. */
  readonly parent: string | Id | null;
  readonly key: string | null;
  /** The bytes of this struct within the update. */
  readonly start: number;
  readonly end: number;
  /** Where its content begins, for a struct of which only the end is new. */
  readonly contentStart: number;
}

export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface Decoded {
  readonly bytes: Uint8Array;
  /** By client, in clock order as sent. */
  readonly structs: Map<number, Struct[]>;
  readonly structCount: number;
  readonly deletes: readonly DeleteRange[];
}

/** The update breaks a rule of form. `message` quotes nothing of its content. */
export class MalformedUpdate extends Error {
  override name = 'MalformedUpdate';
}

const clientMax = 2 ** 32 - 1;
const clockMax = 2 ** 31;
const pauseEveryStructs = 5_000;

/** Decodes in one go. @throws MalformedUpdate */
export function decodeUpdate(bytes: Uint8Array): Decoded {
  const steps = decodeInSteps(bytes);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Decodes, giving the caller a chance to let others work every few thousand structs. @throws MalformedUpdate */
export function* decodeInSteps(bytes: Uint8Array): Generator<void, Decoded> {
  try {
    const decoder = decoding.createDecoder(bytes);
    const structs = new Map<number, Struct[]>();
    let structCount = 0;
    const clients = decoding.readVarUint(decoder);
    for (let c = 0; c < clients; c++) {
      const count = decoding.readVarUint(decoder);
      const client = readClient(decoder);
      let clock = decoding.readVarUint(decoder);
      if (structs.has(client)) throw new MalformedUpdate('a client is listed twice');
      const list: Struct[] = [];
      structs.set(client, list);
      for (let s = 0; s < count; s++) {
        const struct = readStruct(decoder, client, clock);
        clock += struct.length;
        insideOf(decoder);
        if (clock > clockMax) throw new MalformedUpdate('a clock is out of range');
        list.push(struct);
        structCount++;
        if (structCount > limits.structsPerStep2Max) throw new MalformedUpdate('too many structs');
        if (structCount % pauseEveryStructs === 0) yield;
      }
    }
    const deletes = readDeletes(decoder);
    insideOf(decoder);
    if (decoding.hasContent(decoder)) throw new MalformedUpdate('bytes left over');
    return { bytes, structs, structCount, deletes };
  } catch (error) {
    throw error instanceof MalformedUpdate ? error : new MalformedUpdate('unreadable update');
  }
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const start = decoder.pos;
  const info = decoding.readUint8(decoder);
  const ref = info & 31;
  if (ref === 0 || ref === 10) {
    const length = readLength(decoder);
    const content = ref === 0 ? 'gc' : 'skip';
    return {
      client,
      clock,
      length,
      content,
      origin: null,
      rightOrigin: null,
      parent: null,
      key: null,
      start,
      end: decoder.pos,
      contentStart: start + 1,
    };
  }
  const origin = info & 128 ? readId(decoder) : null;
  const rightOrigin = info & 64 ? readId(decoder) : null;
  let parent: string | Id | null = null;
  let key: string | null = null;
  if (origin === null && rightOrigin === null) {
    parent = decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : readId(decoder);
    if (info & 32) key = readKey(decoder);
  }
  const contentStart = decoder.pos;
  const { content, length } = readContent(decoder, ref);
  return {
    client,
    clock,
    length,
    content,
    origin,
    rightOrigin,
    parent,
    key,
    start,
    end: decoder.pos,
    contentStart,
  };
}

function readContent(decoder: decoding.Decoder, ref: number): { content: ContentKind; length: number } {
  switch (ref) {
    case 1:
      return { content: 'deleted', length: readLength(decoder) };
    case 3: {
      if (decoding.readVarUint8Array(decoder).length > limits.binaryBytesMax)
        throw new MalformedUpdate('binary too large');
      return { content: 'binary', length: 1 };
    }
    case 4: {
      const text = decoding.readVarString(decoder);
      if (text.length === 0 || text.length > limits.textCharsMax) throw new MalformedUpdate('text too long');
      return { content: 'string', length: text.length };
    }
    case 7: {
      const type = decoding.readVarUint(decoder);
      if (type === 1) return { content: 'map', length: 1 };
      if (type === 2) return { content: 'text', length: 1 };
      throw new MalformedUpdate('a type that boards do not use');
    }
    case 8: {
      const length = readLength(decoder);
      if (length > limits.structsPerSliceMax) throw new MalformedUpdate('too many values');
      for (let i = 0; i < length; i++) walkAny(decoder, 1);
      return { content: 'any', length };
    }
    default:
      throw new MalformedUpdate('content that boards do not use');
  }
}

/** Steps over one value: finite numbers, plain keys, bounded depth and size. */
function walkAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > limits.anyDepthMax) throw new MalformedUpdate('a value is too deep');
  const type = decoding.readUint8(decoder);
  switch (type) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      finite(decoding.readFloat32(decoder));
      return;
    case 123:
      finite(decoding.readFloat64(decoder));
      return;
    case 119:
      if (decoding.readVarString(decoder).length > limits.textCharsMax)
        throw new MalformedUpdate('text too long');
      return;
    case 118: {
      const length = decoding.readVarUint(decoder);
      for (let i = 0; i < length; i++) {
        readKey(decoder);
        walkAny(decoder, depth + 1);
      }
      return;
    }
    case 117: {
      const length = decoding.readVarUint(decoder);
      for (let i = 0; i < length; i++) walkAny(decoder, depth + 1);
      return;
    }
    case 116:
      if (decoding.readVarUint8Array(decoder).length > limits.binaryBytesMax)
        throw new MalformedUpdate('binary too large');
      return;
    default:
      throw new MalformedUpdate('a value that boards do not use');
  }
}

function readDeletes(decoder: decoding.Decoder): DeleteRange[] {
  const ranges: DeleteRange[] = [];
  const clients = decoding.readVarUint(decoder);
  for (let c = 0; c < clients; c++) {
    const client = readClient(decoder);
    const count = decoding.readVarUint(decoder);
    for (let i = 0; i < count; i++) {
      const clock = decoding.readVarUint(decoder);
      const length = readLength(decoder);
      if (clock + length > clockMax) throw new MalformedUpdate('a clock is out of range');
      ranges.push({ client, clock, length });
      if (ranges.length > limits.structsPerStep2Max) throw new MalformedUpdate('too many deletes');
    }
  }
  return ranges;
}

function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder);
  if (client < 1 || client > clientMax) throw new MalformedUpdate('a client id is out of range');
  return client;
}

function readId(decoder: decoding.Decoder): Id {
  const client = readClient(decoder);
  return { client, clock: decoding.readVarUint(decoder) };
}

function readLength(decoder: decoding.Decoder): number {
  const length = decoding.readVarUint(decoder);
  if (length < 1 || length > clockMax) throw new MalformedUpdate('a length is out of range');
  return length;
}

function readKey(decoder: decoding.Decoder): string {
  const key = decoding.readVarString(decoder);
  if (key.length > limits.keyCharsMax || key === '__proto__')
    throw new MalformedUpdate('a key that boards do not use');
  return key;
}

// lib0 reads past the end of a view when the buffer under it goes on: bytes of somebody else's frame.
function insideOf(decoder: decoding.Decoder): void {
  if (decoder.pos > decoder.arr.length) throw new MalformedUpdate('the update ends too early');
}

function finite(value: number): void {
  if (!Number.isFinite(value)) throw new MalformedUpdate('a number is not finite');
}
