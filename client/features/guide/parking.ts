// Parking: the ideas go to the park, which is made when the first one goes there. The session knows one park: of two that
// are made at once, the one it has heard of first stays, and the other goes into it.

import type { Board } from '../../../shared/board/board.ts';
import { removeAlone } from '../../../shared/board/clusters.ts';
import { clusterTitleHeight } from '../../../shared/board/tree.ts';
import { createCluster } from '../../../shared/board/verbs.ts';
import { unionAll } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { inRows } from '../../editor/arrange.ts';
import { putAway, sendTo } from '../../editor/arranging.ts';
import { insideOf, placed, writable } from '../../editor/chosen.ts';
import type { Editor } from '../../editor/editor.ts';
import { whileNewest } from '../../editor/newestStep.ts';
import { freeSpot } from '../../editor/spots.ts';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import { parkable, parkOf } from './park.ts';

/** So far to the right of everything that nobody takes it for a part of the work. */
const besideGap = 240;
const padding = 24;

export interface Parked {
  readonly ids: readonly ItemId[];
  readonly park: ItemId;
  /** The park was made for this. */
  readonly isNew: boolean;
}

/** What parking needs of a board that is open. */
export interface ParkView {
  readonly editor: Editor;
  readonly board: Pick<FeatureView['board'], 'session' | 'runCommand' | 'online'>;
}

export async function park({ board, editor }: ParkView): Promise<void> {
  const known = board.session.state().park;
  const parked = parkChosen(editor, known, t('guide.parkTitle'));
  if (parked === null) return;
  editor.selection.clear();
  const takeAway = toast({
    text: t('guide.parked', { count: parked.ids.length }),
    actions: [
      { label: t('guide.parkShow'), run: () => show(editor, parked.park) },
      { label: t('guide.parkUndo'), run: () => void editor.run('undo') },
    ],
  });
  untilReadOnly(editor, takeAway);
  whileNewest(editor.undo, takeAway);
  if (!parked.isNew) return;
  const one = await becomesTheOne({ board, editor }, parked.park, known);
  if (one !== parked.park) mergeParks(editor, parked.park, one);
}

/** Where nobody can write any more, as after the end of the session, nothing can be taken back either. */
function untilReadOnly(editor: Editor, leave: () => void): void {
  const stop = editor.readOnly.subscribe(() => {
    if (!editor.readOnly.get()) return;
    stop();
    leave();
  });
}

/** null when nothing of the selection can be parked. */
export function parkChosen(editor: Editor, known: ItemId | null, title: string): Parked | null {
  const ids = parkable(editor, known);
  if (ids.length === 0) return null;
  const there = parkOf(editor, known);
  const park = editor.change((board) => {
    let made: ItemId | null = there;
    board.asOneStep(() => {
      if (there === null) made = newPark(editor, board, ids, title);
      // Below what is in it, wherever they came from.
      else putAway(editor, board, there, ids);
    });
    return made;
  });
  return park === null ? null : { ids, park, isNew: there === null };
}

function newPark(editor: Editor, board: Board, ids: readonly ItemId[], title: string): ItemId | null {
  const things = placed(editor, ids);
  const going = editor.scene.withInside(ids);
  const staying = [...editor.scene.all()].filter(({ id }) => !going.has(id)).map(({ box }) => box);
  const all = unionAll(staying) ?? unionAll(things);
  if (all === null) return null;
  const { w, h } = inRows(things, { x: 0, y: 0 }).box;
  const wanted = {
    x: all.x + all.w + besideGap,
    y: all.y,
    w: Math.max(w, 200) + 2 * padding,
    h: h + clusterTitleHeight + padding,
  };
  const at = freeSpot(editor.scene, wanted, going);
  const corner = { x: at.x + padding, y: at.y + clusterTitleHeight };
  sendTo(board, things, inRows(things, corner).places);
  return createCluster(board, { title, ids, at });
}

/** The park that the session knows in the end: mine, or the one that was there first, as soon as it is here. */
async function becomesTheOne(view: ParkView, mine: ItemId, instead: ItemId | null): Promise<ItemId> {
  const { board, editor } = view;
  for (;;) {
    const answer = await board.runCommand('guide.park', { item: mine, instead });
    if (answer.code === 'park-taken') return otherPark(view, instead);
    if (answer.code !== 'unreachable' || board.online.get()) {
      if (!answer.ok) toast({ text: `${t('guide.failed')} ${whyNot(answer)}`, tone: 'trouble' });
      return mine;
    }
    // Without a connection it is a park for this device alone: the session hears of it later.
    await until([board.online.subscribe], () => board.online.get());
    if (parkOf(editor, mine) === null) return mine;
  }
}

async function otherPark({ board, editor }: ParkView, before: ItemId | null): Promise<ItemId> {
  const now = () => {
    const { park: known } = board.session.state();
    return known === before ? null : parkOf(editor, known);
  };
  return until([board.session.subscribe, (look) => editor.board.observe(look)], now);
}

/** What is in one park goes into the other, below what is there. False when that cannot be done any more. */
function mergeParks(editor: Editor, from: ItemId, into: ItemId): boolean {
  const inside = insideOf(editor, from);
  if (inside === null || !writable(editor) || parkOf(editor, into) === null) return false;
  const ids = inside.members.map(({ id }) => id).filter((id) => id !== into);
  editor.change((board) =>
    board.asOneStep(() => {
      putAway(editor, board, into, ids);
      removeAlone(board, [from]);
    }),
  );
  return true;
}

type Watch = (look: () => void) => () => void;

/** The first value of `now` that is there, as soon as it is. */
function until<Value>(watches: readonly Watch[], now: () => Value | null | false): Promise<Value> {
  return new Promise((resolve) => {
    let stops: readonly (() => void)[] = [];
    const look = () => {
      const value = now();
      if (value === null || value === false) return;
      for (const stop of stops) stop();
      resolve(value);
    };
    stops = watches.map((watch) => watch(look));
    look();
  });
}

/** The whole of the park, and no larger than it is. */
function show(editor: Editor, cluster: ItemId): void {
  const box = editor.scene.get(cluster)?.box;
  const screen = editor.camera.viewport.get();
  if (box === undefined) return;
  const [w, h] = [Math.max(screen.w, box.w + 160), Math.max(screen.h, box.h + 240)];
  editor.glide.travel({ x: box.x + box.w / 2 - w / 2, y: box.y + box.h / 2 - h / 2, w, h });
}
