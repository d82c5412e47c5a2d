// Comments that were written here and have not come back from the server yet. Each keeps its id for life: sent twice, by
// two tabs or after a lost answer, it is still one comment.

import type { CommentId, Place, Talk } from '../../../shared/features/talk.ts';
import type { Env } from '../../../shared/lib/env.ts';
import { randomToken } from '../../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { CommandResult } from '../../../shared/protocol/messages.ts';
import type { DeviceShelf, Letter } from './deviceShelf.ts';

/** `waiting` for a connection, `sending`, `arrived` (the document shows it in a moment), or `refused` with the server's code. */
export type LetterState =
  | { readonly kind: 'waiting' | 'sending' | 'arrived' }
  | { readonly kind: 'refused'; readonly code: string };

export interface Pending {
  readonly letter: Letter;
  readonly state: LetterState;
}

export interface OutboxDeps {
  readonly shelf: Pick<DeviceShelf, 'letters' | 'keepLetters'>;
  readonly env: Env;
  readonly online: ReadonlySignal<boolean>;
  /** True when nothing written on the board waits for the server: the item a comment is about may be among it. */
  readonly boardIsSafe: ReadonlySignal<boolean>;
  readonly talk: ReadonlySignal<Talk>;
  readonly send: (name: string, args: Readonly<Record<string, unknown>>) => Promise<CommandResult>;
}

/** After which a server that did not answer is asked again. */
const againAfterMs = 5_000;
const passing = new Set(['unreachable', 'busy', 'rate', 'internal', 'restarting']);

export class Outbox {
  private readonly deps: OutboxDeps;
  private readonly list: Signal<readonly Pending[]>;
  private readonly stops: readonly Unsubscribe[];
  private cancelAgain: () => void = () => {};
  private isOver = false;

  constructor(deps: OutboxDeps) {
    this.deps = deps;
    this.list = new Signal<readonly Pending[]>(
      deps.shelf.letters().map((letter) => ({ letter, state: { kind: 'waiting' } })),
    );
    const work = () => this.work();
    this.stops = [
      deps.online.subscribe(work),
      deps.boardIsSafe.subscribe(work),
      deps.talk.subscribe(() => this.dropWhatCameBack()),
    ];
    this.dropWhatCameBack();
    this.work();
  }

  /** In the order they were written. */
  get pending(): ReadonlySignal<readonly Pending[]> {
    return this.list;
  }

  /** Takes a comment. It is kept on this device from now on, and sent as soon as that is possible. */
  post(place: Place, re: CommentId | null, text: string): CommentId {
    const id = randomToken(this.deps.env.random, 16) as CommentId;
    const letter = { id, place, re, text, writtenAt: this.deps.env.clock.now() };
    this.set([...this.list.get(), { letter, state: { kind: 'waiting' } }]);
    this.work();
    return id;
  }

  tryAgain(id: string): void {
    this.mark(id, { kind: 'waiting' });
    this.work();
  }

  drop(id: string): void {
    this.set(this.list.get().filter(({ letter }) => letter.id !== id));
  }

  destroy(): void {
    this.isOver = true;
    this.cancelAgain();
    for (const stop of this.stops) stop();
  }

  private work(): void {
    if (this.isOver || !this.deps.online.get()) return;
    for (const { letter, state } of this.list.get()) {
      if (state.kind !== 'waiting') continue;
      if (letter.place !== 'board' && letter.re === null && !this.deps.boardIsSafe.get()) continue;
      // An answer follows what it answers, which may be on its way itself.
      if (this.list.get().some((other) => other.letter.id === letter.re && other.state.kind !== 'arrived'))
        continue;
      this.mark(letter.id, { kind: 'sending' });
      void this.send(letter);
    }
  }

  private async send({ id, place, re, text }: Letter): Promise<void> {
    const args = { id, text, ...(place !== 'board' && { item: place }), ...(re !== null && { re }) };
    const { ok, code = 'refused' } = await this.deps.send('comment.add', args);
    if (this.isOver) return;
    if (ok) this.mark(id, { kind: 'arrived' });
    else if (passing.has(code)) {
      this.mark(id, { kind: 'waiting' });
      this.cancelAgain();
      this.cancelAgain = this.deps.env.scheduler.after(againAfterMs, () => this.work());
      return;
    } else this.mark(id, { kind: 'refused', code });
    this.dropWhatCameBack();
    this.work();
  }

  private dropWhatCameBack(): void {
    const { byId } = this.deps.talk.get();
    const left = this.list.get().filter(({ letter }) => !byId.has(letter.id as CommentId));
    if (left.length < this.list.get().length) this.set(left);
  }

  private mark(id: string, state: LetterState): void {
    this.set(this.list.get().map((each) => (each.letter.id === id ? { ...each, state } : each)));
  }

  private set(next: readonly Pending[]): void {
    this.list.set(next);
    this.deps.shelf.keepLetters(
      next.filter(({ state }) => state.kind !== 'arrived').map(({ letter }) => letter),
    );
  }
}
