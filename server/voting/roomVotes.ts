// The votes of one board: opened, counted without a name, closed for good and exactly once, made unreadable after that. Only
// their owner and this folder ever read them. What is due happens by the server's clock, whoever is here.

import type * as Y from 'yjs';
import { readItems } from '../../shared/board/reader.ts';
import {
  type Ballot,
  isAnnounced,
  takesVotes,
  votersMin,
  votingLimits,
} from '../../shared/features/voting/ballot.ts';
import type { Cancel } from '../../shared/lib/env.ts';
import { type ParticipantId, randomToken } from '../../shared/lib/ids.ts';
import { ApiError } from '../errors.ts';
import { type Entry, serverParticipant } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { sessionState } from '../session/steering.ts';
import type { Put } from '../storage/storage.ts';
import { BallotCommits, type Changing, type Everybody, takeOut } from './ballotCommits.ts';
import {
  ballotsOf,
  mustBeOpen,
  openBallotsOf,
  removeBallot,
  resultOf,
  writeBallot,
  writeChanged,
} from './ballotDoc.ts';
import { closeNow, votesNow } from './closing.ts';
import { type Due, dueNow, nextDue } from './due.ts';
import { Electorate, eligibleFor } from './electorate.ts';
import { newBallot, type WantedBallot } from './newBallot.ts';
import { Telling } from './telling.ts';

/** Timers of more than this are set anew on the way. */
const timerMsMax = 24 * 60 * 60_000;
/** One ballot can be opened late, ended and counted in a row. */
const dueInARowMax = 4;

type Remembering = (data: unknown) => Put;

export interface Opened {
  readonly ballot: string;
  readonly eligible: number;
  /** So few may vote that it may be easy to guess who voted what. */
  readonly few: boolean;
}

export interface Closed {
  readonly voted: number;
  /** It had only been announced: nothing of it is left, not even a result. */
  readonly withdrawn?: true;
}

export class RoomVotes {
  private readonly room: Room;
  private readonly commits: BallotCommits;
  private readonly electorate: Electorate;
  private readonly telling = new Telling();
  private isSweeping = false;
  private lastDue: Promise<void> = Promise.resolve();
  private cancelDue: Cancel | null = null;

  constructor(room: Room) {
    this.room = room;
    this.commits = new BallotCommits(room);
    this.electorate = new Electorate(room.env.clock);
  }

  /** Before anybody can write: a ballot whose time came while nobody was here is over. */
  async start(): Promise<void> {
    await this.safely(async () => {
      await this.doWhatIsDue();
      await this.commits.keepDue();
    });
    this.armTimer();
  }

  stop(): void {
    this.cancelDue?.();
  }

  /** Called after a commit that touched somebody's personal document, and when they open it. */
  changed(owner: ParticipantId): void {
    this.commits.noteTouched(owner);
  }

  left(id: ParticipantId): void {
    this.electorate.noteLeft(id);
  }

  /** Called after a commit that touched the session: a phase may be over, and the ballots that belong to it. */
  sessionChanged(): void {
    this.armTimer();
    if (this.due().length > 0) void this.safely(() => this.doWhatIsDue());
  }

  /** Belongs into every commit that changes the session. */
  dueAlong(session: Y.Doc): readonly Put[] {
    return this.commits.dueAlong(session);
  }

  /** Does what is due, and waits until nothing that is over can be read any more. @throws when it cannot be done now. */
  async settle(): Promise<void> {
    await this.doWhatIsDue();
    await this.commits.keepDue();
    await this.room.erasure.sweep();
    if (this.room.erasure.isDue) throw new Error('what is over cannot be erased yet');
  }

  /** Every few seconds: tells how many have voted, shows live totals, forgets what came too late. */
  async sweep(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    await this.safely(async () => {
      await this.doWhatIsDue();
      await this.count();
      await this.room.erasure.sweep();
    });
    this.isSweeping = false;
  }

