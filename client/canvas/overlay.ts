// What lies over the items and keeps its size at every zoom: outlines of what is chosen, handles, the marquee, a preview of
// what is being placed, and where others are at work. Reads the editor; decides nothing.

import { type Box, inflated, unionAll } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { gatheringBox } from '../editor/arranging.ts';
import type { Editor } from '../editor/editor.ts';
import { handlePoint, handleReachPx, handles, isResizable } from '../editor/handles.ts';
import type { Drawable } from '../scene/scene.ts';
import type { CanvasTheme } from '../theme/canvasTheme.ts';
import { detailAt } from './detail.ts';
import type { FrameView } from './frameView.ts';
import { paintBadge } from './views/badge.ts';
import { isSmall } from './views/note.ts';

/** The part of the editor the overlay reads. */
export type Overlaid = Pick<
  Editor,
  | 'scene'
  | 'selection'
  | 'hovered'
  | 'brush'
  | 'placing'
  | 'editing'
  | 'readOnly'
  | 'colour'
  | 'badges'
  | 'dropTarget'
>;

/** An item as it is drawn at this moment, be it on its way. */
type Shown = (id: ItemId) => Drawable | undefined;

const outlinePixels = 1.5;
const handlePixels = 10;

export function overlayIsEmpty(editor: Overlaid): boolean {
  return (
    editor.selection.size === 0 &&
    editor.hovered.get() === null &&
    editor.brush.get() === null &&
    editor.placing.get() === null
  );
}

/** Expects no transform; leaves none. */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  view: FrameView,
  editor: Overlaid,
  theme: CanvasTheme,
  shown: Shown,
): void {
  const hovered = editor.hovered.get();
  if (hovered !== null && !editor.selection.has(hovered)) {
    context.globalAlpha = 0.5;
    outlineItem(context, view, shown(hovered), theme.accent);
    context.globalAlpha = 1;
  }
  for (const id of editor.selection.ids) outlineItem(context, view, shown(id), theme.accent);
  paintHandles(context, view, editor, theme, shown);
  paintBadges(context, view, editor, theme, shown);
  paintGathering(context, view, editor, theme);
  paintPlacing(context, view, editor, theme);
  const brush = editor.brush.get();
  if (brush) {
    const box = view.deviceBox(brush);
    context.fillStyle = theme.accent;
    context.globalAlpha = 0.1;
    context.fillRect(box.x, box.y, box.w, box.h);
    context.globalAlpha = 1;
    outline(context, box, Math.max(1, Math.round(view.ratio)), theme.accent);
  }
}

