// What is typed while the page goes from one thing to another: from the press that makes a board until its first note has a
// caret, and at the door until the field for the name is there. Nobody else hears it meanwhile; whoever was meant takes it.

import { modifiersOf } from '../canvas/canvasEvents.ts';
import type { RawKey } from '../editor/intents.ts';
import { isFieldKey, isText, type Typed } from '../editor/typedAhead.ts';
import { hasOwnKeys } from '../ui/hasOwnKeys.ts';

/** What is waited for decides which keys could be meant for it. */
type Wanted = 'note' | 'name';

export class TypedOnTheWay {
  private kept: Typed[] = [];
  private listening: AbortController | null = null;

  /** Until somebody takes it or it is dropped; the first who asks decides what is waited for. */
  listen(wanted: Wanted): void {
    if (this.listening !== null) return;
    this.listening = new AbortController();
    const options = { signal: this.listening.signal, capture: true };
    // A field that has led here has done its work; one that somebody goes to now has not.
    const origin = document.activeElement;
    const isMeant = ({ target }: Event) => target === origin || !hasOwnKeys(target);
    window.addEventListener('keydown', (event) => isMeant(event) && this.hear(event, wanted), options);
    // At the door it means the wall behind it.
    if (wanted === 'name') return;
    window.addEventListener('paste', (event) => isMeant(event) && this.hearPaste(event), options);
  }

  /** Everything, in order; from now on the keys go where the focus is. */
  take(): readonly Typed[] {
    const { kept } = this;
    this.drop();
    return kept;
  }

  /** Nobody comes who could be meant. */
  drop(): void {
    this.listening?.abort();
    this.listening = null;
    this.kept = [];
  }

  private hear(event: KeyboardEvent, wanted: Wanted): void {
    // What an input method is writing cannot be kept: it needs a field.
    if (event.isComposing || event.keyCode === 229) return;
    const key = rawKey(event);
    if (!(wanted === 'note' ? mayMeanNote(key) : mayMeanName(key, event.target))) return;
    stop(event);
    // The key that pressed the button is still held.
    if (!(key.key === 'Enter' && key.repeat)) this.kept.push(key);
  }

  private hearPaste(event: ClipboardEvent): void {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (html === '' && text.trim() === '') return;
    stop(event);
    this.kept.push({ html, text });
  }
}

/** What stands in a field of one line after this, and whether it was sent off with Enter. */
export function typedLine(keys: readonly Typed[]): { readonly line: string; readonly isEntered: boolean } {
  const signs: string[] = [];
  for (const typed of keys) {
    if (!('key' in typed)) continue;
    if (typed.key === 'Enter') return { line: signs.join(''), isEntered: true };
    if (typed.key === 'Backspace') signs.pop();
    else if (isText(typed)) signs.push(typed.key);
  }
  return { line: signs.join(''), isEntered: false };
}

function rawKey(event: KeyboardEvent): RawKey {
  const { key, code, repeat } = event;
  return { type: 'down', key, code, repeat, modifiers: modifiersOf(event), inText: false };
}

function mayMeanNote(key: RawKey): boolean {
  const { mod, alt } = key.modifiers;
  return isText(key) || (isFieldKey(key) && !alt && (!mod || key.key === 'Enter'));
}

function mayMeanName(key: RawKey, target: EventTarget | null): boolean {
  const isButtons = target instanceof Element && target.closest('button, a') !== null;
  if (isButtons && (key.key === 'Enter' || key.key === ' ')) return false;
  return isText(key) || key.key === 'Backspace' || key.key === 'Enter';
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
