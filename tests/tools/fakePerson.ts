// One made-up participant: wanders over the board, writes a note letter by letter, picks notes up and puts them elsewhere.
// Moves in small steps of time that its owner hands out; knows neither clock nor socket.

import type { Board } from '../../shared/board/board.ts';
import { createNote, moveItems, setText } from '../../shared/board/verbs.ts';
import { colours } from '../../shared/items/colour.ts';
import type { Item } from '../../shared/items/item.ts';
import type { Random } from '../../shared/lib/env.ts';
import { add, centre, distance, subtract, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { type Cursor, emptyHold, type Hold } from '../../shared/protocol/presence.ts';

/** Where the crowd lives, around the origin. */
const roomWidth = 2400;
const roomHeight = 1500;
const unitsPerSecond = 700;
const lettersPerSecond = 9;
const notesMax = 150;

const phrases = [
  'What if we asked the night shift first?',
  'Fewer meetings on Mondays',
  'A map of who knows what',
  'Pair new people with a guide',
  'The form has eleven fields. Why?',
  'Show the price before the sign-up',
  'Let the quiet ones write first',
  'Try it with one team for two weeks',
  'Nobody reads the weekly mail',
  'Keep the coffee corner',
  'A glossary, one page',
  'Say no more often, and why',
];

/** What others see of this person at one moment. */
export interface Shown {
  readonly cursor: Cursor;
  readonly hold: Hold;
}

type Moment =
  | { readonly name: 'walking'; readonly to: Vec; readonly next: 'write' | 'grab' | 'rest' }
  | { readonly name: 'resting'; readonly restMs: number }
  | { readonly name: 'writing'; readonly id: ItemId; readonly phrase: string; readonly letters: number }
  | { readonly name: 'dragging'; readonly id: ItemId; readonly from: Vec; readonly to: Vec };

export class FakePerson {
  private readonly board: Board;
  private readonly random: Random;
  private at: Vec;
  private moment: Moment = { name: 'resting', restMs: 0 };

  constructor(board: Board, random: Random) {
    this.board = board;
    this.random = random;
    this.at = this.somewhere();
  }

  /** Lives on for that long and says what others see now. */
  step(ms: number): Shown {
    const moment = this.moment;
    switch (moment.name) {
      case 'resting':
        this.moment = moment.restMs > ms ? { ...moment, restMs: moment.restMs - ms } : this.nextWalk();
        break;
      case 'walking':
        if (this.walk(moment.to, ms)) this.moment = this.arrived(moment.next);
        break;
      case 'writing':
        this.moment = this.write(moment, ms);
        break;
      case 'dragging':
        if (this.walk(moment.to, ms)) this.moment = this.drop(moment);
        break;
    }
    return this.shown();
  }

  private shown(): Shown {
    const moment = this.moment;
    if (moment.name === 'dragging') {
      return {
        cursor: { at: this.at, drag: subtract(this.at, moment.from) },
        hold: { selection: [moment.id], dragging: [moment.id], editing: null },
      };
    }
    const cursor = { at: this.at, drag: null };
    if (moment.name !== 'writing') return { cursor, hold: emptyHold };
    const editing = { id: moment.id, caret: Math.floor(moment.letters) };
    return { cursor, hold: { selection: [moment.id], dragging: [], editing } };
  }

  /** True on arrival. */
  private walk(to: Vec, ms: number): boolean {
    const left = distance(this.at, to);
    const stride = (unitsPerSecond * ms) / 1000;
    if (left <= stride) {
      this.at = to;
      return true;
    }
    const way = subtract(to, this.at);
    this.at = add(this.at, { x: (way.x / left) * stride, y: (way.y / left) * stride });
    return false;
  }

  private nextWalk(): Moment {
    const notes = this.liveNotes();
    const chance = this.random.next();
    const wantsToWrite = chance < 0.35 && notes.length < notesMax;
    if (wantsToWrite || notes.length === 0) {
      return { name: 'walking', to: this.somewhere(), next: notes.length < notesMax ? 'write' : 'rest' };
    }
    const note = this.oneOf(notes);
    if (chance < 0.8 && note) return { name: 'walking', to: centre(note), next: 'grab' };
    return { name: 'walking', to: this.somewhere(), next: 'rest' };
  }

  private arrived(next: 'write' | 'grab' | 'rest'): Moment {
    if (next === 'write') {
      const id = createNote(this.board, { ...this.at, text: '', colour: this.oneOf(colours) ?? 'yellow' });
      const phrase = this.oneOf(phrases) ?? '';
      if (id !== null) return { name: 'writing', id, phrase, letters: 0 };
    }
    if (next === 'grab') {
      // Somebody may have carried it away meanwhile.
      const note = this.liveNotes().find((item) => distance(centre(item), this.at) < 1);
      if (note) return { name: 'dragging', id: note.id, from: this.at, to: this.somewhere() };
    }
    return { name: 'resting', restMs: 300 + this.random.next() * 1500 };
  }

  private write(moment: Moment & { name: 'writing' }, ms: number): Moment {
    const letters = moment.letters + (lettersPerSecond * ms) / 1000;
    const text = moment.phrase.slice(0, Math.floor(letters));
    const before = this.board.get(moment.id);
    if (!before || before.deleted) return { name: 'resting', restMs: 500 };
    if (text.length > Math.floor(moment.letters)) setText(this.board, { id: moment.id, text });
    return letters >= moment.phrase.length ? { name: 'resting', restMs: 800 } : { ...moment, letters };
  }

  private drop(moment: Moment & { name: 'dragging' }): Moment {
    moveItems(this.board, { ids: [moment.id], by: subtract(moment.to, moment.from) });
    return { name: 'resting', restMs: 400 };
  }

  private liveNotes(): Item[] {
    return [...this.board.items.values()].filter((item) => item.kind === 'note' && !item.deleted);
  }

  private somewhere(): Vec {
    const off = (size: number) => Math.round((this.random.next() - 0.5) * size);
    return { x: off(roomWidth), y: off(roomHeight) };
  }

  private oneOf<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(this.random.next() * values.length)];
  }
}
