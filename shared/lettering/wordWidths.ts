// How wide words are, measured once. Knows a measure, not a canvas; widths are per unit of font size.

/** The width of a text in ems: at font size 1. */
export type Measure = (text: string) => number;

/** Where a line's letters sit, in ems above and below the baseline. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
}

export interface Typeface {
  readonly measure: Measure;
  readonly metrics: FontMetrics;
}

// A board of 10,000 notes has about this many different words; a hostile one may have any number.
const wordsMax = 30_000;

export class WordWidths {
  private readonly widths = new Map<string, number>();
  private readonly measure: Measure;

  constructor(measure: Measure) {
    this.measure = measure;
  }

  of(word: string): number {
    const known = this.widths.get(word);
    if (known !== undefined) return known;
    if (this.widths.size >= wordsMax) this.widths.clear();
    const width = this.measure(word);
    this.widths.set(word, width);
    return width;
  }
}
