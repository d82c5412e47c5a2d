// Who asked for the import dialog, and with what in hand. The dialog listens; a menu entry or a dropped file asks.

import { Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';

export interface ImportRequest {
  readonly board: OpenBoard;
  /** null opens the dialog empty. */
  readonly file: File | null;
  /** Each request is a dialog of its own. */
  readonly number: number;
}

/** null while the dialog is closed. */
export const importRequest = new Signal<ImportRequest | null>(null);

let count = 0;

export function askToImport(board: OpenBoard, file: File | null): void {
  importRequest.set({ board, file, number: count++ });
}
