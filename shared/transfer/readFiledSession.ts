// The part `session` of a board.json back into what a summary is told from. Its shape is in filedSession.ts.

import { readStory, type Story } from '../features/summary/story.ts';
import { progressKey } from '../features/voting/progress.ts';
import { fieldsOf } from '../lib/fields.ts';
import { filedSessionVersion } from './filedSession.ts';

/** null where there is none, or one of a version that is not known here. Total: what makes no sense in it is left out. */
export function readFiledSession(value: unknown): Story | null {
  const filed = fieldsOf(value) ?? {};
  if (filed.version !== filedSessionVersion) return null;
  const progress = entriesOf(filed.progress).map(([id, each]) => [progressKey(id), each] as const);
  const roots: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
    board: [['settings', filed.settings]],
    phase: [
      ['agenda', filed.agenda],
      ['past', filed.past],
      ['cur', filed.phase],
      ['ended', filed.endedAt],
    ],
    guide: [['park', filed.park]],
    counts: progress,
    summary: [['foreword', filed.foreword]],
  };
  const listed = ['reveals', 'wins', 'ballots', 'results', 'decisions', 'actionItems', 'furniture'];
  return readStory(
    (root) => roots[root] ?? (listed.includes(root) ? entriesOf(filed[root]) : []),
    (root) => (root === 'msgs' ? entriesOf(filed.comments) : []),
  );
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(fieldsOf(value) ?? {});
}
