// The lines of one open board to the server: its documents, what is safe, who is here, commands. Knows no editor.

import { Board } from '../../shared/board/board.ts';
import type { Role } from '../../shared/board/roles.ts';
import { Listeners, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import type { ServerMessage } from '../../shared/protocol/messages.ts';
import { keepApart } from '../sync/apart.ts';
import { Commands } from '../sync/commands.ts';
import { DigestCheck } from '../sync/digestCheck.ts';
import { BoardCopies } from '../sync/offline/boardCopies.ts';
import { Pad } from '../sync/pad.ts';
import { SocketPresence } from '../sync/presence.ts';
import { DocSync, newDoc } from '../sync/provider.ts';
import { type SaveStatus, sameStatus, saveStatus } from '../sync/saveStatus.ts';
import { ServerClock } from '../sync/serverClock.ts';
import { Session } from '../sync/session.ts';
import { TalkLog } from '../sync/talkLog.ts';
import { syncUrl } from './address.ts';
import { type BoardEnd, leavesNoCopy } from './boardEnd.ts';
import { collectLeftovers, type Leftovers, lostAmong } from './leftovers.ts';
import type { Surroundings } from './surroundings.ts';

const build = 'web';

export class BoardLines {
  readonly docs = { canvas: newDoc(), session: newDoc(), talk: newDoc(), personal: newDoc() };
  readonly board: Board;
  readonly session: Session;
  readonly talk: TalkLog;
  readonly canvasSync: DocSync;
  readonly sessionSync: DocSync;
  readonly talkSync: DocSync;
  readonly personalSync: DocSync;
  /** What I write before it is revealed. */
  readonly pad: Pad;
  readonly padSaved = new Signal(true);
  /** Whatever of the pad is not on the server is at least on this device. */
  readonly padKept = new Signal(true);
  readonly serverClock: ServerClock;
  readonly presence: SocketPresence;
  readonly commands: Commands;
  readonly role: Signal<Role>;
  readonly saveState = new Signal<SaveStatus>({ kind: 'loading' });
  /** False as long as the server has not said otherwise to somebody whose role may not write. */
  readonly mayWrite: Signal<boolean>;
  /** The board cannot stay open as it is. Told once. */
  readonly ended = new Listeners<BoardEnd>();
  /** What was changed here while it could not be sent, and was deleted by others meanwhile: as it was here. */
  readonly lost = new Listeners<Leftovers>();
  readonly copies: BoardCopies;
  private readonly digestCheck = new DigestCheck(this.docs.canvas);
  private readonly stops: readonly Unsubscribe[];
  private hasEnded = false;
  /** What was unsaved when the connection came back, until the server has said what others did. */
  private broughtBack: Leftovers = [];

  constructor({ docs: names, board, participant }: BoardInfo, { site, env, device }: Surroundings) {
    const serverUrl = syncUrl(site);
    const connect = (doc: DocSync['doc'], name: string) =>
      new DocSync({ doc, name, serverUrl, SocketClass: WebSocket, env, build, waits: true });
    this.copies = new BoardCopies({ board: board.id, participant: participant.id, device, env });
    this.role = new Signal(participant.role);
    this.mayWrite = new Signal(participant.role === 'editor' || participant.role === 'facilitator');
    this.board = new Board(this.docs.canvas, env.random);
    this.session = new Session(this.docs.session);
    this.talk = new TalkLog(this.docs.talk);
    this.canvasSync = connect(this.docs.canvas, names.canvas);
    this.sessionSync = connect(this.docs.session, names.session);
    this.talkSync = connect(this.docs.talk, names.talk);
    this.personalSync = connect(this.docs.personal, names.personal);
    this.pad = new Pad(this.docs.personal, this.personalSync, env.random);
    this.serverClock = new ServerClock(env.clock);
    const send = (frame: Uint8Array) => this.sessionSync.send(frame);
    const ownSlot = () => this.sessionSync.welcome.get()?.slot ?? null;
    this.commands = new Commands(send, env);
    this.presence = new SocketPresence({ send, ownSlot }, this.session, env.scheduler);
    this.stops = this.listen();
    void this.copies.start([
      { sync: this.canvasSync, name: names.canvas },
      { sync: this.sessionSync, name: names.session },
      { sync: this.talkSync, name: names.talk },
      { sync: this.personalSync, name: names.personal },
    ]);
  }

  reconnectNow(): void {
    for (const sync of this.syncs) sync.reconnectNow();
  }

  checkConnection(): void {
    for (const sync of this.syncs) sync.checkConnection();
  }

  close(): void {
    this.hasEnded = true;
    for (const stop of this.stops) stop();
    this.copies.close();
    this.presence.destroy();
    this.commands.destroy();
    for (const sync of this.syncs) sync.destroy();
    this.pad.destroy();
    this.session.destroy();
    this.talk.destroy();
    this.digestCheck.destroy();
    this.board.destroy();
    for (const doc of Object.values(this.docs)) doc.destroy();
  }

  private get syncs(): readonly DocSync[] {
    return [this.canvasSync, this.sessionSync, this.talkSync, this.personalSync];
  }

  private listen(): Unsubscribe[] {
    const { canvasSync, sessionSync } = this;
    const hear = (message: ServerMessage) => this.hear(message);
    const refresh = () => this.refresh();
    return [
      keepApart(this.docs.canvas, this.session),
      canvasSync.saveChanged.add(refresh),
      this.personalSync.saveChanged.add(() => {
        this.padSaved.set(this.personalSync.save.isSafe);
        this.padKept.set(this.personalSync.save.isKept);
      }),
      canvasSync.loaded.subscribe(refresh),
      canvasSync.tried.subscribe(refresh),
      canvasSync.connected.subscribe(() => {
        if (canvasSync.connected.get()) this.broughtBack = this.unsaved();
      }),
      canvasSync.caughtUp.add(() => this.lookForLost()),
      canvasSync.messages.add(hear),
      sessionSync.messages.add(hear),
      sessionSync.welcome.subscribe(() => {
        this.presence.connected();
        this.commands.connected();
      }),
      sessionSync.connected.subscribe(() => {
        if (!sessionSync.connected.get()) this.presence.disconnected();
      }),
      canvasSync.refused.add(({ code }) => this.end({ kind: 'refused', code, unsaved: this.unsaved() })),
      ...[canvasSync, sessionSync].map((sync) => sync.finalClose.add(({ code }) => this.closedBy(code))),
    ];
  }

  private hear(message: ServerMessage): void {
    if (message.type === 'perm') this.role.set(message.perm.role);
    if (message.type === 'welcome') {
      this.role.set(message.welcome.role);
      this.serverClock.heard(message.welcome.serverTime);
    }
    if (message.type === 'tick') this.presence.receive(message.tick);
    if (message.type === 'result') this.commands.settle(message.result);
    if (message.type === 'digest') this.compare(message.digest);
  }

  /** What is on its way from here is not in the server's digest: then it says nothing. */
  private compare(digest: string): void {
    const { save, synced } = this.canvasSync;
    if (!synced.get() || !save.isSafe || this.digestCheck.agrees(digest)) return;
    this.end({ kind: 'diverged', unsaved: [] });
  }

  private refresh(): void {
    const { save, loaded, tried, connected, mayWrite, welcome } = this.canvasSync;
    if (welcome.get() !== null) this.mayWrite.set(mayWrite.get() && !save.isFenced);
    const next = saveStatus({
      loaded: loaded.get(),
      tried: tried.get(),
      connected: connected.get(),
      mayWrite: this.mayWrite.get(),
      fenced: save.isFenced,
      safe: save.isSafe,
      kept: save.isKept,
      unsaved: save.unsaved.length,
    });
    if (!sameStatus(next, this.saveState.get())) this.saveState.set(next);
  }

  private closedBy(code: number): void {
    const end: BoardEnd = { kind: 'closed', code, unsaved: this.unsaved() };
    // What stays in the copy on this device need not be carried.
    this.end(!leavesNoCopy(end) && this.canvasSync.save.isKept ? { ...end, unsaved: [] } : end);
  }

  private end(how: BoardEnd): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (leavesNoCopy(how)) this.copies.abandon();
    this.ended.tell(how);
  }

  private lookForLost(): void {
    const lost = lostAmong(this.broughtBack, this.board);
    this.broughtBack = [];
    if (lost.length > 0) this.lost.tell(lost);
  }

  private unsaved() {
    return collectLeftovers(this.board, this.canvasSync.save.unsaved);
  }
}
