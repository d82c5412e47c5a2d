// Words and numbers about ballots: for the panel, for the wall and for the voting page.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import type { Result, Standing } from '../../shared/features/voting/result.ts';
import type { Spot, Vote } from '../../shared/features/voting/votes.ts';
import type { Item } from '../../shared/items/item.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { t, textLocales } from '../text/catalogue.ts';
import type { Receipt } from './receipts.ts';

const textCharsMax = 160;

/** An open board, or whatever else holds its items. */
export interface WithItems {
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

/** The same where there is room for all of it. */
export function wholeTotalText({ method }: Pick<Result, 'method'>, { total }: Standing): string {
  const format = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(textLocales(), options).format(total);
  if (method === 'matrix') return format({ style: 'percent', signDisplay: 'exceptZero' });
  return format({ maximumFractionDigits: method === 'score' ? 2 : 0 });
}

export function turnoutText({ voted, eligible }: Pick<Result, 'voted' | 'eligible'>): string {
  const share = eligible === 0 ? 0 : voted / eligible;
  const percent = new Intl.NumberFormat(textLocales(), { style: 'percent' }).format(share);
  return t('voting.turnout', { voted, eligible, percent });
}

/** What I gave to what stands there; null for nothing. */
export function givenText(receipt: Receipt | null, { option }: Standing): string | null {
  if (receipt === null) return null;
  const place = receipt.ranking.indexOf(option);
  if (place >= 0) return t('voting.mine.rank', { place: place + 1 });
  const spot = receipt.spots.get(option);
  const count = spot === undefined ? receipt.counts.get(option) : spotText(spot);
  return count === undefined ? null : t('voting.mine.count', { count });
}

function spotText([effort, impact]: Spot): string {
  const percent = new Intl.NumberFormat(textLocales(), { style: 'percent' });
  return `${t('voting.impact')} ${percent.format(impact)}, ${t('voting.effort')} ${percent.format(effort)}`;
}

/** What is left, or how many have something. */
export function leftText({ method, votes, options }: Ballot, vote: Vote, left: number | null): string {
  if (method === 'dots') return t('voting.left.dots', { left: left ?? 0, votes });
  if (method === 'quadratic') return t('voting.left.credits', { left: left ?? 0, votes });
  if (method === 'ranked') return t('voting.left.ranks', { left: left ?? 0, votes });
  return t(`voting.given.${method}`, { given: vote.counts.size + vote.spots.size, options: options.length });
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
