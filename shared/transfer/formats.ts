// The list of files a board can be turned into. One line a format; the server serves what stands here.

import { boardToCsv } from './csv.ts';
import { boardToJson } from './json.ts';
import { outlineToMarkdown } from './markdown.ts';
import { boardToOutline } from './outline.ts';
import type { BoardSnapshot } from './snapshot.ts';
import type { SummaryLanguage } from './summaryWords.ts';

export const exportFormats = ['summary.md', 'notes.csv', 'board.json'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  readonly contentType: string;
  readonly text: string;
}

const writers: Readonly<
  Record<ExportFormat, (snapshot: BoardSnapshot, language: SummaryLanguage) => ExportedFile>
> = {
  'summary.md': (snapshot, language) => ({
    contentType: 'text/markdown; charset=utf-8',
    text: outlineToMarkdown(boardToOutline(snapshot), language),
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

/** `language` is that of the few words nobody on the board wrote; only the summary has any. */
export function exportBoard(
  snapshot: BoardSnapshot,
  format: ExportFormat,
  language: SummaryLanguage = 'en',
): ExportedFile {
  return writers[format](snapshot, language);
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
