// How high a note must be for its words: it grows with what is written once they fit at no readable size, up to a limit.
// The writer's own measure decides and is stored, so that all others see the same note whatever fonts they have.

import type { Item } from '../../shared/items/item.ts';
import { heightNeeded } from '../../shared/lettering/fitText.ts';
import { noteTextBox } from '../../shared/lettering/notePaper.ts';
import type { NoteTexts } from './noteTexts.ts';

/** In board units. Beyond it the words end in a fade, and scroll while they are written. */
export const grownMax = 480;
// Not with every line: the paper would twitch.
const stepUnits = 40;

/** `base`: the height before the writing began; a note never becomes lower than that. */
export function heightFor(item: Item, base: number, texts: NoteTexts): number {
  const limit = Math.max(base, grownMax);
  if (item.h > limit) return item.h;
  const whole = { x: 0, y: 0, w: item.w, h: base };
  // The field is about to ask for the same layout.
  const layout = item.h === base ? texts.layoutOf(item, item) : texts.layout(item.text, whole);
  if (!layout.cut) return base;
  const room = noteTextBox({ ...whole, h: limit });
  const needed = heightNeeded(item.text, room.w, room.h, texts.widths) + (limit - room.h);
  return Math.min(limit, base + Math.ceil((needed - base) / stepUnits) * stepUnits);
}
