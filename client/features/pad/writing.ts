// Writing one idea after the other: which rows there are, where the caret goes, what each key does. Headless: it has never
// heard of a field.

import type { Draft } from '../../../shared/board/drafts.ts';
import { limits } from '../../../shared/board/limits.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { Pad } from '../../sync/pad.ts';
import type { PadView } from './padView.ts';

export interface Row {
  readonly id: string;
  /** Stays the same when the idea goes on under another id: the field stays too. */
  readonly key: string;
  readonly text: string;
  /** Of an idea that is on the pad; null for the empty row, which is nothing until something is written in it. */
  readonly draft: Draft | null;
}

/** Where the caret is to go. A new value each time. */
export interface CaretWish {
  readonly id: string;
  readonly at: 'start' | 'end' | number;
}

interface Blank {
  readonly id: string;
  /** The row it stands below; null for the end. */
  readonly after: string | null;
}

export type WritingPad = Pick<
  Pad,
  'newId' | 'add' | 'write' | 'remove' | 'putBack' | 'undo' | 'redo' | 'drafts'
>;

export class Writing {
  readonly caret = new Signal<CaretWish | null>(null);
  private readonly pad: WritingPad;
  private readonly view: ReadonlySignal<PadView>;
  private readonly rowsNow = new Signal<readonly Row[]>([]);
  private readonly keys = new Map<string, string>();
  private readonly stop: Unsubscribe;
  private blank: Blank;
  /** Somebody is ready to write and has nothing to write on yet. */
  private waits = false;
  /** The row with the caret in it. */
  private current: { readonly id: string; caret: number } | null = null;

  constructor(pad: WritingPad, view: ReadonlySignal<PadView>) {
    this.pad = pad;
    this.view = view;
    this.blank = { id: pad.newId(), after: null };
    this.stop = view.subscribe(() => this.refresh());
    this.refresh();
  }

  /** In a silent phase always with one empty one. */
  get rows(): ReadonlySignal<readonly Row[]> {
    return this.rowsNow;
  }

  /** To the place where the next idea is written. */
  goOn(): void {
    const place = this.mayAdd ? this.blank.id : this.lastId();
    this.waits = place === null;
    if (place !== null) this.want(place, 'end');
  }

  /** The caret is in this row now. */
  entered(id: string, caret: number): void {
    this.current = { id, caret };
  }

  moved(id: string, caret: number): void {
    if (this.current?.id === id) this.current.caret = caret;
  }

  /** The caret has left this row: what is empty goes, and the next idea is offered at the end again. */
  left(id: string): void {
    if (this.current?.id === id) this.current = null;
    const row = this.rowOf(id);
    if (row?.draft && row.text === '') this.pad.remove([id]);
    if (id === this.blank.id && this.blank.after !== null) this.setBlank(null);
  }

  write(id: string, text: string, caret: number): void {
    this.current = { id, caret };
    if (id !== this.blank.id) {
      this.pad.write(id, text, caret);
      return;
    }
    if (text === '') return;
    const { after } = this.blank;
    this.blank = { id: this.pad.newId(), after: null };
    this.pad.add({ id, text: text.slice(0, limits.textCharsMax), ...this.kind() }, after ?? this.lastId());
  }

  /** Enter: the next idea, below this one. */
  next(id: string): void {
    const index = this.indexOf(id);
    if (id === this.blank.id || index < 0) return;
    if (!this.mayAdd) return void this.step(id, 1);
    const isLast = index === this.rowsNow.get().length - 2 && this.blank.after === null;
    if (!isLast) this.setBlank(id);
    this.want(this.blank.id, 'start');
  }

  /** Backspace in an empty one: back to the one above. False when there is none, or something is written in it. */
  back(id: string): boolean {
    const index = this.indexOf(id);
    const row = this.rowsNow.get()[index];
    const above = this.rowsNow.get()[index - 1];
    if (row === undefined || above === undefined || row.text !== '') return false;
    this.want(above.id, 'end');
    if (row.draft !== null) this.pad.remove([id]);
    return true;
  }

  /** To the row above or below. False when there is none. */
  step(id: string, by: -1 | 1): boolean {
    const row = this.rowsNow.get()[this.indexOf(id) + by];
    if (row === undefined) return false;
    this.want(row.id, by < 0 ? 'end' : 'start');
    return true;
  }

