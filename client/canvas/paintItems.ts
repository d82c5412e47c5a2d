// Draws a list of items in the order given, at the level of detail the zoom allows. Knows no layers and keeps no state.

import type { ItemId } from '../../shared/lib/ids.ts';
import type { Badges } from '../editor/badges.ts';
import type { AuthorOf } from '../editor/ports.ts';
import type { Drawable } from '../scene/scene.ts';
import type { CanvasTheme } from '../theme/canvasTheme.ts';
import { detailAt } from './detail.ts';
import type { FrameView } from './frameView.ts';
import type { NoteTexts } from './noteTexts.ts';
import { paintBadge } from './views/badge.ts';
import { paintCard, paintToggle } from './views/card.ts';
import { paintField, paintGathering, paintTitle, type TitleFont, titlesOverNotes } from './views/cluster.ts';
import { paintInitials } from './views/initials.ts';
import { paintLock } from './views/lock.ts';
import { isSmall, paintNote, paintSmallNote } from './views/note.ts';
import { paintUnreadable } from './views/unreadable.ts';

/** Everything about how things look that is not in the board. */
export interface Look {
  readonly theme: CanvasTheme;
  readonly texts: NoteTexts;
  readonly titles: TitleFont;
  readonly labels: {
    readonly untitled: string;
    readonly unreadable: string;
    readonly notes: (count: number) => string;
  };
}

export interface Moment {
  readonly authorOf: AuthorOf;
  /** Its words are in the text field over the canvas, not on it. */
  readonly editing: ItemId | null;
  readonly dropTarget: ItemId | null;
  readonly badges: Pick<Badges, 'get'>;
}

/** The context comes back in board units, without clip. */
export function paintItems(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawables: Iterable<Drawable>,
  look: Look,
  moment: Moment,
): void {
  const detail = detailAt(view.zoom);
  const { theme, texts } = look;
  const lateTitles: Drawable[] = [];
  const lateMarks: Drawable[] = [];
  let written: Drawable | null = null;
  view.applyTo(context);
  prepareText(context);
  for (const drawable of drawables) {
    const { item, id } = drawable;
    if (item.kind === 'note' && id === moment.dropTarget) paintGathering(context, view, drawable, theme);
    if (item.kind === 'cluster') {
      paintPaper(context, view, drawable, look, id === moment.dropTarget);
      paintToggle(context, view, drawable, theme);
      if (titlesOverNotes(view.zoom) && !item.collapsed) lateTitles.push(drawable);
      else paintClusterTitle(context, view, drawable, look, moment);
    } else if (item.kind === 'unreadable') {
      paintUnreadable(context, view, drawable, theme, detail, look.labels.unreadable);
    } else if (id === moment.editing) {
      written = drawable;
    } else if (isSmall(detail)) {
      paintSmallNote(context, view, drawable, theme, detail);
    } else {
      const words =
        item.text === '' ? null : { layout: texts.layoutOf(item, drawable.box), metrics: texts.metrics };
      paintNote(context, view, drawable, theme, detail, words);
      paintInitials(context, view, drawable, moment.authorOf(id), theme);
    }
    // What lies in an open cluster would hide its marks.
    if (item.kind === 'cluster' && !item.collapsed) lateMarks.push(drawable);
    else paintMarks(context, view, drawable, look, moment);
  }
  // The words over it lie above everything, so their paper does too.
  if (written) {
    paintNote(context, view, written, theme, 'full', null);
    paintInitials(context, view, written, moment.authorOf(written.id), theme);
  }
  for (const cluster of lateTitles) paintClusterTitle(context, view, cluster, look, moment);
  for (const cluster of lateMarks) paintMarks(context, view, cluster, look, moment);
}

/** The padlock, and what features put on it. */
function paintMarks(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable,
  { theme }: Look,
  moment: Moment,
): void {
  const fromAfar = isSmall(detailAt(view.zoom));
  if (drawable.item.locked && !fromAfar) paintLock(context, view, drawable, inkOf(drawable, theme));
  for (const badge of moment.badges.get(drawable.id)) {
    // How a vote stands is seen from afar as well.
    if (!fromAfar || badge.look === 'dots' || badge.look === 'total')
      paintBadge(context, view, drawable.box, badge, theme);
  }
}

function paintPaper(
  context: CanvasRenderingContext2D,
  view: FrameView,
  cluster: Drawable,
  { theme, labels }: Look,
  lit: boolean,
): void {
  if (cluster.item.collapsed) {
    paintCard(context, view, cluster, theme, { lit, count: labels.notes(cluster.count) });
  } else paintField(context, view, cluster, theme, lit);
}

function inkOf({ item }: Drawable, theme: CanvasTheme): string {
  return item.kind === 'note' ? theme.notes[item.colour].ink : theme.clusters[item.colour].ink;
}

function paintClusterTitle(
  context: CanvasRenderingContext2D,
  view: FrameView,
  cluster: Drawable,
  look: Look,
  moment: Moment,
): void {
  if (cluster.id === moment.editing) return;
  const lit = cluster.id === moment.dropTarget;
  const words = {
    title: cluster.item.text,
    placeholder: look.labels.untitled,
    lit,
    onCard: cluster.item.collapsed,
  };
  paintTitle(context, view, cluster, look.theme, look.titles, words);
}

function prepareText(context: CanvasRenderingContext2D): void {
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.textRendering = 'geometricPrecision';
}
