// Lets a thread step back behind all others of the process: what people wait for at their screens comes first.

import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

const behind = 10;

/** Of the thread that calls it, and of those it starts from then on. Only Linux tells threads apart; elsewhere nothing happens. */
export function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (Number.isInteger(thread) && thread !== process.pid) setPriority(thread, behind);
  } catch {
    // It is as quick as everybody else then.
  }
}
