// The summary as a file among the downloads, made here: it says what the preview shows, with a network or without.

import type { Scheduler } from '../../../shared/lib/env.ts';
import { type ExportFormat, exportBoard, exportFileName } from '../../../shared/transfer/formats.ts';
import type { BoardSnapshot } from '../../../shared/transfer/snapshot.ts';
import type { Reader } from '../../../shared/transfer/summary/telling.ts';

export function downloadSummary(
  snapshot: BoardSnapshot,
  format: ExportFormat,
  { reader, scheduler }: { readonly reader: Reader; readonly scheduler: Scheduler },
): void {
  const { text, contentType } = exportBoard(snapshot, format, reader);
  const address = URL.createObjectURL(new Blob([text], { type: contentType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = exportFileName(snapshot.title, format);
  link.click();
  // Some browsers read the data a little later.
  scheduler.after(60_000, () => URL.revokeObjectURL(address));
}
