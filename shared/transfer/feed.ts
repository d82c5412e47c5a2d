// What a live feed says: the ideas of a board as a table, as text and as JSON, out of the neutral outline. Ideas alone: no
// prompts of templates, no votes, no ids of people; and the same bytes as long as nothing of it changes.
//
//   ideas.csv   id,text,cluster,author,color,parked   one row an idea, in the order of the board
//   ideas.md    the title, then the ideas under the titles of their clusters
//   ideas.json  { "format": "wallflower-ideas", "version": 1, "title", "ideas": [{ "id", "text", "cluster": titles from the
//               outermost, "author": name or null, "color", "parked": boolean }] }

import type { FeedFile } from '../features/feed/feed.ts';
import { summaryOf } from '../features/summary/outline.ts';
import type { Summary, SummaryCluster, SummaryNote } from '../features/summary/summary.ts';
import { csvCell } from './cells.ts';
import { byteOrderMark } from './csv.ts';
import type { BoardSnapshot } from './snapshot.ts';
import { blocksToMarkdown } from './summary/markdown.ts';
import { ideasToBlocks } from './summary/telling.ts';
import type { SummaryLanguage } from './summary/words.ts';

/** New ones are added behind, none is renamed. */
const feedColumns = ['id', 'text', 'cluster', 'author', 'color', 'parked'] as const;

interface FeedIdea extends Pick<SummaryNote, 'id' | 'text' | 'author'> {
  /** Titles of the clusters round it, the outermost first; one without a title is left out. */
  readonly cluster: readonly string[];
  readonly color: string;
  readonly parked: boolean;
}

export const feedTypes: Readonly<Record<FeedFile, string>> = {
  'ideas.csv': 'text/csv; charset=utf-8',
  'ideas.md': 'text/markdown; charset=utf-8',
  'ideas.json': 'application/json; charset=utf-8',
};

/** `language`: of the few words in the text that nobody on the board wrote. */
export function feedText(snapshot: BoardSnapshot, file: FeedFile, language: SummaryLanguage): string {
  const summary = summaryOf(snapshot);
  switch (file) {
    case 'ideas.csv':
      return toCsv(ideasIn(summary));
    case 'ideas.md':
      return blocksToMarkdown(ideasToBlocks(summary, { language, timeZone: 'UTC' }));
    case 'ideas.json':
      return toJson(summary.title, ideasIn(summary));
  }
}

function ideasIn({ clusters, loose, parked }: Summary): FeedIdea[] {
  const ideas: FeedIdea[] = [];
  const add = (notes: readonly SummaryNote[], cluster: readonly string[], isParked: boolean) => {
    for (const { id, text, author, colour } of notes)
      ideas.push({ id, text, cluster, author, color: colour, parked: isParked });
  };
  const addCluster = (each: SummaryCluster, outer: readonly string[], isParked: boolean) => {
    const title = each.title.trim();
    const path = title === '' ? outer : [...outer, title];
    add(each.notes, path, isParked);
    for (const inner of each.clusters) addCluster(inner, path, isParked);
  };
  for (const cluster of clusters) addCluster(cluster, [], false);
  add(loose, [], false);
  if (parked !== null) addCluster(parked, [], true);
  return ideas;
}

function toCsv(ideas: readonly FeedIdea[]): string {
  const rows = ideas.map(({ id, text, cluster, author, color, parked }) =>
    [id, text, cluster.at(-1) ?? '', author ?? '', color, parked ? 'yes' : ''].map(csvCell).join(','),
  );
  return `${byteOrderMark}${[feedColumns.join(','), ...rows].join('\r\n')}\r\n`;
}

function toJson(title: string, ideas: readonly FeedIdea[]): string {
  const lines = ideas.map((idea) => `  ${JSON.stringify(idea)}`).join(',\n');
  return `{"format":"wallflower-ideas","version":1,"title":${JSON.stringify(title)},"ideas":[${lines === '' ? '' : `\n${lines}\n`}]}\n`;
}
