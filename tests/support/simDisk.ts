// A disk for simulations: time and chance are the test's. Batches become durable later, in order and in groups; a crash
// keeps what was durable, and of the group under way all or nothing; the disk may be slow or full.

import { copyOfBatch, memoryStorage, StoredState } from '../../server/storage/memoryStorage.ts';
import { DiskFullError, type Storage } from '../../server/storage/storage.ts';
import type { Random, Scheduler } from '../../shared/lib/env.ts';

export interface SimDiskOptions {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** How long a group takes; 1 to 10 ms unless said otherwise. */
  readonly latencyMs?: readonly [number, number];
  /** How likely a group takes a hundred times as long. */
  readonly slowChance?: number;
}

interface Waiting {
  /** Changes the durable state, all or nothing. */
  readonly apply: (state: StoredState) => void;
  readonly isAppend: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class SimDisk {
  /** While true, what appends is refused, as on a disk that is nearly full. */
  isFull = false;
  /** Multiplies every latency. */
  slowness = 1;
  private readonly options: SimDiskOptions;
  private readonly state = new StoredState();
  private waiting: Waiting[] = [];
  private underWay: Waiting[] = [];
  /** Grows with every crash: handles and events of before are dead. */
  private life = 0;

  constructor(options: SimDiskOptions) {
    this.options = options;
  }

  /** A handle for a process. It dies with the next crash: from then on it never answers. */
  open(): Storage {
    const life = this.life;
    const write = (apply: Waiting['apply'], isAppend = false) => this.add(life, apply, isAppend);
    const read = <Result>(look: (state: StoredState) => Result): Promise<Result> => {
      let result: { value: Result } | null = null;
      const done = this.add(life, (state) => {
        result = { value: look(state) };
      });
      return done.then(() => (result as unknown as { value: Result }).value);
    };
    return {
      commit: async (batch) => {
        const kept = copyOfBatch(batch);
        return write((state) => state.apply(kept), (batch.appends ?? []).length > 0);
      },
      load: (doc) => read((state) => state.load(doc)),
      async *readLog(doc, afterSeq) {
        yield* await read((state) => state.records(doc, afterSeq));
      },
      saveSnapshot: (doc, { uptoSeq, bytes }) => {
        const kept = { uptoSeq, bytes: bytes.slice() };
        return write((state) => state.saveSnapshot(doc, kept));
      },
      destroyKey: (doc, keep) => {
        const kept = keep && { uptoSeq: keep.uptoSeq, bytes: keep.bytes.slice() };
        return write((state) => state.forget(doc, kept));
      },
      get: (key) => read((state) => state.get(key)),
      list: (prefix) => read((state) => state.list(prefix)),
      removeBoard: (board) => write((state) => state.removeBoard(board)),
      close: () => read(() => undefined),
    };
  }

  /**
   * The process dies. What was durable stays; the group under way may have become durable without anybody being told;
   * what waited behind it is gone.
   * @returns a handle for the next process
   */
  crash(): Storage {
    this.life += 1;
    const isTorn = this.options.random.next() < 0.5;
    for (const { apply, isAppend } of isTorn ? this.underWay : []) {
      if (isAppend && this.isFull) continue;
      try {
        apply(this.state);
      } catch {
        // It would have been refused, and nobody is left to hear it.
      }
    }
    this.underWay = [];
    this.waiting = [];
    return this.open();
  }

  /** What is durable at this moment, read without letting time pass: for checkers, not for processes. */
  peek(): Storage {
    return memoryStorage(this.state);
  }

  private add(life: number, apply: Waiting['apply'], isAppend = false): Promise<void> {
    return new Promise((resolve, reject) => {
      if (life !== this.life) return;
      this.waiting.push({ apply, isAppend, resolve, reject });
      if (this.waiting.length === 1 && this.underWay.length === 0) {
        // What else is asked at this moment joins the first group.
        this.options.scheduler.after(0, () => {
          if (life === this.life) this.writeGroup(life);
        });
      }
    });
  }

  private writeGroup(life: number): void {
    this.underWay = this.waiting;
    this.waiting = [];
    if (this.underWay.length === 0) return;
    this.options.scheduler.after(this.latency(), () => {
      if (life !== this.life) return;
      const group = this.underWay;
      this.underWay = [];
      for (const { apply, isAppend, resolve, reject } of group) {
        try {
          if (isAppend && this.isFull) throw new DiskFullError('the simulated disk is full');
          apply(this.state);
          resolve();
        } catch (error) {
          reject(error);
        }
      }
      this.writeGroup(life);
    });
  }

  private latency(): number {
    const { random, latencyMs: [least, most] = [1, 10], slowChance = 0 } = this.options;
    const slow = random.next() < slowChance ? 100 : 1;
    return (least + random.next() * (most - least)) * slow * this.slowness;
  }
}
