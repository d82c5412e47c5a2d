// Something is pressed while votes are given: letting go gives one, holding a finger on it takes one back, moving moves the view.

import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import type { Next, ToolState } from '../tool.ts';

export class Pressing implements ToolState {
  readonly tool = 'vote';
  readonly name = 'pressing';
  readonly hint = 'hint.vote';
  readonly cursor = 'pointer';
  private readonly editor: Editor;
  private readonly option: ItemId | null;
  private readonly after: ToolState;
  private readonly takesBack: boolean;
  private isDone = false;

  constructor(editor: Editor, press: Intent, option: ItemId | null, after: ToolState) {
    this.editor = editor;
    this.option = option;
    this.after = after;
    const { shift, mod, alt } = press.modifiers;
    this.takesBack = shift || mod || alt;
  }

  dragStart(drag: Intent): Next {
    this.editor.toolbox.pan(drag);
  }

  longPress(): Next {
    this.isDone = true;
    if (this.option !== null) this.editor.ballotBox.get()?.press(this.option, true);
  }

  up(): Next {
    if (!this.isDone && this.option !== null) this.editor.ballotBox.get()?.press(this.option, this.takesBack);
    return this.after;
  }

  cancel(): Next {
    return this.after;
  }

  complete(): Next {
    return this.after;
  }
}
