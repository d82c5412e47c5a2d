// The hand: an editor without a screen, driven by the same raw events a browser would send. Time passes only when a test
// says so. Two of them on one board see each other's commits and hands.

import * as Y from 'yjs';
import { Editor } from '../../client/editor/editor.ts';
import { type Modifiers, noModifiers, type RawPointer } from '../../client/editor/intents.ts';
import type { Other, Presence } from '../../client/editor/ports.ts';
import { Board } from '../../shared/board/board.ts';
import { seededRandom } from '../../shared/lib/env.ts';
import type { Vec } from '../../shared/lib/geometry.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import { type Cursor, emptyHold, type Hold } from '../../shared/protocol/presence.ts';
import { type BoardBuilder, linesOf } from './aBoard.ts';
import { VirtualTime, virtualEnv } from './virtualTime.ts';

type PointerKind = RawPointer['pointerType'];

/** Presence that a test can read and fill: `shows` is what this hand shows, `sees` what it is told of the others. */
export class TestPresence implements Presence {
  shows: { cursor: Cursor; hold: Hold } = { cursor: { at: null, drag: null }, hold: emptyHold };
  private readonly listeners = new Listeners<void>();
  private readonly peers: TestPresence[] = [];
  private all: readonly Other[] = [];

  others(): readonly Other[] {
    return this.all;
  }

  subscribe(listener: () => void): Unsubscribe {
    return this.listeners.add(listener);
  }

  showCursor(cursor: Cursor): void {
    this.shows = { ...this.shows, cursor };
    this.deliver();
  }

  showHold(hold: Hold): void {
    this.shows = { ...this.shows, hold };
    this.deliver();
  }

  sees(others: readonly Other[]): void {
    this.all = others;
    this.listeners.tell();
  }

  /** From now on these two see each other at once. */
  meet(peer: TestPresence): void {
    this.peers.push(peer);
    peer.peers.push(this);
    this.deliver();
    peer.deliver();
  }

  private deliver(): void {
    for (const peer of this.peers) peer.sees(peer.peers.map((other, slot) => personAt(slot, other.shows)));
  }
}

function personAt(slot: number, shows: { cursor: Cursor; hold: Hold }): Other {
  const person = { id: `person${slot}` as ParticipantId, name: `Person ${slot}`, colour: slot };
  return { slot, person, ...shows };
}

export class TestEditor {
  readonly editor: Editor;
  readonly board: Board;
  readonly presence = new TestPresence();
  readonly time: VirtualTime;
  private at: Vec = { x: 0, y: 0 };
  private clockMs = 0;

  constructor(board: Board, options: { time?: VirtualTime; seed?: number } = {}) {
    this.board = board;
    this.time = options.time ?? new VirtualTime();
    this.editor = new Editor({
      board,
      env: virtualEnv(this.time, options.seed ?? 7),
      presence: this.presence,
      authorOf: () => null,
    });
  }

  /** `select.translating` and the like. */
  get path(): string {
    return this.editor.toolbox.path;
  }

  get selected(): readonly string[] {
    return this.editor.selection.ids;
  }

  /** What is on the board, one line an item. */
  get lines(): string[] {
    return linesOf(this.board);
  }

  /** Where an item is drawn at this moment: `x,y` or `x,y wxh` for clusters. */
  drawn(id: string): string {
    const drawable = this.editor.scene.get(id as ItemId);
    if (drawable === undefined) return 'nowhere';
    const { x, y, w, h } = drawable.box;
    return drawable.item.kind === 'cluster' ? `${x},${y} ${w}x${h}` : `${x},${y}`;
  }

  down(x: number, y: number, modifiers: Partial<Modifiers> = {}, more: Partial<RawPointer> = {}): this {
    this.clockMs += 1_000;
    return this.raw('down', x, y, modifiers, more);
  }

  move(x: number, y: number, modifiers: Partial<Modifiers> = {}, more: Partial<RawPointer> = {}): this {
    return this.raw('move', x, y, modifiers, more);
  }

  up(modifiers: Partial<Modifiers> = {}, more: Partial<RawPointer> = {}): this {
    return this.raw('up', more.at?.x ?? this.at.x, more.at?.y ?? this.at.y, modifiers, more);
  }

  click(x: number, y: number, modifiers: Partial<Modifiers> = {}, more: Partial<RawPointer> = {}): this {
    return this.down(x, y, modifiers, more).up(modifiers, more);
  }

