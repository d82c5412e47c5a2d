// Hands compaction to one worker thread, one document at a time. When the thread dies or takes too long, the document keeps
// its log as it was: a snapshot only ever saves time.

import { Worker } from 'node:worker_threads';
import type { Env } from '../shared/lib/env.ts';
import { type Compact, type CompactAnswer, type CompactInput, compactNow, pack } from './compaction.ts';
import type { CoreLog } from './core.ts';

export interface WorkerCompactOptions {
  /** The built server/workers/compact.ts. */
  readonly workerUrl: URL;
  readonly env: Env;
  readonly log: CoreLog;
  /** A document that takes longer is given up; 60 s unless said otherwise. */
  readonly timeMsMax?: number;
}

export interface CompactingThread {
  /** @throws when the result does not verify, or the thread took too long: then keep the log. */
  readonly compact: Compact;
  close(): Promise<void>;
}

interface Job {
  readonly id: number;
  readonly input: CompactInput;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  attempts: number;
}

const attemptsMax = 2;
/** What is done here, on the event loop, when no thread can be had: some milliseconds of work. */
const inlineBytesMax = 1024 * 1024;

export function workerCompact(options: WorkerCompactOptions): CompactingThread {
  const thread = new Thread(options);
  return {
    compact: (input) => thread.compact(input),
    close: () => thread.close(),
  };
}

class Thread {
  private readonly options: WorkerCompactOptions;
  private worker: Worker | null = null;
  private readonly waiting: Job[] = [];
  private running: Job | null = null;
  private cancelLimit: () => void = () => {};
  private nextId = 1;
  private isClosed = false;

  constructor(options: WorkerCompactOptions) {
    this.options = options;
  }

  compact(input: CompactInput): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(new Error('compaction: closed'));
      this.waiting.push({ id: this.nextId++, input, resolve, reject, attempts: 0 });
      this.startNext();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.cancelLimit();
    const worker = this.worker;
    this.worker = null;
    for (const { reject } of [...(this.running ? [this.running] : []), ...this.waiting.splice(0)]) {
      reject(new Error('compaction: closed'));
    }
    this.running = null;
    await worker?.terminate();
  }

  private startNext(): void {
    const job = this.running ? undefined : this.waiting.shift();
    if (!job) return;
    this.running = job;
    job.attempts += 1;
    const { env, timeMsMax = 60_000 } = this.options;
    try {
      const worker = this.worker ?? this.startWorker();
      const request = pack(job.id, job.input);
      worker.postMessage(request, [
        request.bytes.buffer as ArrayBuffer,
        request.lengths.buffer as ArrayBuffer,
      ]);
      this.cancelLimit = env.scheduler.after(timeMsMax, () => {
        this.dropWorker();
        this.finish(() => job.reject(new Error(`compaction: it took longer than ${timeMsMax} ms`)));
      });
    } catch (error) {
      this.workerFailed(error);
    }
  }

  private startWorker(): Worker {
    const worker = new Worker(this.options.workerUrl);
    // The server ends when its sockets are closed, whatever this thread does.
    worker.unref();
    worker.on('message', (answer: CompactAnswer) => {
      const job = this.running;
      if (worker !== this.worker || job?.id !== answer.id) return;
      this.finish(() => {
        if ('bytes' in answer) job.resolve(answer.bytes);
        else job.reject(new Error(answer.problem));
      });
    });
    const failed = (reason: unknown) => {
      if (worker === this.worker) this.workerFailed(reason);
    };
    worker.on('error', failed);
    worker.on('exit', (code) => failed(new Error(`the thread ended with code ${code}`)));
    this.worker = worker;
    return worker;
  }

  /** The document is tried once more in a new thread, then here if it is small. */
  private workerFailed(reason: unknown): void {
    const job = this.running;
    this.dropWorker();
    const cause = reason instanceof Error ? reason : new Error(String(reason));
    this.options.log.error({ error: cause.message, attempt: job?.attempts }, 'the compaction thread failed');
    if (!job) return;
    if (job.attempts < attemptsMax) this.finish(() => this.waiting.unshift(job));
    else if (sizeOf(job.input) > inlineBytesMax) this.finish(() => job.reject(cause));
    else this.finish(() => settle(job));
  }

  private finish(conclude: () => void): void {
    this.cancelLimit();
    this.running = null;
    conclude();
    this.startNext();
  }

  private dropWorker(): void {
    const worker = this.worker;
    this.worker = null;
    void worker?.terminate();
  }
}

function settle({ input, resolve, reject }: Job): void {
  try {
    resolve(compactNow(input));
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
}

function sizeOf({ snapshot, tail }: CompactInput): number {
  return tail.reduce((sum, { length }) => sum + length, snapshot?.length ?? 0);
}
