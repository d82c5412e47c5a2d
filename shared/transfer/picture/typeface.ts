// How wide text is where there is no screen to ask. The wall's own signs are known exactly; of the other scripts it is known
// about, as their usual typefaces have it. Measures; draws nothing.

import type { Typeface } from '../../lettering/wordWidths.ts';
import { type Weight, widthRows } from './widths.ts';

/** As a browser reports it of the wall's typeface. */
const metrics = { ascent: 1.03125, descent: 0.40625 } as const;

const emojiEm = 1.245;

export function pictureTypeface(weight: Weight): Typeface {
  const known = knownWidths(weight);
  return {
    measure: (text) => {
      let width = 0;
      for (const { segment } of graphemes.segment(text)) width += widthOf(segment, known);
      return width;
    },
    metrics,
  };
}

/** Whether all of it is of the wall's own typeface, so that its width is not just about right. */
export function isExact(text: string): boolean {
  const known = knownWidths(400);
  for (const sign of text) if (!known.has(sign)) return false;
  return true;
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
/** Words to most people, pictures only when followed by the sign for it. */
const writtenSigns = /^[©®™‼⁉ℹ↔-↪]$/u;

function isEmoji(grapheme: string): boolean {
  return emoji.test(grapheme) && !writtenSigns.test(grapheme);
}

/** A line in pieces of words and single emoji, in the order in which they are read. */
export function piecesOf(line: string): { readonly text: string; readonly isEmoji: boolean }[] {
  if (!emoji.test(line)) return line === '' ? [] : [{ text: line, isEmoji: false }];
  const pieces: { text: string; isEmoji: boolean }[] = [];
  for (const { segment } of graphemes.segment(line)) {
    const last = pieces.at(-1);
    if (isEmoji(segment)) pieces.push({ text: segment, isEmoji: true });
    else if (last && !last.isEmoji) last.text += segment;
    else pieces.push({ text: segment, isEmoji: false });
  }
  return pieces;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const kept = new Map<Weight, ReadonlyMap<string, number>>();

function knownWidths(weight: Weight): ReadonlyMap<string, number> {
  const found = kept.get(weight);
  if (found) return found;
  const widths = new Map<string, number>();
  for (const [first, digits] of widthRows[weight]) {
    for (let at = 0; at < digits.length; at += 2) {
      const pair = digits.slice(at, at + 2);
      const sign = String.fromCodePoint(first + at / 2);
      if (pair !== '--') widths.set(sign, Number.parseInt(pair, 36) / 1000);
    }
  }
  kept.set(weight, widths);
  return widths;
}

function widthOf(grapheme: string, known: ReadonlyMap<string, number>): number {
  const whole = known.get(grapheme);
  if (whole !== undefined) return whole;
  if (isEmoji(grapheme)) return emojiEm;
  let width = 0;
  // A sign with marks is as wide as the sign.
  for (const sign of grapheme) width += known.get(sign) ?? aboutAsWide(sign);
  return width;
}

/** About, in ems, by the script a sign is of; the first that fits. */
const scripts: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}\p{Cc}]/u, 0],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff01-\uff60]/u, 1],
  [/\p{sc=Hangul}/u, 0.92],
  [/[ויזןך׀״׳]/u, 0.34],
  [/\p{sc=Hebrew}/u, 0.59],
  [/[اأإآدذرزوؤىلء]/u, 0.46],
  [/[سشصضـ]/u, 0.95],
  [/\p{sc=Arabic}/u, 0.62],
  [/[\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}]/u, 0.68],
  [/\p{sc=Thai}/u, 0.58],
];

function aboutAsWide(sign: string): number {
  return scripts.find(([script]) => script.test(sign))?.[1] ?? 0.6;
}
