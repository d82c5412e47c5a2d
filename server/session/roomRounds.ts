// Ideas passed on in rounds on one board: sheets are dealt when a phase of rounds begins and when somebody comes, and passed
// on when somebody who steers says so or the time of a round is up. Each step is one commit; what it says is told nobody
// but whoever holds the sheet.

import { removeDrafts } from '../../shared/board/drafts.ts';
import { can } from '../../shared/board/roles.ts';
import type { Phase, Round } from '../../shared/features/session/phase.ts';
import { roundUnderWay, type SessionState } from '../../shared/features/session/state.ts';
import type { Cancel } from '../../shared/lib/env.ts';
import { isParticipantId, type ParticipantId } from '../../shared/lib/ids.ts';
import { ApiError } from '../errors.ts';
import { type Entry, type LiveDoc, serverParticipant } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { mustBeSound } from '../serverChanges.ts';
import type { Put } from '../storage/storage.ts';
import {
  deal,
  dealtIn,
  hasSheet,
  heldIn,
  type Plan,
  planFor,
  readPlan,
  roundsOwner,
  shareOut,
  takeIn,
  writePlan,
} from './roundsPlan.ts';
import { nextRound, sessionState } from './steering.ts';

/** After nobody was here, others are given this time to come back before anything is passed on by itself. */
const comingBackMs = 5_000;
/** Timers of more than this are set anew on the way. */
const timerMsMax = 24 * 60 * 60_000;

type PhaseInRounds = Phase & { readonly round: Round };

/** Where whoever says "pass on" stands: of two who say it at once, or with the clock, one is heard. */
export interface FromRound {
  readonly phase?: string | undefined;
  readonly round?: number | undefined;
}

interface Asked {
  readonly by: string;
  readonly from: FromRound;
  readonly remembering: (data: unknown) => Put;
}

interface Docs {
  readonly session: LiveDoc;
  readonly plan: LiveDoc;
  readonly personal: ReadonlyMap<ParticipantId, LiveDoc>;
}

export class RoomRounds {
  private readonly room: Room;
  /** Since when somebody who writes is here; null while nobody is. */
  private hereSince: number | null = null;
  private isWorking = false;
  private isAskedAgain = false;
  private cancelDue: Cancel | null = null;

  constructor(room: Room) {
    this.room = room;
  }

  stop(): void {
    this.cancelDue?.();
  }

  /** Called when there may be something to do: the session says something else, somebody came, went or may write now. */
  look(): void {
    const now = this.room.env.clock.now();
    this.hereSince = this.here().size === 0 ? null : (this.hereSince ?? now);
    if (this.isWorking) this.isAskedAgain = true;
    else void this.work();
  }

  /** Everybody's ideas of this round go onto their sheets, and the sheets to others. @throws ApiError */
  async next(asked: Asked): Promise<{ round: number }> {
    return this.turn(asked);
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    try {
      do {
        this.isAskedAgain = false;
        if (await this.isSomethingDue()) await this.turn(null);
      } while (this.isAskedAgain);
    } catch (error) {
      // The sweep looks again.
      this.room.log.warn({ board: this.room.id, error: String(error) }, 'sheets could not be passed on');
    } finally {
      this.isWorking = false;
      this.armTimer();
    }
  }

  private async isSomethingDue(): Promise<boolean> {
    const phase = inRounds(this.room.session.state);
    const here = this.here();
    if (phase === null || here.size === 0) return false;
    const live = await this.room.docs.openPersonal(roundsOwner);
    const plan = readPlan(live.doc);
    if (plan.phase !== phase.id || this.isTimeUp(phase)) return true;
    const held = heldIn(plan, phase.round.number);
    return [...here].some((who) => !held.has(who));
  }

  /** One commit, or none. `asked` is null when it comes by itself. */
  private async turn(asked: Asked | null): Promise<{ round: number }> {
    const { room } = this;
    room.touch();
    const docs = await this.open();
    const puts: Put[] = [];
    let round = 0;
    await room.writes.write({
      participant: asked?.by ?? serverParticipant,
      kind: 'server',
      puts,
      run: () => {
        mustBeSound(docs.session);
        mustBeSound(docs.plan);
        const phase = inRounds(sessionState(docs.session.doc));
        if (asked !== null) mustGoOn(phase, asked.from);
        if (phase === null) return [];
        const isPassing = asked !== null || this.isTimeUp(phase);
        round = phase.round.number + (isPassing ? 1 : 0);
        if (asked !== null) puts.push(asked.remembering({ round }));
        return isPassing ? this.passOn(docs, phase) : this.dealTo(docs, phase);
      },
    });
    return { round };
  }

