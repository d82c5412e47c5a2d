// A disk that a simulation owns: commits take time, a crash keeps a prefix of what was under way and never an
// acknowledged batch less, and it can be full. Deterministic: time and chance are given.

import { memoryStorage, StoredState } from '../../server/storage/memoryStorage.ts';
import { type Batch, DiskFullError, type Storage } from '../../server/storage/storage.ts';
import type { Random, Scheduler } from '../../shared/lib/env.ts';

export interface DiskWeather {
  readonly commitMsMin: number;
  readonly commitMsMax: number;
}

interface UnderWay {
  readonly batch: Batch;
  isLost: boolean;
  isDone: boolean;
}

export class SimDisk {
  weather: DiskWeather;
  isFull = false;
  private readonly scheduler: Scheduler;
  private readonly random: Random;
  private readonly state = new StoredState();
  private underWay: UnderWay[] = [];

  constructor(scheduler: Scheduler, random: Random, weather: DiskWeather) {
    this.scheduler = scheduler;
    this.random = random;
    this.weather = weather;
  }

  /** What a process gets that opens the folder. After a crash, open again. */
  open(): Storage {
    const inner = memoryStorage(this.state);
    return { ...inner, commit: (batch) => this.commit(batch) };
  }

  /** Whoever waited for a commit never hears of it; of the batches under way, the first few may have reached the disk. */
  crash(): void {
    const survivors = Math.floor(this.random.next() * (this.underWay.length + 1));
    for (const [index, entry] of this.underWay.entries()) {
      entry.isLost = true;
      if (index < survivors) this.state.apply(entry.batch);
    }
    this.underWay = [];
  }

  private commit(batch: Batch): Promise<void> {
    const { commitMsMin, commitMsMax } = this.weather;
    const takes = commitMsMin + this.random.next() * (commitMsMax - commitMsMin);
    const entry: UnderWay = { batch, isLost: false, isDone: false };
    this.underWay.push(entry);
    return new Promise((resolve, reject) => {
      this.scheduler.after(takes, () => {
        if (entry.isLost) return;
        this.underWay = this.underWay.filter((other) => other !== entry);
        if (this.isFull) {
          reject(new DiskFullError('no room'));
          return;
        }
        try {
          this.state.apply(batch);
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
  }
}
