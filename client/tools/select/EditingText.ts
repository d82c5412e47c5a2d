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
import type { Way } from '../../editor/spots.ts';
import type { Next, ToolState } from '../tool.ts';
import { Idle } from './Idle.ts';

/** Undo pressed while writing goes back to the last pause of this length. */
const pauseMs = 1_000;

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
    return this.isTitle ? ('hint.editingTitle' as const) : ('hint.editing' as const);
  }

  enter(): Next {
    const { editor, id } = this;
    const drawable = editor.scene.get(id);
    const text = drawable?.item.text ?? '';
    editor.undo.watchText(id);
    // The maker of a new note has opened the step already, so that making and writing it are one.
    if (editor.undo.isOpen) editor.undo.pauseStep();
    else editor.undo.openStep();
    editor.selection.set([id]);
    // A title is written large at every distance; a note from afar is a dot.
    if (drawable?.item.kind === 'note') editor.glide.comeNear(drawable.box);
    editor.chain.open(id);
    editor.editing.set(id);
    editor.showCaret(id, text.length);
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
        return { used: true, next: new Idle(editor) };
      case 'mod+enter':
        return this.isTitle || this.isStillEmpty
          ? { used: true, next: new Idle(editor) }
          : this.writeNext('below');
      case 'enter': {
        // A title is one line; in a note Enter is the field's own.
        return this.isTitle ? { used: true, next: new Idle(editor) } : { used: false };
      }
      case 'tab':
        return this.goOn();
      case 'shift+tab':
        return this.goBack();
      case 'mod+z':
        editor.change(() => editor.undo.undo());
        return { used: true };
      case 'mod+shift+z':
      case 'mod+y':
        editor.change(() => editor.undo.redo());
        return { used: true };
      default:
        return { used: this.takeColour(chordOf(key)) };
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

  private get isTitle(): boolean {
    return this.editor.scene.get(this.id)?.item.kind === 'cluster';
  }

  private get isStillEmpty(): boolean {
    return this.fresh && this.editor.scene.get(this.id)?.item.text === '';
  }

  /** To the next note of the chain, or to a new one. */
  private goOn(): { used: true } {
    const { editor, id } = this;
    const next = this.isTitle
      ? null
      : editor.chain.after(id, (other) => editor.scene.get(other) !== undefined);
    if (next === null) return this.writeNext('right');
    this.goTo(next);
    return { used: true };
  }

  private goBack(): { used: true } {
    const { editor, id } = this;
    const before = editor.chain.before(id, (other) => editor.scene.get(other) !== undefined);
    if (before !== null) this.goTo(before);
    return { used: true };
  }

  private goTo(id: ItemId): void {
    const { editor } = this;
    const box = editor.scene.get(id)?.box;
    if (box) editor.glide.reveal(box);
    editor.toolbox.edit(id);
  }

  private writeNext(way: Way): { used: true } {
    const { editor, id } = this;
    // The next note after an empty one would leave a hole: it stays where it is.
    if (!this.isStillEmpty) {
      editor.toolbox.choose('select');
      writeNextNote(editor, id, way);
    }
    return { used: true };
  }

  /** The keys of colours work in the midst of writing; all others are the field's. */
  private takeColour(chord: string): boolean {
    const action = this.editor.actions.forChord(chord);
    return chord.startsWith('alt+') && action?.group === 'colour' && this.editor.run(action.id);
  }

  private pauseLater(): void {
    this.stopPause();
    this.stopPause = this.editor.env.scheduler.after(pauseMs, () => this.editor.undo.pauseStep());
  }

  private finish(): void {
    const { editor, id } = this;
    if (editor.editing.get() !== id) return;
    // What an input method still holds is part of the text.
    editor.field.get()?.settle();
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
