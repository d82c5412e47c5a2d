// The typed face of a canvas document: read items, change them in transactions, hear what changed. Nothing outside this
// folder touches a Y type.

import * as Y from 'yjs';
import { type Item, kindSpecs, type NewItem } from '../items/item.ts';
import type { Random } from '../lib/env.ts';
import { clamp, roundToEighth, type Vec } from '../lib/geometry.ts';
import { type ItemId, isItemId, newItemId } from '../lib/ids.ts';
import { orderBetween } from '../lib/order.ts';
import { Listeners, type Unsubscribe } from '../lib/signal.ts';
import { type CaretMark, caretAt, markCaret } from './caret.ts';
import { limits } from './limits.ts';
import { type ItemKey, readItem } from './reader.ts';
import { textDiff, wellFormed } from './textDiff.ts';
import { Top } from './top.ts';

/** The origin of every transaction made here: undo tracks instances of this class and nothing else. */
export class LocalOrigin {
  readonly source: 'local' | 'server';
  readonly verb: string;

  constructor(source: 'local' | 'server', verb: string) {
    this.source = source;
    this.verb = verb;
  }
}

export interface BoardChange {
  readonly ids: ReadonlySet<ItemId>;
  readonly source: 'local' | 'server' | 'peer';
  /** What was done here; null for what came from elsewhere. */
  readonly verb: string | null;
}

/** What one local transaction did, in a form that can be turned back. */
export interface ChangeRecord {
  readonly verb: string;
  /** Transactions of one verb call share a step: a bulk change is split on the wire and undone as one. */
  readonly step: number;
  readonly created: readonly ItemId[];
  readonly sets: readonly { id: ItemId; key: ItemKey; before: unknown; after: unknown }[];
  readonly texts: readonly { id: ItemId; before: string; after: string }[];
}

export class Board {
  readonly doc: Y.Doc;
  /** Local changes only, after each transaction; undo listens here. */
  readonly localChanges = new Listeners<ChangeRecord>();
  private readonly random: Random;
  private readonly root: Y.Map<unknown>;
  private readonly cache = new Map<ItemId, Item>();
  private readonly highest = new Top(this.cache);
  private readonly changes = new Listeners<BoardChange>();
  private readonly onDeep: (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void;
  private stepCount = 0;
  private stepDepth = 0;

  constructor(doc: Y.Doc, random: Random) {
    this.doc = doc;
    this.random = random;
    this.root = doc.getMap('items');
    for (const [id, entry] of this.root.entries()) if (isItemId(id)) this.cache.set(id, readItem(id, entry));
    this.onDeep = (events, transaction) => this.hear(events, transaction);
    this.root.observeDeep(this.onDeep);
  }

  /** Every readable entry, deleted ones included. The map is live: do not keep it across changes. */
  get items(): ReadonlyMap<ItemId, Item> {
    return this.cache;
  }

  get(id: ItemId): Item | undefined {
    return this.cache.get(id);
  }

  observe(listener: (change: BoardChange) => void): Unsubscribe {
    return this.changes.add(listener);
  }

  /** One transaction: one update on the wire, one entry in the log. */
  transact(
    verb: string,
    change: (tx: BoardTransaction) => void,
    source: LocalOrigin['source'] = 'local',
  ): void {
    this.asOneStep(() => {
      const tx = new BoardTransaction(this.root, this.random, this.cache);
      this.doc.transact(() => change(tx), new LocalOrigin(source, verb));
      if (source === 'local' && !tx.isEmpty) this.localChanges.tell(tx.record(verb, this.stepCount));
    });
  }

  /** Everything changed inside `work` is one step for undo, however many transactions it takes. */
  asOneStep(work: () => void): void {
    if (this.stepDepth === 0) this.stepCount++;
    this.stepDepth++;
    try {
      work();
    } finally {
      this.stepDepth--;
    }
  }

  /** The live text of an item, for carets and for undo of typing; undefined when it has none. */
  textOf(id: ItemId): Y.Text | undefined {
    const entry = this.root.get(id);
    const text = entry instanceof Y.Map ? entry.get('t') : undefined;
    return text instanceof Y.Text ? text : undefined;
  }

  /** A caret in an item's text as others can find it again; null when the item has none. */
  markCaret(id: ItemId, caret: number): CaretMark | null {
    const text = this.textOf(id);
    return text === undefined ? null : markCaret(text, caret);
  }

  /** Where a marked caret stands now, in UTF-16 units; null when that cannot be said yet. */
  caretAt(id: ItemId, mark: CaretMark): number | null {
    const text = this.textOf(id);
    return text === undefined ? null : caretAt(text, mark);
  }

  /** The raw value of one plain key, as the document has it. */
  valueOf(id: ItemId, key: Exclude<ItemKey, 't'>): unknown {
    const entry = this.root.get(id);
    return entry instanceof Y.Map ? entry.get(key) : undefined;
  }

  /** The item above all others, deleted ones included; null on an empty board. */
  top(): Item | null {
    return this.highest.get();
  }

  /** The topmost key in use; null on an empty board. */
  topOrder(): string | null {
    return this.top()?.order || null;
  }

  destroy(): void {
    this.root.unobserveDeep(this.onDeep);
  }

  private hear(events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    const ids = new Set<ItemId>();
    for (const event of events) {
      const changed = event.path.length === 0 ? [...event.keys.keys()] : [event.path[0]];
      for (const id of changed) if (isItemId(id)) ids.add(id);
    }
    for (const id of ids) {
      if (this.root.has(id)) this.cache.set(id, readItem(id, this.root.get(id)));
      else this.cache.delete(id);
      this.highest.hear(id);
    }
    const origin: unknown = transaction.origin;
    const ours = origin instanceof LocalOrigin ? origin : null;
    const source = transaction.local ? (ours?.source ?? 'local') : 'peer';
    this.changes.tell({ ids, source, verb: ours?.verb ?? null });
  }
}

/** What verbs may do inside a transaction. Remembers what it did, for undo. */
export class BoardTransaction {
  private readonly root: Y.Map<unknown>;
  private readonly random: Random;
  private readonly items: ReadonlyMap<ItemId, Item>;
  private readonly created: ItemId[] = [];
  private readonly sets: { id: ItemId; key: ItemKey; before: unknown; after: unknown }[] = [];
  private readonly texts: { id: ItemId; before: string; after: string }[] = [];

