// Laid-out words of notes, kept while text and size stay the same. Moving a note, or painting it again, measures nothing.

import type { Item } from '../../shared/items/item.ts';
import { fitText, type TextLayout } from '../../shared/lettering/fitText.ts';
import { noteTextBox } from '../../shared/lettering/notePaper.ts';
import {
  type FontMetrics,
  type Measure,
  type Typeface,
  WordWidths,
} from '../../shared/lettering/wordWidths.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';

interface Kept {
  readonly text: string;
  readonly w: number;
  readonly h: number;
  readonly layout: TextLayout;
}

// More than are ever in view with their words; the oldest go first.
const layoutsMax = 4_000;

export class NoteTexts {
  readonly metrics: FontMetrics;
  readonly widths: WordWidths;
  /** Without keeping the width: for part of a line. */
  readonly measure: Measure;
  private readonly kept = new Map<ItemId, Kept>();

  constructor(typeface: Typeface) {
    this.metrics = typeface.metrics;
    this.measure = typeface.measure;
    this.widths = new WordWidths(typeface.measure);
  }

  layoutOf(item: Item, box: Box): TextLayout {
    const known = this.kept.get(item.id);
    if (known && known.text === item.text && known.w === box.w && known.h === box.h) return known.layout;
    const layout = this.layout(item.text, box);
    this.kept.delete(item.id);
    if (this.kept.size >= layoutsMax)
      for (const oldest of this.kept.keys()) {
        this.kept.delete(oldest);
        break;
      }
    this.kept.set(item.id, { text: item.text, w: box.w, h: box.h, layout });
    return layout;
  }

  /** Without keeping it: for a text that changes with every key. */
  layout(text: string, box: Box): TextLayout {
    const room = noteTextBox(box);
    return fitText(text, { w: room.w, h: room.h, shorterSide: Math.min(box.w, box.h) }, this.widths);
  }

  forget(ids: Iterable<ItemId>): void {
    for (const id of ids) this.kept.delete(id);
  }
}
