// Asks the browser, once, not to throw the copies on this device away when it wants room: at the first moment that somebody
// would miss them.

import { type SaveStatus, unsavedIn } from '../sync/saveStatus.ts';

let hasAsked = false;

export function askToPersist(status: SaveStatus): void {
  if (hasAsked || status.kind !== 'offline' || unsavedIn(status) === 0) return;
  hasAsked = true;
  // Only secure contexts have it. A browser that says no keeps things anyway, until it needs the room.
  const storage: StorageManager | undefined = navigator.storage;
  void storage?.persist?.().catch(() => false);
}
