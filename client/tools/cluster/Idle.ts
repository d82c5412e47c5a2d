// The next press begins a cluster.

import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import type { Next, ToolState } from '../tool.ts';
import { Drawing } from './Drawing.ts';

export class Idle implements ToolState {
  readonly tool = 'cluster';
  readonly name = 'idle';
  readonly hint = 'hint.drawCluster';
  readonly cursor = 'crosshair';
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  down(press: Intent): Next {
    return press.button === 0 ? new Drawing(this.editor) : undefined;
  }

  cancel(): Next {
    this.editor.toolbox.choose('select');
  }
}
