// The list of files a board can be turned into. One line a format; the server serves what stands here.

import { summaryOf } from '../features/summary/outline.ts';
import { boardToCsv } from './csv.ts';
import { boardToJson } from './json.ts';
import type { BoardSnapshot } from './snapshot.ts';
import { htmlFile } from './summary/html.ts';
import { blocksToMarkdown } from './summary/markdown.ts';
import { type Reader, summaryToBlocks } from './summary/telling.ts';

export const exportFormats = ['summary.md', 'summary.html', 'notes.csv', 'board.json'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  readonly contentType: string;
  readonly text: string;
}

const writers: Readonly<Record<ExportFormat, (snapshot: BoardSnapshot, reader: Reader) => ExportedFile>> = {
  'summary.md': (snapshot, reader) => ({
    contentType: 'text/markdown; charset=utf-8',
    text: blocksToMarkdown(summaryToBlocks(summaryOf(snapshot), reader)),
  }),
  'summary.html': (snapshot, reader) => ({
    contentType: 'text/html; charset=utf-8',
    text: htmlFile(summaryToBlocks(summaryOf(snapshot), reader), {
      title: snapshot.title,
      language: reader.language,
    }),
  }),
  'notes.csv': (snapshot) => ({ contentType: 'text/csv; charset=utf-8', text: boardToCsv(snapshot) }),
  'board.json': (snapshot) => ({
    contentType: 'application/json; charset=utf-8',
    text: boardToJson(snapshot),
  }),
};

export function isExportFormat(name: string): name is ExportFormat {
  return exportFormats.includes(name as ExportFormat);
}

/** What tells a story, and so needs `snapshot.story`. */
export function tellsStory(format: ExportFormat): boolean {
  return format === 'summary.md' || format === 'summary.html';
}

/** `reader`: the language of what nobody on the board wrote, and the clock of its times; only the summary has any. */
export function exportBoard(
  snapshot: BoardSnapshot,
  format: ExportFormat,
  reader: Reader = { language: 'en', timeZone: 'UTC' },
): ExportedFile {
  return writers[format](snapshot, reader);
}

/** What a browser should call the download: the board's title with the format's name, without signs a file name may not have. */
export function exportFileName(title: string, format: ExportFormat): string {
  const safe = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  return safe === '' ? format : `${safe} - ${format}`;
}