/** Outlines run across the marks on what is chosen: these come once more, on top. */
function paintBadges(
  context: CanvasRenderingContext2D,
  view: FrameView,
  editor: Overlaid,
  theme: CanvasTheme,
  shown: Shown,
): void {
  if (isSmall(detailAt(view.zoom))) return;
  const hovered = editor.hovered.get();
  view.applyTo(context);
  for (const id of new Set([...editor.selection.ids, ...(hovered === null ? [] : [hovered])])) {
    const drawable = shown(id);
    if (drawable === undefined) continue;
    for (const badge of editor.badges.get(id)) paintBadge(context, view, drawable.box, badge, theme);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
}

/** Around a board box, in device pixels, so that it is crisp and the same at every zoom. */
export function outlineBox(
  context: CanvasRenderingContext2D,
  view: FrameView,
  box: Box,
  colour: string,
  pixels = outlinePixels,
): void {
  const width = Math.max(1, Math.round(pixels * view.ratio));
  const at = view.paperBox(box);
  const around = { x: at.x - width, y: at.y - width, w: at.w + 2 * width, h: at.h + 2 * width };
  if (around.x > view.width || around.y > view.height || around.x + around.w < 0 || around.y + around.h < 0)
    return;
  outline(context, around, width, colour);
}

// Four filled rectangles: far cheaper than a stroked path when hundreds of notes are chosen.
function outline(context: CanvasRenderingContext2D, box: Box, width: number, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(box.x, box.y, box.w, width);
  context.fillRect(box.x, box.y + box.h - width, box.w, width);
  context.fillRect(box.x, box.y + width, width, box.h - 2 * width);
  context.fillRect(box.x + box.w - width, box.y + width, width, box.h - 2 * width);
}

function outlineItem(
  context: CanvasRenderingContext2D,
  view: FrameView,
  drawable: Drawable | undefined,
  colour: string,
): void {
  if (drawable) outlineBox(context, view, drawable.box, colour);
}

/** Several chosen items get one quiet box around them; a single one its handles. */
function paintHandles(
  context: CanvasRenderingContext2D,
  view: FrameView,
  editor: Overlaid,
  theme: CanvasTheme,
  shown: Shown,
): void {
  if (editor.selection.size > 1) {
    const boxes = editor.selection.ids.map((id) => shown(id)?.box).filter((box) => box !== undefined);
    const around = unionAll(boxes);
    if (around === null) return;
    context.globalAlpha = 0.6;
    outlineBox(context, view, inflated(around, view.pixels(5)), theme.accent, 1);
    context.globalAlpha = 1;
    return;
  }
  const chosen = editor.selection.ids[0];
  const drawable = chosen === undefined ? undefined : shown(chosen);
  if (drawable === undefined || editor.readOnly.get() || !isResizable(drawable.item)) return;
  if (editor.editing.get() === drawable.id) return;
  // The same rule by which the editor offers them.
  if (Math.min(drawable.box.w, drawable.box.h) < 3 * view.pixels(handleReachPx.mouse)) return;
  const side = Math.round(handlePixels * view.ratio);
  const line = Math.max(1, Math.round(outlinePixels * view.ratio));
  for (const handle of handles) {
    // Edges can be taken anywhere near their middle; the cursor says so, four corners are enough to look at.
    if (handle.length === 1) continue;
    const at = view.toDevice(handlePoint(drawable.box, handle));
    const x = Math.round(at.x - side / 2);
    const y = Math.round(at.y - side / 2);
    context.fillStyle = theme.accent;
    context.fillRect(x, y, side, side);
    context.fillStyle = theme.surface;
    context.fillRect(x + line, y + line, side - 2 * line, side - 2 * line);
  }
}

/** Where the cluster would be that the chosen notes make with the one they are held over. */
function paintGathering(
  context: CanvasRenderingContext2D,
  view: FrameView,
  editor: Overlaid,
  theme: CanvasTheme,
): void {
  const target = editor.dropTarget.get();
  const on = target === null ? undefined : editor.scene.get(target);
  if (on?.item.kind !== 'note') return;
  const held = editor.scene.inOrder(editor.selection.ids).filter(({ moving }) => moving);
  const box = view.paperBox(
    gatheringBox(
      editor.scene,
      { id: on.id, ...on.box },
      held.map(({ id, box: drawn }) => ({ id, ...drawn })),
    ),
  );
  const dash = 6 * view.ratio;
  context.strokeStyle = theme.accent;
  context.lineWidth = Math.max(1, Math.round(outlinePixels * view.ratio));
  context.setLineDash([dash, dash]);
  context.beginPath();
  context.roundRect(box.x, box.y, box.w, box.h, 14 * view.scale);
  context.stroke();
  context.setLineDash([]);
}

function paintPlacing(
  context: CanvasRenderingContext2D,
  view: FrameView,
  editor: Overlaid,
  theme: CanvasTheme,
): void {
  const placing = editor.placing.get();
  if (placing === null) return;
  const box = view.paperBox(placing);
  context.globalAlpha = 0.55;
  context.fillStyle =
    placing.kind === 'note' ? theme.notes[editor.colour.get()].fill : theme.clusters.grey.fill;
  context.fillRect(box.x, box.y, box.w, box.h);
  context.globalAlpha = 1;
  outlineBox(context, view, placing, theme.accent, 1);
}
