// What guides attention on one open board, put together: calls, the spotlight, what floats by. Made when the board opens.

import { Signal } from '../../../shared/lib/signal.ts';
import type { FeatureView } from '../feature.ts';
import { Applause } from './applause.ts';
import { Floats } from './floats.ts';
import { handsAreHidden } from './lead.ts';
import { SpotlightHere } from './spotlight.ts';
import { SummonsHere } from './summon.ts';

export const winsPanel = 'guide.wins';

export class GuideHere {
  readonly summons: SummonsHere;
  readonly spotlight: SpotlightHere;
  readonly floats: Floats;
  readonly applause: Applause;
  /** Whether what everybody can do for the others' attention is open. */
  readonly open = new Signal(false);

  constructor(view: FeatureView) {
    const { board, editor } = view;
    this.summons = new SummonsHere(view);
    this.spotlight = new SpotlightHere(view);
    this.floats = new Floats({
      presence: board.presence,
      scheduler: editor.env.scheduler,
      now: () => editor.env.clock.now(),
      areHidden: () => handsAreHidden(board),
      send: (emoji) => editor.hand.react(emoji),
      pointer: () => editor.hand.pointer,
    });
    this.applause = new Applause({
      board,
      scheduler: editor.env.scheduler,
      clap: () => this.floats.applaud(1),
    });
  }

  destroy(): void {
    this.summons.destroy();
    this.spotlight.destroy();
    this.floats.destroy();
    this.applause.destroy();
  }
}

const all = new WeakMap<FeatureView['board'], GuideHere>();

/** What guides attention on a board that is open; made when it is first asked for. */
export function guideOf(view: FeatureView): GuideHere {
  const here = all.get(view.board) ?? new GuideHere(view);
  all.set(view.board, here);
  return here;
}

export function closeGuide(view: FeatureView): void {
  all.get(view.board)?.destroy();
  all.delete(view.board);
}
