// My private ideas: the part of my `personal` document that I write on before anything is revealed. Nobody else is ever
// sent it. What the server takes to the wall leaves the pad; what I was still writing at that moment stays.

import type * as Y from 'yjs';
import { addDraft, type Draft, draftText, readDrafts, removeDrafts } from '../../shared/board/drafts.ts';
import { limits } from '../../shared/board/limits.ts';
import { textDiff } from '../../shared/board/textDiff.ts';
import type { Random } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';

export interface NewDraft {
  readonly text: string;
  /** Whether it is written under the promise that nobody learns whose it is. */
  readonly nameless: boolean;
  /** The sheet it is written on; null outside of rounds. */
  readonly sheet?: string | null;
}

/** What the pad asks of its connection: which drafts are not safe on the server yet. */
export interface PadSync {
  readonly save: { readonly unsaved: readonly string[] };
}

const local = 'pad';

export class Pad {
  private readonly doc: Y.Doc;
  private readonly sync: PadSync;
  private readonly random: Random;
  private readonly now = new Signal<readonly Draft[]>([]);
  private readonly stop: () => void;

  constructor(doc: Y.Doc, sync: PadSync, random: Random) {
    this.doc = doc;
    this.sync = sync;
    this.random = random;
    const root = doc.getMap('drafts');
    const hear = (_events: unknown, transaction: Y.Transaction) => this.changed(transaction);
    root.observeDeep(hear);
    this.stop = () => root.unobserveDeep(hear);
    this.now.set(readDrafts(doc));
  }

  /** In the order in which they stand. A new value whenever anything of them changed. */
  get drafts(): ReadonlySignal<readonly Draft[]> {
    return this.now;
  }

  /** Below all others, or right below `after`. Gives its id. */
  add({ text, nameless, sheet = null }: NewDraft, after: string | null = null): string {
    const id = randomToken(this.random, 12);
    const all = this.now.get();
    const index = all.findIndex((draft) => draft.id === after);
    const above = index < 0 ? all.at(-1) : all[index];
    const below = index < 0 ? undefined : all[index + 1];
    const from = above?.order ?? 0;
    const order = below === undefined ? from + 1 : (from + below.order) / 2;
    addDraft(this.doc, { id, text, order, nameless, sheet }, local);
    return id;
  }

  /** Makes the text of a draft this one, by the smallest edit: two devices of mine keep each other's letters. */
  write(id: string, text: string, caretEnd?: number): void {
    const live = draftText(this.doc, id);
    if (live === null) return;
    const edit = textDiff(live.toString(), text.slice(0, limits.textCharsMax), caretEnd);
    if (edit === null) return;
    this.doc.transact(() => {
      if (edit.remove > 0) live.delete(edit.index, edit.remove);
      if (edit.insert !== '') live.insert(edit.index, edit.insert);
    }, local);
  }

  remove(ids: readonly string[]): void {
    removeDrafts(this.doc, ids, local);
  }

  destroy(): void {
    this.stop();
  }

  private changed(transaction: Y.Transaction): void {
    const before = this.now.get();
    const after = readDrafts(this.doc);
    this.now.set(after);
    if (transaction.local) return;
    const there = new Set(after.map(({ id }) => id));
    const unsaved = new Set(this.sync.save.unsaved);
    // Taken from under my pen: whether the last letters were on the wall already cannot be known, so nothing is thrown away.
    const cut = before.filter(({ id, text }) => !there.has(id) && unsaved.has(id) && text.trim() !== '');
    for (const { text, nameless, sheet } of cut) this.add({ text, nameless, sheet });
  }
}