  doubleClick(x: number, y: number): this {
    return this.click(x, y).raw('down', x, y, {}, {}).up();
  }

  /** Press, two moves, release. */
  drag(
    from: readonly [number, number],
    to: readonly [number, number],
    modifiers: Partial<Modifiers> = {},
  ): this {
    return this.hold(from, to, modifiers).up(modifiers);
  }

  /** A drag whose hand stays closed. */
  hold(
    from: readonly [number, number],
    to: readonly [number, number],
    modifiers: Partial<Modifiers> = {},
  ): this {
    this.down(from[0], from[1], modifiers);
    this.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, modifiers);
    return this.move(to[0], to[1], modifiers);
  }

  touch(type: RawPointer['type'], id: number, x: number, y: number): this {
    return this.raw(type, x, y, {}, { id, pointerType: 'touch' });
  }

  wheel(x: number, y: number, delta: Vec, modifiers: Partial<Modifiers> = {}): this {
    this.editor.pointer.wheel({ at: { x, y }, delta, modifiers: { ...noModifiers, ...modifiers } });
    return this;
  }

  /** A chord as `keys.ts` writes them. True when it was used up. */
  key(chord: string, type: 'down' | 'up' = 'down'): boolean {
    const parts = chord.split('+');
    const key = parts.at(-1) ?? '';
    const modifiers = {
      mod: parts.includes('mod'),
      shift: parts.includes('shift'),
      alt: parts.includes('alt'),
    };
    return this.editor.key({
      type,
      key: domKeys[key] ?? key,
      code: '',
      modifiers,
      repeat: false,
      inText: this.editor.editing.get() !== null,
    });
  }

  /** Types into the open text, a letter at a time, at its end. */
  type(text: string): this {
    for (const letter of text) {
      const id = this.editor.editing.get();
      if (id === null) return this;
      const next = (this.board.get(id)?.text ?? '') + letter;
      this.editor.write(next, next.length);
    }
    return this;
  }

  private raw(
    type: RawPointer['type'],
    x: number,
    y: number,
    modifiers: Partial<Modifiers>,
    more: Partial<RawPointer>,
  ): this {
    this.at = { x, y };
    const pointerType: PointerKind = 'mouse';
    this.editor.pointer.handle({
      type,
      id: 1,
      at: this.at,
      button: 0,
      pointerType,
      modifiers: { ...noModifiers, ...modifiers },
      time: this.clockMs,
      ...more,
    });
    return this;
  }
}

const domKeys: Readonly<Record<string, string>> = {
  escape: 'Escape',
  enter: 'Enter',
  tab: 'Tab',
  space: ' ',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  delete: 'Delete',
  backspace: 'Backspace',
  f2: 'F2',
};

export function aHand(builder: BoardBuilder): TestEditor {
  return new TestEditor(builder.board);
}

/** Two documents that exchange their updates at once, or when `flush` is called after `cut`. */
export class Wire {
  private readonly held: (() => void)[] = [];
  private isCut = false;

  constructor(a: Y.Doc, b: Y.Doc) {
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a), this);
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b), this);
    this.forward(a, b);
    this.forward(b, a);
  }

  cut(): void {
    this.isCut = true;
  }

  flush(): void {
    this.isCut = false;
    for (const deliver of this.held.splice(0)) deliver();
  }

  private forward(from: Y.Doc, to: Y.Doc): void {
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      const deliver = () => Y.applyUpdate(to, update, this);
      if (this.isCut) this.held.push(deliver);
      else deliver();
    });
  }
}

export function aPeerOf(board: Board, seed = 99): { board: Board; wire: Wire } {
  const doc = new Y.Doc();
  doc.clientID = 1_000 + seed;
  const wire = new Wire(board.doc, doc);
  return { board: new Board(doc, seededRandom(seed)), wire };
}

/** Two hands on one board, each with its own document and clock in common. */
export function twoHands(builder: BoardBuilder): { alice: TestEditor; bob: TestEditor; wire: Wire } {
  const { board, wire } = aPeerOf(builder.board);
  const alice = new TestEditor(builder.board);
  const bob = new TestEditor(board, { time: alice.time, seed: 8 });
  alice.presence.meet(bob.presence);
  return { alice, bob, wire };
}
