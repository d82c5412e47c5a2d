// Files in and out: import of lists, tables and boards, export of the summary, the notes and the whole board.

import type { Action } from '../../editor/actions.ts';
import type { MessageId } from '../../text/catalogue.ts';
import type { Feature, FeatureView } from '../feature.ts';
import { downloadExport } from './download.ts';
import { acceptDroppedFiles, mayImport } from './dropOnBoard.ts';
import { ImportDoor } from './ImportDoor.tsx';
import { askToImport } from './importRequest.ts';

export const transfer: Feature = {
  name: 'transfer',
  actions: (view) => [
    {
      id: 'import.open',
      label: 'import.open',
      keys: [],
      enabled: () => mayImport(view.board),
      run: () => askToImport(view.board, null),
    },
    exportAction(view, 'export.summary', 'summary.md'),
    exportAction(view, 'export.notes', 'notes.csv'),
    exportAction(view, 'export.board', 'board.json'),
  ],
  overlays: [ImportDoor],
  onBoardOpen: acceptDroppedFiles,
};

function exportAction({ board }: FeatureView, id: MessageId, format: string): Action {
  return {
    id,
    label: id,
    keys: [],
    enabled: () => true,
    run: () => void downloadExport(board, format),
  };
}
