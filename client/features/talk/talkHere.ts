// The comments of one open board, as this device has them: what is new, what waits to be sent, what the panel shows. Made
// when the board opens; knows no React.

import type { CommentId, Place, Talk, Thread } from '../../../shared/features/talk.ts';
import { openComments } from '../../../shared/features/talk.ts';
import {
  compacted,
  firstMark,
  type SeenMark,
  unreadIn,
  withSeen,
} from '../../../shared/features/talkSeen.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import type { BadgesOf } from '../../editor/badges.ts';
import type { SaveStatus } from '../../sync/saveStatus.ts';
import { browserShelf, type Shelf } from '../../ui/shelf.ts';
import { DeviceShelf } from './deviceShelf.ts';
import { Outbox } from './outbox.ts';

export const panelId = 'talk';
/** The key that opens the comments of what is selected. */
export const talkKey = 'k';

/** Which threads the panel shows: about what is selected, about the board, everything not resolved, what is resolved. */
export const shelves = ['item', 'board', 'open', 'resolved'] as const;
export type Showing = (typeof shelves)[number];

/** The part of a board that comments need. */
export type TalkingBoard = Pick<
  OpenBoard,
  'id' | 'me' | 'talk' | 'talkLoaded' | 'online' | 'saveState' | 'editor' | 'panel' | 'runCommand'
>;

export class TalkHere {
  readonly talk: ReadonlySignal<Talk>;
  readonly showing = new Signal<Showing>('item');
  /** Somebody asked to write: the panel puts the caret into its field and takes this back. */
  readonly asked = new Signal(false);
  /** What was begun and not sent, by where it belongs. Closing the panel loses nothing. */
  readonly begun = new Map<string, string>();
  /** The thread somebody jumped from, to come back to. */
  readonly current = new Signal<CommentId | null>(null);
  readonly outbox: Outbox;
  private readonly board: TalkingBoard;
  private readonly shelf: DeviceShelf;
  private readonly unreadNow = new Signal<ReadonlyMap<CommentId, number>>(new Map());
  private readonly badgesNow = new Signal<BadgesOf>(new Map());
  private readonly boardIsSafe = new Signal(false);
  private readonly stops: readonly Unsubscribe[];
  private mark: SeenMark | null;

  constructor(board: TalkingBoard, shelf: Shelf | null = browserShelf()) {
    this.board = board;
    this.talk = board.talk;
    this.shelf = new DeviceShelf(shelf, board.id, board.me.id);
    this.mark = this.shelf.seen();
    const watchBoard = () => this.boardIsSafe.set(isSettled(board.saveState.get()));
    const refresh = () => this.refresh();
    this.outbox = new Outbox({
      shelf: this.shelf,
      env: board.editor.env,
      online: board.online,
      boardIsSafe: this.boardIsSafe,
      talk: board.talk,
      send: (name, args) => board.runCommand(name, args),
    });
    this.stops = [
      board.saveState.subscribe(watchBoard),
      board.talk.subscribe(refresh),
      board.talkLoaded.subscribe(refresh),
      this.shelf.followSeen((mark) => {
        this.mark = mark;
        this.refresh();
      }),
    ];
    watchBoard();
    refresh();
  }

  /** New comments of others, by thread. */
  get unread(): ReadonlySignal<ReadonlyMap<CommentId, number>> {
    return this.unreadNow;
  }

  get badges(): ReadonlySignal<BadgesOf> {
    return this.badgesNow;
  }

  /** Opens the panel on what is selected, or on the board when nothing is, ready to write. */
  open(): void {
    const { selection } = this.board.editor;
    this.show(selection.only === null ? 'board' : 'item');
    this.asked.set(true);
  }

  show(showing: Showing): void {
    this.showing.set(showing);
    this.board.panel.set(panelId);
  }

  /** These were on the screen. */
  look(threads: readonly Thread[]): void {
    if (this.mark === null) return;
    const next = withSeen(this.mark, threads);
    if (next === this.mark) return;
    this.mark = compacted(next, this.talk.get(), this.board.me.id);
    this.shelf.keepSeen(this.mark);
    this.refresh();
  }

  keepBegun(where: string, text: string): void {
    if (text === '') this.begun.delete(where);
    else this.begun.set(where, text);
  }

  /**
   * Selects an item and brings it into view; false when it is not on the board any more. `covered`: so many pixels are under
   * the panel, at the right side, or at the left one when it is negative.
   */
  goTo(place: Place, from: CommentId, covered: number): boolean {
    const { editor } = this.board;
    const drawable = place === 'board' ? undefined : editor.scene.get(place);
    if (drawable === undefined) return false;
    this.current.set(from);
    editor.selection.set([drawable.id]);
    const { x, y, w, h } = drawable.box;
    const under = Math.abs(covered) / editor.camera.view.get().zoom;
    editor.camera.reveal({ x: covered < 0 ? x - under : x, y, w: w + under, h }, 96);
    return true;
  }

  destroy(): void {
    for (const stop of this.stops) stop();
    this.outbox.destroy();
  }

  private refresh(): void {
    const talk = this.talk.get();
    if (this.mark === null) {
      // Before the comments have arrived nobody can say what is new.
      if (!this.board.talkLoaded.get()) return;
      this.mark = firstMark(talk);
      this.shelf.keepSeen(this.mark);
    }
    const unread = unreadIn(talk, this.mark, this.board.me.id);
    this.unreadNow.set(unread);
    const newOn = new Set<Place>();
    for (const id of unread.keys()) {
      const thread = talk.byId.get(id);
      if (thread) newOn.add(thread.place);
    }
    const badges = new Map<ItemId, { count: number; isNew: boolean }>();
    for (const [id, count] of openComments(talk)) badges.set(id, { count, isNew: newOn.has(id) });
    this.badgesNow.set(badges);
  }
}

/** Nothing written on the board waits for the server: what is not there now will not come by itself. */
function isSettled(state: SaveStatus): boolean {
  return state.kind === 'saved' || state.kind === 'readOnly' || state.kind === 'refused';
}

const open = new WeakMap<OpenBoard, TalkHere>();

/** The comments of a board that is open; made when they are first asked for. */
export function talkOf(board: OpenBoard): TalkHere {
  const here = open.get(board) ?? new TalkHere(board);
  open.set(board, here);
  return here;
}

export function closeTalk(board: OpenBoard): void {
  open.get(board)?.destroy();
  open.delete(board);
}
