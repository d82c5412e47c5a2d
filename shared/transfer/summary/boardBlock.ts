// The picture of the board as a part of a summary: small enough for a page, so lines too small to read there are bars. An
// image, not words: whoever reads or searches a summary meets each idea once.

import { pictureFrame } from '../picture/drawn.ts';
import { boardPicture } from '../picture/picture.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import type { PictureBlock } from './blocks.ts';
import type { Reader } from './telling.ts';
import { summaryWords } from './words.ts';

/** As many pixels as somebody sees who looks closely. */
const lookedAt = { w: 1_100, h: 1_400 } as const;

/** null for a board with nothing on it. */
export function boardBlock(snapshot: BoardSnapshot, { language }: Reader): PictureBlock | null {
  const shown = withoutHiddenNames(snapshot);
  if (shown.items.every(({ deleted }) => deleted)) return null;
  const { w, h } = pictureFrame(shown.items, null);
  const scale = Math.min(1, lookedAt.w / w, lookedAt.h / h);
  const words = summaryWords[language];
  let address: string | null = null;
  return {
    kind: 'picture',
    title: words.picture,
    about: words.pictureAbout,
    w,
    h,
    address: () => {
      address ??= dataAddress(boardPicture(shown, { language, scale }).svg());
      return address;
    },
  };
}

/** Where nobody is to know who wrote what, no file says so: neither in words nor in the corner of a note. */
export function withoutHiddenNames(snapshot: BoardSnapshot): BoardSnapshot {
  return snapshot.story?.session.settings.anonymous ? { ...snapshot, authors: new Map() } : snapshot;
}

const chunkBytes = 8_192;

function dataAddress(svg: string): string {
  const bytes = new TextEncoder().encode(svg);
  let letters = '';
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    letters += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  }
  return `data:image/svg+xml;base64,${btoa(letters)}`;
}
