// Nothing is pressed. Decides by what lies under the press which moment comes next.

import type { ItemId } from '../../../shared/lib/ids.ts';
import { freeItems } from '../../editor/chosen.ts';
import { toggleCollapsed } from '../../editor/clusterActions.ts';
import type { Editor } from '../../editor/editor.ts';
import { type Handle, handleAt, handleCursors, handleReachPx, isResizable } from '../../editor/handles.ts';
import type { CursorStyle, Intent } from '../../editor/intents.ts';
import { writeNoteAt } from '../../editor/notes.ts';
import { type Hit, hitAny } from '../../scene/hitTest.ts';
import type { Next, ToolState } from '../tool.ts';
import { PointingCanvas } from './PointingCanvas.ts';
import { PointingItem } from './PointingItem.ts';
import { Resizing } from './Resizing.ts';

const slopPx = { mouse: 4, touch: 12 } as const;

export class Idle implements ToolState {
  readonly tool = 'select';
  readonly name = 'idle';
  readonly cursor = 'default';
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  get hint() {
    const { selection, readOnly } = this.editor;
    if (readOnly.get()) return 'hint.readOnly' as const;
    if (selection.size === 0) return 'hint.start' as const;
    const only = selection.only === null ? undefined : this.editor.scene.get(selection.only)?.item;
    if (freeItems(this.editor).length === 0) return 'hint.locked' as const;
    if (only?.collapsed) return 'hint.collapsed' as const;
    return selection.size === 1 ? ('hint.selectedOne' as const) : ('hint.selectedMany' as const);
  }

  hover(at: Intent): Next {
    const under = this.under(at);
    const handle = this.handleMeant(at, under);
    const hit = handle === null ? under : null;
    const held = hit !== null && hit.part !== 'field' ? hit.drawable.id : null;
    this.editor.hovered.set(held);
    const fixed = this.editor.readOnly.get() || hit?.part === 'toggle' || hit?.drawable.item.locked === true;
    this.editor.cursor.set(cursorOver(handle, held, fixed));
  }

  down(press: Intent): Next {
    if (press.button === 2) {
      const hit = this.under(press);
      const id = hit !== null && hit.part !== 'field' ? hit.drawable.id : null;
      if (id === null) this.editor.selection.clear();
      else if (!this.editor.selection.has(id)) this.editor.selection.set([id]);
      return;
    }
    const hit = this.under(press);
    const handle = this.handleMeant(press, hit);
    const { only } = this.editor.selection;
    if (handle !== null && only !== null) return new Resizing(this.editor, press, only, handle);
    if (hit === null || hit.part === 'field') {
      return new PointingCanvas(this.editor, press, hit?.drawable.id ?? null);
    }
    return new PointingItem(this.editor, press, hit.drawable.id, hit.part === 'toggle');
  }

  doubleClick(at: Intent): Next {
    if (this.editor.readOnly.get()) return;
    const hit = this.under(at);
    if (hit === null || hit.part === 'field') writeNoteAt(this.editor, at.at);
    // The first click of the two has turned it already.
    else if (hit.part === 'toggle') return;
    else if (hit.drawable.item.collapsed && !hit.drawable.item.locked)
      toggleCollapsed(this.editor, [hit.drawable.id]);
    else if (hit.drawable.item.kind !== 'unreadable') this.editor.toolbox.edit(hit.drawable.id);
  }

  cancel(): Next {
    this.editor.selection.clear();
  }

  leave(): void {
    this.editor.hovered.set(null);
  }

  private under(at: Intent): Hit | null {
    const unitsPerPixel = 1 / this.editor.camera.zoom;
    const slop = slopPx[at.touch ? 'touch' : 'mouse'] * unitsPerPixel;
    return hitAny(this.editor.scene, at.at, { slop, unitsPerPixel });
  }

  /** Whoever adds to the selection means the other item, although a handle of the selected one reaches over it. */
  private handleMeant(at: Intent, hit: Hit | null): Handle | null {
    const adds = at.modifiers.shift || at.modifiers.mod;
    const isOther = hit !== null && hit.part !== 'field' && hit.drawable.id !== this.editor.selection.only;
    return adds && isOther ? null : this.handleUnder(at);
  }

  private handleUnder(at: Intent): Handle | null {
    const { selection, scene, camera, readOnly } = this.editor;
    const drawable = selection.only === null ? undefined : scene.get(selection.only);
    if (drawable === undefined || readOnly.get() || !isResizable(drawable.item)) return null;
    const reach = handleReachPx[at.touch ? 'touch' : 'mouse'] / camera.zoom;
    // A note smaller on the screen than its own handles can only be moved.
    if (Math.min(drawable.box.w, drawable.box.h) < 3 * reach) return null;
    return handleAt(drawable.box, at.at, reach);
  }
}

function cursorOver(handle: Handle | null, held: ItemId | null, fixed: boolean): CursorStyle {
  if (handle !== null) return handleCursors[handle];
  if (held === null) return 'default';
  return fixed ? 'pointer' : 'grab';
}
