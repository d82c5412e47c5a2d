// The composition of one open voting page: its documents, what I gave and saw, and how safe that is. Whoever opens it closes it.

import type { Board } from '../../shared/board/board.ts';
import { type Ballot, isOpen } from '../../shared/features/voting/ballot.ts';
import type { Env } from '../../shared/lib/env.ts';
import type { BoardId, ParticipantId } from '../../shared/lib/ids.ts';
import { Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import { BoardDoor } from '../app/boardDoor.ts';
import { askToPersist } from '../app/persistence.ts';
import type { Opened, Opening } from '../app/visit.ts';
import { Seen } from '../sync/seen.ts';
import { Session } from '../sync/session.ts';
import { type BallotNow, Votes } from '../sync/votes.ts';
import { mayVoteIn } from '../votes/mayVote.ts';
import { Receipts } from '../votes/receipts.ts';
import { MyRecord } from '../votes/record.ts';
import { type VoteSave, voteSave } from './voteSave.ts';
import { VotingLines } from './votingLines.ts';

/** A ballot's own times come and go without a word of the server. */
const lookMs = 1_000;

export class OpenVoting implements Opened {
  readonly id: BoardId;
  readonly me: ParticipantId;
  readonly votes: Votes;
  readonly seen: Seen;
  readonly session: Session;
  readonly receipts: Receipts;
  readonly env: Env;
  readonly save = new Signal<VoteSave>('loading');
  /** Ballots and what is voted for are there, from the server or from this device. */
  readonly loaded = new Signal(false);
  /** Changes with whatever says who may vote in what, and by itself every second. */
  readonly pulse = new Signal(0);
  private readonly lines: VotingLines;
  private readonly door: BoardDoor;
  private readonly record: MyRecord;
  private readonly stops: readonly Unsubscribe[];
  private stopClock: () => void = () => {};

  constructor({ info, surroundings, onEnd }: Opening) {
    const { env } = surroundings;
    this.id = info.board.id as BoardId;
    this.me = info.participant.id as ParticipantId;
    this.env = env;
    const lines = new VotingLines(info, surroundings);
    this.lines = lines;
    this.session = new Session(lines.docs.session);
    this.votes = new Votes(lines.docs, lines.personalSync);
    this.seen = new Seen(lines.docs, env.scheduler);
    this.receipts = new Receipts(this.id, this.me);
    this.record = new MyRecord({
      votes: this.votes,
      receipts: this.receipts,
      scheduler: env.scheduler,
      serverNow: () => this.serverNow(),
    });
    this.door = new BoardDoor(info, this.id, surroundings);
    const look = () => this.look();
    const follow = () => this.follow();
    this.stops = [
      lines.ended.add(onEnd),
      lines.personalSync.saveChanged.add(look),
      ...lines.syncs.flatMap(({ connected, loaded, tried }) => [
        connected.subscribe(look),
        loaded.subscribe(look),
        tried.subscribe(look),
      ]),
      lines.role.subscribe(() => this.beat()),
      this.session.subscribe(() => this.beat()),
      this.votes.now.subscribe(follow),
      this.votes.mine.subscribe(follow),
    ];
    this.follow();
    this.tick();
  }

  /** What is voted for; read only. */
  get board(): Board {
    return this.lines.board;
  }

  /** Milliseconds since 1970 by the server's clock. */
  serverNow(): number {
    return this.lines.serverClock.now();
  }

  mayVoteIn(ballot: Ballot): boolean {
    const { me: id, session } = this;
    return mayVoteIn(ballot, { id, session, role: this.lines.role.get(), now: this.serverNow() });
  }

  /** The one that is asked for; else the newest I can vote in; else the newest that is open; else the newest. */
  shown(wanted: string | null): BallotNow | null {
    const all = this.votes.now.get();
    return (
      all.find(({ ballot }) => ballot.id === wanted) ??
      all.findLast(({ ballot }) => this.mayVoteIn(ballot)) ??
      all.findLast(({ ballot }) => isOpen(ballot)) ??
      all.at(-1) ??
      null
    );
  }

  /** The network is back: tries at once instead of at the next attempt. */
  reconnectNow(): void {
    for (const sync of this.lines.syncs) sync.reconnectNow();
  }

  /** Finds out at once whether the server can still be reached: the screen says the truth. */
  checkConnection(): void {
    for (const sync of this.lines.syncs) sync.checkConnection();
  }

  meet(info: BoardInfo): void {
    this.door.meet(info);
  }

  close(): void {
    this.seen.write();
    this.stopClock();
    for (const stop of this.stops) stop();
    this.record.destroy();
    this.session.destroy();
    this.lines.close();
  }

  private look(): void {
    const { canvasSync, sessionSync } = this.lines;
    this.loaded.set(canvasSync.loaded.get() && sessionSync.loaded.get());
    this.save.set(voteSave(this.lines));
    this.record.follow();
    if (this.save.get() === 'device') askToPersist({ kind: 'offline', unsaved: 1, kept: true });
  }

  private follow(): void {
    this.record.follow();
    for (const { ballot } of this.votes.now.get()) if (!isOpen(ballot)) this.seen.forget(ballot.id);
    this.beat();
  }

  private tick(): void {
    this.stopClock = this.env.scheduler.after(lookMs, () => {
      this.beat();
      this.tick();
    });
  }

  private beat(): void {
    this.pulse.set(this.pulse.get() + 1);
  }
}
