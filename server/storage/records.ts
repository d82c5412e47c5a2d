// How stored things become bytes, each with a checksum over its place and its content: a flipped bit, or bytes that turn up
// under another name, are noticed. The checksum is zlib's CRC-32 (native in every supported Node; CRC-32C would need a
// table of our own, is no stronger at these sizes, and is many times slower in JavaScript).

import { crc32 } from 'node:zlib';
import type { LogRecord, NewRecord, RecordKind, Snapshot } from './storage.ts';

const version = 1;
const seqBytes = 6;
const checksumBytes = 4;
const recordHeaderBytes = 1 + 1 + 1 + 8 + seqBytes;
const kinds: readonly RecordKind[] = ['update', 'server', 'import', 'undo'];

/** What decoding found, or in a few words what is wrong with it. */
export type Decoded<Value> = { readonly value: Value } | { readonly damage: string };

/** A name or key followed by a number, so that a document's entries stand together and in order. */
export function numberedKey(name: Uint8Array, number: number): Buffer {
  const key = Buffer.alloc(name.length + 1 + 8);
  key.set(name);
  key.writeBigUInt64BE(BigInt(number), name.length + 1);
  return key;
}

export function numberOfKey(key: Buffer): number {
  return Number(key.readBigUInt64BE(key.length - 8));
}

/** The name in a numbered key. */
export function nameOfKey(key: Buffer): Buffer {
  return key.subarray(0, key.length - 9);
}

/** @throws RangeError when the participant takes more than 255 bytes, or the kind is unknown. */
export function encodeRecord(name: Uint8Array, seq: number, record: NewRecord): Buffer {
  const participant = Buffer.from(record.participant, 'utf8');
  if (participant.length > 255) throw new RangeError(`a participant of ${participant.length} bytes`);
  const kind = kinds.indexOf(record.kind);
  if (kind < 0) throw new RangeError(`not a kind of record: ${String(record.kind)}`);
  const bytes = Buffer.alloc(recordHeaderBytes + participant.length + record.bytes.length + checksumBytes);
  bytes[0] = version;
  bytes[1] = kind;
  bytes[2] = participant.length;
  bytes.writeDoubleBE(record.time, 3);
  bytes.writeUIntBE(seq, 11, seqBytes);
  bytes.set(participant, recordHeaderBytes);
  bytes.set(record.bytes, recordHeaderBytes + participant.length);
  return sign(name, bytes);
}

/** Copies out of `bytes`. */
export function decodeRecord(name: Uint8Array, seq: number, bytes: Buffer): Decoded<LogRecord> {
  const damage = damageOf(name, bytes, recordHeaderBytes);
  if (damage) return { damage };
  const payloadStart = recordHeaderBytes + (bytes[2] ?? 0);
  const kind = kinds[bytes[1] ?? -1];
  if (!kind || bytes.readUIntBE(11, seqBytes) !== seq || payloadStart > bytes.length - checksumBytes) {
    return { damage: 'the header contradicts its place' };
  }
  return {
    value: {
      seq,
      time: bytes.readDoubleBE(3),
      participant: bytes.toString('utf8', recordHeaderBytes, payloadStart),
      kind,
      bytes: Uint8Array.from(bytes.subarray(payloadStart, -checksumBytes)),
    },
  };
}

export function encodeSnapshot(name: Uint8Array, { uptoSeq, bytes }: Snapshot): Buffer {
  const encoded = Buffer.alloc(1 + seqBytes + bytes.length + checksumBytes);
  encoded[0] = version;
  encoded.writeUIntBE(uptoSeq, 1, seqBytes);
  encoded.set(bytes, 1 + seqBytes);
  return sign(name, encoded);
}

/** Copies out of `bytes`. */
export function decodeSnapshot(name: Uint8Array, uptoSeq: number, bytes: Buffer): Decoded<Snapshot> {
  const damage = damageOf(name, bytes, 1 + seqBytes);
  if (damage) return { damage };
  if (bytes.readUIntBE(1, seqBytes) !== uptoSeq) return { damage: 'the header contradicts its place' };
  return { value: { uptoSeq, bytes: Uint8Array.from(bytes.subarray(1 + seqBytes, -checksumBytes)) } };
}

/** Where a document stands: its last record, and the last one that was destroyed on purpose. */
export interface Head {
  readonly head: number;
  readonly floor: number;
}

export function encodeHead(name: Uint8Array, { head, floor }: Head): Buffer {
  const bytes = Buffer.alloc(1 + 2 * seqBytes + checksumBytes);
  bytes[0] = version;
  bytes.writeUIntBE(head, 1, seqBytes);
  bytes.writeUIntBE(floor, 1 + seqBytes, seqBytes);
  return sign(name, bytes);
}

export function decodeHead(name: Uint8Array, bytes: Buffer): Decoded<Head> {
  const damage = damageOf(name, bytes, 1 + 2 * seqBytes);
  if (damage) return { damage };
  return {
    value: { head: bytes.readUIntBE(1, seqBytes), floor: bytes.readUIntBE(1 + seqBytes, seqBytes) },
  };
}

/** Values of bindings (a participant) and of keys (JSON). `place` is the key that the text is stored under. */
export function encodeText(place: Uint8Array, text: string): Buffer {
  const payload = Buffer.from(text, 'utf8');
  const bytes = Buffer.alloc(1 + payload.length + checksumBytes);
  bytes[0] = version;
  bytes.set(payload, 1);
  return sign(place, bytes);
}

export function decodeText(place: Uint8Array, bytes: Buffer): Decoded<string> {
  const damage = damageOf(place, bytes, 1);
  return damage ? { damage } : { value: bytes.toString('utf8', 1, bytes.length - checksumBytes) };
}

function sign(place: Uint8Array, bytes: Buffer): Buffer {
  const end = bytes.length - checksumBytes;
  bytes.writeUInt32BE(crc32(bytes.subarray(0, end), crc32(place)), end);
  return bytes;
}

function damageOf(place: Uint8Array, bytes: Buffer, headerBytes: number): string | null {
  if (bytes.length < headerBytes + checksumBytes) return 'too short';
  const end = bytes.length - checksumBytes;
  if (bytes.readUInt32BE(end) !== crc32(bytes.subarray(0, end), crc32(place)))
    return 'the checksum does not fit';
  return bytes[0] === version ? null : `of version ${bytes[0]}`;
}
