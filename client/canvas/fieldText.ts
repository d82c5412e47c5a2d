// Keeps a text field and the text of an item the same while both change. Knows the field and the editor's door; not React.

import { textDiff } from '../../shared/board/textDiff.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Editor } from '../editor/editor.ts';
import { mapPosition, mergeText } from './text/mergeText.ts';

export class FieldText {
  private readonly field: HTMLTextAreaElement;
  private readonly editor: Editor;
  private readonly id: ItemId;
  private readonly stops: Unsubscribe[];
  /** What field and board last agreed on. */
  private agreed: string;
  /** An input method is still deciding: nothing is written, and nothing may touch the field. */
  private composing = false;

  constructor(field: HTMLTextAreaElement, editor: Editor, id: ItemId) {
    this.field = field;
    this.editor = editor;
    this.id = id;
    this.agreed = this.boardText();
    field.value = this.agreed;
    field.setSelectionRange(field.value.length, field.value.length);
    const controller = new AbortController();
    const { signal } = controller;
    field.addEventListener('input', () => this.write(), { signal });
    field.addEventListener('compositionstart', () => this.compose(true), { signal });
    field.addEventListener('compositionend', () => this.compose(false), { signal });
    field.addEventListener('blur', () => this.leave(), { signal });
    field.ownerDocument.addEventListener('selectionchange', () => this.showCaret(), { signal });
    this.stops = [
      () => controller.abort(),
      editor.board.observe((change) => {
        if (change.ids.has(id)) this.read();
      }),
    ];
  }

  close(): void {
    for (const stop of this.stops) stop();
    // The field goes away with the focus in it: the canvas takes it back, and with it the keys.
    const { activeElement } = this.field.ownerDocument;
    if (activeElement === this.field)
      this.field.parentElement?.focus({ preventScroll: true, focusVisible: false });
  }

  private boardText(): string {
    return this.editor.board.get(this.id)?.text ?? '';
  }

  /** The field changed. */
  private write(): void {
    if (this.composing) return;
    const { text, caret } = mergeText(
      this.agreed,
      this.field.value,
      this.boardText(),
      this.field.selectionEnd,
    );
    this.agreed = text;
    this.editor.write(text, caret);
    // The board may keep less than was pasted, or others may have written during a composition.
    this.show(this.boardText(), caret, caret);
  }

  /** The board changed, perhaps by my own writing. */
  private read(): void {
    const text = this.boardText();
    if (this.composing || text === this.agreed) return;
    // Not yet written input is merged when its own event comes.
    if (this.field.value !== this.agreed) return;
    const edit = textDiff(this.agreed, text);
    this.show(text, mapPosition(this.field.selectionStart, edit), mapPosition(this.field.selectionEnd, edit));
  }

  private show(text: string, start: number, end: number): void {
    this.agreed = text;
    if (this.field.value === text) return;
    const { scrollTop } = this.field;
    this.field.value = text;
    this.field.setSelectionRange(start, end);
    this.field.scrollTop = scrollTop;
  }

  private compose(on: boolean): void {
    this.composing = on;
    if (!on) this.write();
  }

  private showCaret(): void {
    if (this.composing || this.field.ownerDocument.activeElement !== this.field) return;
    this.editor.hand.write({ id: this.id, caret: this.field.selectionEnd });
  }

  /** Another part of the page took the focus: the writing is done. Another window did: it is not. */
  private leave(): void {
    if (this.composing) this.compose(false);
    if (!this.field.ownerDocument.hasFocus()) return;
    if (this.editor.editing.get() === this.id) this.editor.toolbox.cancel();
  }
}
