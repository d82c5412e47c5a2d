// Points with light: wherever the pointer goes, everybody sees it. Takes hold of nothing.

import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import type { Next, ToolState } from '../tool.ts';

export class Idle implements ToolState {
  readonly tool = 'laser';
  readonly name = 'idle';
  readonly hint = 'hint.laser';
  readonly cursor = 'crosshair';
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  enter(): Next {
    this.editor.hand.light(this.editor.hand.pointer);
  }

  down(press: Intent): Next {
    this.shine(press);
  }

  hover(at: Intent): Next {
    this.shine(at);
  }

  dragStart(drag: Intent): Next {
    this.shine(drag);
  }

  drag(drag: Intent): Next {
    this.shine(drag);
  }

  up(release: Intent): Next {
    // A finger that was lifted points at nothing.
    if (release.touch) this.editor.hand.light(null);
  }

  cancel(): Next {
    this.editor.toolbox.choose('select');
  }

  leave(): void {
    this.editor.hand.light(null);
  }

  private shine({ at }: Intent): void {
    this.editor.hand.light(at);
  }
}
