// One person's visit to one board, from the link to leaving: asks to be let in, opens the board, opens it again when the
// server replaced or refused something, and says in plain values what went wrong. Knows no React.

import type { BoardId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import { type BoardInfo, closeCode } from '../../shared/protocol/api.ts';
import type { RejectCode } from '../../shared/protocol/messages.ts';
import type { Answer, Api, Failure } from './api.ts';
import type { Leftovers } from './leftovers.ts';
import type { LocalStore } from './localStore.ts';
import type { OpenBoard } from './openBoard.ts';

export type Trouble =
  | 'gone'
  | 'wrongKey'
  | 'needsLink'
  | 'noLongerAllowed'
  | 'full'
  | 'unreachable'
  | 'outdated'
  | 'failed';

/** What was not saved when the board had to be opened anew. */
export interface Carried {
  readonly why: 'replaced' | RejectCode;
  readonly items: Leftovers;
}

export type Stage =
  | { readonly kind: 'arriving' }
  /** A name is needed. */
  | { readonly kind: 'asking'; readonly busy: boolean }
  | { readonly kind: 'open'; readonly board: OpenBoard; readonly carried: Carried | null }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Why an open board ended by itself. */
export type BoardEnd =
  | { readonly kind: 'refused'; readonly code: RejectCode; readonly unsaved: Leftovers }
  | { readonly kind: 'closed'; readonly code: number; readonly unsaved: Leftovers }
  /** This copy is not what the server has; nothing in it was unsaved. */
  | { readonly kind: 'diverged'; readonly unsaved: Leftovers };

export interface VisitOptions {
  readonly id: BoardId;
  /** From the link's hash. */
  readonly key: string | null;
  readonly api: Api;
  readonly store: LocalStore;
  readonly now: () => number;
  readonly open: (info: BoardInfo, onEnd: (end: BoardEnd) => void) => OpenBoard;
  /** Called once the key has served and should leave the address bar. */
  readonly onKeyUsed: () => void;
}

export class Visit {
  private readonly options: VisitOptions;
  private readonly current = new Signal<Stage>({ kind: 'arriving' });
  private key: string | null;
  private over = false;
  private rejoins = 0;
  private divergences = 0;
  /** Kept through any trouble on the way back. */
  private carried: Carried | null = null;

  constructor(options: VisitOptions) {
    this.options = options;
    this.key = options.key;
  }

  get stage(): ReadonlySignal<Stage> {
    return this.current;
  }

  /** Asks to be let in; also the way on after trouble. */
  async arrive(): Promise<void> {
    const { api, id, store } = this.options;
    this.show({ kind: 'arriving' });
    const answer = await api.board(id);
    if (this.over) return;
    if (answer.ok) {
      if (this.key === null) return this.opened(answer.value);
      // Already somebody here: the link may still raise what they may do.
      return this.join(answer.value.participant.name);
    }
    if (!isClosedDoor(answer)) return this.fail(answer);
    this.key ??= store.board(id)?.key ?? null;
    if (this.key === null) return this.show({ kind: 'trouble', trouble: 'needsLink' });
    const name = store.name();
    if (name === '') return this.show({ kind: 'asking', busy: false });
    return this.join(name);
  }

  async join(name: string): Promise<void> {
    const { api, id, store } = this.options;
    if (this.key === null) return this.show({ kind: 'trouble', trouble: 'needsLink' });
    if (this.current.get().kind === 'asking') this.show({ kind: 'asking', busy: true });
    const key = this.key;
    const joined = await api.join(id, key, name);
    if (this.over) return;
    if (!joined.ok) return this.joinFailed(joined);
    store.rememberName(joined.value.participant.name);
    const answer: Answer<BoardInfo> = await api.board(id);
    if (this.over) return;
    if (!answer.ok) return this.fail(answer);
    this.options.onKeyUsed();
    this.opened(answer.value, key);
    this.key = null;
  }

  leave(): void {
    this.over = true;
    this.closeBoard();
  }

  private async joinFailed(failure: Failure): Promise<void> {
    if (!isClosedDoor(failure)) return this.fail(failure);
    this.key = null;
    // A stale link in the hand of somebody who is let in anyway.
    const answer = await this.options.api.board(this.options.id);
    if (this.over) return;
    if (answer.ok) this.opened(answer.value);
    else this.show({ kind: 'trouble', trouble: 'wrongKey' });
  }

  private opened(info: BoardInfo, key?: string): void {
    const { store, now, id, open } = this.options;
    const { title } = info.board;
    const role = info.participant.role;
    store.rememberBoard({ id, title, role, openedAt: now(), ...(key === undefined ? {} : { key }) });
    const board = open(info, (end) => this.ended(end));
    this.show({ kind: 'open', board, carried: this.carried });
    this.carried = null;
  }

  private ended(end: BoardEnd): void {
    if (this.over) return;
    if (end.kind === 'diverged') {
      // A fresh copy mends it. A copy that keeps differing is our fault, and opening it for ever helps nobody.
      if (this.divergences++ < 3) void this.arrive();
      else this.show({ kind: 'trouble', trouble: 'failed' });
      return;
    }
    if (end.unsaved.length > 0) this.carried = { why: whyOf(end), items: end.unsaved };
    const comesBack =
      end.kind === 'refused' ||
      end.code === closeCode.replaced ||
      end.code === closeCode.tooLarge ||
      // Once or twice is a lost cookie; more is a server that lets in and throws out.
      (end.code === closeCode.token && this.rejoins++ < 2);
    if (comesBack) void this.arrive();
    else this.show({ kind: 'trouble', trouble: troubleOfClose(end.code) });
  }

  private fail(failure: Failure): void {
    this.show({ kind: 'trouble', trouble: troubleOfStatus(failure.status) });
  }

  private show(stage: Stage): void {
    if (this.over) return;
    if (stage.kind !== 'open' || this.current.get().kind === 'open') this.closeBoard();
    this.current.set(stage);
  }

  private closeBoard(): void {
    const stage = this.current.get();
    if (stage.kind === 'open') stage.board.close();
  }
}

function whyOf(end: Exclude<BoardEnd, { kind: 'diverged' }>): Carried['why'] {
  if (end.kind === 'refused') return end.code;
  return end.code === closeCode.tooLarge ? 'too-large' : 'replaced';
}

/** The server answers alike for no board, a board in the trash and a board one has not joined. */
function isClosedDoor(failure: Failure): boolean {
  return [401, 403, 404].includes(failure.status);
}

function troubleOfStatus(status: number): Trouble {
  switch (status) {
    case 0:
    case 502:
    case 503:
    case 504:
      return 'unreachable';
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
    case closeCode.noSuchDoc:
      return 'gone';
    case closeCode.reload:
      return 'outdated';
    default:
      return 'failed';
  }
}
