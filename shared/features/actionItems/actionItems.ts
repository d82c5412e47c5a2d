// Action items as the `session` document holds them under `actionItems`: what is to be done, by whom, until when, how far it
// is, and the note it came from. Plain values; everything read is unknown first.

import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import { fieldsOf, isTime } from '../../lib/fields.ts';
import {
  type BoardId,
  type ItemId,
  isBoardId,
  isItemId,
  isParticipantId,
  type ParticipantId,
} from '../../lib/ids.ts';
import { type Day, isDay } from './day.ts';

export const actionStatuses = ['open', 'doing', 'done'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** Somebody of this board, or a name: of one who is not here (yet). */
export type Owner = { readonly person: ParticipantId } | { readonly name: string };

export interface ActionItem {
  readonly id: string;
  readonly text: string;
  readonly owner: Owner | null;
  readonly due: Day | null;
  readonly status: ActionStatus;
  /** The note or cluster it was made from. */
  readonly item: ItemId | null;
  /** The board it was carried over from. */
  readonly from: BoardId | null;
  /** The board it was carried over to: what becomes of it is told there. */
  readonly to: BoardId | null;
  /** Who wrote it down; null where nobody's name is kept. */
  readonly by: ParticipantId | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly doneAt: number | null;
}

export const actionItemsRoot = 'actionItems';

export const actionItemLimits = {
  textCharsMax: 1_000,
  ownerCharsMax: limits.nameCharsMax,
  /** On one board. */
  itemsMax: 1_000,
} as const;

const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

export function isActionItemId(id: unknown): id is string {
  return typeof id === 'string' && idPattern.test(id);
}

/** null for what is no action item. */
export function readActionItem(id: string, value: unknown): ActionItem | null {
  const fields = fieldsOf(value);
  if (fields === null || !isActionItemId(id)) return null;
  const { by, at, status, item, from, to, due, doneAt } = fields;
  const text = actionItemText(fields.text);
  if (text === '' || !isTime(at)) return null;
  const isDone = status === 'done';
  return {
    id,
    text,
    owner: readOwner(fields.owner),
    due: isDay(due) ? due : null,
    status: actionStatuses.includes(status as ActionStatus) ? (status as ActionStatus) : 'open',
    item: isItemId(item) ? item : null,
    from: isBoardId(from) ? from : null,
    to: isBoardId(to) ? to : null,
    by: isParticipantId(by) ? by : null,
    at,
    doneAt: isDone && isTime(doneAt) ? doneAt : null,
  };
}

/** All that can be read: the sooner due the earlier, what is due at no time last. */
export function readActionItems(entries: Iterable<readonly [string, unknown]>): ActionItem[] {
  const items: ActionItem[] = [];
  for (const [id, value] of entries) {
    const item = readActionItem(id, value);
    if (item !== null) items.push(item);
  }
  return items.sort(compareActionItems);
}

/** The sooner due the earlier, those without a day last; of one day in the order they were written down. */
export function compareActionItems(a: ActionItem, b: ActionItem): number {
  if (a.due !== b.due) return a.due === null ? 1 : b.due === null ? -1 : a.due < b.due ? -1 : 1;
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** null for nobody. */
export function readOwner(value: unknown): Owner | null {
  if (typeof value !== 'object' || value === null) return null;
  const { person, name } = value as Partial<Record<string, unknown>>;
  if (isParticipantId(person)) return { person };
  const called = ownerText(name);
  return called === '' ? null : { name: called };
}

/** As it is kept: without blanks around it, no longer than allowed; empty for what is no text. */
export function actionItemText(value: unknown): string {
  return typeof value === 'string'
    ? wellFormed(value.replace(/\r\n?/g, '\n').trim().slice(0, actionItemLimits.textCharsMax)).trim()
    : '';
}

function ownerText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return wellFormed(value.replace(/\s+/gu, ' ').trim().slice(0, actionItemLimits.ownerCharsMax)).trim();
}

/** Still to be done, and here. */
export function isOpenAction({ status, to }: Pick<ActionItem, 'status' | 'to'>): boolean {
  return status !== 'done' && to === null;
}

/** What was due on that day can be done until its end. */
export function isOverdue(item: Pick<ActionItem, 'status' | 'to' | 'due'>, today: Day): boolean {
  return isOpenAction(item) && item.due !== null && item.due < today;
}

/** How much of what is to be done here is done. */
export function actionProgress(items: readonly ActionItem[]): {
  readonly done: number;
  readonly all: number;
} {
  const here = items.filter(({ to }) => to === null);
  return { done: here.filter(({ status }) => status === 'done').length, all: here.length };
}

/** As somebody of this board, or by the name they are called there. */
export function isMine(owner: Owner | null, me: { readonly id: string; readonly name: string }): boolean {
  if (owner === null) return false;
  return 'person' in owner ? owner.person === me.id : foldedName(owner.name) === foldedName(me.name);
}

/** What to call the owner; null for nobody, and for somebody who is not known any more. */
export function ownerName(owner: Owner | null, nameOf: (id: ParticipantId) => string | null): string | null {
  if (owner === null) return null;
  return 'person' in owner ? nameOf(owner.person) : owner.name;
}

/** The same for two ways to write one name. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ').trim();
}
