// Keys pressed, and words pasted, after something was asked for over the wall and before it can take them: a quick hand does
// not wait for what is being fetched. What was asked for reads them when it is there; what it leaves over is the wall's again,
// or the text's that was opened meanwhile.

import { Inbox } from '../../shared/lib/inbox.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Clip } from './clip.ts';
import type { Editor } from './editor.ts';
import type { RawKey } from './intents.ts';
import { chordOf } from './keys.ts';
import type { OpenField } from './ports.ts';

/** A key, or what a key has pasted. */
export type Typed = RawKey | Clip;

export class TypedAhead {
  private readonly editor: Editor;
  private readonly typed = new Inbox<Typed>();
  private stopReading: Unsubscribe;

  constructor(editor: Editor) {
    this.editor = editor;
    this.stopReading = this.typed.read((typed) => this.hear(typed));
    editor.asked.subscribe(() => this.follow());
  }

  /** True when the key was taken to be read later. */
  take(key: RawKey): boolean {
    const { asked, actions } = this.editor;
    if (asked.get() === null || key.type === 'up' || key.inText) return false;
    const chord = chordOf(key);
    if (chord === 'escape' && !this.typed.isRead && !this.typed.waiting.some(isEnter)) {
      // Nobody is there yet: it was asked for by mistake, and so was what was typed for it.
      this.drop();
      return true;
    }
    if (!isText(key) && !isFieldKey(key) && actions.forChord(chord) === undefined) return false;
    this.typed.put(key);
    return true;
  }

  /** True when what is pasted on the wall is meant for what was asked for, and will be read by it. */
  takePaste(clip: Clip): boolean {
    if (this.editor.asked.get() === null) return false;
    this.typed.put(clip);
    return true;
  }

  /** What was typed before this wall was there; it means the text that is open. */
  put(before: readonly Typed[]): void {
    for (const typed of before) this.typed.put(typed);
  }

  /** What was asked for is there, and reads until it stops or something else is asked for. */
  read(reader: (key: RawKey) => void, readPaste: (clip: Clip) => void = () => {}): Unsubscribe {
    return this.typed.read((typed) => (isClip(typed) ? readPaste(typed) : reader(typed)));
  }

  /** What was asked for does not come: what was typed for it means nothing to anybody else. */
  drop(): void {
    this.typed.clear();
    this.editor.asked.set(null);
  }

  private follow(): void {
    this.stopReading();
    if (this.editor.asked.get() === null) this.stopReading = this.typed.read((typed) => this.hear(typed));
  }

  private hear(key: Typed): void {
    const field = this.editor.field.get();
    if (isClip(key)) {
      // Several lines become a note each, as everywhere on the wall.
      if (field === null || isLines(key.text)) this.editor.pastes.put(key);
      else insert(field, key.text.trim());
    } else if (field === null) this.editor.key(key);
    else if (!this.editor.key({ ...key, inText: true })) typeInto(field, key);
  }
}

/** A key that writes what is on it. With the key for third signs (AltGr) both modifiers count as held. */
export function isText({ key, modifiers: { mod, alt } }: Pick<RawKey, 'key' | 'modifiers'>): boolean {
  return [...key].length === 1 && mod === alt;
}

/** A key that a field uses, but to write what is on it. */
export function isFieldKey({ key }: Pick<RawKey, 'key'>): boolean {
  return whatFieldsUse.has(key);
}

const whatFieldsUse = new Set([
  ...['Enter', 'Escape', 'Backspace', 'Delete', 'Tab', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);

function isEnter(typed: Typed): boolean {
  return !isClip(typed) && typed.key === 'Enter';
}

function isClip(typed: Typed): typed is Clip {
  return 'html' in typed;
}

function isLines(text: string): boolean {
  return /[\n\r\t]/.test(text.trim());
}

function insert(field: OpenField, text: string): void {
  const { start, end } = field.state.get();
  field.replace(start, end, text);
}

function typeInto(field: OpenField, key: RawKey): void {
  const { text, start, end } = field.state.get();
  if (isText(key)) insert(field, key.key);
  else if (isEnter(key)) insert(field, '\n');
  else if (key.key === 'Backspace') {
    const last = [...text.slice(0, start)].at(-1)?.length ?? 0;
    field.replace(start === end ? start - last : start, end, '');
  }
}
