// What there is to choose about a file, and the address that asks for it.

import { membersByCluster } from '../../../shared/board/tree.ts';
import type { Item } from '../../../shared/items/item.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Offer } from '../../../shared/transfer/formats.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { language } from '../../text/catalogue.ts';

export const tools = ['trello', 'asana', 'jira'] as const;
export type Tool = (typeof tools)[number];

/** Pixels across, or as large as it is read well. */
export const widths = ['fits', '1920', '3840', '7680'] as const;
export type Width = (typeof widths)[number];

export interface Choices {
  readonly tool: Tool;
  /** The whole board, what is selected, or one cluster with all that is in it. */
  readonly part: 'all' | 'selection' | ItemId;
  readonly width: Width;
}

export const firstChoices: Choices = { tool: 'trello', part: 'all', width: 'fits' };

/** An address holds no more ids. */
const partItemsMax = 500;

/** null for a part of the board that is too large to be named item by item. */
export function addressOf(board: OpenBoard, { file, asks }: Offer, choices: Choices): string | null {
  const query = new URLSearchParams({
    lang: language.get(),
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  if (asks === 'tool') query.set('for', choices.tool);
  if (asks === 'picture') {
    const items = itemsOfPart(board, choices.part);
    if (items !== null && items.length > partItemsMax) return null;
    if (items !== null) query.set('items', items.join(','));
    if (file === 'board.png' && choices.width !== 'fits') query.set('width', choices.width);
  }
  return `${board.apiPath('export', file)}?${query}`;
}

/** null for all of them. */
function itemsOfPart(board: OpenBoard, part: Choices['part']): readonly ItemId[] | null {
  if (part === 'all') return null;
  const live = new Map([...board.board.items].filter(([, { deleted }]) => !deleted));
  const roots = part === 'selection' ? [...board.editor.selection.ids] : [part];
  const members = membersByCluster(live);
  const found = new Set<ItemId>();
  const open = roots.filter((id) => live.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(members.get(id) ?? []).map((item) => item.id));
  }
  return [...found];
}

/** Those that a picture can be made of, by their titles. */
export function clustersOf(board: OpenBoard): readonly Pick<Item, 'id' | 'text'>[] {
  return [...board.board.items.values()]
    .filter(({ kind, deleted, text }) => kind === 'cluster' && !deleted && text.trim() !== '')
    .sort((a, b) => a.text.localeCompare(b.text));
}
