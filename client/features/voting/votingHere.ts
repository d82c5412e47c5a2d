// Voting on one open board, as the person at this screen has it: which ballot they are in, what they have left, what the wall
// shows of it. Made when the board opens; knows no React.

import { type Ballot, isAnnounced, isOpen } from '../../../shared/features/voting/ballot.ts';
import { gaveTo, leftOf, type Vote } from '../../../shared/features/voting/votes.ts';
import { centre, unionAll } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import type { BadgesOf } from '../../editor/badges.ts';
import type { BallotNow, Votes } from '../../sync/votes.ts';
import { mayVoteIn } from '../../votes/mayVote.ts';
import { Receipts } from '../../votes/receipts.ts';
import { MyRecord } from '../../votes/record.ts';
import { dotsOf, riseMs, totalsOf } from './marks.ts';
import { panelId } from './votingShell.ts';

/** Between two pictures of totals that rise. */
const frameMs = 40;
/** Below it notes have no words that can be read. */
const wordsZoom = 0.4;
/** So long before it opens a ballot is told of over the wall; earlier it is found among the votes alone. */
const soonMs = 60 * 60_000;
/** In pixels: what the corners, the step and the bar of my vote take. */
const [topPx, bottomPx, sidePx] = [160, 190, 20];

/** The ballot I am voting in, and what I have of it. */
export interface MyBallot {
  readonly now: BallotNow;
  readonly vote: Vote;
  /** Dots, ranks or credits that are left; null for methods without a sum. */
  readonly left: number | null;
}

export class VotingHere {
  readonly votes: Votes;
  readonly receipts: Receipts;
  /** Chosen in the panel; null shows what matters most. */
  readonly chosen = new Signal<string | null>(null);
  /** Whether the wall shows totals. */
  readonly showsTotals = new Signal(true);
  private readonly board: OpenBoard;
  private readonly badges: Signal<BadgesOf>;
  private readonly totals = new Signal<BadgesOf>(new Map());
  private readonly mySignal = new Signal<MyBallot | null>(null);
  private readonly soonSignal = new Signal<Ballot | null>(null);
  private readonly stops: Unsubscribe[];
  private readonly record: MyRecord;
  /** For eyes that want no motion: totals stand at once. */
  private readonly isStill: () => boolean;
  private stopTimer: () => void = () => {};
  /** Open on this screen, so that their end is seen. */
  private readonly wereOpen = new Set<string>();
  private rising: { readonly id: string; readonly since: number } | null = null;
  private stopRising: () => void = () => {};
  private phase: string | null;

  constructor(
    board: OpenBoard,
    votes: Votes,
    badges: Signal<BadgesOf>,
    isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  ) {
    this.board = board;
    this.votes = votes;
    this.badges = badges;
    this.isStill = isStill;
    this.phase = board.session.state().phase?.id ?? null;
    this.receipts = new Receipts(board.id, board.me.id);
    this.record = new MyRecord({
      votes,
      receipts: this.receipts,
      scheduler: board.editor.env.scheduler,
      serverNow: () => board.serverNow(),
    });
    const refresh = () => this.refresh();
    this.stops = [
      votes.now.subscribe(refresh),
      votes.mine.subscribe(refresh),
      board.role.subscribe(refresh),
      board.padSaved.subscribe(() => this.record.follow()),
      board.session.subscribe(() => {
        this.leaveStep();
        this.refresh();
      }),
      this.showsTotals.subscribe(refresh),
      board.editor.badges.add(this.totals),
    ];
    this.refresh();
  }

  /** null while no ballot takes my votes. */
  get mine(): ReadonlySignal<MyBallot | null> {
    return this.mySignal;
  }

  /** The first that opens within the hour; null when there is none. */
  get soon(): ReadonlySignal<Ballot | null> {
    return this.soonSignal;
  }

  /** The one that is chosen; else the one I vote in; else the newest that is open, or announced; else the newest. */
  shown(): BallotNow | null {
    const all = this.votes.now.get();
    const chosen = all.find(({ ballot }) => ballot.id === this.chosen.get());
    const last = (wanted: (ballot: Ballot) => boolean) => all.findLast(({ ballot }) => wanted(ballot));
    const open = last((ballot) => isOpen(ballot) && !isAnnounced(ballot));
    return chosen ?? this.mySignal.get()?.now ?? open ?? last(isAnnounced) ?? all.at(-1) ?? null;
  }

  mayVoteIn(ballot: Ballot): boolean {
    const { me, role, session } = this.board;
    return mayVoteIn(ballot, { id: me.id, role: role.get(), session, now: this.board.serverNow() });
  }

  give(option: ItemId): boolean {
    const ballot = this.mySignal.get()?.now.ballot;
    return ballot?.options.includes(option) === true && this.votes.give(ballot, option);
  }

  takeBack(option: ItemId): boolean {
    const ballot = this.mySignal.get()?.now.ballot;
    return ballot?.options.includes(option) === true && this.votes.takeBack(ballot, option);
  }

  /** What I have on an option. */
  has(option: ItemId): boolean {
    const vote = this.mySignal.get()?.vote;
    return vote !== undefined && gaveTo(vote, option);
  }

  destroy(): void {
    this.stopTimer();
    this.stopRising();
    for (const stop of this.stops) stop();
    this.record.destroy();
    this.putBallotAway();
    this.badges.set(new Map());
  }

