// Notices a disk that is nearly full before the database does. A reserve file holds room back from everybody else; it is
// let go when space runs out, so that boards can still be removed and snapshots taken, and made again when there is room.

import { statfsSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import type { StorageLog } from './log.ts';

export interface DiskSpaceOptions {
  /** Path of the reserve file. */
  readonly reserveFile: string;
  /** 0 for none. */
  readonly reserveBytes: number;
  /** Appends are refused when less than this is free. */
  readonly lowBytes: number;
  readonly log: StorageLog;
  /** Free bytes on the disk that holds the reserve file's folder. */
  readonly freeBytes: () => number;
}

/** Bytes that this process may still write to the disk that holds `folder`. */
export function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export class DiskSpace {
  private readonly options: DiskSpaceOptions;
  private isLow = false;
  private hasReserve = false;
  private work: Promise<void> = Promise.resolve();

  constructor(options: DiskSpaceOptions) {
    this.options = options;
  }

  /** How many bytes may be appended now. Looks at the disk, and tells the log when it becomes low or is no longer. */
  room(): number {
    const { freeBytes, lowBytes, reserveBytes, log } = this.options;
    const free = freeBytes();
    // Letting the reserve go must not look like new room, so the way back asks for more than it gave.
    const isLow = free < lowBytes + (this.isLow ? 2 * reserveBytes : 0);
    if (isLow !== this.isLow) {
      this.isLow = isLow;
      if (isLow) {
        log.error({ freeBytes: free }, 'the disk is nearly full: boards are read-only until there is room');
        this.release();
      } else log.info({ freeBytes: free }, 'there is room on the disk again');
    }
    if (!this.hasReserve && !isLow && free > lowBytes + 3 * reserveBytes) this.reserve();
    // Pages are copied before they change, so a write may take about twice its bytes.
    return isLow ? 0 : (free - lowBytes) / 2;
  }

  /** Whether the disk has so little room that a failed write of `bytes` means: full. */
  isExhausted(bytes: number): boolean {
    return this.options.freeBytes() < this.options.lowBytes + 2 * bytes;
  }

  /** Makes the reserve file in the background when there is room for it. */
  reserve(): void {
    const { reserveBytes, reserveFile, log } = this.options;
    if (reserveBytes === 0) return;
    this.hasReserve = true;
    this.enqueue(async () => {
      const size = await stat(reserveFile).then(
        (found) => found.size,
        () => 0,
      );
      if (size >= reserveBytes) return;
      const file = await open(reserveFile, 'w', 0o600);
      try {
        // Written, not only lengthened: a hole would reserve nothing.
        const block = Buffer.alloc(1024 * 1024);
        for (let at = 0; at < reserveBytes; at += block.length) {
          await file.write(block, 0, Math.min(block.length, reserveBytes - at));
        }
      } catch (error) {
        this.hasReserve = false;
        log.warn({ error: String(error) }, 'no room for the reserve file');
        await rm(reserveFile, { force: true });
      } finally {
        await file.close();
      }
    });
  }

  release(): void {
    if (!this.hasReserve) return;
    this.hasReserve = false;
    this.enqueue(() => rm(this.options.reserveFile, { force: true }));
  }

  /** Waits for what it does in the background. */
  async settled(): Promise<void> {
    await this.work;
  }

  private enqueue(task: () => Promise<void>): void {
    this.work = this.work.then(task).catch((error: unknown) => {
      this.options.log.warn({ error: String(error) }, 'the reserve file could not be changed');
    });
  }
}
