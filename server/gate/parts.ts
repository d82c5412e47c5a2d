// Pieces of an update, ready to be put together again: with others into one frame, or alone into one record. Bytes of
// whole structs are copied as they came.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Decoded, type DeleteRange, decodeUpdate, type Struct } from './wire.ts';

/** A run of structs of one client, without a hole. */
export interface Run {
  readonly client: number;
  readonly clock: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

export interface Parts {
  readonly runs: readonly Run[];
  readonly deletes: readonly DeleteRange[];
}

/** One update out of one or many pieces. Runs of one client must follow each other without a hole, in this order. */
export function assemble(pieces: readonly Parts[]): Uint8Array {
  const byClient = new Map<number, Run[]>();
  const deletes = new Map<number, DeleteRange[]>();
  for (const piece of pieces) {
    for (const run of piece.runs) append(byClient, run.client, run);
    for (const range of piece.deletes) append(deletes, range.client, range);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, byClient.size);
  // Higher client ids first, as Yjs writes them.
  for (const [client, runs] of [...byClient].sort((a, b) => b[0] - a[0])) {
    encoding.writeVarUint(
      encoder,
      runs.reduce((sum, run) => sum + run.count, 0),
    );
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, runs[0]?.clock ?? 0);
    for (const run of runs) encoding.writeUint8Array(encoder, run.bytes);
  }
  encoding.writeVarUint(encoder, deletes.size);
  for (const [client, ranges] of [...deletes].sort((a, b) => b[0] - a[0])) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const range of ranges) {
      encoding.writeVarUint(encoder, range.clock);
      encoding.writeVarUint(encoder, range.length);
    }
  }
  return encoding.toUint8Array(encoder);
}

/** The pieces of an update that the server made itself. */
export function partsOf(update: Uint8Array): Parts {
  const decoded = decodeUpdate(update);
  const runs: Run[] = [];
  for (const structs of decoded.structs.values()) {
    const run = runOf(decoded, structs, 0);
    if (run !== null) runs.push(run);
  }
  return { runs, deletes: decoded.deletes };
}

/** Structs that follow each other; of the first, the leading `known` units are left out. null for none. */
export function runOf(decoded: Decoded, structs: readonly Struct[], known: number): Run | null {
  const first = structs[0];
  const last = structs.at(-1);
  if (first === undefined || last === undefined) return null;
  const whole = known === 0;
  const tail = decoded.bytes.subarray(whole ? first.start : first.end, last.end);
  return {
    client: first.client,
    clock: first.clock + known,
    count: structs.length,
    bytes: whole ? tail : concat(withoutKnown(decoded.bytes, first, known), tail),
  };
}

/** The end of a struct whose first `known` units are stored already: it continues them, as Yjs itself would write it. */
function withoutKnown(bytes: Uint8Array, struct: Struct, known: number): Uint8Array {
  const encoder = encoding.createEncoder();
  const content = decoding.createDecoder(bytes.subarray(struct.contentStart, struct.end));
  if (struct.content === 'gc') {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, struct.length - known);
    return encoding.toUint8Array(encoder);
  }
  const ref = struct.content === 'deleted' ? 1 : struct.content === 'string' ? 4 : 8;
  encoding.writeUint8(encoder, ref | 128 | (struct.rightOrigin ? 64 : 0));
  encoding.writeVarUint(encoder, struct.client);
  encoding.writeVarUint(encoder, struct.clock + known - 1);
  if (struct.rightOrigin) {
    encoding.writeVarUint(encoder, struct.rightOrigin.client);
    encoding.writeVarUint(encoder, struct.rightOrigin.clock);
  }
  if (ref === 1) {
    encoding.writeVarUint(encoder, struct.length - known);
  } else if (ref === 4) {
    encoding.writeVarString(encoder, decoding.readVarString(content).slice(known));
  } else {
    decoding.readVarUint(content);
    for (let i = 0; i < known; i++) decoding.readAny(content);
    encoding.writeVarUint(encoder, struct.length - known);
    encoding.writeUint8Array(encoder, bytes.subarray(struct.contentStart + content.pos, struct.end));
  }
  return encoding.toUint8Array(encoder);
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function append<Thing>(lists: Map<number, Thing[]>, key: number, thing: Thing): void {
  const list = lists.get(key);
  if (list) list.push(thing);
  else lists.set(key, [thing]);
}