  /** Fixes what may be voted for and by whom, and says so to everybody. @throws ApiError */
  async openBallot(by: ParticipantId, wanted: WantedBallot, remembering: Remembering): Promise<Opened> {
    const { room } = this;
    const [canvas, people] = await Promise.all([room.docs.open('canvas'), this.commits.people()]);
    const id = randomToken(room.env.random, 12);
    let opened: Opened = { ballot: id, eligible: 0, few: true };
    await this.commits.change(by, ({ session, puts }) => {
      const { park, phase } = sessionState(session.doc);
      const ballot = newBallot(wanted, {
        id,
        now: room.env.clock.now(),
        items: readItems(canvas.doc),
        park,
        votePhase: phase?.kind === 'vote' ? phase.id : null,
        ballots: ballotsOf(session.doc),
        resultOf: (before) => resultOf(session.doc, before),
        present: this.electorate.present(
          [...room.connections].map(({ visitor }) => visitor),
          people,
        ),
      });
      const eligible = eligibleFor(ballot, people).size;
      opened = { ballot: id, eligible, few: eligible < votersMin };
      puts.push(remembering(opened));
      const entries = session.write('server', by, (doc) => writeBallot(doc, ballot, eligible));
      if (!isAnnounced(ballot)) puts.push(...room.tells({ kind: 'ballot.opened', ballot: id }));
      return entries;
    });
    return opened;
  }

  /**
   * Counts and publishes, once and for good, in one commit with the answer. One that was only announced is withdrawn.
   * @throws ApiError
   */
  async closeBallot(by: string, id: string, remembering: Remembering): Promise<Closed> {
    const session = await this.room.docs.open('session');
    mustBeOpen(session.doc, id);
    let closed: Closed = { voted: 0 };
    await this.commits.changeOverAll(by, (changing, everybody) => {
      const ballot = mustBeOpen(changing.session.doc, id);
      if (isAnnounced(ballot)) {
        closed = { voted: 0, withdrawn: true };
        changing.puts.push(remembering(closed));
        const entries = changing.session.write('server', by, (doc) => removeBallot(doc, id));
        return [...entries, ...takeOut(this.room, everybody, changing.puts, (of) => of === id)];
      }
      const { entries, voted } = closeNow(this.room, changing, { ballot, everybody, inTime: null });
      closed = { voted };
      changing.puts.push(remembering(closed));
      return entries;
    });
    this.isOver(id);
    return closed;
  }

  /** Says to everybody that there is something to vote on, here and where the board's webhook leads. @throws ApiError */
  async remind(by: string, id: string, remembering: Remembering): Promise<void> {
    await this.commits.change(by, ({ session, puts }) => {
      const ballot = mustBeOpen(session.doc, id);
      const now = this.room.env.clock.now();
      if (!takesVotes(ballot, now))
        throw new ApiError(409, 'no-votes-now', 'Nobody can vote on this at the moment.');
      if (ballot.remindedAt !== null && now - ballot.remindedAt < votingLimits.remindEveryMs)
        throw new ApiError(409, 'too-soon', 'Everybody was reminded a moment ago.');
      puts.push(remembering(undefined));
      return this.remindNow({ session, puts }, ballot, now);
    });
  }

  /** Everything whose time has come, one after another, each in a commit of its own that looks again. */
  private doWhatIsDue(): Promise<void> {
    this.lastDue = this.lastDue
      .catch(() => {})
      .then(async () => {
        for (let round = 0; round < dueInARowMax; round++) {
          const due = this.due();
          if (due.length === 0) return;
          for (const { id, what } of due) await this.doDue(id, what);
        }
      });
    return this.lastDue;
  }

  private async doDue(id: string, what: Due): Promise<void> {
    const withIt = (then: (ballot: Ballot, changing: Changing, everybody: Everybody) => readonly Entry[]) =>
      this.commits.changeOverAll(serverParticipant, (changing, everybody) => {
        // Somebody may have been quicker.
        const isStill = this.due().find((due) => due.id === id)?.what === what;
        const ballot = openBallotsOf(changing.session.doc).find((each) => each.id === id);
        return isStill && ballot !== undefined ? then(ballot, changing, everybody) : [];
      });
    const now = this.room.env.clock.now();
    if (what === 'count') {
      const inTime = await votesNow(this.room, id);
      await withIt(
        (ballot, changing, everybody) => closeNow(this.room, changing, { ballot, everybody, inTime }).entries,
      );
      this.isOver(id);
    } else if (what === 'open') {
      await withIt((ballot, changing, everybody) => this.openNow(changing, ballot, everybody));
    } else if (what === 'end') {
      await withIt((ballot, { session }, { people }) => {
        const voters = [...eligibleFor(ballot, people)];
        return session.write('server', serverParticipant, (doc) => writeChanged(doc, { ...ballot, voters }));
      });
    } else await withIt((ballot, changing) => this.remindNow(changing, ballot, now));
  }

