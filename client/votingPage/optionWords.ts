// What an option says, whole: its text, the cluster it is in, the colour of its paper.

import type { Colour } from '../../shared/items/colour.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { optionText } from '../votes/words.ts';
import type { OpenVoting } from './openVoting.ts';

export interface OptionWords {
  readonly text: string;
  /** The title of the cluster it lies in; null for none. */
  readonly cluster: string | null;
  readonly colour: Colour;
}

export function wholeText(open: OpenVoting, option: ItemId): OptionWords {
  const item = open.board.get(option);
  const text = item?.text.trim() ?? '';
  return {
    text: text === '' ? optionText(open, option) : text,
    cluster: clusterTitle(open, clusterOf(open, option)),
    colour: item?.colour ?? 'yellow',
  };
}

/** The cluster an option lies in directly, where it has a title. */
export function clusterOf({ board }: OpenVoting, option: ItemId): ItemId | null {
  const parent = board.get(option)?.parent ?? null;
  if (parent === null) return null;
  const cluster = board.get(parent);
  return cluster?.kind === 'cluster' && !cluster.deleted && cluster.text.trim() !== '' ? parent : null;
}

export function clusterTitle({ board }: OpenVoting, cluster: ItemId | null): string | null {
  return cluster === null ? null : (board.get(cluster)?.text.trim().replace(/\s+/g, ' ') ?? null);
}
