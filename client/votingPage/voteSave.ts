// What a voter is told about what they gave, as a value: the worst true thing first.

import type { VotingLines } from './votingLines.ts';

/**
 * `device`: kept here, goes to the server by itself. `page`: only as long as this page is open. `away`: nothing waits, but the
 * server does not answer.
 */
export type VoteSave = 'loading' | 'saved' | 'sending' | 'device' | 'page' | 'away' | 'refused';

export function voteSave({
  personalSync,
}: {
  readonly personalSync: Pick<VotingLines['personalSync'], 'save' | 'loaded' | 'tried' | 'connected'>;
}): VoteSave {
  const { save, loaded, tried, connected } = personalSync;
  if (save.isFenced) return 'refused';
  if (!loaded.get() || !tried.get()) return 'loading';
  if (connected.get()) return save.isSafe ? 'saved' : 'sending';
  if (save.isSafe) return 'away';
  return save.isKept ? 'device' : 'page';
}
