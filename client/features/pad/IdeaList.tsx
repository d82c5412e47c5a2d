// The cards of the pad, one idea each, and where the caret is among them.

import { useLayoutEffect, useRef } from 'react';
import { t } from '../../text/catalogue.ts';
import { keysText } from '../../ui/keyNames.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { IdeaCard } from './IdeaCard.tsx';
import styles from './Pad.module.css';
import type { PadView } from './padView.ts';
import type { CaretWish, Row, Writing } from './writing.ts';

export interface IdeaListProps {
  readonly view: FeatureView;
  readonly pad: PadView;
  readonly writing: Writing;
}

export function IdeaList({ view, pad, writing }: IdeaListProps) {
  const rows = useSignal(writing.rows);
  const fields = useCaretWishes(writing, rows);
  const count = rows.filter(({ draft }) => draft !== null).length;
  const isTouch = useMedia('(pointer: coarse)');
  const list = (
    <ol className={styles.ideas} aria-label={t('pad.list')}>
      {rows.map((row, index) => (
        <IdeaCard
          key={row.key}
          view={view}
          pad={pad}
          writing={writing}
          row={row}
          label={row.draft === null ? t('pad.newIdea') : t('pad.idea', { number: index + 1, count })}
          placeholder={t(count === 0 && !pad.wasRevealed ? 'pad.firstPlaceholder' : 'pad.nextPlaceholder')}
          field={(element) => {
            if (element === null) fields.delete(row.key);
            else fields.set(row.key, element);
          }}
        />
      ))}
    </ol>
  );
  // Whoever has made two cards knows how.
  if (isTouch || pad.phase === null || rows.length === 0 || count > 1) return list;
  return (
    <>
      {list}
      <p className={styles.keys}>{t('pad.keys', { enter: keysText('enter'), shift: keysText('shift') })}</p>
    </>
  );
}

/** Puts the caret where it is wished, in the moment in which its field is there: no key is lost between. */
function useCaretWishes(writing: Writing, rows: readonly Row[]): Map<string, HTMLTextAreaElement> {
  const wish = useSignal(writing.caret);
  const done = useRef<CaretWish | null>(null);
  const fields = useRef(new Map<string, HTMLTextAreaElement>()).current;
  useLayoutEffect(() => {
    if (wish === null || done.current === wish) return;
    const row = rows.find(({ id }) => id === wish.id);
    const field = row && fields.get(row.key);
    if (field === undefined) return;
    done.current = wish;
    field.focus();
    const at = wish.at === 'start' ? 0 : wish.at === 'end' ? field.value.length : wish.at;
    field.setSelectionRange(at, at);
    field.scrollIntoView({ block: 'nearest' });
  }, [wish, rows, fields]);
  return fields;
}
