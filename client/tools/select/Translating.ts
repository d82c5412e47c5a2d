// Items move with the hand. Until the drop they are ghosts, mine on this screen and shown to the others; the drop is one
// step of undo. Escape throws the ghosts away. Whoever deletes what I hold takes it out of my hand.

import type { Board } from '../../../shared/board/board.ts';
import { bringToFront, createItems, moveItems, putInto } from '../../../shared/board/verbs.ts';
import type { Cancel } from '../../../shared/lib/env.ts';
import {
  contains,
  inflated,
  overlaps,
  roundToEighth,
  subtract,
  type Vec,
} from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { gatherRound, putAway, takeIn } from '../../editor/arranging.ts';
import { placed } from '../../editor/chosen.ts';
import { copiesOf } from '../../editor/copies.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent } from '../../editor/intents.ts';
import { clusterAt } from '../../scene/hitTest.ts';
import type { Drawable } from '../../scene/scene.ts';
import { EdgePan } from '../edgePan.ts';
import type { Next, ToolState } from '../tool.ts';
import { EditingText } from './EditingText.ts';
import { Idle } from './Idle.ts';

/** A drag longer than this is written down now and then, so that a crash loses little. */
const checkpointMs = 5_000;

const nowhere: Vec = { x: 0, y: 0 };

// Dropped on the middle of a loose note, notes gather round it; over its rim they just lie there.
const gatherRim = 0.2;

export class Translating implements ToolState {
  readonly tool = 'select';
  readonly name = 'translating';
  readonly cursor = 'grabbing';
  private readonly editor: Editor;
  private readonly edgePan: EdgePan;
  private readonly before: readonly ItemId[];
  private readonly copies: boolean;
  /** What was taken hold of, and that with everything inside it. */
  private roots: readonly ItemId[];
  private all: ReadonlySet<ItemId> = new Set();
  private shown: readonly ItemId[] = [];
  /** How far the hand has come, and how much of that is in the board already. */
  private by: Vec = nowhere;
  private committed: Vec = nowhere;
  private stopCheckpoint: Cancel = () => {};
  private readonly first: Intent;
  private writing = false;
  /** The originals of copies: right under them when they are made, and not what they are dropped on. */
  private originals: ReadonlySet<ItemId> = new Set();

  constructor(editor: Editor, drag: Intent, ids: readonly ItemId[]) {
    this.editor = editor;
    this.before = editor.selection.ids;
    this.roots = editor.scene.outermost(ids.filter((id) => editor.scene.get(id)?.item.locked === false));
    this.copies = drag.modifiers.alt;
    this.first = drag;
    this.edgePan = new EdgePan(editor, (again) => this.move(again));
  }

  get hint() {
    const target = this.editor.dropTarget.get();
    const kind = target === null ? undefined : this.editor.scene.get(target)?.item.kind;
    return kind === 'note' ? ('hint.gathering' as const) : ('hint.translating' as const);
  }

  enter(): Next {
    if (this.roots.length === 0) return new Idle(this.editor);
    this.editor.undo.openStep();
    if (this.copies) this.takeCopies();
    this.takeHold();
    this.checkpointLater();
    this.move(this.first);
  }

  drag(drag: Intent): Next {
    this.move(drag);
    this.edgePan.follow(drag);
  }

  up(drag: Intent): Next {
    this.move(drag);
    return this.drop();
  }

  complete(): Next {
    return this.drop();
  }

  cancel(): Next {
    this.editor.ghosts.setMine(null);
    this.editor.change(() => this.editor.undo.throwAwayStep());
    this.editor.selection.set(this.before.filter((id) => this.editor.scene.get(id)));
    this.editor.hand.throwAway();
    return new Idle(this.editor);
  }

  gone(ids: ReadonlySet<ItemId>): Next {
    // What I write myself may take it out of sight, into a collapsed cluster.
    if (this.writing || ![...this.all].some((id) => ids.has(id))) return;
    this.roots = this.roots.filter((id) => !ids.has(id));
    if (this.roots.length === 0) return this.drop();
    this.takeHold();
    this.show();
  }

  leave(): void {
    this.edgePan.stop();
    this.stopCheckpoint();
    this.editor.ghosts.setMine(null);
    this.editor.dropTarget.set(null);
    this.editor.undo.closeStep();
  }

  /** Alt: the originals stay where they are and copies move. Made at once, so that others see them move too. */
  private takeCopies(): void {
    const { scene, selection } = this.editor;
    const { items, roots } = copiesOf(scene, this.roots, nowhere, this.editor.env.random);
    this.editor.change((board) => createItems(board, items));
    this.originals = scene.withInside(this.roots);
    this.roots = roots.filter((id) => scene.get(id));
    selection.set(this.roots);
  }

