// The private ideas of one board: counted without a name, revealed all at once and exactly once, and made unreadable on the
// disk after that. Only their owner and this file ever read them.

import { Board } from '../../shared/board/board.ts';
import { removeDrafts } from '../../shared/board/drafts.ts';
import { limits } from '../../shared/board/limits.ts';
import { can } from '../../shared/board/roles.ts';
import { createItems } from '../../shared/board/verbs.ts';
import { authorsMin, countShownFrom } from '../../shared/features/session/drafts.ts';
import { keepsNoAuthor } from '../../shared/features/session/phase.ts';
import { type ItemId, isParticipantId, type ParticipantId, randomToken } from '../../shared/lib/ids.ts';
import { BoardFullError } from '../core.ts';
import { ApiError } from '../errors.ts';
import { type Entry, type LiveDoc, serverParticipant } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { mustBeSound } from '../serverChanges.ts';
import { writeAuthors } from '../sessionDoc.ts';
import type { Put } from '../storage/storage.ts';
import { countDrafts, type Gathered, gather, onWall } from './gathered.ts';
import { countOn, deal, hasSheet, noPlan, peopleOf, readPlan, roundsOwner, writePlan } from './roundsPlan.ts';
import { sessionState, writeCount, writeReveal } from './steering.ts';

/** What a reveal reads and writes. */
interface Documents {
  readonly canvas: LiveDoc;
  readonly session: LiveDoc;
  /** Of the ideas that go round on sheets. */
  readonly plan: LiveDoc;
  readonly personal: ReadonlyMap<ParticipantId, LiveDoc>;
}

export class RoomDrafts {
  private readonly room: Room;
  /** How many ideas each participant has written; missing where it was not counted yet. */
  private readonly counts = new Map<ParticipantId, number>();
  private readonly uncounted = new Set<ParticipantId>();
  private wasCounted = false;
  private isSweeping = false;

  constructor(room: Room) {
    this.room = room;
  }

  /** Called after a commit that touched somebody's personal document. */
  changed(owner: ParticipantId): void {
    this.uncounted.add(owner);
  }

  /** Every few seconds. A board that cannot be written at the moment is tried again. */
  async sweep(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    try {
      await this.tellCount();
      await this.room.erasure.sweep();
    } catch (error) {
      this.complain(error);
    } finally {
      this.isSweeping = false;
    }
  }

  /** Tells, at any later moment, whether anybody has ideas that are not revealed. */
  async waiting(): Promise<() => boolean> {
    const known = this.people();
    const owners = [...known, roundsOwner];
    const personal = await Promise.all(owners.map((owner) => this.room.docs.openPersonal(owner)));
    // Who has come in between may have written already.
    return () => this.people().length > known.length || personal.some((live) => countOf(live) > 0);
  }

  /** Now and then: tells everybody how many ideas there are, of all together. */
  private async tellCount(): Promise<void> {
    if (this.room.session.state?.phase?.kind !== 'silent' && !this.wasCounted) return;
    const isFirst = !this.wasCounted;
    if (!isFirst && this.uncounted.size === 0 && this.shown() === this.told()) return;
    for (const owner of isFirst ? [...this.people(), roundsOwner] : [...this.uncounted]) {
      const live = await this.room.docs.openPersonal(owner);
      // A change that comes while we count is counted the next time.
      this.uncounted.delete(owner);
      this.counts.set(owner, await this.atRest(() => countOf(live)));
    }
    this.wasCounted = true;
    const count = this.shown();
    if (count === this.told()) return;
    await this.room.changes.changeSession(serverParticipant, (doc) => writeCount(doc, count), []);
  }

  /**
   * Brings everybody's ideas to the wall in one commit: shuffled, in one form, without names where that was promised. What
   * arrives later waits for the next reveal. `remembering` goes into the same commit, so that it happens once.
   */
  async reveal(options: {
    readonly confirmed: boolean;
    readonly remembering: (data: unknown) => Put;
  }): Promise<{ ideas: number }> {
    const { room } = this;
    room.touch();
    const docs = await this.open();
    const puts: Put[] = [];
    const done = { ideas: 0 };
    await room.writes.write({
      participant: serverParticipant,
      kind: 'server',
      puts,
      run: () => {
        mustBeSound(docs.canvas);
        mustBeSound(docs.session);
        const { entries, owners } = this.revealNow(docs, options.confirmed, done);
        puts.push(options.remembering({ ...done }), ...owners.map((owner) => room.erasure.ask(owner)));
        return entries;
      },
    });
    // Nobody has to wait for it: the commit says what is still to be erased.
    void room.erasure.sweep().catch((error: unknown) => this.complain(error));
    return done;
  }

  private async open(): Promise<Documents> {
    const { docs } = this.room;
    const [canvas, session, plan] = await Promise.all([
      docs.open('canvas'),
      docs.open('session'),
      docs.openPersonal(roundsOwner),
    ]);
    const personal = await Promise.all(
      this.people().map(async (owner) => [owner, await docs.openPersonal(owner)] as const),
    );
    return { canvas, session, plan, personal: new Map(personal) };
  }

