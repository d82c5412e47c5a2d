// The product itself, kept by this browser, so that an open tab can be loaded anew without the network. Only https and this
// very computer may: elsewhere browsers have no service workers, and the product says so. There at least every part of it is
// fetched once, so that an open tab has all of them when the server is away or has another version.

import * as v from 'valibot';
import type { Env } from '../../shared/lib/env.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import type { Site } from './address.ts';

const kept = new Signal(false);

/** True once this page can be loaded again without the network. */
export const shellIsKept: ReadonlySignal<boolean> = kept;

/** After everything that is on the screen: nobody waits for this. */
const startAfterMs = 3_000;

export function keepShell(site: Site, { scheduler }: Env): void {
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!import.meta.env.PROD) return;
  const fetchLater = () => void scheduler.after(startAfterMs, () => void fetchParts(site));
  if (!window.isSecureContext || container === undefined) {
    fetchLater();
    return;
  }
  kept.set(container.controller !== null);
  container.addEventListener('controllerchange', () => kept.set(container.controller !== null));
  scheduler.after(container.controller === null ? startAfterMs : 0, () => {
    // Blocked by a setting or a private window: then it is as without https.
    container.register(`${site.basePath}serviceWorker.js`, { scope: site.basePath }).catch(fetchLater);
  });
}

/** Into the browser's own cache, which keeps files with a hash in their name. One after the other: nobody waits for them. */
async function fetchParts({ basePath }: Site): Promise<void> {
  try {
    const answer = await fetch(`${basePath}files.json`);
    const files = v.parse(v.array(v.pipe(v.string(), v.startsWith('assets/'))), await answer.json());
    for (const file of files) await (await fetch(basePath + file)).arrayBuffer();
  } catch {
    // The network is away: each part is fetched when it is wanted.
  }
}
