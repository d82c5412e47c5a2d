// A note is under the hand and not made yet: it lands where the hand opens, and its text opens with it.

import type { Vec } from '../../../shared/lib/geometry.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import { noteBoxAround, writeNoteAt } from '../../editor/notes.ts';
import { EdgePan } from '../edgePan.ts';
import type { Next, ToolState } from '../tool.ts';
import { Idle } from './Idle.ts';

export class Placing implements ToolState {
  readonly tool = 'note';
  readonly name = 'placing';
  readonly hint = 'hint.placingNote';
  readonly cursor = 'crosshair';
  private readonly editor: Editor;
  private readonly edgePan: EdgePan;

  constructor(editor: Editor, press: Intent) {
    this.editor = editor;
    this.edgePan = new EdgePan(editor, (again) => this.show(again.at));
    this.show(press.at);
  }

  drag(drag: Intent): Next {
    this.show(drag.at);
    this.edgePan.follow(drag);
  }

  up(release: Intent): Next {
    this.editor.toolbox.choose('select');
    writeNoteAt(this.editor, release.at);
  }

  cancel(): Next {
    return new Idle(this.editor);
  }

  complete(): Next {
    return new Idle(this.editor);
  }

  leave(): void {
    this.edgePan.stop();
    this.editor.placing.set(null);
  }

  private show(at: Vec): void {
    this.editor.placing.set({ kind: 'note', ...noteBoxAround(at) });
  }
}
