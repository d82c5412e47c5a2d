// The text of an item is being written, in a field that the canvas lays over it. What is typed goes to the board letter by
// letter; from opening to leaving is one step of undo, and pauses divide it as long as the text is open.

import { removeItems } from '../../../shared/board/verbs.ts';
import type { Cancel } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Unsubscribe } from '../../../shared/lib/signal.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Intent, RawKey } from '../../editor/intents.ts';
import { chordOf } from '../../editor/keys.ts';
import { writeNextNote } from '../../editor/notes.ts';
import type { Next, ToolState } from '../tool.ts';
import { Idle } from './Idle.ts';

/** Undo pressed while writing goes back to the last pause of this length. */
export const pauseMs = 1_000;

export class EditingText implements ToolState {
  readonly tool = 'select';
  readonly name = 'editingText';
  readonly cursor = 'text';
  readonly id: ItemId;
  private readonly editor: Editor;
  /** Made for this writing: goes away again when nothing was written. */
  private readonly fresh: boolean;
  private stopPause: Cancel = () => {};
  private stopListening: Unsubscribe = () => {};

  constructor(editor: Editor, id: ItemId, fresh: boolean) {
    this.editor = editor;
    this.id = id;
    this.fresh = fresh;
  }

  get hint() {
    return this.editor.scene.get(this.id)?.item.kind === 'cluster'
      ? ('hint.editingTitle' as const)
      : ('hint.editing' as const);
  }

  enter(): Next {
    const { editor, id } = this;
    const text = editor.scene.get(id)?.item.text ?? '';
    editor.undo.watchText(id);
    // The maker of a new note has opened the step already, so that making and writing it are one.
    if (editor.undo.isOpen) editor.undo.pauseStep();
    else editor.undo.openStep();
    editor.selection.set([id]);
    editor.editing.set(id);
    editor.hand.write({ id, caret: text.length });
    this.stopListening = editor.board.localChanges.add(() => this.pauseLater());
  }

  down(press: Intent): Next {
    const idle = new Idle(this.editor);
    this.finish();
    return idle.down(press) ?? idle;
  }

  key(key: RawKey): { used: boolean; next?: ToolState } {
    const { editor } = this;
    switch (chordOf(key)) {
      case 'escape':
      case 'mod+enter':
        return { used: true, next: new Idle(editor) };
      case 'enter': {
        // A title is one line; in a note Enter is the field's own.
        const isTitle = editor.scene.get(this.id)?.item.kind === 'cluster';
        return isTitle ? { used: true, next: new Idle(editor) } : { used: false };
      }
      case 'tab':
        this.writeNext();
        return { used: true };
      case 'mod+z':
        editor.change(() => editor.undo.undo());
        return { used: true };
      case 'mod+shift+z':
      case 'mod+y':
        editor.change(() => editor.undo.redo());
        return { used: true };
      default:
        return { used: false };
    }
  }

  gone(ids: ReadonlySet<ItemId>): Next {
    return ids.has(this.id) ? new Idle(this.editor) : undefined;
  }

  cancel(): Next {
    return new Idle(this.editor);
  }

  leave(): void {
    this.finish();
  }

  private writeNext(): void {
    const { editor, id } = this;
    const isEmpty = this.fresh && editor.scene.get(id)?.item.text === '';
    // Tab on an empty note would leave a hole: it stays where it is.
    if (isEmpty) return;
    editor.toolbox.choose('select');
    writeNextNote(editor, id);
  }

  private pauseLater(): void {
    this.stopPause();
    this.stopPause = this.editor.env.scheduler.after(pauseMs, () => this.editor.undo.pauseStep());
  }

  private finish(): void {
    const { editor, id } = this;
    if (editor.editing.get() !== id) return;
    this.stopPause();
    this.stopListening();
    editor.editing.set(null);
    editor.hand.write(null);
    const left = editor.scene.get(id);
    if (this.fresh && left?.item.text === '') this.takeAway();
    editor.undo.closeStep();
  }

  /** An empty note left behind: as if it had never been made, when nobody else has had a hand in it. */
  private takeAway(): void {
    this.editor.change((board) => {
      this.editor.undo.throwAwayStep();
      if (board.get(this.id)?.deleted === false) removeItems(board, [this.id]);
    });
  }
}
