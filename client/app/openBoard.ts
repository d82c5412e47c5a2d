// The composition of one open board: its documents, their sync, presence and the editor. Whoever opens it closes it.

import type * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import type { ReadonlySignal } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import type { CommandResult } from '../../shared/protocol/messages.ts';
import type { Editor } from '../editor/editor.ts';
import type { Person, Presence } from '../editor/ports.ts';
import type { SaveStatus } from '../sync/saveStatus.ts';
import type { Session } from '../sync/session.ts';

export interface OpenBoard {
  readonly id: BoardId;
  /** Who this browser is on this board. */
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
  close(): void;
}
