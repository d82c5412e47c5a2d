// A text that is written in a cell: every letter goes to the board at once, as it does on the wall, and what others write into
// the same text arrives without moving my caret. From opening to closing is one step of undo; taking it back leaves no trace.

import { mapPosition, mergeText } from '../../../shared/board/mergeText.ts';
import { textDiff } from '../../../shared/board/textDiff.ts';
import { setText } from '../../../shared/board/verbs.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Unsubscribe } from '../../../shared/lib/signal.ts';
import type { Editor } from '../../editor/editor.ts';

export class CellWriting {
  private readonly field: HTMLTextAreaElement;
  private readonly editor: Editor;
  private readonly id: ItemId;
  private readonly stops: readonly Unsubscribe[];
  /** What field and board last agreed on. */
  private agreed: string;
  /** An input method is still deciding. */
  private composing = false;
  private isOpen = true;

  /** `anew`: what was there goes, because somebody began to type over it. */
  constructor(editor: Editor, id: ItemId, field: HTMLTextAreaElement, anew: boolean) {
    this.editor = editor;
    this.id = id;
    this.field = field;
    editor.toolbox.complete();
    editor.undo.watchText(id);
    editor.undo.openStep();
    this.agreed = this.boardText();
    field.value = anew ? '' : this.agreed;
    field.setSelectionRange(field.value.length, field.value.length);
    const controller = new AbortController();
    const { signal } = controller;
    field.addEventListener('input', () => this.write(), { signal });
    field.addEventListener('compositionstart', () => this.compose(true), { signal });
    field.addEventListener('compositionend', () => this.compose(false), { signal });
    field.ownerDocument.addEventListener('selectionchange', () => this.showCaret(), { signal });
    this.stops = [
      () => controller.abort(),
      editor.board.observe((change) => {
        if (change.ids.has(id)) this.read();
      }),
    ];
    if (anew) this.write();
    this.showCaret();
  }

  /** Ends the writing; without `keep` all that was written here is taken back. Once only. */
  close(keep: boolean): void {
    if (!this.isOpen) return;
    if (this.composing) this.compose(false);
    this.isOpen = false;
    for (const stop of this.stops) stop();
    if (keep) this.editor.undo.closeStep();
    else if (this.editor.change(() => this.editor.undo.throwAwayStep()) === null)
      this.editor.undo.closeStep();
    this.editor.hand.write(null);
  }

  back(how: 'undo' | 'redo'): void {
    this.editor.change(() => this.editor.undo[how]());
  }

  private boardText(): string {
    return this.editor.board.get(this.id)?.text ?? '';
  }

  private write(): void {
    if (this.composing || !this.isOpen) return;
    const { text, caret } = mergeText(
      this.agreed,
      this.field.value,
      this.boardText(),
      this.field.selectionEnd,
    );
    this.editor.change((board) => setText(board, { id: this.id, text, caretEnd: caret }));
    this.show(this.boardText(), caret, caret);
    this.showCaret();
  }

  private read(): void {
    const text = this.boardText();
    if (this.composing || text === this.agreed || this.field.value !== this.agreed) return;
    const edit = textDiff(this.agreed, text);
    this.show(text, mapPosition(this.field.selectionStart, edit), mapPosition(this.field.selectionEnd, edit));
  }

  private show(text: string, start: number, end: number): void {
    this.agreed = text;
    if (this.field.value === text) return;
    this.field.value = text;
    this.field.setSelectionRange(start, end);
  }

  private compose(on: boolean): void {
    this.composing = on;
    if (!on) this.write();
  }

  private showCaret(): void {
    if (this.composing || !this.isOpen || this.field.ownerDocument.activeElement !== this.field) return;
    this.editor.showCaret(this.id, this.field.selectionEnd);
  }
}
