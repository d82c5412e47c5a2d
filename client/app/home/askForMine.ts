// Asks the server, board by board, what is still to be done by me. Boards that do not answer stay as they are known here.

import * as v from 'valibot';
import { type MyActionItems, myActionItemsSchema } from '../../../shared/protocol/api.ts';
import { apiUrl, type Site } from '../address.ts';

/** At one time. */
const askedAtOnce = 3;

export async function askForMine(
  site: Site,
  boards: readonly string[],
  signal: AbortSignal,
  onTold: (board: string, mine: MyActionItems) => void,
): Promise<void> {
  const waiting = boards.filter((board) => board !== '');
  const askOn = async (): Promise<void> => {
    for (let board = waiting.shift(); board !== undefined && !signal.aborted; board = waiting.shift()) {
      const mine = await ask(site, board, signal);
      if (mine !== null && !signal.aborted) onTold(board, mine);
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, askOn));
}

async function ask(site: Site, board: string, signal: AbortSignal): Promise<MyActionItems | null> {
  try {
    const response = await fetch(apiUrl(site, ['boards', board, 'action-items', 'mine']), {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      signal,
    });
    const parsed = v.safeParse(myActionItemsSchema, await response.json());
    return response.ok && parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
