// Votes are given by pressing what one is for. What moves is the view: nothing on the board can be dragged by accident.

import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import { hitAny } from '../../scene/hitTest.ts';
import type { Next, ToolState } from '../tool.ts';
import { Pressing } from './Pressing.ts';

const slopPx = { mouse: 2, touch: 8 } as const;
/** How many clusters may lie in one another. */
const depthMax = 50;

export class Idle implements ToolState {
  readonly tool = 'vote';
  readonly name = 'idle';
  readonly hint = 'hint.vote';
  readonly cursor = 'default';
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  hover(at: Intent): Next {
    const option = this.optionUnder(at);
    this.editor.hovered.set(option);
    this.editor.cursor.set(option === null ? 'default' : 'pointer');
  }

  down(press: Intent): Next {
    if (press.button !== 0) return;
    return new Pressing(this.editor, press, this.optionUnder(press), this);
  }

  cancel(): Next {
    this.editor.toolbox.choose('select');
  }

  leave(): void {
    this.editor.hovered.set(null);
  }

  /** What is pressed, or the innermost cluster round it that may be voted for. */
  private optionUnder(at: Intent): ItemId | null {
    const { scene, camera, ballotBox } = this.editor;
    const options = ballotBox.get()?.options;
    const unitsPerPixel = 1 / camera.zoom;
    const slop = slopPx[at.touch ? 'touch' : 'mouse'] * unitsPerPixel;
    let id = hitAny(scene, at.at, { slop, unitsPerPixel })?.drawable.id ?? null;
    for (let depth = 0; id !== null && depth < depthMax; depth++) {
      if (options?.has(id)) return id;
      id = scene.get(id)?.item.parent ?? null;
    }
    return null;
  }
}