  private refresh(): void {
    const open = this.votes.now.get().filter(({ ballot }) => this.mayVoteIn(ballot));
    // The one in the room goes before one that is open for a week.
    const now = open.findLast(({ ballot }) => ballot.who === 'present') ?? open.at(-1) ?? null;
    this.soonSignal.set(this.opensSoon());
    this.followTime();
    this.record.follow();
    this.watchCounts();
    if (now === null) {
      this.mySignal.set(null);
      this.putBallotAway();
    } else {
      const vote = this.votes.mineIn(now.ballot);
      this.mySignal.set({ now, vote, left: leftOf(now.ballot, vote) });
      this.layOut(now.ballot);
    }
    this.badges.set(now === null ? new Map() : dotsOf(this.votes.mineIn(now.ballot)));
    this.totals.set(this.marks());
  }

  private opensSoon(): Ballot | null {
    const until = this.board.serverNow() + soonMs;
    const soon = this.votes.now
      .get()
      .find(({ ballot }) => isAnnounced(ballot) && (ballot.opensAt ?? 0) <= until);
    return soon?.ballot ?? null;
  }

  /** Presses on the wall give votes from here on; the hand is free for that at once when it holds nothing else. */
  private layOut(ballot: Ballot): void {
    const { ballotBox, toolbox, editing } = this.board.editor;
    const isNew = ballotBox.get()?.id !== ballot.id;
    if (!isNew) return;
    const press = (option: ItemId, takesBack: boolean) => this.press(option, takesBack);
    ballotBox.set({ id: ballot.id, options: new Set(ballot.options), press });
    if (toolbox.path !== 'select.idle' || editing.get() !== null) return;
    toolbox.choose('vote');
    this.comeNear(ballot.options);
  }

  /** From afar ideas are bars without words: the view goes to what one can vote for, where that is nearer. */
  private comeNear(options: readonly ItemId[]): void {
    const { camera, follow, glide, scene } = this.board.editor;
    const around = unionAll(scene.inOrder(options).map(({ box }) => box));
    if (around === null || camera.zoom >= wordsZoom || follow.person.get() !== null) return;
    const { w, h } = camera.viewport.get();
    const zoom = Math.min(1, (w - 2 * sidePx) / around.w, (h - topPx - bottomPx) / around.h);
    if (zoom <= camera.zoom) return;
    const middle = centre(around);
    glide.travel({
      x: middle.x - w / 2 / zoom,
      y: middle.y - (topPx + (h - topPx - bottomPx) / 2) / zoom,
      w: w / zoom,
      h: h / zoom,
    });
  }

  private putBallotAway(): void {
    const { ballotBox, toolbox, selection } = this.board.editor;
    if (ballotBox.get() === null) return;
    if (toolbox.tool === 'vote') toolbox.choose('select');
    // What was selected for voting was shown to nobody, and is not to be shown now.
    selection.clear();
    ballotBox.set(null);
  }

  /** A second press takes back what there can be only one of. */
  private press(option: ItemId, takesBack: boolean): void {
    const method = this.mySignal.get()?.now.ballot.method;
    const isOnly = method === 'approval' || method === 'ranked' || method === 'matrix';
    if (takesBack || (isOnly && this.has(option))) this.takeBack(option);
    else this.give(option);
  }

  /** Of the ballot I vote in, as far as they are told; else the newest that are told. */
  private marks(): BadgesOf {
    const told = this.mySignal.get()?.now ?? this.votes.now.get().findLast(({ result }) => result !== null);
    if (told === undefined || !this.showsTotals.get()) return new Map();
    return totalsOf(told, this.sinceCounted(told));
  }

  /** The sheet of votes lies over what is to be done next; one that is still open, though, goes on. */
  private leaveStep(): void {
    const { session, panel } = this.board;
    const phase = session.state().phase?.id ?? null;
    if (phase === this.phase) return;
    this.phase = phase;
    const shown = this.shown();
    const goesOn = shown !== null && isOpen(shown.ballot) && shown.ballot.phase === null;
    if (panel.get() !== panelId || goesOn) return;
    this.chosen.set(null);
    panel.set(null);
  }

  /** What is counted while somebody looks on is seen to rise. */
  private watchCounts(): void {
    for (const { ballot, result } of this.votes.now.get()) {
      if (isOpen(ballot)) this.wereOpen.add(ballot.id);
      else if (result !== null && this.wereOpen.delete(ballot.id) && this.rises(ballot)) {
        this.rising = { id: ballot.id, since: this.board.editor.env.clock.now() };
        this.rise(riseMs([...result.voters.values()].filter((count) => count > 0).length));
      }
    }
  }

  /** What was told while people voted stands already. */
  private rises({ show }: Ballot): boolean {
    return show === 'close' && !this.isStill();
  }

  private rise(forMs: number): void {
    this.stopRising();
    const { clock, scheduler } = this.board.editor.env;
    this.stopRising = scheduler.after(frameMs, () => {
      const isUp = this.rising === null || clock.now() - this.rising.since >= forMs;
      if (isUp) this.rising = null;
      this.totals.set(this.marks());
      if (!isUp) this.rise(forMs);
    });
  }

  private sinceCounted({ ballot }: BallotNow): number {
    if (this.rising?.id !== ballot.id) return Number.POSITIVE_INFINITY;
    return this.board.editor.env.clock.now() - this.rising.since;
  }

  /** When a ballot's own time comes or is up nothing comes from the server at that very moment. */
  private followTime(): void {
    this.stopTimer();
    const now = this.board.serverNow();
    const all = this.votes.now.get().filter(({ ballot }) => isOpen(ballot));
    const times = all.flatMap(({ ballot: { opensAt, closesAt } }) => [
      (opensAt ?? 0) - soonMs,
      opensAt ?? 0,
      closesAt ?? 0,
    ]);
    const next = Math.min(...times.filter((time) => time > now));
    if (next === Number.POSITIVE_INFINITY) return;
    const { scheduler } = this.board.editor.env;
    this.stopTimer = scheduler.after(Math.min(next - now + 20, 24 * 60 * 60_000), () => this.refresh());
  }
}
