// The hand tool: the next press takes hold of the canvas itself.

import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import type { Next, ToolState } from '../tool.ts';
import { Panning } from './Panning.ts';

export class Idle implements ToolState {
  readonly tool = 'hand';
  readonly name = 'idle';
  readonly hint = 'hint.hand';
  readonly cursor = 'grab';
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  down(press: Intent): Next {
    return press.button === 0 ? new Panning(this.editor, press, this) : undefined;
  }

  cancel(): Next {
    this.editor.toolbox.choose('select');
  }
}
