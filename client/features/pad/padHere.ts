// The pad of one open board: what is on it now, whether it is open, what there is to tell about it. Made when the board
// opens; knows no React and no words.

import { neutralText } from '../../../shared/features/session/drafts.ts';
import type { Reveal } from '../../../shared/features/session/state.ts';
import { type Box, centre, unionAll } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { Listeners, type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { clampZoom, type Size } from '../../editor/camera.ts';
import { phoneBelowPx } from '../../ui/panelSize.ts';
import { countIdeas, isIdea, type PadView, padView } from './padView.ts';
import { RevealWatch } from './revealWatch.ts';

/** What the server takes off the pad comes by another way than the news of it: it is given this time to arrive. */
const settleMs = 1_500;
/** What floats over the upper edge of the wall while a session runs. */
const topPx = 196;
/** What stands low: the tools, and above them the news of what came. */
const bottomPx = { wide: 176, narrow: 264 };

export type PadNews =
  | { readonly kind: 'revealed'; readonly reveal: Reveal }
  /** So many of mine came too late for it. */
  | { readonly kind: 'missed'; readonly count: number };

/** The part of a board that the pad needs. */
export type PadBoard = Pick<
  OpenBoard,
  'me' | 'role' | 'session' | 'pad' | 'padSaved' | 'board' | 'synced' | 'serverNow' | 'editor' | 'panel'
>;

export class PadHere {
  readonly view: ReadonlySignal<PadView>;
  readonly isOpen = new Signal(false);
  /** Somebody asked to write: whoever shows the pad puts the caret into it and takes this back. */
  readonly wantsCaret = new Signal<'no' | 'unless busy' | 'yes'>('no');
  readonly news = new Listeners<PadNews>();
  /** What of the canvas is under the pad, in pixels; set by whoever shows it. */
  covered: (() => Box | null) | null = null;
  private readonly viewNow: Signal<PadView>;
  private readonly board: PadBoard;
  private readonly watch: RevealWatch;
  private readonly stops: readonly Unsubscribe[];
  /** Which phase opened the pad by itself. */
  private openedFor: string | null = null;
  /** The caret is in the pad. */
  private isInUse = false;
  private readonly wasDealt = new Set<ItemId>();
  /** Ideas that the pad has shown as not on the wall. */
  private readonly shown = new Set<string>();

  constructor(board: PadBoard) {
    this.board = board;
    this.viewNow = new Signal(this.look());
    this.view = this.viewNow;
    const refresh = () => this.refresh();
    // Before the watch, so that what it tells is told with the phase that goes with it.
    const stops = [board.session.subscribe(refresh), this.isOpen.subscribe(() => this.noteShown())];
    this.watch = new RevealWatch({
      board: board.board,
      synced: board.synced,
      session: board.session,
      serverNow: board.serverNow,
      env: board.editor.env,
    });
    this.stops = [
      ...stops,
      board.role.subscribe(refresh),
      board.pad.drafts.subscribe(refresh),
      board.pad.sheet.subscribe(refresh),
      board.pad.drafts.subscribe(() => this.dropWhatArrived()),
      board.board.observe(() => this.dropWhatArrived()),
      this.watch.dealt.add((ids) => this.deal(ids)),
      this.watch.revealed.add(({ reveal, ids }) => this.revealed(reveal, ids)),
    ];
    this.refresh();
  }

  /** Opens it, ready to write. */
  open(): void {
    this.isOpen.set(true);
    this.wantsCaret.set('yes');
  }

  close(): void {
    this.isOpen.set(false);
  }

  /** While somebody writes in it, it stays, whatever phase begins. */
  use(isInUse: boolean): void {
    this.isInUse = isInUse;
    if (!isInUse) this.refresh();
  }

  destroy(): void {
    for (const stop of this.stops) stop();
    this.watch.destroy();
  }

  private look(): PadView {
    const { session, role, pad, me } = this.board;
    return padView({
      state: session.state(),
      role: role.get(),
      neutral: session.person(me.id)?.neutral === true,
      drafts: pad.drafts.get(),
      sheet: pad.sheet.get(),
    });
  }

  private refresh(): void {
    const before = this.viewNow.get();
    const view = this.look();
    if (before.phase?.id !== view.phase?.id || before.sheet?.id !== view.sheet?.id)
      this.board.pad.forgetSteps();
    this.viewNow.set(view);
    if (view.standing !== 'writer') {
      this.isOpen.set(false);
      this.openedFor = null;
    } else if (view.phase !== null && this.openedFor !== view.phase.id) {
      this.openedFor = view.phase.id;
      this.isOpen.set(true);
      this.wantsCaret.set('unless busy');
    } else if (view.phase === null && before.phase !== null && !this.isInUse) this.isOpen.set(false);
    else if (view.phase === null && !view.ideas.some(isIdea)) this.isOpen.set(false);
    this.noteShown();
  }

  /** Where the pad shows what came too late, nobody has to be told. */
  private noteShown(): void {
    const { phase, ideas } = this.viewNow.get();
    if (!this.isOpen.get() || phase !== null) return;
    for (const { id } of ideas) this.shown.add(id);
  }

  private dropWhatArrived(): void {
    const { pad, board } = this.board;
    if (pad.drafts.get().every(({ cutFrom }) => cutFrom === null)) return;
    const texts = new Set<string>();
    for (const item of board.items.values())
      if (item.kind === 'note' && !item.deleted) texts.add(neutralText(item.text));
    pad.dropWhatArrived((text) => texts.has(text));
  }

  /** Once for each note, be it told early or late. */
  private deal(ids: readonly ItemId[]): void {
    const { editor } = this.board;
    const fresh = ids.filter((id) => !this.wasDealt.has(id));
    const around = unionAll(editor.scene.inOrder(fresh).map(({ box }) => box));
    if (around === null) return;
    for (const id of fresh) this.wasDealt.add(id);
    editor.dealt.set({ ids: new Set(fresh), deck: centre(around) });
  }

  private isSheet(): boolean {
    const { w } = this.board.editor.camera.viewport.get();
    return (this.covered?.()?.w ?? 0) > w / 2;
  }

  /** The part of the board that shows all of this clear of what floats over it, no larger than life. */
  private viewOf(around: Box): Box {
    const { w, h } = this.board.editor.camera.viewport.get();
    const room = roomBeside(this.isOpen.get() ? (this.covered?.() ?? null) : null, { w, h });
    const zoom = clampZoom(Math.min(1, room.w / around.w, room.h / around.h));
    const middle = centre(around);
    return {
      x: middle.x - (room.x + room.w / 2) / zoom,
      y: middle.y - (room.y + room.h / 2) / zoom,
      w: w / zoom,
      h: h / zoom,
    };
  }

  private revealed(reveal: Reveal, ids: readonly ItemId[]): void {
    const { editor, me, pad, padSaved, session } = this.board;
    // Whoever has said to be done sees what comes; on a phone, where the pad lies over the wall, whoever is not in the midst
    // of a word.
    const isDone = session.state().ready.has(me.id) && !this.isInUse;
    if (ids.length > 0 && padSaved.get() && (isDone || this.isSheet())) this.isOpen.set(false);
    const around = unionAll(editor.scene.inOrder(ids).map(({ box }) => box));
    // Whoever is in the midst of writing or following somebody is not taken elsewhere.
    const isFree = editor.editing.get() === null && editor.follow.person.get() === null;
    if (around !== null && isFree) editor.glide.travel(this.viewOf(around));
    this.news.tell({ kind: 'revealed', reveal });
    const written = pad.drafts.get();
    editor.env.scheduler.after(settleMs, () => {
      const ids = new Set(pad.drafts.get().map(({ id }) => id));
      // What was begun after it waits for the next one anyway.
      const held = written.filter(({ id }) => ids.has(id) && !this.shown.has(id));
      if (countIdeas(held) > 0) this.news.tell({ kind: 'missed', count: countIdeas(held) });
    });
  }
}

/** In pixels: between the corners, and beside the pad. A sheet from below leaves too little: it is put away to look. */
function roomBeside(pad: Box | null, { w, h }: Size): Box {
  const isBeside = pad !== null && pad.w < w / 2;
  const left = isBeside && pad.x < w / 2 ? pad.x + pad.w : 0;
  const right = isBeside && pad.x >= w / 2 ? w - pad.x : 0;
  return {
    x: left + 32,
    y: topPx,
    w: Math.max(80, w - left - right - 64),
    h: Math.max(80, h - topPx - (w > phoneBelowPx ? bottomPx.wide : bottomPx.narrow)),
  };
}

const open = new WeakMap<object, PadHere>();

/** The pad of a board that is open; made when it is first asked for. */
export function padOf(board: OpenBoard): PadHere {
  const here = open.get(board) ?? new PadHere(board);
  open.set(board, here);
  return here;
}

export function closePad(board: OpenBoard): void {
  open.get(board)?.destroy();
  open.delete(board);
}
