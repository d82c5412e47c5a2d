// What a thread is about, in a few words, and whether that is still on the board.

import type { Place } from '../../../shared/features/talk.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/catalogue.ts';

const charsMax = 80;

export interface PlaceWords {
  readonly words: string;
  /** Deleted, or never seen here: there is nothing to go to. */
  readonly isGone: boolean;
}

export function placeWords({ board }: Pick<OpenBoard, 'board'>, place: Place): PlaceWords {
  if (place === 'board') return { words: t('talk.onBoard'), isGone: false };
  const item = board.get(place);
  if (item === undefined) return { words: t('talk.onGone'), isGone: true };
  const line = item.text.trim().replace(/\s+/gu, ' ');
  const short = line.length > charsMax ? `${line.slice(0, charsMax).trimEnd()}…` : line;
  const untitled = t(item.kind === 'cluster' ? 'talk.onUntitledCluster' : 'talk.onUntitled');
  const words = short === '' ? untitled : short;
  return item.deleted
    ? { words: t('talk.onDeleted', { item: words }), isGone: true }
    : { words, isGone: false };
}
