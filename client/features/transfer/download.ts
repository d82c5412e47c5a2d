// A board out to a file among the downloads. Fetched first, so that a failure is said in words and not saved as a file.

import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import { fetchExport } from './requests.ts';

export async function downloadExport(board: OpenBoard, format: string): Promise<void> {
  const file = await fetchExport(board, format);
  if (!file.ok) {
    const again = { label: t('import.again'), run: () => void downloadExport(board, format) };
    toast({ text: file.message, tone: 'trouble', action: again });
    return;
  }
  const address = URL.createObjectURL(file.value.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.value.name;
  link.click();
  // The browser itself says that something was downloaded. It has begun with the click; some browsers read the data a little later.
  board.editor.env.scheduler.after(60_000, () => URL.revokeObjectURL(address));
}
