// The private ideas of one board: counted without a name, revealed all at once and exactly once, and made unreadable on the
// disk after that. Only their owner and this file ever read them.

import { Board } from '../../shared/board/board.ts';
import { type Draft, readDrafts, removeDrafts } from '../../shared/board/drafts.ts';
import { limits } from '../../shared/board/limits.ts';
import { can } from '../../shared/board/roles.ts';
import { createItems } from '../../shared/board/verbs.ts';
import {
  authorsMin,
  countShownFrom,
  neutralText,
  revealedAtOnceMax,
  shuffled,
} from '../../shared/features/session/drafts.ts';
import { type ItemId, isParticipantId, type ParticipantId, randomToken } from '../../shared/lib/ids.ts';
import { layOut } from '../../shared/transfer/layout.ts';
import { BoardFullError } from '../core.ts';
import { ApiError } from '../errors.ts';
import { type Entry, type LiveDoc, serverParticipant } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { mustBeSound } from '../serverChanges.ts';
import { writeAuthors } from '../sessionDoc.ts';
import type { Put } from '../storage/storage.ts';
import { sessionState, writeCount, writeReveal } from './steering.ts';

interface Idea {
  readonly owner: ParticipantId;
  readonly text: string;
  readonly nameless: boolean;
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
    const personal = await Promise.all(known.map((owner) => this.room.docs.openPersonal(owner)));
    // Who has come in between may have written already.
    return () => this.people().length > known.length || personal.some((live) => ideasOf(live).length > 0);
  }

  /** Now and then: tells everybody how many ideas there are, of all together. */
  private async tellCount(): Promise<void> {
    if (this.room.session.state?.phase?.kind !== 'silent' && !this.wasCounted) return;
    const isFirst = !this.wasCounted;
    if (!isFirst && this.uncounted.size === 0 && this.shown() === this.told()) return;
    for (const owner of isFirst ? this.people() : [...this.uncounted]) {
      const live = await this.room.docs.openPersonal(owner);
      // A change that comes while we count is counted the next time.
      this.uncounted.delete(owner);
      this.counts.set(owner, await this.atRest(() => ideasOf(live).length));
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
    const [canvas, session] = await Promise.all([room.docs.open('canvas'), room.docs.open('session')]);
    const personal = await Promise.all(this.people().map((owner) => room.docs.openPersonal(owner)));
    const puts: Put[] = [];
    const done = { ideas: 0 };
    await room.writes.write({
      participant: serverParticipant,
      kind: 'server',
      puts,
      run: () => {
        mustBeSound(canvas);
        mustBeSound(session);
        const written = personal.filter(({ quarantined }) => !quarantined);
        const entries = this.revealNow({ canvas, session, written, confirmed: options.confirmed, done });
        puts.push(
          options.remembering({ ...done }),
          ...entries.owners.map((owner) => room.erasure.ask(owner)),
        );
        return entries.entries;
      },
    });
    // Nobody has to wait for it: the commit says what is still to be erased.
    void room.erasure.sweep().catch((error: unknown) => this.complain(error));
    return done;
  }

  private revealNow(of: {
    canvas: LiveDoc;
    session: LiveDoc;
    written: readonly LiveDoc[];
    confirmed: boolean;
    done: { ideas: number };
  }): { entries: Entry[]; owners: ParticipantId[] } {
    const { canvas, session, written, confirmed, done } = of;
    const state = sessionState(session.doc);
    if (state.endedAt !== null)
      throw new ApiError(409, 'ended', 'The session is over: open it again to reveal anything.');
    const all = written.map((live) => [live, ideasOf(live)] as const);
    const owned = all
      .filter(([, ideas]) => ideas.length > 0)
      .map(([live, ideas]) => [live, ideas.slice(0, revealedAtOnceMax)] as const);
    mustBeEnough(owned.length, confirmed);
    const { random, clock } = this.room.env;
    const anonymous = state.promisedNameless || state.settings.anonymous || state.phase?.anonymous === true;
    const ideas = shuffled(
      owned.flatMap(([live, list]) =>
        list.map(({ text, nameless }): Idea => ({ owner: ownerOf(live), text, nameless })),
      ),
      random,
    );
    let ids: readonly ItemId[] = [];
    const onWall = canvas.write('server', serverParticipant, (doc) => {
      const board = new Board(doc, random);
      try {
        ids = this.putOnWall(board, ideas);
      } finally {
        board.destroy();
      }
    });
    done.ideas = ideas.length;
    const few = owned.length < authorsMin;
    const told = session.write('server', serverParticipant, (doc) => {
      const id = randomToken(random, 12);
      const nothingIsLeft = all.every(([, list]) => list.length <= revealedAtOnceMax);
      writeReveal(doc, { id, at: clock.now(), ideas: ideas.length, anonymous, few }, nothingIsLeft);
      if (anonymous) return;
      writeAuthors(
        doc,
        ideas.flatMap(({ owner, nameless }, index) => {
          const id = ids[index];
          return id === undefined || nameless ? [] : [{ id, participant: owner }];
        }),
      );
    });
    const taken = owned.flatMap(([live, list]) =>
      live.write('server', serverParticipant, (doc) => {
        removeDrafts(
          doc,
          list.map(({ id }) => id),
          'server',
        );
      }),
    );
    return { entries: [...onWall, ...told, ...taken], owners: owned.map(([live]) => ownerOf(live)) };
  }

  private putOnWall(board: Board, ideas: readonly Idea[]): readonly ItemId[] {
    const items = [...board.items.values()];
    if (items.length + ideas.length > limits.itemsMax)
      throw new BoardFullError(`a board holds at most ${limits.itemsMax} items`);
    const taken = items.filter((item) => !item.deleted);
    const notes = layOut(
      ideas.map(({ text }) => ({ text })),
      taken,
      this.room.env.random,
    );
    return createItems(board, notes, 'server');
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

function ideasOf(live: LiveDoc): Draft[] {
  return readDrafts(live.doc)
    .map((draft) => ({ ...draft, text: neutralText(draft.text) }))
    .filter(({ text }) => text !== '');
}

function ownerOf({ address }: LiveDoc): ParticipantId {
  if (address.owner === null) throw new Error('a personal document has an owner');
  return address.owner;
}
