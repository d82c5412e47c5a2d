// Private ideas in a `personal` document: root `drafts` holds each as a Y.Map `{k: 'note', t: Y.Text, p: [x, y]}` under a
// random id; `n` marks one that was promised to stay nameless, `s` names the sheet it was written on while ideas are passed
// on in rounds, `f` the phase it was written in, `r` the idea it goes on from. Everything read is unknown first.

import * as Y from 'yjs';
import { limits } from './limits.ts';

export interface Draft {
  readonly id: string;
  readonly text: string;
  /** For its owner's own order, smallest first. */
  readonly order: number;
  /** The sheet it was written on; null outside of rounds. */
  readonly sheet: string | null;
  /** Written under the promise that nobody learns whose it is. */
  readonly nameless: boolean;
  /** The phase it was written in; null outside of phases. */
  readonly phase: string | null;
  /** The idea that was taken to the wall while this was still being written in it; null for all others. */
  readonly cutFrom: string | null;
}

/** What makes a new one. The id must be new; `order` is where it stands among its owner's others. */
export type WrittenDraft = Pick<Draft, 'id' | 'text' | 'order' | 'nameless'> & Partial<Draft>;

const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

/** All that can be read, in their owner's order. Texts are whole, as they were typed. */
export function readDrafts(doc: Y.Doc): Draft[] {
  const drafts: Draft[] = [];
  for (const [id, entry] of doc.getMap('drafts').entries()) {
    const draft = idPattern.test(id) ? readDraft(id, entry) : null;
    if (draft !== null) drafts.push(draft);
  }
  return drafts.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The live text of a draft, to write in; null when it is not there. */
export function draftText(doc: Y.Doc, id: string): Y.Text | null {
  const entry = doc.getMap('drafts').get(id);
  const text = entry instanceof Y.Map ? entry.get('t') : null;
  return text instanceof Y.Text ? text : null;
}

export function addDraft(doc: Y.Doc, draft: WrittenDraft, origin: unknown): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>();
    entry.set('k', 'note');
    entry.set('p', [0, draft.order]);
    if (draft.sheet) entry.set('s', draft.sheet);
    if (draft.nameless) entry.set('n', 1);
    if (draft.phase) entry.set('f', draft.phase);
    if (draft.cutFrom) entry.set('r', draft.cutFrom);
    entry.set('t', new Y.Text(draft.text.slice(0, limits.textCharsMax)));
    doc.getMap('drafts').set(draft.id, entry);
  }, origin);
}

/** For good: what was private leaves no text behind. */
export function removeDrafts(doc: Y.Doc, ids: readonly string[], origin: unknown): void {
  const drafts = doc.getMap('drafts');
  doc.transact(() => {
    for (const id of ids) if (drafts.has(id)) drafts.delete(id);
  }, origin);
}

function readDraft(id: string, entry: unknown): Draft | null {
  if (!(entry instanceof Y.Map)) return null;
  const [text, place] = [entry.get('t'), entry.get('p')];
  if (!(text instanceof Y.Text) && typeof text !== 'string') return null;
  const order = Array.isArray(place) ? Number(place[1]) : 0;
  return {
    id,
    text: text.toString().slice(0, limits.textCharsMax),
    order: Number.isFinite(order) ? order : 0,
    sheet: idOf(entry.get('s')),
    nameless: entry.has('n'),
    phase: idOf(entry.get('f')),
    cutFrom: idOf(entry.get('r')),
  };
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' && idPattern.test(value) ? value : null;
}
