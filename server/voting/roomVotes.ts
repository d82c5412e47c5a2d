// The votes of one board: opened, counted without a name, closed for good and exactly once, made unreadable after that. Only
// their owner and this folder ever read them.

import { readItems } from '../../shared/board/reader.ts';
import { type Ballot, countedAt, votersMin } from '../../shared/features/voting/ballot.ts';
import { resultValue } from '../../shared/features/voting/result.ts';
import { tallyOf } from '../../shared/features/voting/tally.ts';
import { readVote, type Vote } from '../../shared/features/voting/votes.ts';
import type { Cancel } from '../../shared/lib/env.ts';
import { type ParticipantId, randomToken } from '../../shared/lib/ids.ts';
import { type Entry, type LiveDoc, serverParticipant } from '../liveDoc.ts';
import { type Participant, Participants } from '../participants.ts';
import type { Room } from '../room.ts';
import { sessionState } from '../session/steering.ts';
import type { Put } from '../storage/storage.ts';
import { BallotCount } from './ballotCount.ts';
import {
  ballotsOf,
  holdsVotes,
  mustBeOpen,
  openBallotsOf,
  progressOf,
  removeVotes,
  resultOf,
  writeBallot,
  writeClosed,
  writeLiveResult,
  writeProgress,
} from './ballotDoc.ts';
import { Electorate, eligibleFor } from './electorate.ts';
import { newBallot, type WantedBallot } from './newBallot.ts';

/** Timers of more than this are set anew on the way. */
const timerMsMax = 24 * 60 * 60_000;

type Remembering = (data: unknown) => Put;

export interface Opened {
  readonly ballot: string;
  readonly eligible: number;
  /** So few may vote that it may be easy to guess who voted what. */
  readonly few: boolean;
}

/** Everybody of the board at one moment, and their documents. */
interface Everybody {
  readonly people: readonly Participant[];
  readonly docs: ReadonlyMap<ParticipantId, LiveDoc>;
}

export class RoomVotes {
  private readonly room: Room;
  private readonly participants: Participants;
  private readonly electorate: Electorate;
  private readonly counts = new Map<string, BallotCount>();
  /** Whose documents changed since they were last counted; null for everybody's. */
  private touched: Set<ParticipantId> | null = null;
  /** Those that close by themselves, while they do. */
  private readonly closing = new Set<string>();
  private isSweeping = false;
  private cancelDue: Cancel | null = null;

  constructor(room: Room) {
    this.room = room;
    this.participants = new Participants(room.storage);
    this.electorate = new Electorate(room.env.clock);
  }

  /** Before anybody can write: a ballot whose time came while nobody was here is over. */
  async start(): Promise<void> {
    await this.sweepSafely(() => this.closeWhatIsDue());
    this.armTimer();
  }

  stop(): void {
    this.cancelDue?.();
  }

  /** Called after a commit that touched somebody's personal document, and when they open it. */
  changed(owner: ParticipantId): void {
    this.touched?.add(owner);
  }

  left(id: ParticipantId): void {
    this.electorate.noteLeft(id);
  }

  /** Called after a commit that touched the session: a phase may be over, and the ballots that belong to it. */
  sessionChanged(): void {
    this.armTimer();
    if (this.due().length > 0) void this.sweepSafely(() => this.closeWhatIsDue());
  }

  /** Every few seconds: tells how many have voted, shows live totals, forgets what came too late. */
  async sweep(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    await this.sweepSafely(async () => {
      await this.closeWhatIsDue();
      await this.count();
      await this.room.erasure.sweep();
    });
    this.isSweeping = false;
  }

