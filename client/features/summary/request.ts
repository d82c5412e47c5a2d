// On which board the summary is asked for. The window listens; the menu, or the end of a session, asks.

import { type ReadonlySignal, Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';

const asked = new Signal<OpenBoard | null>(null);
/** null while it is not open. */
export const summaryAsked: ReadonlySignal<OpenBoard | null> = asked;

export function askForSummary(board: OpenBoard): void {
  asked.set(board);
}

export function closeSummary(board: OpenBoard): void {
  if (asked.get() === board) asked.set(null);
}
