// Token buckets by key. Knows time, not what is being limited.

import { isIPv6 } from 'node:net';
import type { Clock } from '../shared/lib/env.ts';

interface Bucket {
  tokens: number;
  at: number;
}

export class RateLimit {
  private readonly clock: Clock;
  private readonly burst: number;
  private readonly perSecond: number;
  private readonly keysMax: number;
  private readonly buckets = new Map<string, Bucket>();

  /** `burst` at once, refilled at `perSecond`. Of more than `keysMax` keys the longest unused are forgotten. */
  constructor(limit: { clock: Clock; burst: number; perSecond: number; keysMax?: number }) {
    this.clock = limit.clock;
    this.burst = limit.burst;
    this.perSecond = limit.perSecond;
    this.keysMax = limit.keysMax ?? 10_000;
  }

  /** Milliseconds to wait; 0 when one more is allowed, which is then taken. */
  take(key: string): number {
    const wait = this.wait(key);
    if (wait === 0) this.charge(key);
    return wait;
  }

  /** Milliseconds until one more is allowed, without taking it. */
  wait(key: string): number {
    const { tokens } = this.filled(key);
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / this.perSecond) * 1000);
  }

  /** Takes one, allowed or not. */
  charge(key: string): void {
    const bucket = this.filled(key);
    bucket.tokens = Math.max(0, bucket.tokens - 1);
    // Moved to the end: the first entries are those unused for longest.
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size > this.keysMax) {
      for (const oldest of this.buckets.keys()) {
        this.buckets.delete(oldest);
        break;
      }
    }
  }

  /** Gives back one that was taken. */
  refund(key: string): void {
    const bucket = this.buckets.get(key);
    if (bucket) bucket.tokens = Math.min(this.burst, bucket.tokens + 1);
  }

  private filled(key: string): Bucket {
    const now = this.clock.now();
    const bucket = this.buckets.get(key) ?? { tokens: this.burst, at: now };
    const gained = (Math.max(0, now - bucket.at) / 1000) * this.perSecond;
    bucket.tokens = Math.min(this.burst, bucket.tokens + gained);
    bucket.at = now;
    return bucket;
  }
}

/** What counts as one address: an IPv6 customer owns at least a /64. */
export function addressKey(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address.replace(/^::ffff:/, '');
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
