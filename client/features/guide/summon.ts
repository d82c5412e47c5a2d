// Where I am called to, and the way back. Follows the session; knows no screen.

import { isFresh, type Summons } from '../../../shared/features/session/state.ts';
import type { Cancel } from '../../../shared/lib/env.ts';
import type { BoardId } from '../../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { CameraView } from '../../editor/camera.ts';
import type { FeatureView } from '../feature.ts';

export interface Call {
  readonly summons: Summons;
  /** Where I was; null while I have not gone there, my hands being full. */
  readonly back: CameraView | null;
}

/** The way back is offered this long; by then one is at home there. */
const offeredMs = 60_000;

/** What each board has called us to already: a board that is opened anew in this page calls nobody twice. */
const answered = new Map<BoardId, string>();

export class SummonsHere {
  private readonly view: FeatureView;
  private readonly now = new Signal<Call | null>(null);
  /** The call to be told of. */
  readonly call: ReadonlySignal<Call | null> = this.now;
  private readonly stop: Unsubscribe;
  private cancelOffer: Cancel = () => {};

  constructor(view: FeatureView) {
    this.view = view;
    this.stop = view.board.session.subscribe(() => this.hear());
    this.hear();
  }

  goThere(): void {
    const call = this.now.get();
    if (call === null) return;
    const { camera, glide } = this.view.editor;
    this.now.set({ ...call, back: camera.view.get() });
    glide.travel(call.summons.view);
  }

  goBack(): void {
    const back = this.now.get()?.back ?? null;
    this.forget();
    if (back !== null) this.view.editor.glide.travelBack(back);
  }

  forget(): void {
    this.cancelOffer();
    this.now.set(null);
  }

  destroy(): void {
    this.cancelOffer();
    this.stop();
  }

  private hear(): void {
    const { board, editor } = this.view;
    const { summons } = board.session.state();
    if (summons === null || answered.get(board.id) === summons.id) return;
    answered.set(board.id, summons.id);
    if (summons.by === board.me.id || !isFresh(summons, board.serverNow())) return;
    // From one call to the next, the way back leads to where I was of my own will.
    this.now.set({ summons, back: this.now.get()?.back ?? null });
    this.cancelOffer();
    this.cancelOffer = editor.env.scheduler.after(offeredMs, () => this.forget());
    const { tool, name } = editor.toolbox.state.get();
    const isBusy = editor.editing.get() !== null || (tool === 'select' && name !== 'idle');
    if (isBusy) this.now.set({ summons, back: null });
    else this.follow(summons);
  }

  private follow(summons: Summons): void {
    const { camera, glide } = this.view.editor;
    const back = this.now.get()?.back ?? camera.view.get();
    this.now.set({ summons, back });
    glide.travel(summons.view);
  }
}
