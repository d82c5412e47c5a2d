// An item is pressed and the hand has not moved yet: a click, or the beginning of a drag.

import type { ItemId } from '../../../shared/lib/ids.ts';
import { askForMenu } from '../../editor/askingActions.ts';
import { toggleCollapsed } from '../../editor/clusterActions.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import type { Next, ToolState } from '../tool.ts';
import { Brushing } from './Brushing.ts';
import { Idle } from './Idle.ts';
import { Translating } from './Translating.ts';

export class PointingItem implements ToolState {
  readonly tool = 'select';
  readonly name = 'pointingItem';
  readonly hint = 'hint.pointing';
  readonly cursor = 'grabbing';
  private readonly editor: Editor;
  private readonly id: ItemId;
  private readonly adds: boolean;
  private readonly wasSelected: boolean;
  private readonly before: readonly ItemId[];
  private done = false;
  private asksForMenu = false;

  /** The press is on the arrow that closes a cluster and opens it. */
  private readonly toggles: boolean;

  constructor(editor: Editor, press: Intent, id: ItemId, toggles = false) {
    this.editor = editor;
    this.id = id;
    this.toggles = toggles;
    this.adds = press.modifiers.shift || press.modifiers.mod;
    this.wasSelected = editor.selection.has(id);
    this.before = editor.selection.ids;
  }

  enter(): Next {
    // A selected item stays selected with the others until we know that this is no drag of them all.
    if (this.wasSelected) return;
    if (this.adds) this.editor.selection.add([this.id]);
    else this.editor.selection.set([this.id]);
  }

  dragStart(drag: Intent): Next {
    const isLocked = this.editor.scene.get(this.id)?.item.locked === true;
    if (this.editor.readOnly.get() || (isLocked && drag.touch)) {
      this.editor.toolbox.pan(drag);
      return;
    }
    // What is locked is part of the wall.
    if (isLocked) return new Brushing(this.editor, drag);
    return new Translating(this.editor, drag, this.editor.selection.ids);
  }

  up(release: Intent): Next {
    const item = this.editor.scene.get(this.id)?.item;
    if (this.toggles && !this.done && item?.locked === false) toggleCollapsed(this.editor, [this.id]);
    if (!this.done && this.wasSelected) {
      if (this.adds) this.editor.selection.remove([this.id]);
      else this.editor.selection.set([this.id]);
    }
    if (this.asksForMenu) askForMenu(this.editor, release.screen);
    return new Idle(this.editor);
  }

  /** A finger that stays down gathers: the item joins the others. Where there is nothing to join, it asks for the menu. */
  longPress(): Next {
    this.done = true;
    const others = this.before.filter((id) => this.editor.scene.get(id));
    this.asksForMenu = this.wasSelected || others.length === 0;
    if (!this.wasSelected) this.editor.selection.set([...others, this.id]);
  }

  gone(ids: ReadonlySet<ItemId>): Next {
    return ids.has(this.id) ? new Idle(this.editor) : undefined;
  }

  cancel(): Next {
    return new Idle(this.editor);
  }

  complete(): Next {
    return new Idle(this.editor);
  }
}
