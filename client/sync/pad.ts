// My private ideas: the part of my `personal` document that I write on before anything is revealed. Nobody else is ever
// sent it. What the server takes to the wall leaves the pad; what I was still writing at that moment stays.

import * as Y from 'yjs';
import {
  addDraft,
  type Draft,
  draftText,
  readDrafts,
  removeDrafts,
  type WrittenDraft,
} from '../../shared/board/drafts.ts';
import { limits } from '../../shared/board/limits.ts';
import { textDiff } from '../../shared/board/textDiff.ts';
import { neutralText } from '../../shared/features/session/drafts.ts';
import type { Random } from '../../shared/lib/env.ts';
import { fieldsOf } from '../../shared/lib/fields.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';

export interface NewDraft {
  /** From `newId`, where it was needed before; a new one otherwise. */
  readonly id?: string;
  readonly text: string;
  /** Whether it is written under the promise that nobody learns whose it is. */
  readonly nameless: boolean;
  /** The sheet it is written on; null outside of rounds. */
  readonly sheet?: string | null;
  /** The phase it is written in; null outside of phases. */
  readonly phase?: string | null;
}

/** A sheet that was passed on to me: what others wrote on it, round by round, without a name. */
export interface Sheet {
  readonly id: string;
  /** The phase in which it goes round. */
  readonly phase: string;
  /** In which it lies before me, from 1. */
  readonly round: number;
  readonly rows: readonly (readonly string[])[];
}

/** What the pad asks of its connection: which drafts are not safe on the server yet. */
export interface PadSync {
  readonly save: { readonly unsaved: readonly string[] };
}

const local = 'pad';
/** What is typed without a pause of this length is one step of undo. */
const pauseMs = 700;

export class Pad {
  private readonly doc: Y.Doc;
  private readonly sync: PadSync;
  private readonly random: Random;
  private readonly now = new Signal<readonly Draft[]>([]);
  private readonly sheetNow = new Signal<Sheet | null>(null);
  private readonly steps: Y.UndoManager;
  private readonly stop: () => void;

  constructor(doc: Y.Doc, sync: PadSync, random: Random) {
    this.doc = doc;
    this.sync = sync;
    this.random = random;
    const root = doc.getMap('drafts');
    this.steps = new Y.UndoManager(root, { trackedOrigins: new Set([local]), captureTimeout: pauseMs });
    const hear = (_events: unknown, transaction: Y.Transaction) => this.changed(transaction);
    root.observeDeep(hear);
    const sheet = doc.getMap('sheet');
    const look = () => this.sheetNow.set(readSheet(sheet.get('cur')));
    sheet.observeDeep(look);
    this.stop = () => {
      root.unobserveDeep(hear);
      sheet.unobserveDeep(look);
    };
    look();
    this.now.set(readDrafts(doc));
  }

  /** In the order in which they stand. A new value whenever anything of them changed. */
  get drafts(): ReadonlySignal<readonly Draft[]> {
    return this.now;
  }

  /** In rounds: what lies before me; null outside of them. */
  get sheet(): ReadonlySignal<Sheet | null> {
    return this.sheetNow;
  }

  newId(): string {
    return randomToken(this.random, 12);
  }

  /** Below all others, or right below `after`. Gives its id. */
  add(draft: NewDraft, after: string | null = null): string {
    const id = draft.id ?? this.newId();
    const all = this.now.get();
    const index = all.findIndex((other) => other.id === after);
    const above = index < 0 ? all.at(-1) : all[index];
    const below = index < 0 ? undefined : all[index + 1];
    const from = above?.order ?? 0;
    const order = below === undefined ? from + 1 : (from + below.order) / 2;
    this.steps.stopCapturing();
    addDraft(this.doc, { ...draft, id, order }, local);
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
    this.steps.stopCapturing();
    removeDrafts(this.doc, ids, local);
    this.steps.stopCapturing();
  }

  /** Brings back what was removed, unless it is there again. */
  putBack(drafts: readonly WrittenDraft[]): void {
    this.steps.stopCapturing();
    for (const draft of drafts) if (draftText(this.doc, draft.id) === null) addDraft(this.doc, draft, local);
  }

  /** The last step of this page on the pad. What was taken to the wall never comes back by it. False when there is none. */
  undo(): boolean {
    return this.steps.undo() !== null;
  }

  redo(): boolean {
    return this.steps.redo() !== null;
  }

  /** Where another sheet or another phase begins, nothing of the last one is brought back by a key. */
  forgetSteps(): void {
    this.steps.clear();
  }

  /**
   * What I was still writing when it was taken: nothing more is to be done where the wall has every letter of it, or where
   * another device of mine has kept the same. `isOnWall` is asked for the text as it would come there.
   */
  dropWhatArrived(isOnWall: (text: string) => boolean): void {
    const cut = this.now.get().filter(({ cutFrom }) => cutFrom !== null);
    const seen = new Set<string>();
    const done = [...cut]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .filter(({ text, cutFrom }) => {
        const twin = `${cutFrom} ${text}`;
        const isTwin = seen.has(twin);
        seen.add(twin);
        return isTwin || isOnWall(neutralText(text));
      });
    if (done.length === 0) return;
    removeDrafts(
      this.doc,
      done.map(({ id }) => id),
      null,
    );
  }

  destroy(): void {
    this.stop();
    this.steps.destroy();
  }

  private changed(transaction: Y.Transaction): void {
    const before = this.now.get();
    const after = readDrafts(this.doc);
    const there = new Set(after.map(({ id }) => id));
    const gone = transaction.local ? [] : before.filter(({ id }) => !there.has(id));
    const unsaved = new Set(this.sync.save.unsaved);
    // Taken from under my pen: whether the last letters were on the wall already cannot be known, so nothing is thrown away.
    const cut = gone.filter(({ id, text }) => unsaved.has(id) && text.trim() !== '');
    if (gone.length > 0) this.steps.clear();
    if (cut.length > 0) {
      this.doc.transact(() => {
        for (const draft of cut) addDraft(this.doc, { ...draft, id: this.newId(), cutFrom: draft.id }, null);
      }, null);
    }
    // Whoever shows the ideas sees the new beside the taken in one step: the caret goes along.
    this.now.set(cut.length > 0 ? readDrafts(this.doc) : after);
  }
}

function readSheet(value: unknown): Sheet | null {
  const { id, phase, round, rows } = fieldsOf(value) ?? {};
  if (typeof id !== 'string' || typeof phase !== 'string' || typeof round !== 'number') return null;
  const texts = (Array.isArray(rows) ? rows : []).map((row: unknown) =>
    Array.isArray(row) ? row.filter((text): text is string => typeof text === 'string') : [],
  );
  return { id, phase, round, rows: texts };
}
