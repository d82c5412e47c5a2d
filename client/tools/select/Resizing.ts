// A handle of the one selected item is dragged. The new box is a ghost until the hand opens.

import { resizeItem } from '../../../shared/board/verbs.ts';
import {
  type Box,
  distance,
  moved,
  origin,
  roundToEighth,
  subtract,
  type Vec,
} from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import { type Handle, handleCursors, reshaped } from '../../editor/handles.ts';
import type { CursorStyle, Intent } from '../../editor/intents.ts';
import { EdgePan } from '../edgePan.ts';
import type { Next, ToolState } from '../tool.ts';
import { Idle } from './Idle.ts';

export class Resizing implements ToolState {
  readonly tool = 'select';
  readonly name = 'resizing';
  readonly hint = 'hint.resizing';
  readonly cursor: CursorStyle;
  private readonly editor: Editor;
  private readonly id: ItemId;
  private readonly handle: Handle;
  private readonly before: Box | null;
  private readonly edgePan: EdgePan;
  /** Where the item itself was when it was taken. */
  private readonly from: Vec | null;
  private box: Box | null = null;
  /** What `box` has of others' moves meanwhile. */
  private carried: Vec = origin;

  constructor(editor: Editor, _press: Intent, id: ItemId, handle: Handle) {
    this.editor = editor;
    this.id = id;
    this.handle = handle;
    // A cluster is taken at what is seen of it, members included: the handle must not jump away from the hand.
    this.before = editor.scene.get(id)?.box ?? null;
    this.from = editor.board.get(id) ?? null;
    this.cursor = handleCursors[handle];
    this.edgePan = new EdgePan(editor, (again) => this.reshape(again));
  }

  drag(drag: Intent): Next {
    this.reshape(drag);
    this.edgePan.follow(drag);
  }

  up(drag: Intent): Next {
    if (this.box !== null) this.reshape(drag);
    return this.drop();
  }

  complete(): Next {
    return this.drop();
  }

  cancel(): Next {
    const item = this.editor.scene.get(this.id)?.item;
    if (item !== undefined) this.editor.hand.throwAwayReshape(item);
    this.box = null;
    return new Idle(this.editor);
  }

  gone(ids: ReadonlySet<ItemId>): Next {
    return ids.has(this.id) ? new Idle(this.editor) : undefined;
  }

  leave(): void {
    this.edgePan.stop();
    this.editor.ghosts.setReshape(null);
    // What was thrown away is let go of a moment later.
    if (this.box !== null) this.editor.hand.dropReshape();
  }

  private reshape(drag: Intent): void {
    const item = this.editor.scene.get(this.id)?.item;
    if (this.before === null || item === undefined) return;
    const by = subtract(drag.at, drag.start);
    this.carried = this.carriedBy();
    const before = moved(this.before, this.carried);
    const box = reshaped(before, this.handle, by, item.kind, drag.modifiers.shift);
    this.box = {
      x: roundToEighth(box.x),
      y: roundToEighth(box.y),
      w: roundToEighth(box.w),
      h: roundToEighth(box.h),
    };
    this.editor.ghosts.setReshape({ id: this.id, box: this.box });
    this.editor.hand.reshape(this.id, this.box);
  }

  /** How far others have moved it since: their move counts, and so does my reshaping. */
  private carriedBy(): Vec {
    const item = this.editor.board.get(this.id);
    return item === undefined || this.from === null ? origin : subtract(item, this.from);
  }

  private drop(): Next {
    const { before, id } = this;
    const since = subtract(this.carriedBy(), this.carried);
    const box = this.box === null ? null : moved(this.box, since);
    this.editor.ghosts.setReshape(null);
    if (
      box !== null &&
      before !== null &&
      this.editor.scene.get(id)?.item.locked === false &&
      (distance(box, before) > 0 || box.w !== before.w || box.h !== before.h)
    ) {
      this.editor.change((board) => resizeItem(board, { id, to: box }));
    }
    return new Idle(this.editor);
  }
}
