// The canvas, or the open field of a cluster, is pressed and the hand has not moved yet: a click beside everything, or the
// beginning of a marquee; under a finger, of a pan.

import type { ItemId } from '../../../shared/lib/ids.ts';
import { askForMenu } from '../../editor/askingActions.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import type { Next, ToolState } from '../tool.ts';
import { Brushing } from './Brushing.ts';
import { Idle } from './Idle.ts';

export class PointingCanvas implements ToolState {
  readonly tool = 'select';
  readonly name = 'pointingCanvas';
  readonly hint = 'hint.brush';
  readonly cursor = 'default';
  private readonly editor: Editor;
  private readonly press: Intent;
  /** The cluster whose field it is. */
  private readonly field: ItemId | null;
  private long = false;

  constructor(editor: Editor, press: Intent, field: ItemId | null) {
    this.editor = editor;
    this.press = press;
    this.field = field;
  }

  dragStart(drag: Intent): Next {
    if (drag.touch && !this.long) {
      this.editor.toolbox.pan(drag);
      return;
    }
    return new Brushing(this.editor, drag);
  }

  longPress(): Next {
    this.long = true;
  }

  up(release: Intent): Next {
    if (this.long) {
      this.editor.selection.clear();
      askForMenu(this.editor, release.screen);
      return new Idle(this.editor);
    }
    const adds = this.press.modifiers.shift || this.press.modifiers.mod;
    if (this.field !== null && this.editor.scene.get(this.field)) {
      if (adds) this.editor.selection.toggle(this.field);
      else this.editor.selection.set([this.field]);
    } else if (!adds) this.editor.selection.clear();
    return new Idle(this.editor);
  }

  cancel(): Next {
    return new Idle(this.editor);
  }

  complete(): Next {
    return new Idle(this.editor);
  }
}
