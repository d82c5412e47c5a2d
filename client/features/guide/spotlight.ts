// While somebody is in the spotlight my view follows theirs, until I look away; then there is a way to look again. Turns the
// session into calls of the editor's `follow`; knows no screen.

import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { FeatureView } from '../feature.ts';

/** `away`: I looked away. `absent`: they are in the spotlight and not here. */
export type Spotlit = 'nobody' | 'me' | 'following' | 'away' | 'absent';

export class SpotlightHere {
  private readonly view: FeatureView;
  private readonly now = new Signal<Spotlit>('nobody');
  readonly state: ReadonlySignal<Spotlit> = this.now;
  private readonly stops: readonly Unsubscribe[];
  private person: ParticipantId | null = null;

  constructor(view: FeatureView) {
    this.view = view;
    const { board, editor } = view;
    this.stops = [
      board.session.subscribe(() => this.hear()),
      board.presence.subscribe(() => {
        if (this.now.get() === 'absent') this.look();
      }),
      editor.follow.ended.add(({ person, left }) => {
        if (person.id === this.person) this.now.set(left ? 'absent' : 'away');
      }),
    ];
    this.hear();
  }

  /** Looks where everybody looks, again or for the first time. */
  look(): void {
    if (this.person === null || this.person === this.view.board.me.id) return;
    const follows = this.view.editor.follow.start(this.person, true);
    this.now.set(follows ? 'following' : 'absent');
  }

  destroy(): void {
    for (const stop of this.stops) stop();
  }

  private hear(): void {
    const { board, editor } = this.view;
    const person = board.session.state().spotlight;
    if (person === this.person) return;
    const wasMine = editor.follow.withAll.get();
    this.person = person;
    if (person === null || person === board.me.id) {
      if (wasMine) editor.follow.stop();
      this.now.set(person === null ? 'nobody' : 'me');
      if (person !== null) editor.follow.stop();
    } else this.look();
  }
}
