// Who wrote a note, in two letters at its lower corner: only from near, where they can be read, and in the margin that words
// leave free.

import { initialsOf } from '../../../shared/lib/initials.ts';
import type { Person } from '../../editor/ports.ts';
import type { Drawable } from '../../scene/scene.ts';
import type { CanvasTheme } from '../../theme/canvasTheme.ts';
import type { FrameView } from '../frameView.ts';

/** From this zoom on they are shown. */
export const initialsZoom = 1;

const size = 11;
const margin = 6;
/** A note smaller than this needs all of its paper for the words, in board units. */
const sideMin = 120;

// A person is the same value until they are renamed.
const known = new WeakMap<Person, string>();

/** Leaves alignment and transparency as it found them. */
export function paintInitials(
  context: CanvasRenderingContext2D,
  view: FrameView,
  { box, item }: Drawable,
  author: Person | null,
  theme: CanvasTheme,
): void {
  if (author === null || view.zoom < initialsZoom || Math.min(box.w, box.h) < sideMin) return;
  let initials = known.get(author);
  if (initials === undefined) {
    initials = initialsOf(author.name);
    known.set(author, initials);
  }
  context.font = `600 ${size}px ${theme.uiFont}`;
  context.fillStyle = theme.notes[item.colour].ink;
  context.textAlign = 'right';
  context.globalAlpha = 0.75;
  context.fillText(initials, box.x + box.w - margin, box.y + box.h - margin);
  context.globalAlpha = 1;
  context.textAlign = 'center';
}
