// Holds the parts of one open board that tools, actions and features work with, and nothing else. Headless: it has never
// heard of React, Konva or the DOM. The only file of this folder that knows the tools by value.

import type { Board } from '../../shared/board/board.ts';
import { Undo } from '../../shared/board/undo.ts';
import { resizeItem, setText } from '../../shared/board/verbs.ts';
import type { Colour } from '../../shared/items/colour.ts';
import { kindSpecs } from '../../shared/items/item.ts';
import type { Env } from '../../shared/lib/env.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { Inbox } from '../../shared/lib/inbox.ts';
import { Listeners, type ReadonlySignal, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import { Ghosts } from '../scene/ghosts.ts';
import { Scene } from '../scene/scene.ts';
import type { MessageId } from '../text/catalogue.ts';
import { Toolbox } from '../tools/toolbox.ts';
import { Actions } from './actions.ts';
import type { Asked } from './askingActions.ts';
import { Badges } from './badges.ts';
import type { BallotBox } from './ballotBox.ts';
import { Camera } from './camera.ts';
import { Chain } from './chain.ts';
import type { Clip } from './clip.ts';
import { Follow } from './follow.ts';
import { Glide } from './glide.ts';
import { Hand } from './hand.ts';
import type { CursorStyle, RawKey } from './intents.ts';
import { kernelActions } from './kernelActions.ts';
import { chordOf } from './keys.ts';
import { followOthers } from './others.ts';
import { Pointer } from './pointer.ts';
import type { AuthorOf, AuthorsChange, Dealt, OpenField, Presence } from './ports.ts';
import { Selection } from './selection.ts';
import { TypedAhead } from './typedAhead.ts';

export interface EditorParts {
  readonly board: Board;
  readonly env: Env;
  readonly presence: Presence;
  readonly authorOf: AuthorOf;
  /** Told by whoever answers `authorOf`; absent where authors never change. */
  readonly authorsChanged?: Listeners<AuthorsChange>;
  /** What is pasted on the wall, until somebody reads it. */
  readonly pastes?: Inbox<Clip>;
}

export class Editor {
  readonly board: Board;
  readonly env: Env;
  readonly presence: Presence;
  readonly authorOf: AuthorOf;
  readonly authorsChanged: Listeners<AuthorsChange>;
  readonly ghosts: Ghosts;
  readonly scene: Scene;
  readonly undo: Undo;
  readonly camera = new Camera();
  readonly selection = new Selection();
  readonly actions = new Actions();
  readonly badges = new Badges();
  readonly hand: Hand;
  readonly follow: Follow;
  readonly glide: Glide;
  readonly chain = new Chain();
  readonly toolbox: Toolbox;
  readonly pointer: Pointer;
  /** While true nothing here writes to the board. */
  readonly readOnly = new Signal<boolean>(false);
  /** The item whose text is being written. */
  readonly editing = new Signal<ItemId | null>(null);
  /** The field in which it is written, while there is one on the screen. */
  readonly field = new Signal<OpenField | null>(null);
  /** The cluster that would take in what is being dragged. */
  readonly dropTarget = new Signal<ItemId | null>(null);
  /** What a press would take hold of. */
  readonly hovered = new Signal<ItemId | null>(null);
  /** The marquee, in board units. */
  readonly brush = new Signal<Box | null>(null);
  /** Where a note or cluster that is being placed will be, in board units. */
  readonly placing = new Signal<(Box & { readonly kind: 'note' | 'cluster' }) | null>(null);
  /** The colour of the next note. */
  readonly colour = new Signal<Colour>(kindSpecs.note.colour);
  readonly cursor = new Signal<CursorStyle>('default');
  /** What a press gives a vote to; null while no ballot is open for me. */
  readonly ballotBox = new Signal<BallotBox | null>(null);
  /** What has just been dealt out over the board, for the eyes. */
  readonly dealt = new Signal<Dealt | null>(null);
  /** What is to be opened over the board; whoever opened it sets null when it is closed. */
  readonly asked = new Signal<Asked | null>(null);
  readonly typedAhead: TypedAhead;
  /** What is pasted on the page and not into a field. */
  readonly pastes: Inbox<Clip>;
  private readonly hintNow: Signal<MessageId>;
  /** One line about the tool and the moment. */
  readonly hint: ReadonlySignal<MessageId>;
  private readonly stops: readonly Unsubscribe[];

  constructor(parts: EditorParts) {
    const { board, env, presence, authorOf, authorsChanged = new Listeners() } = parts;
    this.board = board;
    this.env = env;
    this.presence = presence;
    this.authorOf = authorOf;
    this.authorsChanged = authorsChanged;
    this.ghosts = new Ghosts(board, env.scheduler);
    this.scene = new Scene(board, this.ghosts);
    this.undo = new Undo(board);
    this.hand = new Hand(presence, env.scheduler);
    this.follow = new Follow({ camera: this.camera, presence, scheduler: env.scheduler });
    this.glide = new Glide({
      camera: this.camera,
      scheduler: env.scheduler,
      isStill: () => this.follow.still,
    });
    this.toolbox = new Toolbox(this);
    this.hintNow = new Signal(this.toolbox.state.get().hint);
    this.hint = this.hintNow;
    this.pointer = new Pointer(this.camera, env.scheduler, this.toolbox);
    this.actions.add(kernelActions);
    this.pastes = parts.pastes ?? new Inbox();
    this.typedAhead = new TypedAhead(this);
    this.stops = [
      this.scene.observe((change) => {
        this.letGoOf(change.removed);
        // A lock, for one, changes what can be done with what is selected.
        this.hintNow.set(this.toolbox.state.get().hint);
      }),
      this.selection.observe(() => {
        this.tellSelection();
        this.hintNow.set(this.toolbox.state.get().hint);
      }),
      this.ballotBox.subscribe(() => this.tellSelection()),
      this.readOnly.subscribe(() => {
        // A gesture under way is thrown away; a tool that writes is put down.
        if (this.readOnly.get()) this.toolbox.putDown();
        this.hintNow.set(this.toolbox.state.get().hint);
      }),
      this.dropTarget.subscribe(() => this.hintNow.set(this.toolbox.state.get().hint)),
      this.toolbox.state.subscribe(() => {
        this.hintNow.set(this.toolbox.state.get().hint);
        this.cursor.set(this.toolbox.state.get().cursor);
      }),
      followOthers(presence, this.ghosts),
      ...[this.camera.view, this.camera.viewport, this.follow.person].map((signal) =>
        signal.subscribe(() => this.hand.look(this.follow.shownView())),
      ),
    ];
  }

  /** What a voter selects says whom they think of: nobody is shown it. */
  private tellSelection(): void {
    this.hand.select(this.ballotBox.get() === null ? this.selection.ids : []);
  }

  /** Runs an action by id. False when there is none, or when it is not enabled now. */
  run(id: string): boolean {
    const action = this.actions.get(id);
    if (!action?.enabled(this)) return false;
    // A gesture under way comes to its end first; only backing out of it and looking closer go on in its midst.
    if (!action.duringGesture) this.toolbox.complete();
    action.run(this);
    return true;
  }

  /** The one door to writing: does nothing, and gives null, while the board is read-only. */
  change<Result>(work: (board: Board) => Result): Result | null {
    return this.readOnly.get() ? null : work(this.board);
  }

  /** One key. True when it was used up: then the browser must not act on it too. */
  key(raw: RawKey): boolean {
    if (this.typedAhead.take(raw)) return true;
    if (this.pointer.key(raw)) return true;
    if (raw.type === 'up') return false;
    if (this.toolbox.key(raw)) return true;
    if (raw.inText || this.asked.get() !== null) return false;
    const action = this.actions.forChord(chordOf(raw));
    return action !== undefined && this.run(action.id);
  }

  /** The whole text of the item being edited, as the field has it now; `caret` in UTF-16 units. */
  write(text: string, caret: number): void {
    const id = this.editing.get();
    if (id === null) return;
    this.change((board) => setText(board, { id, text, caretEnd: caret }));
    this.showCaret(id, caret);
  }

  /** Others see my caret there, in UTF-16 units, and find it again in the midst of what they type. */
  showCaret(id: ItemId, caret: number): void {
    const mark = this.board.markCaret(id, caret);
    this.hand.write({ id, caret, ...(mark && { mark }) });
  }

  /** The item being edited takes another height, as part of the same step; its upper edge stays. */
  setHeight(h: number): void {
    const id = this.editing.get();
    const item = id === null ? undefined : this.board.get(id);
    if (item === undefined || item.h === h) return;
    const { x, y, w } = item;
    this.change((board) => resizeItem(board, { id: item.id, to: { x, y, w, h } }));
  }

  /** The window lost focus, or the page is going away: keep what hands are doing. */
  complete(): void {
    this.pointer.complete();
    this.toolbox.complete();
  }

  destroy(): void {
    this.toolbox.choose('select');
    this.hand.goAway();
    for (const stop of this.stops) stop();
    this.follow.destroy();
    this.glide.destroy();
    this.scene.destroy();
    this.ghosts.destroy();
    this.undo.destroy();
  }

  private letGoOf(gone: ReadonlySet<ItemId>): void {
    if (gone.size === 0) return;
    this.selection.remove(gone);
    const hovered = this.hovered.get();
    if (hovered !== null && gone.has(hovered)) this.hovered.set(null);
    this.toolbox.gone(gone);
  }
}
