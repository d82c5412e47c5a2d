// A thread that reads one file into a plan and ends.

import { parentPort, workerData } from 'node:worker_threads';
import type { ImportSource } from '../../shared/transfer/import.ts';
import { readImport } from '../../shared/transfer/readImport.ts';

parentPort?.postMessage(await readImport(workerData as ImportSource));