  private takeHold(): void {
    const inside = this.editor.scene.withInside(this.roots);
    this.all = inside;
    // What was taken hold of comes first: what others are shown is cut at a limit.
    this.shown = [...new Set([...this.roots, ...inside])];
  }

  private move(drag: Intent): void {
    const by = subtract(drag.at, drag.start);
    const straight = drag.modifiers.shift;
    const held = !straight ? by : Math.abs(by.x) >= Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y };
    this.by = { x: roundToEighth(held.x), y: roundToEighth(held.y) };
    this.show();
    const target = clusterAt(this.editor.scene, drag.at, new Set(this.roots))?.id;
    this.editor.dropTarget.set(target ?? this.looseNoteAt(drag.at));
  }

  /** The topmost note here that is in no cluster and not in this hand, when it is nothing but notes that would join it. */
  private looseNoteAt(at: Vec): ItemId | null {
    const { scene } = this.editor;
    if (this.roots.some((id) => scene.get(id)?.item.kind !== 'note')) return null;
    for (const { id, item, box, moving } of scene.search({ ...at, w: 0, h: 0 }).reverse()) {
      if (this.all.has(id)) continue;
      if (item.kind !== 'note' || item.locked || moving || this.originals.has(id)) return null;
      const middle = inflated(box, -gatherRim * Math.min(box.w, box.h));
      return contains(middle, at) ? id : null;
    }
    return null;
  }

  private show(): void {
    this.editor.ghosts.setMine({ ids: this.all, by: subtract(this.by, this.committed) });
    this.editor.hand.drag(this.shown, this.by);
  }

  private checkpointLater(): void {
    this.stopCheckpoint = this.editor.env.scheduler.after(checkpointMs, () => {
      this.writeMove();
      this.show();
      this.checkpointLater();
    });
  }

  private writeMove(): void {
    // Somebody may have locked what I hold.
    this.roots = this.roots.filter((id) => this.editor.board.get(id)?.locked === false);
    const by = subtract(this.by, this.committed);
    this.writing = true;
    this.editor.ghosts.setMine(null);
    this.editor.change((board) => moveItems(board, { ids: this.roots, by }));
    this.writing = false;
    this.committed = this.by;
  }

  private drop(): Next {
    const target = this.editor.dropTarget.get();
    this.writeMove();
    this.writing = true;
    const made = this.editor.change((board) => {
      const on = target === null ? undefined : this.editor.scene.get(target)?.item;
      if (on?.kind === 'note') return this.gather(board, on.id);
      this.join(board, on?.id ?? null, on?.collapsed === true);
      this.lift(board);
      return null;
    });
    this.editor.hand.drop();
    return made === null ? new Idle(this.editor) : new EditingText(this.editor, made, false);
  }

  private join(board: Board, cluster: ItemId | null, collapsed: boolean): void {
    const joining = this.roots.filter((id) => this.editor.scene.clusterOf(id) !== cluster);
    if (joining.length === 0) return;
    if (cluster !== null && collapsed) putAway(this.editor, board, cluster, joining);
    else if (cluster !== null) takeIn(this.editor, board, cluster, joining);
    else putInto(board, { ids: joining, cluster });
  }

  /** A cluster of what was dropped and the note it was dropped on, its title open. */
  private gather(board: Board, note: ItemId): ItemId | null {
    const [at] = placed(this.editor, [note]);
    if (at === undefined || this.roots.length === 0) return null;
    return gatherRound(this.editor, board, at, placed(this.editor, this.roots));
  }

  /** What was dragged lies on top of what it was dropped on; nothing is written when nothing covers it. */
  private lift(board: Board): void {
    const { scene } = this.editor;
    const covered = [...this.all].some((id) => {
      const drawable = scene.get(id);
      return (
        drawable !== undefined && scene.search(drawable.box).some((other) => this.covers(other, drawable))
      );
    });
    if (covered) bringToFront(board, [...this.all]);
  }

  private covers(other: Drawable, mine: Drawable): boolean {
    if (this.all.has(other.id) || !overlaps(other.box, mine.box)) return false;
    // Notes are always drawn over clusters, and inner clusters over outer ones: only equals cover each other.
    const isCluster = mine.item.kind === 'cluster';
    if ((other.item.kind === 'cluster') !== isCluster || (isCluster && other.depth !== mine.depth))
      return false;
    return this.editor.scene.isAbove(other.id, mine.id);
  }
}