  private revealNow(
    { canvas, session, plan, personal }: Documents,
    confirmed: boolean,
    done: { ideas: number },
  ): { entries: Entry[]; owners: ParticipantId[] } {
    const state = sessionState(session.doc);
    if (state.endedAt !== null)
      throw new ApiError(409, 'ended', 'The session is over: open it again to reveal anything.');
    const { random, clock } = this.room.env;
    const written = new Map(
      [...personal].flatMap(([owner, live]) => (live.quarantined ? [] : [[owner, live.doc] as const])),
    );
    const went = plan.quarantined ? noPlan : readPlan(plan.doc);
    const anonymous = state.promisedNameless || keepsNoAuthor(state);
    const gathered = gather(went, written, { anonymous, random });
    const { ideas, authors } = gathered;
    mustBeEnough(authors.size, confirmed);
    const placed = this.putOnWall(canvas, gathered);
    done.ideas = ideas.length;
    const few = authors.size < authorsMin;
    const told = session.write('server', serverParticipant, (doc) => {
      const id = randomToken(random, 12);
      writeReveal(doc, { id, at: clock.now(), ideas: ideas.length, anonymous, few }, gathered.isAll);
      if (anonymous) return;
      writeAuthors(
        doc,
        ideas.flatMap(({ owner, nameless }, index) => {
          const id = placed.notes[index];
          return id === undefined || nameless ? [] : [{ id, participant: owner }];
        }),
      );
    });
    const gone = plan.quarantined
      ? []
      : plan.write('server', serverParticipant, (doc) => writePlan(doc, noPlan, went));
    const { entries, owners } = takeOut(personal, gathered);
    const held = [...peopleOf(went)].filter((owner) => personal.has(owner));
    return {
      entries: [...placed.entries, ...told, ...entries, ...gone],
      owners: [...new Set([...owners, ...held, ...(gone.length > 0 ? [roundsOwner] : [])])],
    };
  }

  /** Gives the note of each idea, in their order. */
  private putOnWall(canvas: LiveDoc, gathered: Gathered): { entries: Entry[]; notes: readonly ItemId[] } {
    let notes: readonly ItemId[] = [];
    const { random } = this.room.env;
    const entries = canvas.write('server', serverParticipant, (doc) => {
      const board = new Board(doc, random);
      try {
        const there = [...board.items.values()];
        if (there.length + gathered.ideas.length + gathered.titles.size > limits.itemsMax)
          throw new BoardFullError(`a board holds at most ${limits.itemsMax} items`);
        const items = onWall(
          gathered,
          there.filter((item) => !item.deleted),
          random,
        );
        const ids = createItems(board, items, 'server');
        notes = ids.filter((_, index) => items[index]?.kind === 'note');
      } finally {
        board.destroy();
      }
    });
    return { entries, notes };
  }

  /** What the live documents say when they hold nothing that is not durable. */
  private atRest<Value>(read: () => Value): Promise<Value> {
    return new Promise((resolve) => this.room.writes.whenAtRest(() => resolve(read())));
  }

  private complain(error: unknown): void {
    this.room.log.warn({ board: this.room.id, error: String(error) }, 'ideas could not be counted or erased');
  }

  private told(): number | null {
    return this.room.session.state?.ideas ?? null;
  }

  /** null while the number would say something about one of them. */
  private shown(): number | null {
    const here = new Set(
      [...this.room.connections]
        .filter(({ visitor }) => can(visitor.role, 'takePart') && !visitor.neutral)
        .map(({ visitor }) => visitor.id),
    );
    if (here.size < countShownFrom) return null;
    let sum = 0;
    for (const count of this.counts.values()) sum += count;
    return sum > 0 ? sum : null;
  }

  private people(): ParticipantId[] {
    const session = this.room.docs.find('session');
    return [...(session?.doc.getMap('people').keys() ?? [])].filter(isParticipantId);
  }
}

/** Without a confirmation nobody learns from the answer whether one person has written, or none. @throws ApiError */
function mustBeEnough(authors: number, confirmed: boolean): void {
  if (authors < authorsMin && !confirmed) {
    throw new ApiError(
      409,
      'few-authors',
      `Fewer than ${authorsMin} people have written: it may be easy to guess who wrote what.`,
    );
  }
  if (authors === 0) throw new ApiError(409, 'nothing-to-reveal', 'Nobody has written anything yet.');
}

/** Takes what comes to the wall off the pads, and the sheets from before everybody. */
function takeOut(
  personal: Documents['personal'],
  { taken }: Gathered,
): { entries: Entry[]; owners: ParticipantId[] } {
  const held = [...personal].filter(
    ([owner, live]) => !live.quarantined && (taken.has(owner) || hasSheet(live.doc)),
  );
  const entries = held.flatMap(([owner, live]) =>
    live.write('server', serverParticipant, (doc) =>
      doc.transact(() => {
        removeDrafts(doc, taken.get(owner) ?? [], 'server');
        deal(doc, null);
      }, 'server'),
    ),
  );
  return { entries, owners: held.map(([owner]) => owner) };
}

/** How many ideas wait in this document: on somebody's pad, or on the sheets that go round. */
function countOf({ address, doc }: LiveDoc): number {
  return address.owner === roundsOwner ? countOn(readPlan(doc)) : countDrafts(doc);
}
