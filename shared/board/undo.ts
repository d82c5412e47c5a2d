// My steps back. What others did since is never touched: a value they changed stays theirs, a note they wrote into keeps
// their words, and undoing a creation hides the note (soft delete) instead of destroying what was typed into it.

import { UndoManager } from 'yjs';
import type { ItemId } from '../lib/ids.ts';
import { Listeners, type Unsubscribe } from '../lib/signal.ts';
import { type Board, type BoardTransaction, type ChangeRecord, LocalOrigin } from './board.ts';
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
  /** The edit is in the item's own text history, which can take it back in the midst of what others typed. */
  readonly tracked: boolean;
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
  private held: 'no' | 'waiting' | Step = 'no';

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

  /** Everything until `closeStep` is one step: writing a note, from the first key to leaving it. */
  openStep(): void {
    this.held = 'waiting';
  }

  closeStep(): void {
    this.held = 'no';
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
    for (const id of record.created) {
      step.values.push({ id, key: 'd', before: 1, after: undefined });
      this.watchText(id);
    }
    step.values.push(...record.sets);
    for (const text of record.texts) step.texts.push({ ...text, tracked: this.textHistories.has(text.id) });
    this.redoSteps.length = 0;
    this.changed.tell();
  }

  private stepFor(record: ChangeRecord): Step {
    const last = this.undoSteps.at(-1);
    if (last && (last.number === record.step || last === this.held)) return last;
    const step: Step = { number: record.step, values: [], texts: [] };
    this.undoSteps.push(step);
    if (this.undoSteps.length > stepsMax) this.undoSteps.shift();
    if (this.held === 'waiting') this.held = step;
    return step;
  }

  private replay(from: Step[], to: Step[], direction: 'undo' | 'redo'): void {
    const step = from.pop();
    if (step === undefined) return;
    this.closeStep();
    this.replaying = true;
    try {
      this.board.asOneStep(() => {
        for (const text of inOrder(step.texts, direction)) this.replayText(text, direction);
        const values = inOrder(step.values, direction);
        if (values.length > 0)
          this.board.transact(direction, (tx) => turnBack(tx, this.board, values, direction));
      });
      to.push(step);
    } finally {
      this.replaying = false;
    }
    this.changed.tell();
  }

  private replayText(text: TextStep, direction: 'undo' | 'redo'): void {
    if (text.tracked) {
      this.textHistories.get(text.id)?.[direction]();
      return;
    }
    const [expected, wanted] = direction === 'undo' ? [text.after, text.before] : [text.before, text.after];
    if (this.board.get(text.id)?.text === expected) {
      this.board.transact(direction, (tx) => tx.editText(text.id, wanted));
    }
  }
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
