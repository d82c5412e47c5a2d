// Keys pressed after something was asked for over the wall and before it can take them: a quick hand does not wait for what
// is being fetched. What was asked for reads them when it is there; what it leaves over is the wall's again, or the text's
// that was opened meanwhile.

import { Inbox } from '../../shared/lib/inbox.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Editor } from './editor.ts';
import type { RawKey } from './intents.ts';
import { chordOf } from './keys.ts';
import type { OpenField } from './ports.ts';

export class TypedAhead {
  private readonly editor: Editor;
  private readonly keys = new Inbox<RawKey>();
  private stopReading: Unsubscribe;

  constructor(editor: Editor) {
    this.editor = editor;
    this.stopReading = this.keys.read((key) => this.hear(key));
    editor.asked.subscribe(() => this.follow());
  }

  /** True when the key was taken to be read later. */
  take(key: RawKey): boolean {
    const { asked, actions } = this.editor;
    if (asked.get() === null || key.type === 'up' || key.inText) return false;
    const chord = chordOf(key);
    if (chord === 'escape' && !this.keys.isRead && !this.keys.waiting.some(isEnter)) {
      // Nobody is there yet: it was asked for by mistake, and so was what was typed for it.
      this.drop();
      return true;
    }
    if (!isText(key) && !whatFieldsUse.has(key.key) && actions.forChord(chord) === undefined) return false;
    this.keys.put(key);
    return true;
  }

  /** What was asked for is there, and reads until it stops or something else is asked for. */
  read(reader: (key: RawKey) => void): Unsubscribe {
    return this.keys.read(reader);
  }

  /** What was asked for does not come: what was typed for it means nothing to anybody else. */
  drop(): void {
    this.keys.clear();
    this.editor.asked.set(null);
  }

  private follow(): void {
    this.stopReading();
    if (this.editor.asked.get() === null) this.stopReading = this.keys.read((key) => this.hear(key));
  }

  private hear(key: RawKey): void {
    const field = this.editor.field.get();
    if (field === null) this.editor.key(key);
    else if (!this.editor.key({ ...key, inText: true })) typeInto(field, key);
  }
}

/** A key that writes what is on it. With the key for third signs (AltGr) both modifiers count as held. */
export function isText({ key, modifiers: { mod, alt } }: Pick<RawKey, 'key' | 'modifiers'>): boolean {
  return [...key].length === 1 && mod === alt;
}

const whatFieldsUse = new Set([
  ...['Enter', 'Escape', 'Backspace', 'Delete', 'Tab', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);

function isEnter({ key }: RawKey): boolean {
  return key === 'Enter';
}

function typeInto(field: OpenField, key: RawKey): void {
  const { text, start, end } = field.state.get();
  if (isText(key)) field.replace(start, end, key.key);
  else if (isEnter(key)) field.replace(start, end, '\n');
  else if (key.key === 'Backspace') {
    const last = [...text.slice(0, start)].at(-1)?.length ?? 0;
    field.replace(start === end ? start - last : start, end, '');
  }
}
