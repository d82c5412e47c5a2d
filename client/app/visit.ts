// One person's visit to one board, from the link to leaving: asks to be let in, opens the board, opens it again when the
// server replaced or refused something, and says in plain values what went wrong. Knows no React.

import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import { type BoardInfo, closeCode } from '../../shared/protocol/api.ts';
import type { Answer, Api, Failure } from './api.ts';
import { type BoardEnd, leavesNoCopy, whyKept } from './boardEnd.ts';
import type { BoardMemory } from './boardMemory.ts';
import type { LocalStore } from './localStore.ts';
import type { Surroundings } from './surroundings.ts';
import { keepWorkingKey } from './workingKey.ts';

export type Trouble =
  | 'gone'
  | 'inTrash'
  | 'wrongKey'
  | 'needsLink'
  | 'noLongerAllowed'
  | 'notLetIn'
  | 'full'
  | 'unreachable'
  | 'outdated'
  | 'failed';

/** What it takes to open something at the end of the way. */
export interface Opening {
  readonly info: BoardInfo;
  readonly surroundings: Surroundings;
  /** Called at most once, when it cannot stay open as it is; close it then. */
  readonly onEnd: (end: BoardEnd) => void;
}

/** What is opened at the end of the way: the board with its canvas, or the page for its votes. */
export interface Opened {
  /** The server's latest word. */
  meet(info: BoardInfo): void;
  close(): void;
}

export type Stage<Of extends Opened> =
  | { readonly kind: 'arriving' }
  /** A name is needed. */
  | { readonly kind: 'asking'; readonly busy: boolean }
  /** At the door, until somebody who leads lets them in. `away`: the server does not answer at the moment. */
  | { readonly kind: 'waiting'; readonly name: string; readonly away: boolean }
  | { readonly kind: 'open'; readonly board: Of }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

export interface VisitOptions<Of extends Opened> {
  readonly id: BoardId;
  /** From the link's hash. */
  readonly key: string | null;
  readonly api: Api;
  readonly store: LocalStore;
  readonly memory: Pick<BoardMemory, 'info' | 'remember' | 'replace' | 'keep' | 'tidy'>;
  readonly now: () => number;
  readonly scheduler: Scheduler;
  readonly open: (info: BoardInfo, onEnd: (end: BoardEnd) => void) => Of;
  /** Called once the key has served and should leave the address bar. */
  readonly onKeyUsed: () => void;
}

/** How often the door is asked: soon at first, then less and less. */
const knock = { firstMs: 2_000, growth: 1.08, longestMs: 6_000, awayMs: 15_000 };

export class Visit<Of extends Opened> {
  private readonly options: VisitOptions<Of>;
  private readonly current = new Signal<Stage<Of>>({ kind: 'arriving' });
  private key: string | null;
  private over = false;
  private rejoins = 0;
  private divergences = 0;
  /** What this device holds is no answer any more: the server is asked first. */
  private mustAsk = false;
  private knockMs = knock.firstMs;
  private stopKnocking: Cancel = () => {};

  constructor(options: VisitOptions<Of>) {
    this.options = options;
    this.key = options.key;
  }

  get stage(): ReadonlySignal<Stage<Of>> {
    return this.current;
  }

  /**
   * Comes in; also the way on after trouble. A board that this device holds opens at once, and what the server says about it
   * is heard afterwards.
   */
  async arrive(): Promise<void> {
    this.show({ kind: 'arriving' });
    if (this.key === null && !this.mustAsk && (await this.openedFromHere())) return;
    if (!this.over) await this.ask();
  }

  /** False when this device holds nothing of this board that could be shown. */
  private async openedFromHere(): Promise<boolean> {
    const info = await this.options.memory.info(this.options.id);
    if (this.over || info === null) return false;
    this.show({ kind: 'open', board: this.boardOf(info) });
    void this.compare(info);
    return true;
  }

  /** Who is not let in any more hears it from the documents' connections; here only what changed about the board. */
  private async compare(here: BoardInfo): Promise<void> {
    const stage = this.current.get();
    const answer = await this.options.api.board(this.options.id);
    if (this.over || !answer.ok || stage.kind !== 'open' || stage !== this.current.get()) return;
    const { participant, docs } = answer.value;
    if (participant.id !== here.participant.id || docs.canvas !== here.docs.canvas)
      return this.opened(answer.value);
    stage.board.meet(answer.value);
  }

  private async ask(): Promise<void> {
    const { api, id, store } = this.options;
    const answer = await api.board(id);
    if (this.over) return;
    if (answer.ok) {
      if (this.key === null) return this.opened(answer.value);
      // Already somebody here: the link may still raise what they may do.
      return this.comeIn(answer.value.participant.name);
    }
    if (!isClosedDoor(answer)) {
      if (isAway(answer) && (await this.openedFromHere())) return;
      return this.fail(answer);
    }
    this.key ??= store.board(id)?.key ?? null;
    if (this.key === null) return this.show({ kind: 'trouble', trouble: 'needsLink' });
    const name = store.name();
    if (name === '') return this.show({ kind: 'asking', busy: false });
    return this.comeIn(name);
  }

  /** With a name the person has just said. */
  async join(name: string): Promise<void> {
    this.options.store.rememberName(name);
    await this.comeIn(name);
  }

