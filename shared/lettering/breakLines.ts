// A text into lines no wider than a width, the way a browser wraps it: at spaces, after hyphens, between
// Chinese, Japanese and Korean characters, at word ends in scripts without spaces, and inside a word only when it must.
// Pure; looks at no more text than the lines can hold.

import type { WordWidths } from './wordWidths.ts';

export interface Lines {
  readonly lines: readonly string[];
  /** Where in the text each line begins, in UTF-16 units. */
  readonly starts: readonly number[];
  /** There was more text than `linesMax` lines hold. */
  readonly cut: boolean;
  /** A word did not fit on a line of its own and was broken. */
  readonly broke: boolean;
}

/** `spaces` hang at the end of a line: they take width between words and none at the end. */
interface Piece {
  readonly word: string;
  readonly spaces: string;
  readonly newline: boolean;
}

// A word longer than this is never measured whole.
const wordCharsMax = 60;
const narrowestCharEm = 0.18;

const piecePattern = /([^\s]*)([^\S\n]*)(\n?)/y;
const insideBreaks = /(?<=[-‐–—])(?=[\p{L}(])/u;
const ideographs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const unspaced = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const neverFirst = /^[、。，．！？：；）」』】〉》〕ー…％\p{M})\]},.!?:;%]/u;
const neverLast = /[（「『【〈《〔([{]$/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const wordsOf = new Intl.Segmenter(undefined, { granularity: 'word' });

/** `widthEm`: the width of a line in ems. A line that holds one grapheme too wide for it is kept as it is. */
export function breakLines(text: string, widthEm: number, linesMax: number, widths: WordWidths): Lines {
  const charsMax = Math.ceil(linesMax * (widthEm / narrowestCharEm + 1));
  const shown = text.length > charsMax ? text.slice(0, charsMax) : text;
  const filler = new LineFiller(widthEm, linesMax, widths);
  for (const piece of pieces(shown)) if (!filler.add(piece)) break;
  const { lines, starts, broke, full } = filler.finish();
  return { lines, starts, broke, cut: full || shown.length < text.length };
}

class LineFiller {
  private readonly lines: string[] = [];
  private readonly starts: number[] = [];
  private readonly widthEm: number;
  private readonly linesMax: number;
  private readonly widths: WordWidths;
  private line = '';
  private start = 0;
  private position = 0;
  private used = 0;
  private broke = false;
  private full = false;

  constructor(widthEm: number, linesMax: number, widths: WordWidths) {
    this.widthEm = widthEm;
    this.linesMax = linesMax;
    this.widths = widths;
  }

  /** False when no more fits. */
  add(piece: Piece): boolean {
    if (piece.word.length > wordCharsMax) this.addBroken(piece.word);
    else if (piece.word !== '') this.addWord(piece.word);
    if (this.full) return false;
    if (piece.spaces !== '') this.append(piece.spaces, this.widths.of(piece.spaces));
    if (piece.newline) {
      this.position++;
      this.endLine();
    }
    return !this.full;
  }

  finish(): { lines: string[]; starts: number[]; broke: boolean; full: boolean } {
    if (!this.full) this.endLine();
    return { lines: this.lines, starts: this.starts, broke: this.broke, full: this.full };
  }

  private addWord(word: string): void {
    const width = this.widths.of(word);
    if (this.used > 0 && this.used + width > this.widthEm) this.endLine();
    if (this.full) return;
    if (width > this.widthEm) {
      this.addBroken(word);
      return;
    }
    this.append(word, width);
  }

  private addBroken(word: string): void {
    if (this.line.trim() !== '') this.endLine();
    for (const { segment } of graphemes.segment(word)) {
      if (this.full) return;
      const width = this.widths.of(segment);
      if (this.used > 0 && this.used + width > this.widthEm) {
        this.broke = true;
        this.endLine();
      }
      this.append(segment, width);
    }
  }

  private append(text: string, width: number): void {
    this.line += text;
    this.used += width;
    this.position += text.length;
  }

  private endLine(): void {
    if (this.lines.length >= this.linesMax) {
      this.full = true;
      return;
    }
    this.lines.push(this.line.trimEnd());
    this.starts.push(this.start);
    this.start = this.position;
    this.line = '';
    this.used = 0;
  }
}

function* pieces(text: string): Generator<Piece> {
  piecePattern.lastIndex = 0;
  while (piecePattern.lastIndex < text.length) {
    // Every character is a space, a newline or neither: the pattern always takes at least one.
    const [, word = '', spaces = '', newline = ''] = piecePattern.exec(text) ?? [];
    // The generator is shared state between steps: the pattern must stand where this piece ended.
    const end = piecePattern.lastIndex;
    const parts = breakable(word);
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1;
      yield { word: part, spaces: last ? spaces : '', newline: last && newline !== '' };
    }
    piecePattern.lastIndex = end;
  }
}

function breakable(word: string): readonly string[] {
  if (word.length < 2) return [word];
  if (ideographs.test(word)) return betweenIdeographs(word);
  if (unspaced.test(word)) return [...wordsOf.segment(word)].map((part) => part.segment);
  return word.split(insideBreaks);
}

function betweenIdeographs(word: string): string[] {
  const parts: string[] = [];
  let beforeIsIdeograph = false;
  for (const { segment } of graphemes.segment(word)) {
    const isIdeograph = ideographs.test(segment);
    const last = parts.at(-1);
    const glued =
      last !== undefined &&
      (!(isIdeograph || beforeIsIdeograph) || neverFirst.test(segment) || neverLast.test(last));
    if (glued) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
    beforeIsIdeograph = isIdeograph;
  }
  return parts;
}
