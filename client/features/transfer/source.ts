// What a person wants to import, before the server has seen it: pasted text or a file, and what to call it on the wire.

import { limits } from '../../../shared/board/limits.ts';

export type Source =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: File };

export const emptySource: Source = { kind: 'text', text: '' };

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  json: 'application/json',
  txt: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  excalidraw: 'application/json',
  tldr: 'application/json',
  zip: 'application/zip',
  opml: 'text/x-opml',
  mmd: 'text/plain',
};

/** For the file dialog. */
export const acceptedFiles = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(',');

/** The name tells more than the type: browsers take theirs from what happens to be installed. */
export function contentTypeOf(source: Source): string {
  if (source.kind === 'text') return 'text/plain; charset=utf-8';
  const ending = source.file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return types[ending] || source.file.type || 'application/octet-stream';
}

export function isEmpty(source: Source): boolean {
  return source.kind === 'text' && source.text.trim() === '';
}

export function isTooLarge(file: File): boolean {
  return file.size > limits.importBytesMax;
}

export function megabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10;
}