  private async comeIn(name: string): Promise<void> {
    const { api, id } = this.options;
    if (this.key === null) return this.show({ kind: 'trouble', trouble: 'needsLink' });
    if (this.current.get().kind === 'asking') this.show({ kind: 'asking', busy: true });
    const key = this.key;
    const joined = await api.join(id, key, name);
    if (this.over) return;
    if (!joined.ok) return this.joinFailed(joined, name);
    const answer: Answer<BoardInfo> = await api.board(id);
    if (this.over) return;
    if (!answer.ok) return this.fail(answer);
    this.options.onKeyUsed();
    this.opened(answer.value, key);
    this.key = null;
  }

  leave(): void {
    this.stopKnocking();
    this.over = true;
    this.closeBoard();
  }

  /** Asks again in a while; nothing but what is said changes meanwhile. */
  private wait(name: string, away: boolean): void {
    this.show({ kind: 'waiting', name, away });
    this.stopKnocking();
    this.stopKnocking = this.options.scheduler.after(this.knockMs, () => void this.comeIn(name));
    this.knockMs = Math.min(
      away ? knock.awayMs : knock.longestMs,
      this.knockMs * (away ? 1.6 : knock.growth),
    );
  }

  private async joinFailed(failure: Failure, name: string): Promise<void> {
    if (failure.code === 'waiting') return this.wait(name, false);
    if (this.current.get().kind === 'waiting') {
      // Whoever has come as far as the door stays there until somebody says something.
      if (isAway(failure) || failure.status === 429) return this.wait(name, true);
      if (failure.code === 'removed') return this.show({ kind: 'trouble', trouble: 'notLetIn' });
    }
    if (!isClosedDoor(failure)) return this.fail(failure);
    this.key = null;
    // A stale link in the hand of somebody who is let in anyway.
    const answer = await this.options.api.board(this.options.id);
    if (this.over) return;
    if (answer.ok) this.opened(answer.value);
    else if (isClosedDoor(answer)) this.show({ kind: 'trouble', trouble: 'wrongKey' });
    else this.fail(answer);
  }

  private opened(info: BoardInfo, key?: string): void {
    const { memory, store } = this.options;
    this.mustAsk = false;
    this.show({ kind: 'open', board: this.boardOf(info, key) });
    keepWorkingKey(store, info);
    void memory.remember(info).then(() => memory.tidy(info));
  }

  private boardOf(info: BoardInfo, key?: string): Of {
    const { store, now, id, open } = this.options;
    const { title } = info.board;
    const role = info.participant.role;
    store.rememberBoard({ id, title, role, openedAt: now(), ...(key === undefined ? {} : { key }) });
    return open(info, (end) => void this.ended(end));
  }

  private async ended(end: BoardEnd): Promise<void> {
    if (this.over) return;
    const { memory, id } = this.options;
    this.mustAsk = true;
    this.show({ kind: 'arriving' });
    // Kept before anything else is tried: the way back may lead through any trouble.
    if (leavesNoCopy(end)) await memory.replace(id, whyKept(end), end.unsaved);
    else await memory.keep(id, whyKept(end), end.unsaved);
    if (this.over) return;
    if (this.comesBack(end)) await this.arrive();
    else if (end.kind === 'closed' && end.code === closeCode.noSuchDoc) await this.askWhereItWent();
    else this.show({ kind: 'trouble', trouble: end.kind === 'closed' ? troubleOfClose(end.code) : 'failed' });
  }

  /** In the trash it can be brought back; anything else is the end of it. */
  private async askWhereItWent(): Promise<void> {
    const answer = await this.options.api.board(this.options.id);
    if (this.over) return;
    const trouble = !answer.ok && answer.status === 410 ? 'inTrash' : 'gone';
    this.show({ kind: 'trouble', trouble });
  }

  private comesBack(end: BoardEnd): boolean {
    switch (end.kind) {
      case 'refused':
        return true;
      case 'diverged':
        // A fresh copy mends it. A copy that keeps differing is our fault, and opening it for ever helps nobody.
        return this.divergences++ < 3;
      case 'closed':
        return (
          end.code === closeCode.replaced ||
          end.code === closeCode.tooLarge ||
          // Once or twice is a lost cookie; more is a server that lets in and throws out.
          (end.code === closeCode.token && this.rejoins++ < 2)
        );
    }
  }

  private fail(failure: Failure): void {
    this.show({
      kind: 'trouble',
      trouble: isAway(failure) ? 'unreachable' : troubleOfStatus(failure.status),
    });
  }

  private show(stage: Stage<Of>): void {
    if (this.over) return;
    if (stage.kind !== 'open' || this.current.get().kind === 'open') this.closeBoard();
    this.current.set(stage);
  }

  private closeBoard(): void {
    const stage = this.current.get();
    if (stage.kind === 'open') stage.board.close();
  }
}

/** The server answers alike for no board, a board in the trash and a board one has not joined. */
function isClosedDoor(failure: Failure): boolean {
  return [401, 403, 404].includes(failure.status);
}

/** No answer at all, or only from something between here and the server. */
function isAway(failure: Failure): boolean {
  return [0, 502, 503, 504].includes(failure.status);
}

function troubleOfStatus(status: number): Trouble {
  switch (status) {
    case 410:
      return 'inTrash';
    case 429:
      return 'full';
    default:
      return 'failed';
  }
}

function troubleOfClose(code: number): Trouble {
  switch (code) {
    case closeCode.forbidden:
      return 'noLongerAllowed';
    case closeCode.reload:
      return 'outdated';
    default:
      return 'failed';
  }
}
