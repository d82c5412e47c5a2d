// Whether two copies of a canvas are the same, in 16 characters. A sum of one hash per item, so that a change costs what it
// touches and never the whole board. It finds accidents and careless writers; it is no signature.

import * as Y from 'yjs';

type Hash = readonly [number, number];

export class Digest {
  private readonly root: Y.Map<unknown>;
  private readonly hashes = new Map<string, Hash>();
  private readonly stale = new Set<string>();
  private low = 0;
  private high = 0;
  private readonly onDeep: (events: Y.YEvent<Y.AbstractType<unknown>>[]) => void;

  constructor(doc: Y.Doc) {
    this.root = doc.getMap('items');
    for (const id of this.root.keys()) this.stale.add(id);
    this.onDeep = (events) => {
      for (const event of events) {
        if (event.path.length > 0) this.stale.add(String(event.path[0]));
        else for (const id of event.keys.keys()) this.stale.add(id);
      }
    };
    this.root.observeDeep(this.onDeep);
  }

  /** Anything changed since `value` was last asked for. */
  get isStale(): boolean {
    return this.stale.size > 0;
  }

  value(): string {
    for (const id of this.stale) {
      const before = this.hashes.get(id);
      if (before) this.add(before, -1);
      this.hashes.delete(id);
      if (!this.root.has(id)) continue;
      const now = hashOf(JSON.stringify([id, plain(this.root.get(id))]));
      this.hashes.set(id, now);
      this.add(now, 1);
    }
    this.stale.clear();
    return hex(this.high) + hex(this.low);
  }

  destroy(): void {
    this.root.unobserveDeep(this.onDeep);
  }

  private add([low, high]: Hash, sign: 1 | -1): void {
    this.low = (this.low + sign * low) | 0;
    this.high = (this.high + sign * high) | 0;
  }
}

/** What an entry holds, with map keys in order: equal for equal content, whatever its history. */
function plain(value: unknown): unknown {
  if (value instanceof Y.Text) return `t${value.toString()}`;
  if (value instanceof Y.Map) return [...value.keys()].sort().map((key) => [key, plain(value.get(key))]);
  if (value instanceof Uint8Array) return [...value];
  if (value instanceof Y.AbstractType) return 'other';
  return value === undefined ? 'undefined' : value;
}

/** 64 bits in two halves (a multiply-and-fold hash over UTF-16 units). */
function hashOf(text: string): Hash {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return [low ^ (high >>> 16), high ^ (low >>> 15)];
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