  constructor(root: Y.Map<unknown>, random: Random, items: ReadonlyMap<ItemId, Item>) {
    this.root = root;
    this.random = random;
    this.items = items;
  }

  get isEmpty(): boolean {
    return this.created.length + this.sets.length + this.texts.length === 0;
  }

  /** Makes an item; returns its id. Out-of-range numbers are brought into range, long text is cut. */
  create(item: NewItem, order: string): ItemId {
    const id = item.id !== undefined && !this.root.has(item.id) ? item.id : newItemId(this.random);
    const spec = kindSpecs[item.kind];
    const entry = new Y.Map<unknown>();
    entry.set('k', item.kind);
    entry.set('p', pack(item));
    const w = item.w ?? spec.size.w;
    const h = item.h ?? spec.size.h;
    if (w !== spec.size.w || h !== spec.size.h) entry.set('s', packSize(w, h));
    entry.set('z', item.order ?? order);
    if (item.parent) entry.set('g', item.parent);
    if (item.colour !== undefined && item.colour !== spec.colour) entry.set('c', item.colour);
    if (item.locked === true) entry.set('l', 1);
    if (item.kind === 'cluster' && item.collapsed === true) entry.set('o', 1);
    entry.set('t', new Y.Text(storable(item.text ?? '')));
    this.root.set(id, entry);
    this.created.push(id);
    return id;
  }

  move(id: ItemId, to: Vec): void {
    this.set(id, 'p', pack(to));
  }

  resize(id: ItemId, w: number, h: number): void {
    this.set(id, 's', packSize(w, h));
  }

  /** Sets one plain key; setting what is already there writes nothing. `undefined` removes the key. */
  set(id: ItemId, key: Exclude<ItemKey, 'k' | 't'>, after: unknown): void {
    const entry = this.root.get(id);
    if (!(entry instanceof Y.Map)) return;
    const before = entry.get(key);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    if (after === undefined) entry.delete(key);
    else entry.set(key, after);
    this.sets.push({ id, key, before, after });
  }

  /** Writes only what differs, so that what others type at the same time survives. `caretEnd`: see `textDiff`. */
  editText(id: ItemId, after: string, caretEnd?: number): void {
    const entry = this.root.get(id);
    if (!(entry instanceof Y.Map)) return;
    const text = entry.get('t');
    const wanted = storable(after);
    if (!(text instanceof Y.Text)) {
      // A bot may have written a plain string, or nothing: from here on it is a text that people can share.
      entry.set('t', new Y.Text(wanted));
      this.texts.push({ id, before: typeof text === 'string' ? text : '', after: wanted });
      return;
    }
    const before = text.toString();
    const diff = textDiff(before, wanted, caretEnd);
    if (diff === null) return;
    if (diff.remove > 0) text.delete(diff.index, diff.remove);
    if (diff.insert !== '') text.insert(diff.index, diff.insert);
    this.texts.push({ id, before, after: wanted });
  }

  /** The key above everything there is, for each call in turn. */
  orderAbove(below: string | null): string {
    return orderBetween(below, null, this.random);
  }

  /** A key between these two, null being the bottom or the top of the stack. */
  orderBetween(below: string | null, above: string | null): string {
    return orderBetween(below, above, this.random);
  }

  get(id: ItemId): Item | undefined {
    return this.items.get(id);
  }

  record(verb: string, step: number): ChangeRecord {
    return { verb, step, created: this.created, sets: this.sets, texts: this.texts };
  }
}

function storable(text: string): string {
  return wellFormed(text.slice(0, limits.textCharsMax));
}

function pack(at: Vec): [number, number] {
  return [packCoordinate(at.x), packCoordinate(at.y)];
}

function packCoordinate(value: number): number {
  return Number.isFinite(value)
    ? clamp(roundToEighth(value), -limits.coordinateMax, limits.coordinateMax)
    : 0;
}

function packSize(w: number, h: number): [number, number] {
  return [
    clamp(roundToEighth(w), limits.sizeMin, limits.sizeMax),
    clamp(roundToEighth(h), limits.sizeMin, limits.sizeMax),
  ];
}
