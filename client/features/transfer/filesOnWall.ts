// A file that is dropped or pasted on the wall opens the import dialog with it. Without this the browser would leave the board
// and show a dropped file instead, and say nothing about a pasted one.

import { can } from '../../../shared/board/roles.ts';
import { t } from '../../text/catalogue.ts';
import { carriesFiles } from '../../ui/carriesFiles.ts';
import { hasOwnKeys } from '../../ui/hasOwnKeys.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { askToImport, importRequest } from './importRequest.ts';

export function acceptFiles({ board }: FeatureView): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const take = (event: Event, files: FileList | undefined) => {
    event.preventDefault();
    const file = files?.[0];
    if (file === undefined) return;
    if (!mayImport(board)) toast({ text: t('import.forbidden'), tone: 'trouble' });
    else if (file.type.startsWith('image/')) toast({ text: t('import.noPictures'), tone: 'trouble' });
    else askToImport(board, file);
  };
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = mayImport(board) ? 'copy' : 'none';
  };
  const drop = (event: DragEvent) => {
    if (carriesFiles(event) && !event.defaultPrevented) take(event, event.dataTransfer?.files);
  };
  const paste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files;
    // With words beside it, it is the picture of those that some programs add: the words have been taken.
    if (files?.length && !event.defaultPrevented && !hasOwnKeys(event.target)) take(event, files);
  };
  window.addEventListener('dragover', over, { signal });
  window.addEventListener('drop', drop, { signal });
  window.addEventListener('paste', paste, { signal });
  return () => {
    controller.abort();
    if (importRequest.get()?.board === board) importRequest.set(null);
  };
}

export function mayImport(board: FeatureView['board']): boolean {
  return can(board.role.get(), 'writeCanvas') && board.mayWrite.get();
}
