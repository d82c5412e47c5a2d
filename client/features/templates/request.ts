// Who asked for a window about templates. The window listens; the menu or the empty board asks.

import { Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';

export interface TemplateRequest {
  readonly board: OpenBoard;
  readonly what: 'use' | 'save';
}

/** null while none is open. */
export const templateRequest = new Signal<TemplateRequest | null>(null);

export function askForTemplates(board: OpenBoard, what: TemplateRequest['what']): void {
  templateRequest.set({ board, what });
}

export function closeTemplates(board: OpenBoard): void {
  if (templateRequest.get()?.board === board) templateRequest.set(null);
}
