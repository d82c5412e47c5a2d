// A file dropped on the board opens the import dialog with it. Without this the browser would leave the board and show the
// file instead.

import { can } from '../../../shared/board/roles.ts';
import { t } from '../../text/catalogue.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { askToImport, importRequest } from './importRequest.ts';

export function acceptDroppedFiles({ board }: FeatureView): () => void {
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = mayImport(board) ? 'copy' : 'none';
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    if (mayImport(board)) askToImport(board, file);
    else toast({ text: t('import.forbidden'), tone: 'trouble' });
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
    if (importRequest.get()?.board === board) importRequest.set(null);
  };
}

export function mayImport(board: FeatureView['board']): boolean {
  return can(board.role.get(), 'writeCanvas') && board.mayWrite.get();
}

export function carriesFiles(event: { readonly dataTransfer: DataTransfer | null }): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
