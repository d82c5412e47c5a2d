// One picture of a board, or the archive that holds one. What draws pixels is loaded when it is first needed; runs in a thread
// of its own.

import { boardArchive } from '../../shared/transfer/archive.ts';
import type { PictureFormat } from '../../shared/transfer/picture/formats.ts';
import { boardPicture } from '../../shared/transfer/picture/picture.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';
import type { Reader } from '../../shared/transfer/summary/telling.ts';
import type { PictureAsked } from './asked.ts';

interface PictureWork {
  readonly snapshot: BoardSnapshot;
  readonly reader: Reader;
  readonly picture?: PictureAsked;
}

export async function writePicture(
  format: PictureFormat,
  { snapshot, reader, picture = { items: null, scale: 1 } }: PictureWork,
): Promise<Uint8Array> {
  if (format === 'archive.zip') return boardArchive(snapshot, reader);
  const items = picture.items === null ? undefined : new Set(picture.items);
  const wishes = { items, language: reader.language };
  if (format === 'board.svg') return new TextEncoder().encode(boardPicture(snapshot, wishes).svg());
  const { boardPng } = await import('./png.ts');
  return boardPng(snapshot, wishes, picture.scale);
}
