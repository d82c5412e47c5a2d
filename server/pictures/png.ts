// A picture of a board as pixels. Runs in a thread of its own; fonts are the packages' and, for scripts that those have not,
// the system's.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type RenderedImage, Resvg } from '@resvg/resvg-js';
import { boardPicture, type PictureWishes } from '../../shared/transfer/picture/picture.ts';
import type { Weight } from '../../shared/transfer/picture/widths.ts';
import type { Outliner } from '../../shared/transfer/picture/words.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';
import { EmojiFont } from './emojiFont.ts';
import { OutlineFont } from './outlines.ts';

const from = createRequire(import.meta.url);
const regularFile = 'noto-sans/400Regular/NotoSans_400Regular.ttf';
const semiBoldFile = 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf';
const fontFiles = [
  regularFile,
  semiBoldFile,
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
];
const emojiFile = 'noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf';

/**
 * Anything beside Latin, Greek, Cyrillic, Hebrew, Arabic and signs, which is all that the packages' fonts have. One letter is
 * looked for: to match millions of them at once, the engine would need more stack than a thread has.
 */
const foreignScript =
  /[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Common}\p{sc=Inherited}]/u;

let emojiFont: EmojiFont | null = null;

/** `scale`: pixels per board unit; whoever asks has seen to it that they are not too many. */
export function boardPng(snapshot: BoardSnapshot, wishes: PictureWishes, scale: number): Uint8Array {
  return boardPixels(snapshot, wishes, scale).asPng();
}

export function boardPixels(snapshot: BoardSnapshot, wishes: PictureWishes, scale: number): RenderedImage {
  const picture = boardPicture(snapshot, { ...wishes, scale, drawsEmoji: true, outline: outlined });
  const svg = picture.svg(picture.emoji.size === 0 ? '' : emojiDrawings(picture.emoji));
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: fontFiles.map((file) => from.resolve(`@expo-google-fonts/${file}`)),
      // Looking through them takes time, so only where there is something to find.
      loadSystemFonts: foreignScript.test(svg),
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
    },
  });
  return resvg.render();
}

const letterFonts = new Map<Weight, OutlineFont>();

const outlined: Outliner = (text, weight) => {
  let font = letterFonts.get(weight);
  if (font === undefined) {
    const file = weight === 400 ? regularFile : semiBoldFile;
    font = new OutlineFont(readFileSync(from.resolve(`@expo-google-fonts/${file}`)));
    letterFonts.set(weight, font);
  }
  return font.outlined(text);
};

function emojiDrawings(emoji: ReadonlyMap<string, string>): string {
  emojiFont ??= new EmojiFont(readFileSync(from.resolve(`@expo-google-fonts/${emojiFile}`)));
  return emojiFont.definitions(emoji);
}
