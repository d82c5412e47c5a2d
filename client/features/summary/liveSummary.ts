// The summary of the board as it is on this screen, made anew a moment after anything of it changes. The same outline as the
// server's, so it is there without a network, too.

import { readStory, type Story } from '../../../shared/features/summary/story.ts';
import { type ItemId, isItemId, isParticipantId, type ParticipantId } from '../../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../../shared/lib/signal.ts';
import type { BoardSnapshot } from '../../../shared/transfer/snapshot.ts';
import type { OpenBoard } from '../../app/openBoard.ts';

/** Who drags a note does not make it a hundred times. */
const pauseMs = 300;

export interface Told extends BoardSnapshot {
  readonly story: Story;
}

export class LiveSummary {
  private readonly board: OpenBoard;
  private readonly told: Signal<Told>;
  private readonly stops: (() => void)[] = [];
  private cancel: (() => void) | null = null;

  constructor(board: OpenBoard) {
    this.board = board;
    this.told = new Signal(snapshotOf(board));
    const { canvas, session, talk } = board.docs;
    const hear = () => this.later();
    for (const doc of [canvas, session, talk]) {
      doc.on('update', hear);
      this.stops.push(() => doc.off('update', hear));
    }
  }

  get now(): ReadonlySignal<Told> {
    return this.told;
  }

  stop(): void {
    this.cancel?.();
    for (const stop of this.stops) stop();
  }

  private later(): void {
    this.cancel ??= this.board.editor.env.scheduler.after(pauseMs, () => {
      this.cancel = null;
      this.told.set(snapshotOf(this.board));
    });
  }
}

function snapshotOf(board: OpenBoard): Told {
  const { session, talk } = board.docs;
  const story = readStory(
    (root) => session.getMap(root).entries(),
    (root) => talk.getMap(root).entries(),
  );
  const all = [...board.board.items.values()];
  // Whoever takes no side does not see who wrote what.
  const isNeutral = board.session.person(board.me.id)?.neutral === true;
  return {
    title: board.session.title() ?? '',
    exportedAt: board.serverNow(),
    items: all.filter((item) => !item.deleted),
    deleted: all.filter((item) => item.deleted),
    people: [...board.session.people().values()],
    authors: isNeutral ? new Map() : authorsIn(session.getMap('authors').entries()),
    wins: story.session.wins.map(({ text }) => text),
    park: story.session.park,
    story,
  };
}

function authorsIn(entries: Iterable<readonly [string, unknown]>): Map<ItemId, ParticipantId> {
  const authors = new Map<ItemId, ParticipantId>();
  for (const [id, by] of entries) if (isItemId(id) && isParticipantId(by)) authors.set(id, by);
  return authors;
}
