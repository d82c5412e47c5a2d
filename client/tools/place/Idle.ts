// The next press places a note. Until then its outline follows the pointer.

import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import { noteBoxAround } from '../../editor/notes.ts';
import type { Next, ToolState } from '../tool.ts';
import { Placing } from './Placing.ts';

export class Idle implements ToolState {
  readonly tool = 'note';
  readonly name = 'idle';
  readonly hint = 'hint.placeNote';
  readonly cursor = 'crosshair';
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  hover(at: Intent): Next {
    this.editor.placing.set({ kind: 'note', ...noteBoxAround(at.at) });
  }

  down(press: Intent): Next {
    return press.button === 0 ? new Placing(this.editor, press) : undefined;
  }

  cancel(): Next {
    this.editor.toolbox.choose('select');
  }

  leave(): void {
    this.editor.placing.set(null);
  }
}
