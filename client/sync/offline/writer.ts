// Which of a person's tabs writes down what others changed: a Web Lock where the browser has them, elsewhere (plain http) a
// lease in the store, which a tab that dies lets run out.

import * as v from 'valibot';
import type { Cancel, Env } from '../../../shared/lib/env.ts';
import { paths } from './records.ts';
import type { OfflineStore } from './store.ts';

/** Runs for an office by name; `elected` is called at most once. Returns how to resign. */
export type Election = (office: string, elected: () => void) => Cancel;

export function electByLocks(locks: LockManager): Election {
  return (office, elected) => {
    let resign = () => {};
    const resigned = new Promise<void>((resolve) => {
      resign = resolve;
    });
    const patience = new AbortController();
    locks
      .request(`wallflower ${office}`, { signal: patience.signal }, () => {
        elected();
        return resigned;
      })
      // Resigned before it was elected.
      .catch(() => {});
    return () => {
      patience.abort();
      resign();
    };
  };
}

const leaseMs = 15_000;
const renewMs = 5_000;

const leaseSchema = v.object({ holder: v.string(), until: v.number() });

export function electByLease(store: OfflineStore, env: Env, tab: string): Election {
  return (office, elected) => {
    let isOver = false;
    let holds = false;
    let cancel: Cancel = () => {};
    const key = paths.lease(office);
    const heldByOther = (lease: unknown) => {
      const parsed = v.safeParse(leaseSchema, lease);
      return parsed.success && parsed.output.holder !== tab && parsed.output.until > env.clock.now();
    };
    const claim = async () => {
      const mine = await store
        .change(async (tx) => {
          if (heldByOther(await tx.get(key))) return false;
          tx.put(key, { holder: tab, until: env.clock.now() + leaseMs });
          return true;
        })
        .catch(() => false);
      if (isOver) return;
      if (mine && !holds) {
        holds = true;
        elected();
      }
      cancel = env.scheduler.after(renewMs, () => void claim());
    };
    void claim();
    return () => {
      isOver = true;
      cancel();
      const giveUp = store.change(async (tx) => {
        if (!heldByOther(await tx.get(key))) tx.remove(key);
      });
      // What cannot be given up runs out.
      void giveUp.catch(() => {});
    };
  };
}
