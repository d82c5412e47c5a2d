// What this browser can keep, found out once for a page: the database, or memory where there is none, and how its tabs agree
// on who writes.

import type { Env } from '../../../shared/lib/env.ts';
import { randomToken } from '../../../shared/lib/ids.ts';
import { Listeners } from '../../../shared/lib/signal.ts';
import { openIdbStore } from './idbStore.ts';
import { MemoryStore } from './memoryStore.ts';
import type { OfflineStore } from './store.ts';
import { type Election, electByLease, electByLocks } from './writer.ts';

export interface Device {
  readonly store: OfflineStore;
  /** This page load, and no other. */
  readonly tab: string;
  readonly elect: Election;
  /** A board that was removed from this device, here or in another tab. */
  readonly forgotten: Listeners<string>;
  /** Tells every tab, this one first. */
  tellForgotten(board: string): void;
}

const databaseName = 'wallflower';
/** A database that does not open by then is as good as none; nobody waits for their board that long. */
const openWithinMs = 2_000;

/** Never rejects. */
export async function openDevice(env: Env): Promise<Device> {
  const store = await openStore(env);
  const tab = randomToken(env.random, 12);
  // Only secure contexts have locks, whatever the types say.
  const locks: LockManager | undefined = navigator.locks;
  const elect = locks ? electByLocks(locks) : electByLease(store, env, tab);
  return { store, tab, elect, ...betweenTabs() };
}

function betweenTabs(): Pick<Device, 'forgotten' | 'tellForgotten'> {
  const forgotten = new Listeners<string>();
  const others = new BroadcastChannel('wallflower forgotten');
  others.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') forgotten.tell(data);
  };
  return {
    forgotten,
    tellForgotten(board) {
      forgotten.tell(board);
      others.postMessage(board);
    },
  };
}

function openStore(env: Env): Promise<OfflineStore> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(new MemoryStore());
    const cancel = env.scheduler.after(openWithinMs, giveUp);
    const opened = (store: OfflineStore) => {
      cancel();
      resolve(store);
    };
    try {
      // Reading the property alone throws where storage is blocked.
      openIdbStore(window.indexedDB, databaseName).then(opened, giveUp);
    } catch {
      giveUp();
    }
  });
}

/** For work on a device that need not last: tests, and pages that never open a board. */
export function deviceInMemory(tab: string, store: OfflineStore = new MemoryStore()): Device {
  const elect: Election = (_office, elected) => {
    elected();
    return () => {};
  };
  const forgotten = new Listeners<string>();
  return { store, tab, elect, forgotten, tellForgotten: (board) => forgotten.tell(board) };
}
