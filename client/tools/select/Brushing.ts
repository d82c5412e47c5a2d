// A marquee is drawn: what it catches is selected while it grows. With shift it adds to what was selected.

import { boxBetween } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import { hitBox } from '../../scene/hitTest.ts';
import { EdgePan } from '../edgePan.ts';
import type { Next, ToolState } from '../tool.ts';
import { Idle } from './Idle.ts';

export class Brushing implements ToolState {
  readonly tool = 'select';
  readonly name = 'brushing';
  readonly hint = 'hint.brush';
  readonly cursor = 'crosshair';
  private readonly editor: Editor;
  private readonly before: readonly ItemId[];
  private readonly edgePan: EdgePan;

  constructor(editor: Editor, drag: Intent) {
    this.editor = editor;
    this.before = editor.selection.ids;
    this.edgePan = new EdgePan(editor, (again) => this.draw(again));
    this.draw(drag);
  }

  drag(drag: Intent): Next {
    this.draw(drag);
    this.edgePan.follow(drag);
  }

  up(): Next {
    return new Idle(this.editor);
  }

  cancel(): Next {
    this.editor.selection.set(this.stillHere());
    return new Idle(this.editor);
  }

  complete(): Next {
    return new Idle(this.editor);
  }

  leave(): void {
    this.edgePan.stop();
    this.editor.brush.set(null);
  }

  private stillHere(): ItemId[] {
    return this.before.filter((id) => this.editor.scene.get(id));
  }

  private draw(drag: Intent): void {
    const box = boxBetween(drag.start, drag.at);
    const adds = drag.modifiers.shift || drag.modifiers.mod;
    const caught = hitBox(this.editor.scene, box).map((drawable) => drawable.id);
    this.editor.brush.set(box);
    this.editor.selection.set(adds ? [...this.stillHere(), ...caught] : caught);
  }
}
