// The canvas moves with the hand.

import { subtract, type Vec } from '../../../shared/lib/geometry.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import type { Next, ToolState } from '../tool.ts';

export class Panning implements ToolState {
  readonly tool = 'hand';
  readonly name = 'panning';
  readonly hint = 'hint.hand';
  readonly cursor = 'grabbing';
  private readonly editor: Editor;
  /** What was there before comes back when the hand opens. */
  private readonly after: ToolState;
  private last: Vec;

  constructor(editor: Editor, press: Intent, after: ToolState) {
    this.editor = editor;
    this.after = after;
    // From where the hand closed: the point it took hold of stays under it.
    this.last = press.startScreen;
  }

  drag(drag: Intent): Next {
    this.editor.camera.panBy(subtract(this.last, drag.screen));
    this.last = drag.screen;
  }

  up(): Next {
    return this.after;
  }

  cancel(): Next {
    return this.after;
  }

  complete(): Next {
    return this.after;
  }
}