  /** Fixes what may be voted for and by whom, and says so to everybody. @throws ApiError */
  async openBallot(by: ParticipantId, wanted: WantedBallot, remembering: Remembering): Promise<Opened> {
    const { room } = this;
    const [canvas, session, people] = await Promise.all([
      room.docs.open('canvas'),
      room.docs.open('session'),
      this.participants.all(room.id),
    ]);
    const id = randomToken(room.env.random, 12);
    const puts: Put[] = [];
    let opened: Opened = { ballot: id, eligible: 0, few: true };
    const run = () => {
      const { park, phase } = sessionState(session.doc);
      const ballots = ballotsOf(session.doc);
      const ballot = newBallot(wanted, {
        id,
        now: room.env.clock.now(),
        items: readItems(canvas.doc),
        park,
        votePhase: phase?.kind === 'vote' ? phase.id : null,
        open: ballots.filter(({ closedAt }) => closedAt === null),
        ballots: ballots.length,
        present: this.electorate.present(
          [...room.connections].map(({ visitor }) => visitor),
          people,
        ),
      });
      const eligible = eligibleFor(ballot, people).size;
      opened = { ballot: id, eligible, few: eligible < votersMin };
      puts.push(remembering(opened));
      return session.write('server', by, (doc) => writeBallot(doc, ballot, eligible));
    };
    await room.writes.write({ participant: by, kind: 'server', puts, run });
    return opened;
  }

  /** Counts and publishes, once and for good, in one commit with the answer. @throws ApiError */
  async closeBallot(by: string, id: string, remembering: Remembering | null): Promise<{ voted: number }> {
    const session = await this.room.docs.open('session');
    for (let isLastTry = false; ; isLastTry = true) {
      mustBeOpen(session.doc, id);
      const everybody = await this.everybody();
      const closed = await this.tryToClose(session, { by, id, everybody, remembering, isLastTry });
      if (closed === null) continue;
      this.counts.delete(id);
      this.armTimer();
      void this.sweepSafely(() => this.room.erasure.sweep());
      return closed;
    }
  }

  /** null when somebody new wrote while everybody's documents were fetched: fetch again. */
  private async tryToClose(
    session: LiveDoc,
    of: {
      by: string;
      id: string;
      everybody: Everybody;
      remembering: Remembering | null;
      isLastTry: boolean;
    },
  ): Promise<{ voted: number } | null> {
    const { by, id, everybody, remembering, isLastTry } = of;
    const puts: Put[] = [];
    const closed = { voted: 0 };
    let isComplete = false;
    await this.room.writes.write({
      participant: by,
      kind: 'server',
      puts,
      run: () => {
        const ballot = mustBeOpen(session.doc, id);
        isComplete = isLastTry || ![...(this.touched ?? [])].some((owner) => !everybody.docs.has(owner));
        if (!isComplete) return [];
        const { entries, voted, owners } = this.closeNow(session, ballot, everybody);
        closed.voted = voted;
        if (remembering !== null) puts.push(remembering({ ...closed }));
        puts.push(...owners.map((owner) => this.room.erasure.ask(owner)));
        return entries;
      },
    });
    return isComplete ? closed : null;
  }

  private closeNow(session: LiveDoc, ballot: Ballot, { people, docs }: Everybody) {
    const eligible = eligibleFor(ballot, people);
    const votes: Vote[] = [];
    for (const owner of eligible) {
      const live = docs.get(owner);
      if (live !== undefined && !live.quarantined) votes.push(readVote(ballot, live.doc.getMap('votes')));
    }
    const tally = tallyOf(ballot, votes);
    const now = this.room.env.clock.now();
    const closedAt = Math.min(now, countedAt(ballot) ?? now);
    const { practice, quorum } = ballot;
    const told = session.write('server', serverParticipant, (doc) =>
      writeClosed(
        doc,
        ballot,
        closedAt,
        resultValue(tally, { eligible: eligible.size, closedAt, practice, quorum }),
      ),
    );
    const taken = this.takeOut(docs, (id) => id === ballot.id);
    return { entries: [...told, ...taken.entries], owners: taken.owners, voted: tally.voted };
  }

  /** Takes votes that are over out of everybody's document. */
  private takeOut(
    docs: ReadonlyMap<ParticipantId, LiveDoc>,
    isOver: (ballot: string | null) => boolean,
  ): { entries: Entry[]; owners: ParticipantId[] } {
    const holding = [...docs].filter(([, live]) => !live.quarantined && holdsVotes(live.doc, isOver));
    return {
      entries: holding.flatMap(([, live]) =>
        live.write('server', serverParticipant, (doc) => removeVotes(doc, isOver)),
      ),
      owners: holding.map(([owner]) => owner),
    };
  }

  private async closeWhatIsDue(): Promise<void> {
    for (const { id } of this.due()) {
      if (this.closing.has(id)) continue;
      this.closing.add(id);
      await this.closeBallot(serverParticipant, id, null).finally(() => this.closing.delete(id));
    }
  }

