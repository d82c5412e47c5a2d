// The lines of the voting page to the server: what is voted for, the ballots, and what I give. Fewer than a board has: no
// comments, nobody's hands. Whatever is written here goes into my own document.

import { Board } from '../../shared/board/board.ts';
import type { Role } from '../../shared/board/roles.ts';
import { Listeners, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import type { ServerMessage } from '../../shared/protocol/messages.ts';
import { syncUrl } from '../app/address.ts';
import { type BoardEnd, leavesNoCopy } from '../app/boardEnd.ts';
import type { Surroundings } from '../app/surroundings.ts';
import { BoardCopies } from '../sync/offline/boardCopies.ts';
import { DocSync, newDoc } from '../sync/provider.ts';
import { ServerClock } from '../sync/serverClock.ts';

const build = 'vote';

export class VotingLines {
  readonly docs = { canvas: newDoc(), session: newDoc(), personal: newDoc() };
  readonly board: Board;
  readonly canvasSync: DocSync;
  readonly sessionSync: DocSync;
  readonly personalSync: DocSync;
  readonly serverClock: ServerClock;
  readonly role: Signal<Role>;
  readonly copies: BoardCopies;
  /** The page cannot stay open as it is. Told once. */
  readonly ended = new Listeners<BoardEnd>();
  private readonly stops: readonly Unsubscribe[];
  private hasEnded = false;

  constructor({ docs: names, board, participant }: BoardInfo, { site, env, device }: Surroundings) {
    const serverUrl = syncUrl(site);
    const connect = (doc: DocSync['doc'], name: string) =>
      new DocSync({ doc, name, serverUrl, SocketClass: WebSocket, env, build, waits: true });
    this.role = new Signal(participant.role);
    this.board = new Board(this.docs.canvas, env.random);
    this.canvasSync = connect(this.docs.canvas, names.canvas);
    this.sessionSync = connect(this.docs.session, names.session);
    this.personalSync = connect(this.docs.personal, names.personal);
    this.serverClock = new ServerClock(env.clock);
    this.copies = new BoardCopies({ board: board.id, participant: participant.id, device, env });
    this.stops = this.syncs.flatMap((sync) => [
      sync.messages.add((message) => this.hear(message)),
      sync.finalClose.add(({ code }) => this.end({ kind: 'closed', code, unsaved: [] })),
      sync.refused.add(({ code }) => this.end({ kind: 'refused', code, unsaved: [] })),
    ]);
    void this.copies.start([
      { sync: this.canvasSync, name: names.canvas },
      { sync: this.sessionSync, name: names.session },
      { sync: this.personalSync, name: names.personal },
    ]);
  }

  get syncs(): readonly DocSync[] {
    return [this.canvasSync, this.sessionSync, this.personalSync];
  }

  close(): void {
    this.hasEnded = true;
    for (const stop of this.stops) stop();
    this.copies.close();
    for (const sync of this.syncs) sync.destroy();
    this.board.destroy();
    for (const doc of Object.values(this.docs)) doc.destroy();
  }

  private hear(message: ServerMessage): void {
    if (message.type === 'perm') this.role.set(message.perm.role);
    if (message.type !== 'welcome') return;
    this.role.set(message.welcome.role);
    this.serverClock.heard(message.welcome.serverTime);
  }

  private end(how: BoardEnd): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (leavesNoCopy(how)) this.copies.abandon();
    this.ended.tell(how);
  }
}
