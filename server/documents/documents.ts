// Has documents written in one worker thread, one at a time, in the order in which they were asked for. Whoever goes away is
// forgotten, whatever takes too long is given up, and a thread that nobody needs for a while ends and gives its memory back.

import { Worker } from 'node:worker_threads';
import type { Env } from '../../shared/lib/env.ts';
import type { CoreLog } from '../core.ts';
import { ApiError } from '../errors.ts';
import { buffersOf } from './packed.ts';
import type { DocumentAnswer, DocumentOrder, DocumentRequest, WrittenDocument } from './request.ts';

export interface Documents {
  /** `gone` ends the work on it. @throws ApiError when too many wait, or it took too long. */
  write(wish: DocumentOrder, gone?: AbortSignal): Promise<WrittenDocument>;
  close(): Promise<void>;
}

interface DocumentThreadOptions {
  /** The built server/workers/documents.ts. */
  readonly workerUrl: URL;
  readonly env: Env;
  readonly log: CoreLog;
  /** A document that takes longer is given up. */
  readonly timeMsMax?: number;
  /** So long the thread waits for the next one. */
  readonly idleMsMax?: number;
  readonly waitingMax?: number;
}

interface Job {
  readonly id: number;
  readonly wish: DocumentOrder;
  readonly resolve: (document: WrittenDocument) => void;
  readonly reject: (error: Error) => void;
  stopListening: () => void;
}

export class DocumentThread implements Documents {
  private readonly options: Required<DocumentThreadOptions>;
  private worker: Worker | null = null;
  private waiting: Job[] = [];
  private running: Job | null = null;
  private cancelTimer: () => void = () => {};
  private nextId = 1;
  private isClosed = false;

  constructor(options: DocumentThreadOptions) {
    this.options = { timeMsMax: 60_000, idleMsMax: 60_000, waitingMax: 20, ...options };
  }

  write(wish: DocumentOrder, gone?: AbortSignal): Promise<WrittenDocument> {
    return new Promise((resolve, reject) => {
      if (this.isClosed || gone?.aborted) return reject(cutShort());
      if (this.waiting.length >= this.options.waitingMax) return reject(tooMany());
      const job: Job = { id: this.nextId++, wish, resolve, reject, stopListening: () => {} };
      if (gone) {
        const forget = () => this.forget(job);
        gone.addEventListener('abort', forget, { once: true });
        job.stopListening = () => gone.removeEventListener('abort', forget);
      }
      this.waiting.push(job);
      this.startNext();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.cancelTimer();
    const { worker, running, waiting } = this;
    this.worker = null;
    this.running = null;
    this.waiting = [];
    for (const job of [...(running ? [running] : []), ...waiting]) this.refuse(job, cutShort());
    await worker?.terminate();
  }

  private startNext(): void {
    if (this.running !== null || this.isClosed) return;
    const job = this.waiting.shift();
    this.cancelTimer();
    const { env, timeMsMax, idleMsMax } = this.options;
    if (job === undefined) {
      this.cancelTimer = env.scheduler.after(idleMsMax, () => this.dropWorker());
      return;
    }
    this.running = job;
    this.cancelTimer = env.scheduler.after(timeMsMax, () => {
      this.options.log.error({ format: job.wish.format, timeMsMax }, 'a document took too long');
      this.giveUp(job, new ApiError(503, 'too-slow', 'Writing this document took too long.'));
    });
    try {
      this.worker ??= this.startWorker();
      this.worker.postMessage(
        { ...job.wish, id: job.id } satisfies DocumentRequest,
        buffersOf(job.wish.snapshot),
      );
    } catch (error) {
      this.workerFailed(error);
    }
  }

  private startWorker(): Worker {
    const worker = new Worker(this.options.workerUrl);
    // The server ends when its sockets are closed, whatever this thread does.
    worker.unref();
    worker.on('message', (answer: DocumentAnswer) => {
      const job = this.running;
      if (worker !== this.worker || job?.id !== answer.id) return;
      if ('bytes' in answer) {
        job.stopListening();
        job.resolve({ bytes: answer.bytes, missing: answer.missing });
      } else if ('refused' in answer) {
        const { status, code, message } = answer.refused;
        this.refuse(job, new ApiError(status, code, message));
      } else {
        this.options.log.error({ format: job.wish.format, error: answer.problem }, 'a document failed');
        this.refuse(job, new Error(answer.problem));
      }
      this.running = null;
      this.startNext();
    });
    const failed = (reason: unknown) => {
      if (worker === this.worker) this.workerFailed(reason);
    };
    worker.on('error', failed);
    worker.on('exit', (code) => failed(new Error(`the thread ended with code ${code}`)));
    this.worker = worker;
    return worker;
  }

  private workerFailed(reason: unknown): void {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    this.options.log.error({ error: error.message }, 'the thread that writes documents failed');
    if (this.running) this.giveUp(this.running, error);
    else this.dropWorker();
  }

  /** Nobody waits for it any more. */
  private forget(job: Job): void {
    if (job === this.running) {
      this.giveUp(job, cutShort());
      return;
    }
    this.waiting = this.waiting.filter((other) => other !== job);
    this.refuse(job, cutShort());
  }

  /** What it is at cannot be called back, so the thread goes with it. */
  private giveUp(job: Job, error: Error): void {
    this.dropWorker();
    this.running = null;
    this.refuse(job, error);
    this.startNext();
  }

  private refuse(job: Job, error: Error): void {
    job.stopListening();
    job.reject(error);
  }

  private dropWorker(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
  }
}

function tooMany(): ApiError {
  return new ApiError(
    503,
    'busy',
    'Many documents are being written just now. Try again in a moment.',
    5_000,
  );
}

function cutShort(): ApiError {
  return new ApiError(503, 'restarting', 'The document was not finished. Ask for it again.');
}
