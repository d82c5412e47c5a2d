// notes.csv: one row a note, for spreadsheets. UTF-8 with a byte order mark and CR LF, as Excel wants it; texts that a
// spreadsheet would run as formulas are neutralised in a way that reading them here turns back exactly.

import { summaryOf } from '../features/summary/outline.ts';
import type { SummaryCluster } from '../features/summary/summary.ts';
import { emptyTalk, saidAbout } from '../features/talk.ts';
import type { Item } from '../items/item.ts';
import type { ItemId } from '../lib/ids.ts';
import { actionsOf, lastVotes } from './aboutIdeas.ts';
import { csvCell } from './cells.ts';
import { boardToOutline, type OutlineCluster } from './outline.ts';
import type { BoardSnapshot } from './snapshot.ts';

/** The columns in their order: a promise to those who read the file by script. New ones are added, none is renamed. */
export const notesCsvColumns = [
  'id',
  'type',
  'text',
  'author',
  'color',
  'cluster',
  'x',
  'y',
  'width',
  'height',
] as const;

/** What is told of an idea behind these; nothing of it comes back with an import. Empty where there is nothing to tell. */
const toldColumns = [
  'votes',
  'voters',
  'rank',
  'reactions',
  'comments',
  'assignee',
  'due',
  'status',
  'parked',
] as const;

export const byteOrderMark = '\ufeff';

/** Whether a header is ours, though columns may have been added behind. */
export function isNotesCsv(header: readonly string[]): boolean {
  return notesCsvColumns.every((name, index) => header[index] === name);
}

/** Notes in reading order, cluster by cluster, then those outside. `cluster` is the title of the innermost one. */
export function boardToCsv(snapshot: BoardSnapshot): string {
  const items = new Map(snapshot.items.map((item) => [item.id, item]));
  // A parked idea is an idea: the cluster for them is one like the others here.
  const outline = boardToOutline({ ...snapshot, park: null });
  const rows: string[] = [[...notesCsvColumns, ...toldColumns].join(',')];
  const tell = toldOf(snapshot);
  const add = (notes: OutlineCluster['notes'], cluster: string): void => {
    for (const { id, author } of notes) {
      const item = items.get(id);
      if (item) rows.push(`${rowOf(item, { author: author ?? '', cluster })},${tell(id)}`);
    }
  };
  const addCluster = (cluster: OutlineCluster): void => {
    add(cluster.notes, cluster.title);
    for (const inner of cluster.clusters) addCluster(inner);
  };
  for (const cluster of outline.clusters) addCluster(cluster);
  add(outline.loose, '');
  return `${byteOrderMark}${rows.join('\r\n')}\r\n`;
}

function rowOf(item: Item, about: { author: string; cluster: string }): string {
  const id: ItemId = item.id;
  return [
    // An id may begin with a hyphen, which a spreadsheet would take for a formula.
    csvCell(id),
    'note',
    csvCell(item.text),
    csvCell(about.author),
    item.colour,
    csvCell(about.cluster),
    ...[item.x, item.y, item.w, item.h].map(String),
  ].join(',');
}

/** The cells of an idea's row that its own entry does not hold. */
function toldOf(snapshot: BoardSnapshot): (id: ItemId) => string {
  const { ballots, isAnonymous, parked } = summaryOf(snapshot);
  const votes = lastVotes(ballots);
  const said = saidAbout(snapshot.story?.talk ?? emptyTalk);
  const actions = actionsOf(snapshot, { isAnonymous });
  const parkedIds = new Set(parked === null ? [] : notesIn(parked));
  return (id) => {
    const [vote, action, words] = [votes.get(id), actions.get(id), said.get(id)];
    return [
      ...(vote === undefined ? ['', '', ''] : [vote.total, vote.voters, vote.rank].map(String)),
      String(words?.reactions || ''),
      String(words?.comments || ''),
      csvCell(action?.owner ?? ''),
      action?.due ?? '',
      action?.status ?? '',
      parkedIds.has(id) ? 'yes' : '',
    ].join(',');
  };
}

function notesIn({ notes, clusters }: SummaryCluster): ItemId[] {
  return [...notes.map(({ id }) => id), ...clusters.flatMap(notesIn)];
}
