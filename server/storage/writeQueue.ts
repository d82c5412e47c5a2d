// One group of writes at a time. What arrives while the disk works waits and shares the next group, so the disk sets the
// pace and nobody waits for a timer. Because nothing else writes, what a write checks while it is planned still holds when
// it is made.

/** Collects what one group writes. */
export interface Write<Plan> {
  /** Adds its changes to the plan, all or none. What it throws goes to its caller alone. */
  plan(group: Plan): void;
  /** Roughly what it adds to the disk. */
  readonly bytes: number;
  /** Reads ranges, so it must not share a group with writes that its reading would not see. */
  readonly isAlone: boolean;
}

export interface WriteQueueOptions<Plan> {
  readonly newPlan: () => Plan;
  /** Makes a plan durable, all or nothing. */
  readonly write: (plan: Plan) => Promise<void>;
  /** Whether nothing is known any more after this error: then no further write is taken. */
  readonly isFatal: (error: unknown) => boolean;
}

interface Waiting<Plan> {
  readonly write: Write<Plan>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const groupBytesMax = 32 * 1024 * 1024;
const groupWritesMax = 5_000;

export class WriteQueue<Plan> {
  private readonly options: WriteQueueOptions<Plan>;
  private waiting: Waiting<Plan>[] = [];
  private isRunning = false;
  private stopped: Error | null = null;
  /** Settles with the last write that was taken; never rejects. */
  private lastSettled: Promise<unknown> = Promise.resolve();

  constructor(options: WriteQueueOptions<Plan>) {
    this.options = options;
  }

  /** Resolves when the write is durable. */
  add(write: Write<Plan>): Promise<void> {
    if (this.stopped) return Promise.reject(this.stopped);
    const done = new Promise<void>((resolve, reject) => this.waiting.push({ write, resolve, reject }));
    this.lastSettled = done.catch(() => {});
    if (!this.isRunning) {
      this.isRunning = true;
      // What else is called in this turn joins the first group.
      queueMicrotask(() => void this.run());
    }
    return done;
  }

  /** Resolves when everything added so far is durable or refused. @throws what stopped the queue. */
  async settled(): Promise<void> {
    await this.lastSettled;
    if (this.stopped) throw this.stopped;
  }

  /** Refuses everything from now on with `reason`, after what was added before. */
  async stop(reason: Error): Promise<void> {
    await this.lastSettled;
    this.stopped ??= reason;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const plan = this.options.newPlan();
      const group = this.takeGroup().filter(({ write, reject }) => {
        try {
          write.plan(plan);
          return true;
        } catch (error) {
          reject(error);
          return false;
        }
      });
      if (group.length === 0) continue;
      try {
        await this.options.write(plan);
        for (const { resolve } of group) resolve();
      } catch (error) {
        if (this.options.isFatal(error))
          this.stopped = error instanceof Error ? error : new Error(String(error));
        const refused = this.stopped ? [...group, ...this.waiting.splice(0)] : group;
        for (const { reject } of refused) reject(error);
      }
    }
    this.isRunning = false;
  }

  private takeGroup(): Waiting<Plan>[] {
    let count = 0;
    let bytes = 0;
    for (const { write } of this.waiting) {
      const isFull = count >= groupWritesMax || bytes + write.bytes > groupBytesMax;
      if (count > 0 && (isFull || write.isAlone)) break;
      count += 1;
      bytes += write.bytes;
      if (write.isAlone) break;
    }
    return this.waiting.splice(0, count);
  }
}
