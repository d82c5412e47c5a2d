// How ballots change: each change is one commit, together with the record that says when the next thing is due on this board.
// Fetches everybody's documents for those changes that look at votes. Decides nothing about ballots itself.

import type * as Y from 'yjs';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { type Entry, type LiveDoc, serverParticipant } from '../liveDoc.ts';
import { type Participant, Participants } from '../participants.ts';
import type { Room } from '../room.ts';
import { mustBeSound } from '../serverChanges.ts';
import { sessionState } from '../session/steering.ts';
import { DamageError, type Put } from '../storage/storage.ts';
import { ballotsOf, holdsVotes, openBallotsOf, removeVotes } from './ballotDoc.ts';
import { dueKey, nextDue, readDue } from './due.ts';

/** Everybody of the board at one moment, and their documents. */
export interface Everybody {
  readonly people: readonly Participant[];
  readonly docs: ReadonlyMap<ParticipantId, LiveDoc>;
}

/** The session, and what else goes into the commit. */
export interface Changing {
  readonly session: LiveDoc;
  readonly puts: Put[];
}

export class BallotCommits {
  private readonly room: Room;
  private readonly participants: Participants;
  /** Whose documents changed since they were last taken; null for everybody's. */
  private touched: Set<ParticipantId> | null = null;
  /** As it is on the disk, or about to be; undefined while that is unknown. */
  private due: number | null | undefined = undefined;

  constructor(room: Room) {
    this.room = room;
    this.participants = new Participants(room.storage);
  }

  people(): Promise<Participant[]> {
    return this.participants.all(this.room.id);
  }

  /** After a commit that touched somebody's document, and when they open it. */
  noteTouched(owner: ParticipantId): void {
    this.touched?.add(owner);
  }

  /** Whose documents changed since the last time; null for anybody's. */
  get fresh(): ReadonlySet<ParticipantId> | null {
    return this.touched;
  }

  /** What changes from here on is looked at the next time. */
  takeFresh(): ReadonlySet<ParticipantId> | null {
    const fresh = this.touched;
    this.touched = new Set();
    return fresh;
  }

  /** Everybody's document is to be looked at again. */
  forgetFresh(): void {
    this.touched = null;
  }

  /** Durable when it resolves. `run` may throw before it writes. */
  async change(by: string, run: (changing: Changing) => readonly Entry[]): Promise<void> {
    const session = await this.room.docs.open('session');
    const puts: Put[] = [];
    const write = () => {
      mustBeSound(session);
      const entries = run({ session, puts });
      const next = nextIn(session.doc);
      if (next !== this.due) puts.push({ key: dueKey(this.room.id), value: { at: next } });
      this.due = next;
      return entries;
    };
    try {
      await this.room.writes.write({ participant: by, kind: 'server', puts, run: write });
    } catch (error) {
      this.due = undefined;
      throw error;
    }
    this.room.noteDue(this.due ?? null);
  }

  /** The same over everybody's documents: fetched again when somebody new wrote while they were being fetched. */
  async changeOverAll(
    by: string,
    run: (changing: Changing, everybody: Everybody) => readonly Entry[],
  ): Promise<void> {
    for (let isLastTry = false, isDone = false; !isDone; isLastTry = true) {
      const everybody = await this.everybody(null);
      await this.change(by, (changing) => {
        isDone = isLastTry || ![...(this.touched ?? [])].some((owner) => !everybody.docs.has(owner));
        return isDone ? run(changing, everybody) : [];
      });
    }
  }

  /** Corrects what is kept about when the next thing is due: it is what the ballots say. */
  async keepDue(): Promise<void> {
    const session = this.room.docs.find('session');
    if (session === undefined || session.quarantined || ballotsOf(session.doc).length === 0) return;
    if (this.due === undefined) this.due = await this.kept();
    if (nextIn(session.doc) !== this.due) await this.change(serverParticipant, () => []);
  }

  /** For a change of the session that somebody else makes: a phase may be over with it, and a ballot due. */
  dueAlong(session: Y.Doc): readonly Put[] {
    if (ballotsOf(session).length === 0) return [];
    const next = nextIn(session);
    if (next === this.due) return [];
    // Known again once something of mine is durable.
    this.due = undefined;
    return [{ key: dueKey(this.room.id), value: { at: next } }];
  }

  /** undefined when it cannot be read. */
  private async kept(): Promise<number | null | undefined> {
    try {
      return readDue(await this.room.storage.get(dueKey(this.room.id)));
    } catch (error) {
      if (error instanceof DamageError) return undefined;
      throw error;
    }
  }

  /** Everybody of the board, with the documents of those in `owners`; of all of them without it. */
  async everybody(owners: ReadonlySet<ParticipantId> | null): Promise<Everybody> {
    const people = await this.people();
    const wanted = people.filter(({ id }) => owners === null || owners.has(id));
    const docs = await Promise.all(
      wanted.map(async ({ id }) => [id, await this.room.docs.openPersonal(id)] as const),
    );
    return { people, docs: new Map(docs) };
  }
}

/** When the next thing is to happen on the board that says this. */
function nextIn(session: Y.Doc): number | null {
  return nextDue(openBallotsOf(session), sessionState(session).phase?.id ?? null);
}

/** Takes votes that do not count out of everybody's document, and asks for what held them to be made unreadable. */
export function takeOut(
  room: Room,
  { docs }: Everybody,
  puts: Put[],
  isOver: (ballot: string | null) => boolean,
): Entry[] {
  const holding = [...docs].filter(([, live]) => !live.quarantined && holdsVotes(live.doc, isOver));
  puts.push(...holding.map(([owner]) => room.erasure.ask(owner)));
  return holding.flatMap(([, live]) =>
    live.write('server', serverParticipant, (doc) => removeVotes(doc, isOver)),
  );
}