  /** Takes an idea off the pad; the caret goes where it stood. Gives what brings it back. */
  remove(id: string): (() => void) | null {
    const index = this.indexOf(id);
    const draft = this.rowsNow.get()[index]?.draft ?? null;
    if (draft === null) return null;
    const hadCaret = this.current?.id === id;
    const near = this.rowsNow.get()[index + 1] ?? this.rowsNow.get()[index - 1];
    this.pad.remove([id]);
    if (hadCaret && near) this.want(near.id, 'end');
    return () => this.pad.putBack([draft]);
  }

  /** What was pasted into this row becomes one idea each: this one and new ones below it. */
  split(id: string, first: string, others: readonly string[]): void {
    this.write(id, first, first.length);
    let below = id;
    for (const text of others) below = this.pad.add({ text, ...this.kind() }, below);
    this.next(below);
  }

  /** One step back, or forth again; the caret goes to what changed. False when there is none. */
  undo(way: 'undo' | 'redo' = 'undo'): boolean {
    const before = new Map(this.rowsNow.get().map(({ id, text }) => [id, text]));
    if (!this.pad[way]()) return false;
    const rows = this.rowsNow.get();
    const changed = rows.find(({ id, text, draft }) => draft !== null && before.get(id) !== text);
    if (changed) this.want(changed.id, 'end');
    else if (this.current === null || this.rowOf(this.current.id) === undefined) this.goOn();
    return true;
  }

  destroy(): void {
    this.stop();
    const empty = this.view.get().ideas.filter((draft) => draft.text === '');
    if (empty.length > 0) this.pad.remove(empty.map(({ id }) => id));
  }

  /** Outside of a silent phase nothing new is begun, and in rounds not before the sheet is there. */
  private get mayAdd(): boolean {
    const { phase, round, sheet } = this.view.get();
    return phase !== null && (round === null || sheet !== null);
  }

  private kind() {
    const { nameless, phase, sheet } = this.view.get();
    return { nameless, phase: phase?.id ?? null, sheet: sheet?.id ?? null };
  }

  private refresh(): void {
    const { ideas } = this.view.get();
    const used = new Set<string>();
    const rows = ideas.map((draft): Row => {
      const key = this.keyOf(draft, used);
      used.add(key);
      return { id: draft.id, key, text: draft.text, draft };
    });
    const { id, after } = this.blank;
    const above = after === null ? -1 : ideas.findIndex((draft) => draft.id === after);
    if (above < 0 && after !== null) this.blank = { id, after: null };
    if (this.mayAdd)
      rows.splice(above < 0 ? rows.length : above + 1, 0, { id, key: id, text: '', draft: null });
    const { current } = this;
    this.rowsNow.set(rows);
    if (this.waits && rows.length > 0) this.goOn();
    if (current === null || this.rowOf(current.id) !== undefined) return;
    // Taken from under the caret: it goes along with what I was writing, or to the next idea.
    const goesOn = rows.find(({ draft }) => draft?.cutFrom === current.id);
    if (goesOn) this.want(goesOn.id, current.caret);
    else this.goOn();
  }

  private keyOf({ id, cutFrom }: Draft, used: ReadonlySet<string>): string {
    const known = this.keys.get(id);
    if (known !== undefined) return known;
    const before = cutFrom !== null && this.current?.id === cutFrom ? this.keys.get(cutFrom) : undefined;
    const key = before === undefined || used.has(before) ? id : before;
    this.keys.set(id, key);
    return key;
  }

  private setBlank(after: string | null): void {
    this.blank = { id: this.blank.id, after };
    this.refresh();
  }

  private want(id: string, at: CaretWish['at']): void {
    this.current = { id, caret: typeof at === 'number' ? at : 0 };
    this.caret.set({ id, at });
  }

  private lastId(): string | null {
    return this.view.get().ideas.at(-1)?.id ?? null;
  }

  private indexOf(id: string): number {
    return this.rowsNow.get().findIndex((row) => row.id === id);
  }

  private rowOf(id: string): Row | undefined {
    return this.rowsNow.get().find((row) => row.id === id);
  }
}