  /** Ballots that are over without anybody closing them: their time is up, or the phase they belong to is. */
  private due(): Ballot[] {
    const session = this.room.docs.find('session');
    if (session === undefined) return [];
    const now = this.room.env.clock.now();
    const phase = this.room.session.state?.phase?.id ?? null;
    return openBallotsOf(session.doc).filter((ballot) => {
      const at = countedAt(ballot);
      return (at !== null && at <= now) || (ballot.phase !== null && ballot.phase !== phase);
    });
  }

  private armTimer(): void {
    this.cancelDue?.();
    this.cancelDue = null;
    const session = this.room.docs.find('session');
    if (session === undefined) return;
    const now = this.room.env.clock.now();
    // What is due already is being closed, or tried again by the sweep.
    const times = openBallotsOf(session.doc).flatMap((ballot) => countedAt(ballot) ?? []);
    const next = Math.min(...times.filter((at) => at > now));
    if (!Number.isFinite(next)) return;
    const delay = Math.min(timerMsMax, next - now);
    this.cancelDue = this.room.env.scheduler.after(delay, () => this.sessionChanged());
  }

  /** Reads what changed, and tells how many have voted; shows live totals; takes out what belongs to no open ballot. */
  private async count(): Promise<void> {
    const session = await this.room.docs.open('session');
    if (ballotsOf(session.doc).length === 0) {
      this.touched = new Set();
      return;
    }
    const isOpenHere = openBallotsOf(session.doc).length > 0;
    if (!isOpenHere && this.touched?.size === 0) return;
    const fresh = this.touched;
    // What changes from here on is looked at the next time.
    this.touched = new Set();
    const everybody = await this.everybody(fresh);
    const puts: Put[] = [];
    try {
      await this.room.writes.write({
        participant: serverParticipant,
        kind: 'server',
        puts,
        run: () => {
          const open = openBallotsOf(session.doc);
          const ids = new Set<string | null>(open.map(({ id }) => id));
          const strays = this.takeOut(everybody.docs, (ballot) => !ids.has(ballot));
          puts.push(...strays.owners.map((owner) => this.room.erasure.ask(owner)));
          return [...strays.entries, ...open.flatMap((ballot) => this.tell(session, ballot, everybody))];
        },
      });
    } catch (error) {
      // Counted again the next time.
      this.touched = null;
      this.counts.clear();
      throw error;
    }
  }

  private tell(session: LiveDoc, ballot: Ballot, { people, docs }: Everybody): Entry[] {
    let count = this.counts.get(ballot.id);
    if (count === undefined) {
      count = new BallotCount(resultOf(session.doc, ballot.id) !== null);
      this.counts.set(ballot.id, count);
    }
    for (const [owner, live] of docs) {
      if (!live.quarantined) count.note(owner, readVote(ballot, live.doc.getMap('votes')));
    }
    const eligible = eligibleFor(ballot, people);
    const cast = count.cast(eligible);
    const progress = { voted: cast.length, eligible: eligible.size };
    const told = progressOf(session.doc, ballot.id);
    const isNews = told?.voted !== progress.voted || told.eligible !== progress.eligible;
    const totals = ballot.show === 'live' && count.mayShow(eligible) ? tallyOf(ballot, cast) : null;
    if (!isNews && totals === null) return [];
    return session.write('server', serverParticipant, (doc) => {
      writeProgress(doc, ballot.id, progress);
      if (totals === null) return;
      const { practice, quorum } = ballot;
      const facts = { eligible: eligible.size, closedAt: null, practice, quorum };
      writeLiveResult(doc, ballot.id, resultValue(totals, facts));
    });
  }

  /** Everybody of the board, with the documents of those in `owners`; of all of them without it. */
  private async everybody(owners: ReadonlySet<ParticipantId> | null = null): Promise<Everybody> {
    const people = await this.participants.all(this.room.id);
    const wanted = people.filter(({ id }) => owners === null || owners.has(id));
    const docs = await Promise.all(
      wanted.map(async ({ id }) => [id, await this.room.docs.openPersonal(id)] as const),
    );
    return { people, docs: new Map(docs) };
  }

  /** A board that cannot be written at the moment is tried again. */
  private async sweepSafely(work: () => Promise<void>): Promise<void> {
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
