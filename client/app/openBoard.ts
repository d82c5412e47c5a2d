// The composition of one open board: its documents, their sync, presence and the editor. Whoever opens it closes it.

import * as Y from 'yjs';
import { Board } from '../../shared/board/board.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { BoardId, ParticipantId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import type { CommandResult, ServerMessage } from '../../shared/protocol/messages.ts';
import { Editor } from '../editor/editor.ts';
import type { Person, Presence } from '../editor/ports.ts';
import { Commands } from '../sync/commands.ts';
import { SocketPresence } from '../sync/presence.ts';
import { DocSync } from '../sync/provider.ts';
import { type SaveStatus, sameStatus, saveStatus } from '../sync/saveStatus.ts';
import { Session } from '../sync/session.ts';
import { apiUrl, syncUrl } from './address.ts';
import { collectLeftovers } from './leftovers.ts';
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
  readonly docs: { readonly canvas: Y.Doc; readonly session: Y.Doc };
  readonly board: Board;
  readonly session: Session;
  readonly presence: Presence;
  readonly editor: Editor;
  /** True from the moment the canvas has arrived whole. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly saveState: ReadonlySignal<SaveStatus>;
  /** Links, code and reach, as the server last told them. */
  readonly info: ReadonlySignal<BoardInfo>;
  /** Asks the server; answers `ok: false` with a code when it refuses or cannot be reached. Never throws. */
  runCommand(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandResult>;
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

const build = 'web';

export function openBoard({ info, surroundings, onEnd }: OpenBoardOptions): OpenBoard {
  const { site, env, api } = surroundings;
  const docs = { canvas: new Y.Doc(), session: new Y.Doc() };
  const connect = (doc: Y.Doc, name: string) =>
    new DocSync({ doc, name, serverUrl: syncUrl(site), SocketClass: WebSocket, env, build });

  const board = new Board(docs.canvas, env.random);
  const session = new Session(docs.session);
  const canvasSync = connect(docs.canvas, info.docs.canvas);
  const sessionSync = connect(docs.session, info.docs.session);
  const commands = new Commands((frame) => sessionSync.send(frame), env);
  const presence = new SocketPresence(
    {
      send: (frame) => sessionSync.send(frame),
      ownSlot: () => sessionSync.welcome.get()?.slot ?? null,
    },
    session,
    env.scheduler,
  );
  const editor = new Editor({ board, env, presence, authorOf: session.authorOf });

  const id = info.board.id as BoardId;
  const myId = info.participant.id as ParticipantId;
  const role = new Signal<Role>(info.participant.role);
  const state = new Signal<SaveStatus>({ kind: 'loading' });
  const infoNow = new Signal<BoardInfo>(info);

  const refreshState = () => {
    const { save } = canvasSync;
    const next = saveStatus({
      loaded: canvasSync.loaded.get(),
      connected: canvasSync.connected.get(),
      mayWrite: canvasSync.mayWrite.get(),
      fenced: save.isFenced,
      safe: save.isSafe,
      unsaved: save.unsaved.length,
    });
    if (!sameStatus(next, state.get())) state.set(next);
    editor.readOnly.set(!canvasSync.mayWrite.get() || save.isFenced);
  };

  const hear = (message: ServerMessage) => {
    if (message.type === 'perm') role.set(message.perm.role);
    if (message.type === 'welcome') role.set(message.welcome.role);
    if (message.type === 'tick') presence.receive(message.tick);
    if (message.type === 'result') commands.settle(message.result);
  };

  const refreshInfo = async () => {
    const answer = await api.board(id);
    if (answer.ok) infoNow.set(answer.value);
  };

  let ended = false;
  const end = (how: BoardEnd) => {
    if (ended) return;
    ended = true;
    onEnd(how);
  };
  const unsaved = () => collectLeftovers(board, canvasSync.save.unsaved);

  const stops: Unsubscribe[] = [
    canvasSync.saveChanged.add(refreshState),
    canvasSync.loaded.subscribe(refreshState),
    canvasSync.messages.add(hear),
    sessionSync.messages.add(hear),
    sessionSync.welcome.subscribe(() => {
      presence.connected();
      commands.connected();
    }),
    sessionSync.connected.subscribe(() => {
      if (!sessionSync.connected.get()) presence.disconnected();
    }),
    role.subscribe(() => void refreshInfo()),
    canvasSync.refused.add((reject) => end({ kind: 'refused', code: reject.code, unsaved: unsaved() })),
    ...[canvasSync, sessionSync].map((sync) =>
      sync.finalClose.add(({ code }) => end({ kind: 'closed', code, unsaved: unsaved() })),
    ),
  ];
  editor.readOnly.set(role.get() === 'viewer' || role.get() === 'commenter');

  return {
    id,
    get me() {
      const { name } = info.participant;
      return session.person(myId) ?? { id: myId, name, colour: 0 };
    },
    role,
    mayWrite: canvasSync.mayWrite,
    docs,
    board,
    session,
    presence,
    editor,
    loaded: canvasSync.loaded,
    saveState: state,
    info: infoNow,
    runCommand: (name, args) => commands.run(name, args),
    apiPath: (...segments) => apiUrl(site, ['boards', id, ...segments]),
    reconnectNow() {
      canvasSync.reconnectNow();
      sessionSync.reconnectNow();
    },
    close() {
      ended = true;
      for (const stop of stops) stop();
      editor.destroy();
      presence.destroy();
      commands.destroy();
      canvasSync.destroy();
      sessionSync.destroy();
      session.destroy();
      board.destroy();
      docs.canvas.destroy();
      docs.session.destroy();
    },
  };
}
