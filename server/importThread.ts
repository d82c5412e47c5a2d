// Reads what people bring. What is small is read at once; the rest in a thread of its own that ends with it, so that a large
// file never holds up the sockets and a hostile one takes nothing with it but its thread.

import { Worker } from 'node:worker_threads';
import type { Env } from '../shared/lib/env.ts';
import { type ImportSource, planImport } from '../shared/transfer/import.ts';
import type { ImportPlan } from '../shared/transfer/plan.ts';
import { isArchive } from '../shared/transfer/readImport.ts';
import { ApiError } from './errors.ts';

/** @throws ApiError when the file cannot be read in a decent time. */
export type ReadImport = (source: ImportSource) => Promise<ImportPlan>;

interface ImportThreadOptions {
  /** The built server/workers/imports.ts. */
  readonly workerUrl: URL;
  readonly env: Pick<Env, 'scheduler'>;
  readonly timeMsMax?: number;
  readonly memoryMbMax?: number;
}

/** Some milliseconds of work, less than starting a thread. */
const inlineBytesMax = 64 * 1024;
const waitingMax = 20;

/** One file at a time. */
export function importThread(options: ImportThreadOptions): ReadImport {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (source) => {
    if (source.bytes.length <= inlineBytesMax && !isArchive(source.bytes)) return planImport(source);
    if (waiting >= waitingMax) throw busy();
    waiting++;
    const mine = last.then(() => readInThread(source, options));
    last = mine.catch(() => {});
    return mine.finally(() => {
      waiting--;
    });
  };
}

function readInThread(source: ImportSource, options: ImportThreadOptions): Promise<ImportPlan> {
  const { workerUrl, env, timeMsMax = 30_000, memoryMbMax = 768 } = options;
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, {
      workerData: source,
      resourceLimits: { maxOldGenerationSizeMb: memoryMbMax },
    });
    // The server ends when its sockets are closed, whatever this thread does.
    worker.unref();
    const end = (conclude: () => void): void => {
      cancel();
      conclude();
      void worker.terminate();
    };
    const cancel = env.scheduler.after(timeMsMax, () => end(() => reject(tooMuch())));
    worker.on('message', (plan: ImportPlan) => end(() => resolve(plan)));
    // Out of memory, most likely: reading itself never throws.
    worker.on('error', () => end(() => reject(tooMuch())));
    worker.on('exit', () => end(() => reject(tooMuch())));
  });
}

function tooMuch(): ApiError {
  return new ApiError(
    413,
    'took-too-long',
    'Reading this file took too long or too much memory. Split it into parts.',
  );
}

function busy(): ApiError {
  return new ApiError(503, 'busy', 'Many files are being read just now. Try again in a moment.', 5_000);
}
