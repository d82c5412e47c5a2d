// Time and chance, the only place that knows the real ones. Everything else is handed an Env, so that a test can own
// every delay and every id.

/** Stops what was scheduled; calling it twice is harmless. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export interface Random {
  /** A number in [0, 1). */
  next(): number;
  bytes(count: number): Uint8Array;
}

export interface Scheduler {
  /** Runs `task` once, `delayMs` from now at the earliest. */
  after(delayMs: number, task: () => void): Cancel;
}

export interface Env {
  readonly clock: Clock;
  readonly random: Random;
  readonly scheduler: Scheduler;
}

// This part is compiled without the DOM and without Node; both have these three.
interface Globals {
  setTimeout(task: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  crypto: { getRandomValues(target: Uint8Array): Uint8Array };
}
const globals = globalThis as unknown as Globals;

export const realRandom: Random = {
  next() {
    const [a = 0, b = 0, c = 0, d = 0] = realRandom.bytes(4);
    return (a * 0x1000000 + b * 0x10000 + c * 0x100 + d) / 0x1_0000_0000;
  },
  bytes(count) {
    return globals.crypto.getRandomValues(new Uint8Array(count));
  },
};

export const realEnv: Env = {
  clock: { now: () => Date.now() },
  random: realRandom,
  scheduler: {
    after(delayMs, task) {
      const handle = globals.setTimeout(task, delayMs);
      return () => globals.clearTimeout(handle);
    },
  },
};

/** A repeatable source of chance (sfc32). The same seed gives the same numbers on every machine. */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  function next32(): number {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  }
  for (let i = 0; i < 15; i++) next32();
  return {
    next: () => next32() / 0x1_0000_0000,
    bytes: (count) => Uint8Array.from({ length: count }, () => next32() & 255),
  };
}
