// A cluster is drawn as a box. A press without a drag makes one of the usual size; what lies inside goes into it.

import { kindSpecs } from '../../../shared/items/item.ts';
import { type Box, boxBetween } from '../../../shared/lib/geometry.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import { clusterIn } from '../../editor/notes.ts';
import { EdgePan } from '../edgePan.ts';
import type { Next, ToolState } from '../tool.ts';
import { Idle } from './Idle.ts';

export class Drawing implements ToolState {
  readonly tool = 'cluster';
  readonly name = 'drawing';
  readonly hint = 'hint.drawingCluster';
  readonly cursor = 'crosshair';
  private readonly editor: Editor;
  private readonly edgePan: EdgePan;
  private box: Box | null = null;

  constructor(editor: Editor) {
    this.editor = editor;
    this.edgePan = new EdgePan(editor, (again) => this.draw(again));
  }

  drag(drag: Intent): Next {
    this.draw(drag);
    this.edgePan.follow(drag);
  }

  up(release: Intent): Next {
    const { w, h } = kindSpecs.cluster.size;
    const { at } = release;
    const box = this.box ?? { x: at.x - w / 2, y: at.y - h / 2, w, h };
    this.editor.toolbox.choose('select');
    clusterIn(this.editor, box);
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

  private draw(drag: Intent): void {
    this.box = boxBetween(drag.start, drag.at);
    this.editor.placing.set({ kind: 'cluster', ...this.box });
  }
}
