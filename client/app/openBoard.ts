// The composition of one open board: its documents, their sync, presence and the editor. Whoever opens it closes it.

import type { Board } from '../../shared/board/board.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { Talk } from '../../shared/features/talk.ts';
import type { BoardId, ParticipantId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import type { CommandResult } from '../../shared/protocol/messages.ts';
import { Editor } from '../editor/editor.ts';
import type { Person, Presence } from '../editor/ports.ts';
import type { Keeping } from '../sync/offline/copy.ts';
import type { Pad } from '../sync/pad.ts';
import type { SaveStatus } from '../sync/saveStatus.ts';
import type { Session } from '../sync/session.ts';
import type { Votes } from '../sync/votes.ts';
import { apiUrl } from './address.ts';
import { BoardDoor } from './boardDoor.ts';
import { BoardLines } from './boardLines.ts';
import { KeptChanges } from './keptChanges.ts';
import { askToPersist } from './persistence.ts';
import type { Opening } from './visit.ts';

export interface OpenBoard {
  readonly id: BoardId;
  /** Who this browser is on this board; name and colour follow the session. */
  readonly me: Person;
  readonly role: ReadonlySignal<Role>;
  /** False for viewers, in phases in which nobody writes, and when the server says so. */
  readonly mayWrite: ReadonlySignal<boolean>;
  /** The raw documents; read them through `board` and `session`. */
  readonly docs: BoardLines['docs'];
  readonly board: Board;
  readonly session: Session;
  /** What was said about items and about the board. */
  readonly talk: ReadonlySignal<Talk>;
  /** True from the moment the comments have arrived. */
  readonly talkLoaded: ReadonlySignal<boolean>;
  /** What I write before it is revealed; nobody else is sent it. */
  readonly pad: Pad;
  /** Whether what is on the pad is safe on the server. */
  readonly padSaved: ReadonlySignal<boolean>;
  /** Whether what is on the pad outlives this page, on the server or on this device. */
  readonly padKept: ReadonlySignal<boolean>;
  /** Milliseconds since 1970 by the server's clock: what timers run on. */
  serverNow(): number;
  /** Ballots and what I gave in them; nobody else is sent that. Fetched when it is first asked for. */
  votes(): Promise<Votes>;
  readonly presence: Presence;
  readonly editor: Editor;
  /** True from the moment the canvas is there whole, from the server or from this device. */
  readonly loaded: ReadonlySignal<boolean>;
  /** True once the server has said what others did. */
  readonly synced: ReadonlySignal<boolean>;
  readonly saveState: ReadonlySignal<SaveStatus>;
  /** Whether what is written here outlives this page. */
  readonly keeping: ReadonlySignal<Keeping>;
  /** Changes that did not get through, kept on this device. */
  readonly kept: KeptChanges;
  /** Whether a command would reach the server now. */
  readonly online: ReadonlySignal<boolean>;
  /** The panel at the right side, by the id its feature gave it; null when there is none. */
  readonly panel: Signal<string | null>;
  /** Links, code and reach, as the server last told them. */
  readonly info: ReadonlySignal<BoardInfo>;
  /** Asks the server; answers `ok: false` with a code when it refuses or cannot be reached. Never throws. */
  runCommand(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandResult>;
  /** Whether this person has said what they are called. */
  readonly named: ReadonlySignal<boolean>;
  /** Everybody sees the new name, and this browser remembers it. False when the server did not take it. */
  renameMe(name: string): Promise<boolean>;
  /** Makes a new link for a role; the old one stops. False when the server did not. */
  renewLink(role: Role): Promise<boolean>;
  /** The address of this board's HTTP interface: `apiPath('export', 'board.json')`. Respects the base path. */
  apiPath(...segments: readonly string[]): string;
  /** Tries to connect at once instead of at the next attempt. */
  reconnectNow(): void;
  /** Finds out at once whether the server can still be reached. */
  checkConnection(): void;
  /** The server's latest word about this board. */
  meet(info: BoardInfo): void;
  /** Removes everything of this board from this device; close it then. False when something would not go. */
  forgetHere(): Promise<boolean>;
  close(): void;
}

export function openBoard({ info, surroundings, onEnd }: Opening): OpenBoard {
  const { site, env, memory, store, pastes } = surroundings;
  const id = info.board.id as BoardId;
  const myId = info.participant.id as ParticipantId;
  const lines = new BoardLines(info, surroundings);
  const { board, session, presence, role, mayWrite } = lines;
  const authors = { authorOf: authorsFor(session, myId), authorsChanged: session.authorsChanged };
  const editor = new Editor({ board, env, presence, ...authors, pastes });
  const door = new BoardDoor(info, id, surroundings);
  const named = new Signal(store.name() !== '');
  const kept = new KeptChanges(memory, id, board, env.scheduler);
  const followMayWrite = () => editor.readOnly.set(!mayWrite.get());
  const stops: Unsubscribe[] = [
    mayWrite.subscribe(followMayWrite),
    role.subscribe(() => void door.askAgain()),
    lines.ended.add(onEnd),
    lines.lost.add((items) => void memory.keep(id, 'deleted', items)),
    lines.saveState.subscribe(() => askToPersist(lines.saveState.get())),
  ];
  followMayWrite();

  return {
    id,
    get me() {
      return session.person(myId) ?? { id: myId, name: info.participant.name, colour: 0 };
    },
    role,
    mayWrite,
    docs: lines.docs,
    board,
    session,
    talk: lines.talk.talk,
    talkLoaded: lines.talkSync.loaded,
    ...ofSession(lines),
    presence,
    editor,
    loaded: lines.canvasSync.loaded,
    synced: lines.canvasSync.synced,
    saveState: lines.saveState,
    keeping: lines.copies.keeping,
    kept,
    online: lines.sessionSync.connected,
    panel: new Signal<string | null>(null),
    info: door.info,
    runCommand: (name, args) => lines.commands.run(name, args),
    named,
    async renameMe(name) {
      const answer = await lines.commands.run('me.rename', { name });
      if (!answer.ok) return false;
      store.rememberName(name);
      named.set(true);
      return true;
    },
    renewLink: (of) => door.renewLink(of),
    apiPath: (...segments) => apiUrl(site, ['boards', id, ...segments]),
    reconnectNow: () => lines.reconnectNow(),
    checkConnection: () => lines.checkConnection(),
    meet: (latest) => door.meet(latest),
    forgetHere() {
      store.forgetBoard(id);
      return memory.forget(id);
    },
    close() {
      for (const stop of stops) stop();
      editor.destroy();
      kept.destroy();
      lines.close();
    },
  };
}

/** What a live session needs of the lines. */
function ofSession(
  lines: BoardLines,
): Pick<OpenBoard, 'pad' | 'padSaved' | 'padKept' | 'serverNow' | 'votes'> {
  return {
    pad: lines.pad,
    padSaved: lines.padSaved,
    padKept: lines.padKept,
    serverNow: () => lines.serverClock.now(),
    votes: lazily(
      () => import('../sync/votes.ts'),
      ({ Votes }) => new Votes(lines.docs, lines.personalSync),
    ),
  };
}

/** Made once, when its code has come. */
function lazily<Code, Made>(load: () => Promise<Code>, make: (code: Code) => Made): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => {
    made ??= load().then(make);
    return made;
  };
}

/** Whoever takes no side does not see who wrote what. */
function authorsFor(session: Session, me: ParticipantId): Session['authorOf'] {
  return (item) => (session.person(me)?.neutral ? null : session.authorOf(item));
}
