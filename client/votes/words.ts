// Words and numbers about ballots: for the panel, for the wall and for the voting page.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import type { Result, Standing } from '../../shared/features/voting/result.ts';
import type { Item } from '../../shared/items/item.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { t, textLocales } from '../text/catalogue.ts';

const textCharsMax = 160;

/** An open board, or whatever else holds its items. */
interface WithItems {
  readonly board: { readonly items: ReadonlyMap<ItemId, Item> };
}

/** What a total says in few signs: a number, a mean, or a place where only the order counts. */
export function totalText(result: Pick<Result, 'method'>, { total, rank }: Standing): string {
  switch (result.method) {
    case 'score':
      return new Intl.NumberFormat(textLocales(), { maximumFractionDigits: 1 }).format(total);
    case 'ranked':
    case 'matrix':
      return `${rank}.`;
    default:
      return String(total);
  }
}

/** The words of a note or cluster; what has none is named by what it is. */
export function optionText(board: WithItems, id: ItemId): string {
  const item = board.board.items.get(id);
  const text = item?.text.trim().replace(/\s+/g, ' ') ?? '';
  if (text !== '') return text.length > textCharsMax ? `${text.slice(0, textCharsMax)}…` : text;
  if (item === undefined) return t('voting.option.gone');
  return t(item.kind === 'cluster' ? 'voting.option.cluster' : 'voting.option.note');
}

export function ballotName(ballot: Ballot): string {
  return ballot.title === '' ? t('voting.untitled') : ballot.title;
}
