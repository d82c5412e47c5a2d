// Commands about action items: writing one down, changing it, taking it back, bringing along what is open from the session
// before. The server alone writes them, stamps who and when, and makes each happen once.

import * as v from 'valibot';
import type * as Y from 'yjs';
import {
  type ActionItem,
  actionItemLimits,
  actionItemsRoot,
  actionStatuses,
  isActionItemId,
  type Owner,
  readActionItem,
  readOwner,
} from '../../shared/features/actionItems/actionItems.ts';
import { type Day, isDay } from '../../shared/features/actionItems/day.ts';
import { readSeries, seriesRoot } from '../../shared/features/actionItems/series.ts';
import type { Env } from '../../shared/lib/env.ts';
import { type BoardId, type ItemId, isBoardId, isItemId, randomToken } from '../../shared/lib/ids.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import { ApiError } from '../errors.ts';
import { serverParticipant } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { openActionsIn, writeCarried, writeCarriedTo } from '../series/carrying.ts';

const id = v.custom<string>(isActionItemId);
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(actionItemLimits.textCharsMax));
const owner = v.nullable(
  v.pipe(
    v.union([
      v.strictObject({ person: v.string() }),
      v.strictObject({ name: v.pipe(v.string(), v.trim(), v.maxLength(actionItemLimits.ownerCharsMax)) }),
    ]),
    v.custom<Owner>((value) => readOwner(value) !== null),
  ),
);
const fields = {
  owner: v.optional(owner),
  due: v.optional(v.nullable(v.custom<Day>(isDay))),
  status: v.optional(v.picklist(actionStatuses)),
  item: v.optional(v.nullable(v.custom<ItemId>(isItemId))),
};

export interface ActionItemDeps {
  readonly env: Env;
  /** null for a board that is not in use. */
  readonly roomOf: (board: BoardId) => Promise<Room | null>;
}

export function actionItemCommands({ env, roomOf }: ActionItemDeps): CommandTable {
  return {
    'actionItem.add': command({
      needs: 'writeCanvas',
      args: v.strictObject({ text, ...fields }),
      run: async (scope, said) => {
        const answer = { actionItem: randomToken(env.random, 12) };
        const now = env.clock.now();
        await change(scope, answer, (doc) => {
          mustHaveRoom(doc);
          // Who wrote what is nobody's to know where the session is nameless.
          const by = scope.room.session.isAnonymous ? null : scope.visitor.id;
          write(doc, changed({ ...blank, id: answer.actionItem, text: said.text, by, at: now }, said, now));
        });
        return answer;
      },
    }),
    // What is not given stays as it is.
    'actionItem.change': command({
      needs: 'writeCanvas',
      args: v.strictObject({ actionItem: id, text: v.optional(text), ...fields }),
      run: (scope, { actionItem, ...said }) =>
        change(scope, undefined, (doc) => {
          const before = mustBeThere(doc, actionItem);
          if (before.to !== null)
            throw new ApiError(409, 'carried-over', 'This action item was carried over to the next session.');
          write(doc, changed(before, said, env.clock.now()));
        }),
    }),
    'actionItem.remove': command({
      needs: 'writeCanvas',
      args: v.strictObject({ actionItem: id }),
      run: (scope, { actionItem }) =>
        change(scope, undefined, (doc) => {
          if (!doc.getMap(actionItemsRoot).has(actionItem)) return;
          doc.transact(() => doc.getMap(actionItemsRoot).delete(actionItem), 'server');
        }),
    }),
    'actionItem.carry': command({
      needs: 'writeCanvas',
      args: v.strictObject({ board: v.custom<BoardId>(isBoardId) }),
      run: (scope, { board }) => carry(scope, board, roomOf),
    }),
  };
}

/**
 * From the session before this one. Two boards are two commits, and what breaks off between them is there twice; so the answer
 * is remembered with the second: whoever asks again goes on where it broke off, and nothing comes a second time.
 */
async function carry(
  { room, visitor, remembering }: CommandScope,
  from: BoardId,
  roomOf: ActionItemDeps['roomOf'],
): Promise<{ carried: number }> {
  const here = await room.docs.open('session');
  const known = readSeries(here.doc.getMap(seriesRoot).entries()).previous;
  const previous = known?.board === from ? await roomOf(from) : null;
  if (previous === null)
    throw new ApiError(404, 'not-found', 'That board is not the session before this one.');
  const open = await openActionsIn(previous);
  await room.changes.changeSession(visitor.id, (doc) => void writeCarried(doc, open, from), []);
  const arrived = new Set(here.doc.getMap(actionItemsRoot).keys());
  const ids = open.map((item) => item.id).filter((each) => arrived.has(each));
  const answer = { carried: ids.length };
  await previous.changes.changeSession(serverParticipant, (doc) => writeCarriedTo(doc, ids, room.id), [
    remembering(answer),
  ]);
  return answer;
}

const blank = {
  owner: null,
  due: null,
  status: 'open',
  item: null,
  from: null,
  to: null,
  doneAt: null,
} as const;

function changed(
  before: ActionItem,
  said: {
    readonly text?: string | undefined;
    readonly owner?: Owner | null | undefined;
    readonly due?: Day | null | undefined;
    readonly status?: ActionItem['status'] | undefined;
    readonly item?: ItemId | null | undefined;
  },
  now: number,
): ActionItem {
  const status = said.status ?? before.status;
  return {
    ...before,
    text: said.text ?? before.text,
    owner: said.owner === undefined ? before.owner : said.owner,
    due: said.due === undefined ? before.due : said.due,
    item: said.item === undefined ? before.item : said.item,
    status,
    doneAt: status === 'done' ? (before.doneAt ?? now) : null,
  };
}

function change(
  { room, visitor, remembering }: CommandScope,
  answer: object | undefined,
  how: (session: Y.Doc) => void,
): Promise<void> {
  return room.changes.changeSession(visitor.id, how, [remembering(answer)]);
}

function write(doc: Y.Doc, { id: key, ...value }: ActionItem): void {
  // Through the reader, so that what is kept is what everybody reads.
  const kept = readActionItem(key, value);
  if (kept === null) throw new ApiError(400, 'bad-request', 'This is no action item.');
  const { id: _, ...rest } = kept;
  doc.transact(() => doc.getMap(actionItemsRoot).set(key, rest), 'server');
}

function mustBeThere(doc: Y.Doc, key: string): ActionItem {
  const item = readActionItem(key, doc.getMap(actionItemsRoot).get(key));
  if (item === null) throw new ApiError(404, 'not-found', 'There is no such action item on this board.');
  return item;
}

function mustHaveRoom(doc: Y.Doc): void {
  if (doc.getMap(actionItemsRoot).size >= actionItemLimits.itemsMax)
    throw new ApiError(413, 'too-many', `A board holds at most ${actionItemLimits.itemsMax} action items.`);
}