  private passOn(docs: Docs, phase: PhaseInRounds): Entry[] {
    const round = phase.round.number + 1;
    const { random, clock } = this.room.env;
    const before = readPlan(docs.plan.doc);
    let plan = planFor(before, phase.id);
    const taken = new Map<ParticipantId, readonly string[]>();
    for (const [owner, live] of docs.personal) {
      if (live.quarantined) continue;
      const part = takeIn(plan, owner, live.doc);
      plan = part.plan;
      taken.set(owner, part.ids);
    }
    plan = shareOut(plan, { round, here: this.here(docs.personal), random });
    const held = heldIn(plan, round);
    const pads = [...docs.personal].flatMap(([owner, live]) => {
      const sheet = held.get(owner);
      const ids = taken.get(owner) ?? [];
      if (live.quarantined || (sheet === undefined && ids.length === 0 && !hasSheet(live.doc))) return [];
      return live.write('server', serverParticipant, (doc) =>
        doc.transact(() => {
          removeDrafts(doc, ids, 'server');
          deal(doc, sheet === undefined ? null : dealtIn(sheet, round));
        }, 'server'),
      );
    });
    const kept = this.keep(docs.plan, plan, before);
    const told = docs.session.write('server', serverParticipant, (doc) => nextRound(doc, clock.now()));
    return [...pads, ...kept, ...told];
  }

  /** Whoever is here without a sheet gets one: in the first round everybody does. */
  private dealTo(docs: Docs, phase: PhaseInRounds): Entry[] {
    const round = phase.round.number;
    const before = readPlan(docs.plan.doc);
    const begun = planFor(before, phase.id);
    const had = heldIn(begun, round);
    const plan = shareOut(begun, { round, here: this.here(docs.personal), random: this.room.env.random });
    const pads = [...heldIn(plan, round)].flatMap(([owner, sheet]) => {
      const live = docs.personal.get(owner);
      if (had.has(owner) || live === undefined) return [];
      return live.write('server', serverParticipant, (doc) =>
        doc.transact(() => deal(doc, dealtIn(sheet, round)), 'server'),
      );
    });
    return pads.length === 0 ? [] : [...pads, ...this.keep(docs.plan, plan, before)];
  }

  private keep(live: LiveDoc, plan: Plan, before: Plan): Entry[] {
    return live.write('server', serverParticipant, (doc) => writePlan(doc, plan, before));
  }

  private async open(): Promise<Docs> {
    const { docs } = this.room;
    const session = await docs.open('session');
    const people = [...session.doc.getMap('people').keys()].filter(isParticipantId);
    const plan = await docs.openPersonal(roundsOwner);
    const personal = await Promise.all(
      people.map(async (owner) => [owner, await docs.openPersonal(owner)] as const),
    );
    return { session, plan, personal: new Map(personal) };
  }

  /** Who can be given a sheet now: their pad is open, and they take part. */
  private here(opened?: ReadonlyMap<ParticipantId, LiveDoc>): Set<ParticipantId> {
    const here = new Set<ParticipantId>();
    for (const { live, visitor } of this.room.connections) {
      const takesPart = can(visitor.role, 'takePart') && !visitor.neutral;
      if (live.address.owner !== visitor.id || !takesPart || live.quarantined) continue;
      if (opened === undefined || opened.has(visitor.id)) here.add(visitor.id);
    }
    return here;
  }

  private isTimeUp(phase: PhaseInRounds): boolean {
    const at = this.dueAt(phase);
    return at !== null && at <= this.room.env.clock.now();
  }

  /** When the sheets go on by themselves; null while nobody is here who could write on them, and in the last round. */
  private dueAt({ endsAt, round }: PhaseInRounds): number | null {
    if (endsAt === null || round.number >= round.of || this.hereSince === null) return null;
    return Math.max(endsAt, this.hereSince + comingBackMs);
  }

  private armTimer(): void {
    this.cancelDue?.();
    this.cancelDue = null;
    const phase = inRounds(this.room.session.state);
    const at = phase === null ? null : this.dueAt(phase);
    if (at === null) return;
    const { clock, scheduler } = this.room.env;
    // What is due already and could not be done is tried again by the sweep.
    if (at > clock.now())
      this.cancelDue = scheduler.after(Math.min(timerMsMax, at - clock.now()), () => this.look());
  }
}

/** The phase under way while its sheets go round; they stop with a reveal, which takes them all. */
function inRounds(state: SessionState | null): PhaseInRounds | null {
  const phase = state?.phase ?? null;
  const round = state === null ? null : roundUnderWay(state);
  return phase === null || round === null ? null : { ...phase, round };
}

/** @throws ApiError */
function mustGoOn(phase: PhaseInRounds | null, from: FromRound): asserts phase is PhaseInRounds {
  if (phase === null) throw new ApiError(409, 'no-rounds', 'No ideas are being passed on in rounds.');
  const isThere =
    (from.phase ?? phase.id) === phase.id && (from.round ?? phase.round.number) === phase.round.number;
  if (!isThere) throw new ApiError(409, 'moved-on', 'The sheets have just been passed on.');
  if (phase.round.number >= phase.round.of)
    throw new ApiError(409, 'last-round', 'This is the last round: reveal the ideas when everybody is done.');
}
