// One picture of a board, or the archive that holds one. What draws pixels is loaded when it is first needed; runs in a thread
// of its own.

import { boardArchive } from '../../shared/transfer/archive.ts';
import type { PictureFormat } from '../../shared/transfer/picture/formats.ts';
import { boardPicture } from '../../shared/transfer/picture/picture.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';
import { withoutHiddenNames } from '../../shared/transfer/summary/boardBlock.ts';
import type { Reader } from '../../shared/transfer/summary/telling.ts';
import type { SummaryLanguage } from '../../shared/transfer/summary/words.ts';
import type { PictureAsked } from './asked.ts';

/** So many pixels are sharp on paper, and enough to look closer. */
const page = { w: 2_000, h: 2_600 } as const;

/** The board as it stands in a document; its words are in its pixels, so that each idea is found once in the text. */
export async function pagePicture(
  snapshot: BoardSnapshot,
  size: { readonly w: number; readonly h: number },
  language: SummaryLanguage,
): Promise<Uint8Array> {
  const { boardPng } = await import('./png.ts');
  const scale = Math.min(2, page.w / size.w, page.h / size.h);
  return boardPng(withoutHiddenNames(snapshot), { language }, scale);
}

interface PictureWork {
  readonly snapshot: BoardSnapshot;
  readonly reader: Reader;
  readonly picture?: PictureAsked;
}

export async function writePicture(
  format: PictureFormat,
  { snapshot, reader, picture = { items: null, scale: 1 } }: PictureWork,
): Promise<Uint8Array> {
  const shown = withoutHiddenNames(snapshot);
  if (format === 'archive.zip') return boardArchive(shown, reader);
  const items = picture.items === null ? undefined : new Set(picture.items);
  const wishes = { items, language: reader.language };
  if (format === 'board.svg') return new TextEncoder().encode(boardPicture(shown, wishes).svg());
  const { boardPng } = await import('./png.ts');
  return boardPng(shown, wishes, picture.scale);
}
