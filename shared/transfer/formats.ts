// The list of files a board can be turned into. One line a format; the server serves what stands here.

import { summaryOf } from '../features/summary/outline.ts';
import { boardToCsv } from './csv.ts';
import { boardToJson } from './json.ts';
import type { PictureFormat } from './picture/formats.ts';
import type { BoardSnapshot } from './snapshot.ts';
import { boardBlock, withoutHiddenNames } from './summary/boardBlock.ts';
import { htmlFile } from './summary/html.ts';
import { blocksToMarkdown } from './summary/markdown.ts';
import { type Reader, summaryToBlocks } from './summary/telling.ts';

export const exportFormats = ['summary.md', 'summary.html', 'notes.csv', 'board.json'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** Written by the server alone: they need fonts, and time. */
export const documentFormats = ['summary.pdf', 'summary.docx', 'notes.xlsx'] as const;

export type DocumentFormat = (typeof documentFormats)[number];

export const mediaTypes: Readonly<Record<ExportFormat | DocumentFormat, string>> = {
  'summary.md': 'text/markdown; charset=utf-8',
  'summary.html': 'text/html; charset=utf-8',
  'summary.pdf': 'application/pdf',
  'summary.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'notes.csv': 'text/csv; charset=utf-8',
  'notes.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'board.json': 'application/json; charset=utf-8',
};

export interface ExportedFile {
  readonly contentType: string;
  readonly text: string;
}

const writers: Readonly<Record<ExportFormat, (snapshot: BoardSnapshot, reader: Reader) => ExportedFile>> = {
  'summary.md': (snapshot, reader) => ({
    contentType: mediaTypes['summary.md'],
    text: blocksToMarkdown(summaryToBlocks(summaryOf(snapshot), reader)),
  }),
  'summary.html': (snapshot, reader) => ({
    contentType: mediaTypes['summary.html'],
    text: htmlFile(summaryToBlocks(summaryOf(snapshot), reader, boardBlock(snapshot, reader)), {
      title: snapshot.title,
      language: reader.language,
    }),
  }),
  'notes.csv': (snapshot) => ({ contentType: mediaTypes['notes.csv'], text: boardToCsv(snapshot) }),
  'board.json': (snapshot) => ({
    contentType: mediaTypes['board.json'],
    text: boardToJson(snapshot),
  }),
};

export function isExportFormat(name: string): name is ExportFormat {
  return exportFormats.includes(name as ExportFormat);
}

/** A file that is offered to people, with what there is to choose about it. */
export interface Offer {
  /** As the address ends in it. */
  readonly file: string;
  readonly group: OfferGroup;
  /** A browser that has the board can write it, too. */
  readonly local?: true;
  readonly asks?: 'tool' | 'picture';
}

/** What somebody wants to carry away. */
export const offerGroups = ['summary', 'ideas', 'picture', 'actions', 'board'] as const;
export type OfferGroup = (typeof offerGroups)[number];

/** In the order in which they are offered: within a group the one most people want comes first. */
export const offers = [
  { file: 'summary.pdf', group: 'summary' },
  { file: 'summary.docx', group: 'summary' },
  { file: 'summary.html', group: 'summary', local: true },
  { file: 'summary.md', group: 'summary', local: true },
  { file: 'notes.xlsx', group: 'ideas' },
  { file: 'notes.csv', group: 'ideas', local: true },
  { file: 'board.png', group: 'picture', asks: 'picture' },
  { file: 'board.svg', group: 'picture', asks: 'picture' },
  { file: 'actions.csv', group: 'actions', asks: 'tool' },
  { file: 'actions.ics', group: 'actions' },
  { file: 'archive.zip', group: 'board' },
  { file: 'board.json', group: 'board', local: true },
] as const satisfies readonly Offer[];

export type OfferedFile = (typeof offers)[number]['file'];

/** `reader`: the language of what nobody on the board wrote, and the clock of its times; only the summary has any. */
export function exportBoard(
  snapshot: BoardSnapshot,
  format: ExportFormat,
  reader: Reader = { language: 'en', timeZone: 'UTC' },
): ExportedFile {
  return writers[format](withoutHiddenNames(snapshot), reader);
}

/** What a browser should call the download: the board's title with the format's name, without signs a file name may not have. */
export function exportFileName(title: string, format: ExportFormat | DocumentFormat | PictureFormat): string {
  return downloadName(title, format);
}

/** A file name that every system takes. */
export function downloadName(title: string, format: string): string {
  const safe = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  return safe === '' ? format : `${safe} - ${format}`;
}
