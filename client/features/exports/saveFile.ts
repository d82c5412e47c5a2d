// A file among the downloads, as if it had been fetched by a link.

import type { Scheduler } from '../../../shared/lib/env.ts';

export function saveFile(
  { name, blob }: { readonly name: string; readonly blob: Blob },
  scheduler: Scheduler,
): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // It has begun with the click; some browsers read the data a little later.
  scheduler.after(60_000, () => URL.revokeObjectURL(address));
}