  /** Its announced time has come: what was cast before does not count. */
  private openNow({ session, puts }: Changing, announced: Ballot, everybody: Everybody): Entry[] {
    const ballot: Ballot = { ...announced, openedAt: announced.opensAt ?? announced.openedAt };
    const eligible = eligibleFor(ballot, everybody.people).size;
    const entries = session.write('server', serverParticipant, (doc) => writeBallot(doc, ballot, eligible));
    // A server that slept through all of it does not call people to what is over.
    if (takesVotes(ballot, this.room.env.clock.now()))
      puts.push(...this.room.tells({ kind: 'ballot.opened', ballot: ballot.id }));
    return [...entries, ...takeOut(this.room, everybody, puts, (of) => of === ballot.id)];
  }

  private remindNow({ session, puts }: Changing, ballot: Ballot, now: number): Entry[] {
    const entries = session.write('server', serverParticipant, (doc) =>
      writeChanged(doc, { ...ballot, remindedAt: now }),
    );
    puts.push(...this.room.tells({ kind: 'ballot.reminder', ballot: ballot.id }));
    return entries;
  }

  private isOver(id: string): void {
    this.telling.forget(id);
    this.armTimer();
    void this.safely(() => this.room.erasure.sweep());
  }

  /** What its time has come for; and ballots are over when the phase is that they belong to. */
  private due(): { readonly id: string; readonly what: Due }[] {
    const session = this.room.docs.find('session');
    if (session === undefined) return [];
    const now = this.room.env.clock.now();
    const phase = this.room.session.state?.phase?.id ?? null;
    return openBallotsOf(session.doc).flatMap((ballot) => {
      const what = dueNow(ballot, phase, now);
      return what === null ? [] : [{ id: ballot.id, what }];
    });
  }

  private armTimer(): void {
    this.cancelDue?.();
    this.cancelDue = null;
    const session = this.room.docs.find('session');
    if (session === undefined) return;
    const now = this.room.env.clock.now();
    // What is due already is being done, or tried again by the sweep.
    const next = nextDue(openBallotsOf(session.doc), this.room.session.state?.phase?.id ?? null, now);
    if (next === null) return;
    const delay = Math.min(timerMsMax, next - now);
    this.cancelDue = this.room.env.scheduler.after(delay, () => this.sessionChanged());
  }

  /** Reads what changed and tells what may be told; takes out what belongs to no ballot that takes votes. */
  private async count(): Promise<void> {
    const session = await this.room.docs.open('session');
    if (ballotsOf(session.doc).length === 0) {
      this.commits.takeFresh();
      return;
    }
    const isOpenHere = openBallotsOf(session.doc).length > 0;
    if (!isOpenHere && this.commits.fresh?.size === 0) return;
    const everybody = await this.commits.everybody(this.commits.takeFresh());
    try {
      await this.commits.change(serverParticipant, (changing) => {
        const open = openBallotsOf(changing.session.doc).filter((ballot) => !isAnnounced(ballot));
        const ids = new Set<string | null>(open.map(({ id }) => id));
        const strays = takeOut(this.room, everybody, changing.puts, (ballot) => !ids.has(ballot));
        const at = {
          now: this.room.env.clock.now(),
          lookAgain: (owner: ParticipantId) => this.commits.noteTouched(owner),
        };
        const told = open.flatMap((ballot) => this.telling.tell(changing.session, ballot, everybody, at));
        return [...strays, ...told];
      });
    } catch (error) {
      // Counted again the next time.
      this.commits.forgetFresh();
      this.telling.forgetAll();
      throw error;
    }
  }

  /** A board that cannot be written at the moment is tried again. */
  private async safely(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.room.log.warn(
        { board: this.room.id, error: String(error) },
        'votes could not be counted or erased',
      );
    }
  }
}
