// Keeps a text field and the text of an item the same while both change, and is the field's face to what stands beside the
// caret. Knows the field and the editor's door; not React.

import { limits } from '../../shared/board/limits.ts';
import { mapPosition, mergeText } from '../../shared/board/mergeText.ts';
import { textDiff } from '../../shared/board/textDiff.ts';
import { continueList } from '../../shared/lettering/lists.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { Listeners, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { Editor } from '../editor/editor.ts';
import { chordOf } from '../editor/keys.ts';
import type { FieldState, OpenField, Pasted } from '../editor/ports.ts';
import { modifiersOf } from './canvasEvents.ts';

/** What the field needs to know of the item it lies on. */
export interface FieldPlace {
  /** A title is one line, without lists. */
  readonly isNote: boolean;
  /** In pixels from the canvas' top left corner. */
  caretBox(caret: number): Box;
  /** Something was written here, by me; the caret stands there now. */
  fit(caret: number): void;
}

export class FieldText implements OpenField {
  readonly id: ItemId;
  readonly state: Signal<FieldState>;
  private readonly field: HTMLTextAreaElement;
  private readonly editor: Editor;
  private readonly place: FieldPlace;
  private readonly stops: Unsubscribe[];
  private readonly keyListeners = new Set<(chord: string) => boolean>();
  private readonly pasteListeners = new Listeners<Pasted>();
  /** What field and board last agreed on. */
  private agreed: string;
  /** An input method is still deciding: nothing is written, and nothing may touch the field. */
  private composing = false;
  /** Where several lines or cells are being pasted. */
  private pasting: { readonly from: number; readonly html: string } | null = null;

  constructor(field: HTMLTextAreaElement, editor: Editor, id: ItemId, place: FieldPlace) {
    this.field = field;
    this.editor = editor;
    this.id = id;
    this.place = place;
    this.agreed = this.boardText();
    field.value = this.agreed;
    field.setSelectionRange(field.value.length, field.value.length);
    this.state = new Signal(this.readState());
    const controller = new AbortController();
    const { signal } = controller;
    field.addEventListener('beforeinput', (event) => this.beforeInput(event), { signal });
    field.addEventListener('input', () => this.write(), { signal });
    field.addEventListener('compositionstart', () => this.compose(true), { signal });
    field.addEventListener('compositionend', () => this.compose(false), { signal });
    field.addEventListener('keydown', (event) => this.hearKey(event), { signal });
    field.addEventListener('paste', (event) => this.beforePaste(event), { signal });
    field.addEventListener('blur', () => this.leave(), { signal });
    field.ownerDocument.addEventListener('selectionchange', () => this.showCaret(), { signal });
    this.stops = [
      () => controller.abort(),
      editor.board.observe((change) => {
        if (change.ids.has(id)) this.read();
      }),
    ];
    editor.field.set(this);
  }

  close(): void {
    for (const stop of this.stops) stop();
    if (this.editor.field.get() === this) this.editor.field.set(null);
    // The next field is about to take the focus: moving it twice would cost the browser a layout.
    const next = this.editor.editing.get();
    if (next !== null && next !== this.id && this.editor.scene.get(next)) return;
    // The field goes away with the focus in it: the canvas takes it back, and with it the keys.
    const { activeElement } = this.field.ownerDocument;
    if (activeElement === this.field)
      this.field.parentElement?.focus({ preventScroll: true, focusVisible: false });
  }

  caretBox(): Box {
    return this.place.caretBox(this.field.selectionEnd);
  }

  replace(from: number, to: number, insert: string): void {
    this.settle();
    const room = limits.textCharsMax - (this.field.value.length - (to - from));
    this.field.setRangeText(insert.slice(0, Math.max(0, room)), from, to, 'end');
    this.write();
  }

  captureKeys(listener: (chord: string) => boolean): Unsubscribe {
    this.keyListeners.add(listener);
    return () => this.keyListeners.delete(listener);
  }

  press(chord: string): void {
    this.usedBesideCaret(chord);
  }

  observePasted(listener: (pasted: Pasted) => void): Unsubscribe {
    return this.pasteListeners.add(listener);
  }

  steer(list: string | null, option: string | null): void {
    for (const [name, value] of [
      ['aria-controls', list],
      ['aria-autocomplete', list === null ? null : 'list'],
      ['aria-activedescendant', option],
    ] as const) {
      if (value === null) this.field.removeAttribute(name);
      else this.field.setAttribute(name, value);
    }
  }

  settle(): void {
    if (this.composing) this.compose(false);
  }

  private boardText(): string {
    return this.editor.board.get(this.id)?.text ?? '';
  }

  /** The field changed. */
  private write(): void {
    if (this.composing || this.editor.editing.get() !== this.id) return;
    const { text, caret } = mergeText(
      this.agreed,
      this.field.value,
      this.boardText(),
      this.field.selectionEnd,
    );
    this.agreed = text;
    this.editor.write(text, caret);
    this.place.fit(caret);
    // The board may keep less than was pasted, or others may have written during a composition.
    this.show(this.boardText(), caret, caret);
    const { pasting } = this;
    this.pasting = null;
    if (pasting !== null) this.pasteListeners.tell({ ...pasting, to: this.field.selectionEnd });
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
    if (this.field.value !== text) {
      const { scrollTop } = this.field;
      this.field.value = text;
      this.field.setSelectionRange(start, end);
      this.field.scrollTop = scrollTop;
    }
    this.tellState();
  }

  private compose(on: boolean): void {
    this.composing = on;
    if (!on) this.write();
  }

  /** Enter in a list goes on with it; phones say so here and not as a key. */
  private beforeInput(event: InputEvent): void {
    const isBreak = event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph';
    if (!isBreak || this.composing || !this.place.isNote) return;
    const { value, selectionStart, selectionEnd } = this.field;
    const next = continueList(value, selectionStart, selectionEnd);
    if (next === null) return;
    event.preventDefault();
    this.replace(next.from, next.to, next.insert);
  }

  private beforePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    const isSeveral = /\S[^\n]*\n\s*\S/.test(text) || (/\S\t+\S/.test(text) && /<table\b/i.test(html));
    if (!this.place.isNote || !isSeveral) return;
    // Undo takes back what was pasted before it takes back what was typed.
    this.editor.undo.pauseStep();
    this.pasting = { from: this.field.selectionStart, html };
  }

  private hearKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    const chord = chordOf({ key: event.key, code: event.code, modifiers: modifiersOf(event) });
    if (this.usedBesideCaret(chord)) event.preventDefault();
  }

  /** Who came last is asked first: what has just opened is what the keys mean. */
  private usedBesideCaret(chord: string): boolean {
    return [...this.keyListeners].reverse().some((listener) => listener(chord));
  }

  private showCaret(): void {
    if (this.composing || this.field.ownerDocument.activeElement !== this.field) return;
    this.editor.showCaret(this.id, this.field.selectionEnd);
    this.tellState();
  }

  private readState(): FieldState {
    const { value: text, selectionStart: start, selectionEnd: end } = this.field;
    return { text, start, end };
  }

  private tellState(): void {
    const now = this.readState();
    const before = this.state.get();
    if (now.text !== before.text || now.start !== before.start || now.end !== before.end) this.state.set(now);
  }

  /** Another part of the page took the focus: the writing is done. Another window did: it is not. */
  private leave(): void {
    this.settle();
    if (!this.field.ownerDocument.hasFocus()) return;
    if (this.editor.editing.get() === this.id) this.editor.toolbox.cancel();
  }
}
