// My steps back. What others did since is never touched: a value they changed stays theirs, a note they wrote into keeps
// their words, and undoing a creation hides the note (soft delete) instead of destroying what was typed into it.

import { UndoManager } from 'yjs';
import type { ItemId } from '../lib/ids.ts';
import { Listeners, type Unsubscribe } from '../lib/signal.ts';
import { type Board, type BoardTransaction, type ChangeRecord, LocalOrigin } from './board.ts';
import { limits } from './limits.ts';
import type { ItemKey } from './reader.ts';

interface ValueStep {
  readonly id: ItemId;
  readonly key: ItemKey;
  readonly before: unknown;
  readonly after: unknown;
}

interface TextStep {
  readonly id: ItemId;
  readonly before: string;
  readonly after: string;
  /** The item's own text history, which can take the edit back in the midst of what others typed; null without one. */
  readonly history: UndoManager | null;
  /** The edit stands on top of its history's stack whenever its turn comes. Others may have deleted all of it. */
  isThere: boolean;
}

interface Step {
  readonly number: number;
  readonly values: ValueStep[];
  readonly texts: TextStep[];
}

const stepsMax = 200;

export class Undo {
  readonly changed = new Listeners<void>();
  private readonly board: Board;
  private readonly undoSteps: Step[] = [];
  private readonly redoSteps: Step[] = [];
  private readonly textHistories = new Map<ItemId, UndoManager>();
  private readonly stopListening: Unsubscribe;
  private replaying = false;
  /** What was done since `openStep`; null while no step is open. */
  private open: Step[] | null = null;
  private paused = false;

  constructor(board: Board) {
    this.board = board;
    this.stopListening = board.localChanges.add((record) => this.remember(record));
  }

  get canUndo(): boolean {
    return this.undoSteps.length > 0;
  }

  get canRedo(): boolean {
    return this.redoSteps.length > 0;
  }

  get isOpen(): boolean {
    return this.open !== null;
  }

  /** Everything until `closeStep` is one step: writing a note, from the first key to leaving it. */
  openStep(): void {
    this.closeStep();
    this.open = [];
  }

  /** A pause within the open step: undo pressed before it is closed goes back to here and no further. */
  pauseStep(): void {
    this.paused = true;
  }

  closeStep(): void {
    const open = this.open ?? [];
    this.open = null;
    this.paused = false;
    const parts: Step[] = [];
    for (let last = this.undoSteps.at(-1); last && open.includes(last); last = this.undoSteps.at(-1)) {
      parts.unshift(last);
      this.undoSteps.pop();
    }
    const latest = parts.at(-1);
    if (latest === undefined) return;
    this.undoSteps.push({
      number: latest.number,
      values: parts.flatMap((part) => part.values),
      texts: parts.flatMap((part) => part.texts),
    });
  }

  /** Takes back what was done since `openStep` and forgets it: redo does not know it. */
  throwAwayStep(): void {
    const open = this.open ?? [];
    for (let last = this.undoSteps.at(-1); last && open.includes(last); last = this.undoSteps.at(-1)) {
      this.undo();
      this.redoSteps.pop();
    }
    this.open = null;
    this.paused = false;
    this.changed.tell();
  }

  /** Call before the first edit of an existing text, so that its history starts there. */
  watchText(id: ItemId): void {
    const text = this.board.textOf(id);
    if (text === undefined || this.textHistories.has(id)) return;
    this.textHistories.set(
      id,
      new UndoManager(text, { trackedOrigins: new Set([LocalOrigin]), captureTimeout: 0 }),
    );
  }

  undo(): void {
    this.replay(this.undoSteps, this.redoSteps, 'undo');
  }

  redo(): void {
    this.replay(this.redoSteps, this.undoSteps, 'redo');
  }

  destroy(): void {
    this.stopListening();
    for (const history of this.textHistories.values()) history.destroy();
  }

  private remember(record: ChangeRecord): void {
    if (this.replaying) return;
    const step = this.stepFor(record);
    for (const id of record.created) step.values.push({ id, key: 'd', before: 1, after: undefined });
    step.values.push(...record.sets);
    // A history holds one entry for each transaction, however many edits there were in it.
    const texts = new Map<ItemId, TextStep>();
    for (const { id, before, after } of record.texts) {
      const history = this.textHistories.get(id) ?? null;
      const first = texts.get(id)?.before ?? before;
      texts.set(id, { id, before: first, after, history, isThere: true });
      // A text that a bot had written as a plain string has become one with a history just now.
      this.watchText(id);
    }
    step.texts.push(...texts.values());
    this.redoSteps.length = 0;
    this.changed.tell();
  }

  private stepFor(record: ChangeRecord): Step {
    const last = this.undoSteps.at(-1);
    const goesOn = this.open !== null && !this.paused && this.open.at(-1) === last;
    if (last && (last.number === record.step || goesOn)) return last;
    const step: Step = { number: record.step, values: [], texts: [] };
    this.undoSteps.push(step);
    if (this.undoSteps.length > stepsMax) this.undoSteps.shift();
    this.open?.push(step);
    this.paused = false;
    return step;
  }

  private replay(from: Step[], to: Step[], direction: 'undo' | 'redo'): void {
    const step = from.pop();
    if (step === undefined) return;
    this.paused = true;
    this.replaying = true;
    try {
      this.board.asOneStep(() => {
        for (const text of inOrder(step.texts, direction)) this.replayText(text, direction);
        const values = inOrder(step.values, direction);
        for (let start = 0; start < values.length; start += limits.itemsPerUpdateMax) {
          const slice = values.slice(start, start + limits.itemsPerUpdateMax);
          this.board.transact(direction, (tx) => turnBack(tx, this.board, slice, direction));
        }
      });
      to.push(step);
    } finally {
      this.replaying = false;
    }
    this.changed.tell();
  }

  private replayText(text: TextStep, direction: 'undo' | 'redo'): void {
    if (text.history !== null) {
      if (text.isThere) text.isThere = replayTop(text.history, direction);
      return;
    }
    const [expected, wanted] = direction === 'undo' ? [text.after, text.before] : [text.before, text.after];
    if (this.board.get(text.id)?.text === expected) {
      this.board.transact(direction, (tx) => tx.editText(text.id, wanted));
    }
  }
}

/**
 * Takes back (or does again) the newest entry of a history, and only that: left alone, a history whose newest entry has
 * become void, because others deleted all of it, would go on to the one before. False when there was nothing to do.
 */
function replayTop(history: UndoManager, direction: 'undo' | 'redo'): boolean {
  const [from, to] =
    direction === 'undo' ? [history.undoStack, history.redoStack] : [history.redoStack, history.undoStack];
  const older = from.splice(0, Math.max(0, from.length - 1));
  const before = to.length;
  history[direction]();
  from.unshift(...older);
  return to.length > before;
}

function inOrder<Thing>(things: readonly Thing[], direction: 'undo' | 'redo'): readonly Thing[] {
  return direction === 'undo' ? [...things].reverse() : things;
}

function turnBack(
  tx: BoardTransaction,
  board: Board,
  values: readonly ValueStep[],
  direction: 'undo' | 'redo',
): void {
  for (const { id, key, before, after } of values) {
    if (key === 'k' || key === 't') continue;
    const [expected, wanted] = direction === 'undo' ? [after, before] : [before, after];
    // Somebody else changed it since: their value stays.
    if (JSON.stringify(board.valueOf(id, key)) === JSON.stringify(expected)) tx.set(id, key, wanted);
  }
}
