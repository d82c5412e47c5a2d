// An archive opened with care: whatever its entries claim, no more comes out of it than was agreed. Counted while it
// inflates, so that a small file that would fill the memory is given up in time.

import { Inflate } from 'fflate';

export interface UnzipLimits {
  /** Of all entries that are taken, inflated. */
  readonly bytesMax: number;
  readonly entriesMax: number;
}

/** `damaged`: no archive, cut off, encrypted, or packed in a way nobody uses. */
export type Unzipped = ReadonlyMap<string, Uint8Array> | 'too-large' | 'damaged';

/** What is packed tightest comes out a thousandfold: this much at a time, so that little is inflated beyond the limit. */
const pieceBytes = 4 * 1024;
const stored = 0;
const deflated = 8;
/** At the end of the file: the end record, and a comment of at most 64 kB. */
const endBytesMax = 22 + 65_535;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

/** Total. What `wants` says no to is never inflated. */
export function unzipWithin(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
  limits: UnzipLimits,
): Unzipped {
  const entries = readDirectory(bytes, limits.entriesMax);
  if (typeof entries === 'string') return entries;
  const found = new Map<string, Uint8Array>();
  let room = limits.bytesMax;
  for (const entry of entries) {
    if (!wants(entry.name)) continue;
    const content = inflated(entry, room);
    if (typeof content === 'string') return content;
    room -= content.length;
    found.set(entry.name, content);
  }
  return found;
}

/** Empty when it is no archive. */
export function namesInZip(bytes: Uint8Array): string[] {
  const entries = readDirectory(bytes, namesMax);
  return typeof entries === 'string' ? [] : entries.map(({ name }) => name);
}

const namesMax = 10_000;

function readDirectory(bytes: Uint8Array, entriesMax: number): Entry[] | 'too-large' | 'damaged' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return 'damaged';
  const count = view.getUint16(end + 10, true);
  if (count > entriesMax) return 'too-large';
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x0201_4b50) return 'damaged';
    const nameBytes = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameBytes));
    const packed = packedAt(view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
    const isSecret = (view.getUint16(at + 8, true) & 1) === 1;
    if (packed === null || isSecret) return 'damaged';
    entries.push({ name, method: view.getUint16(at + 10, true), packed });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - endBytesMax);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) === 0x0605_4b50) return at;
  }
  return null;
}

function packedAt(view: DataView, at: number, size: number): Uint8Array | null {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x0403_4b50) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + size > view.byteLength) return null;
  return new Uint8Array(view.buffer, view.byteOffset + start, size);
}

/** Names that matter are ASCII; others only have to differ. */
function nameOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1_000)).replaceAll('\\', '/');
}

function inflated({ method, packed }: Entry, bytesMax: number): Uint8Array | 'too-large' | 'damaged' {
  if (method === stored) return packed.length > bytesMax ? 'too-large' : packed;
  if (method !== deflated) return 'damaged';
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const inflate = new Inflate((piece, isLast) => {
    size += piece.length;
    if (size <= bytesMax) pieces.push(piece);
    isWhole = isLast;
  });
  try {
    for (let at = 0; at < packed.length && size <= bytesMax; at += pieceBytes) {
      inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    }
  } catch {
    return 'damaged';
  }
  if (size > bytesMax) return 'too-large';
  return isWhole ? joined(pieces, size) : 'damaged';
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
