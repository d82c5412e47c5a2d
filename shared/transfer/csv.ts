// notes.csv: one row a note, for spreadsheets. UTF-8 with a byte order mark and CR LF, as Excel wants it; texts that a
// spreadsheet would run as formulas are neutralised in a way that reading them here turns back exactly.

import type { Item } from '../items/item.ts';
import type { ItemId } from '../lib/ids.ts';
import { withApostrophe } from './cells.ts';
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
  const rows: string[] = [notesCsvColumns.join(',')];
  const add = (notes: OutlineCluster['notes'], cluster: string): void => {
    for (const { id, author } of notes) {
      const item = items.get(id);
      if (item) rows.push(rowOf(item, { author: author ?? '', cluster }));
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
    cell(id),
    'note',
    cell(item.text),
    cell(about.author),
    item.colour,
    cell(about.cluster),
    ...[item.x, item.y, item.w, item.h].map(String),
  ].join(',');
}

function cell(text: string): string {
  const safe = withApostrophe(text);
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
