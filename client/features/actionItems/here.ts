// The action items of one open board as a signal, and what the panel is wanted for. Read from the document that the server
// writes; lives as long as the document does.

import { can } from '../../../shared/board/roles.ts';
import {
  type ActionItem,
  actionItemsRoot,
  isMine,
  isOpenAction,
  readActionItems,
} from '../../../shared/features/actionItems/actionItems.ts';
import { type Day, dayAt } from '../../../shared/features/actionItems/day.ts';
import { readSeries, type Series, seriesRoot } from '../../../shared/features/actionItems/series.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import type { BadgesOf } from '../../editor/badges.ts';
import { keepActions } from '../../lists/keptActions.ts';
import { browserShelf } from '../../ui/shelf.ts';

export const actionItemsPanel = 'actionItems';

interface Here {
  readonly items: ReadonlySignal<readonly ActionItem[]>;
  readonly series: ReadonlySignal<Series>;
  readonly badges: ReadonlySignal<BadgesOf>;
  /** The one the panel is to show next. */
  readonly wanted: Signal<string | null>;
  /** Whether the window for the next session is open. */
  readonly makesNext: Signal<boolean>;
}

const known = new WeakMap<object, Here>();

export function actionItemsHere({ docs }: Pick<OpenBoard, 'docs'>): Here {
  const { session } = docs;
  const before = known.get(session);
  if (before !== undefined) return before;
  const [kept, links] = [session.getMap(actionItemsRoot), session.getMap(seriesRoot)];
  const items = new Signal<readonly ActionItem[]>(readActionItems(kept.entries()));
  const badges = new Signal<BadgesOf>(badgesOf(items.get()));
  const series = new Signal<Series>(readSeries(links.entries()));
  kept.observe(() => {
    items.set(readActionItems(kept.entries()));
    badges.set(badgesOf(items.get()));
  });
  links.observe(() => series.set(readSeries(links.entries())));
  const here = {
    items,
    series,
    badges,
    wanted: new Signal<string | null>(null),
    makesNext: new Signal(false),
  };
  known.set(session, here);
  return here;
}

/** Editors and facilitators, in every phase and after the session. */
export function mayPlan(board: Pick<OpenBoard, 'role'>): boolean {
  return can(board.role.get(), 'writeCanvas');
}

/** By this clock, put right by the server's. */
export function todayHere(board: Pick<OpenBoard, 'serverNow'>): Day {
  const now = board.serverNow();
  return dayAt(now, new Date(now).getTimezoneOffset());
}

export function showActionItem(board: OpenBoard, id: string | null): void {
  actionItemsHere(board).wanted.set(id);
  board.panel.set(actionItemsPanel);
}

/** Keeps what is mine on this device for the start page, as long as the board is open. */
export function keepMine(board: OpenBoard): () => void {
  const { items } = actionItemsHere(board);
  const keep = () => {
    const { id, name } = board.me;
    const mine = items.get().filter((item) => isOpenAction(item) && isMine(item.owner, { id, name }));
    keepActions(browserShelf(), board.id, {
      title: board.session.title() ?? '',
      items: mine.map((item) => ({ id: item.id, text: item.text, due: item.due, status: item.status })),
    });
  };
  const stop = items.subscribe(keep);
  // Before the server has said anything there may be less here than there is.
  const stopSynced = board.synced.subscribe(keep);
  if (board.synced.get()) keep();
  return () => {
    stop();
    stopSynced();
  };
}

function badgesOf(items: readonly ActionItem[]): BadgesOf {
  const states = new Map<ItemId, { open: number; all: number }>();
  for (const { item, status, to } of items) {
    if (item === null || to !== null) continue;
    const state = states.get(item) ?? { open: 0, all: 0 };
    states.set(item, { open: state.open + (status === 'done' ? 0 : 1), all: state.all + 1 });
  }
  return new Map(
    [...states].map(([id, { open, all }]) => [
      id,
      { look: 'task', label: open === 0 ? '✓' : '☐', count: all, isNew: false } as const,
    ]),
  );
}
