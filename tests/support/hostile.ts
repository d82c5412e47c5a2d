// Updates that no Yjs would write, byte by byte. Format: yjs 13.6, version 1.

import * as encoding from 'lib0/encoding';

export interface RawStruct {
  readonly info: number;
  readonly write: (encoder: encoding.Encoder) => void;
}

export interface RawUpdate {
  readonly clients?: readonly { client: number; clock: number; structs: readonly RawStruct[] }[];
  readonly deletes?: readonly { client: number; ranges: readonly (readonly [number, number])[] }[];
}

export function rawUpdate({ clients = [], deletes = [] }: RawUpdate): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients.length);
  for (const { client, clock, structs } of clients) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const struct of structs) {
      encoding.writeUint8(encoder, struct.info);
      struct.write(encoder);
    }
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}

export function gc(length: number): RawStruct {
  return { info: 0, write: (e) => encoding.writeVarUint(e, length) };
}

export function skip(length: number): RawStruct {
  return { info: 10, write: (e) => encoding.writeVarUint(e, length) };
}

/** A map entry in a root, holding whatever `content` writes; `ref` is the content's type number. */
export function entryIn(
  root: string,
  key: string,
  ref: number,
  content: (e: encoding.Encoder) => void,
): RawStruct {
  return {
    info: ref | 32,
    write: (e) => {
      encoding.writeVarUint(e, 1);
      encoding.writeVarString(e, root);
      encoding.writeVarString(e, key);
      content(e);
    },
  };
}

/** One value of type Any in a root map. */
export function valueIn(root: string, key: string, value: (e: encoding.Encoder) => void): RawStruct {
  return entryIn(root, key, 8, (e) => {
    encoding.writeVarUint(e, 1);
    value(e);
  });
}

/** An item of a list at the start of a root: no key. */
export function listItemIn(root: string, value: unknown): RawStruct {
  return {
    info: 8,
    write: (e) => {
      encoding.writeVarUint(e, 1);
      encoding.writeVarString(e, root);
      encoding.writeVarUint(e, 1);
      encoding.writeAny(e, value as Parameters<typeof encoding.writeAny>[1]);
    },
  };
}
