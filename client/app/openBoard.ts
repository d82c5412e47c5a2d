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
import type { SaveStatus } from '../sync/saveStatus.ts';
import type { Session } from '../sync/session.ts';
import { apiUrl, syncUrl } from './address.ts';
import { BoardLines } from './boardLines.ts';
import type { Surroundings } from './surroundings.ts';
import type { BoardEnd } from './visit.ts';

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
  readonly presence: Presence;
  readonly editor: Editor;
  /** True from the moment the canvas has arrived whole. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly saveState: ReadonlySignal<SaveStatus>;
  /** Whether a command would reach the server now. */
  readonly online: ReadonlySignal<boolean>;
  /** The panel at the right side, by the id its feature gave it; null when there is none. */
  readonly panel: Signal<string | null>;
  /** Links, code and reach, as the server last told them. */
  readonly info: ReadonlySignal<BoardInfo>;
  /** Asks the server; answers `ok: false` with a code when it refuses or cannot be reached. Never throws. */
  runCommand(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandResult>;
  /** Makes a new link for a role; the old one stops. False when the server did not. */
  renewLink(role: Role): Promise<boolean>;
  /** The address of this board's HTTP interface: `apiPath('export', 'board.json')`. Respects the base path. */
  apiPath(...segments: readonly string[]): string;
  /** Tries to connect at once instead of at the next attempt. */
  reconnectNow(): void;
  close(): void;
}

export interface OpenBoardOptions {
  readonly info: BoardInfo;
  readonly surroundings: Surroundings;
  /** Called at most once, when the board cannot stay open as it is; close it then. */
  readonly onEnd: (end: BoardEnd) => void;
}

export function openBoard({ info, surroundings, onEnd }: OpenBoardOptions): OpenBoard {
  const { site, env, api } = surroundings;
  const id = info.board.id as BoardId;
  const myId = info.participant.id as ParticipantId;
  const lines = new BoardLines({
    names: info.docs,
    serverUrl: syncUrl(site),
    role: info.participant.role,
    env,
    SocketClass: WebSocket,
  });
  const { board, session, presence, role, mayWrite } = lines;
  const editor = new Editor({ board, env, presence, authorOf: session.authorOf });
  const infoNow = new Signal<BoardInfo>(info);

  const followMayWrite = () => editor.readOnly.set(!mayWrite.get());
  const refreshInfo = async () => {
    const answer = await api.board(id);
    if (answer.ok) infoNow.set(answer.value);
  };
  const stops: Unsubscribe[] = [
    mayWrite.subscribe(followMayWrite),
    role.subscribe(() => void refreshInfo()),
    lines.ended.add(onEnd),
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
    presence,
    editor,
    loaded: lines.canvasSync.loaded,
    saveState: lines.saveState,
    online: lines.sessionSync.connected,
    panel: new Signal<string | null>(null),
    info: infoNow,
    runCommand: (name, args) => lines.commands.run(name, args),
    async renewLink(of) {
      const answer = await api.renewLink(id, of);
      if (answer.ok) await refreshInfo();
      return answer.ok;
    },
    apiPath: (...segments) => apiUrl(site, ['boards', id, ...segments]),
    reconnectNow: () => lines.reconnectNow(),
    close() {
      for (const stop of stops) stop();
      editor.destroy();
      lines.close();
    },
  };
}
