// The people here as discs; pressing them opens the list with names.

import { useCallback, useRef, useSyncExternalStore } from 'react';
import { type Here, whoIsHere } from '../../editor/here.ts';
import { t } from '../../text/catalogue.ts';
import { Avatar, initialsOf } from '../../ui/Avatar.tsx';
import { Popover } from '../../ui/Popover.tsx';
import type { FeatureView } from '../feature.ts';
import styles from './People.module.css';

const discsMax = 5;

export function People({ board }: FeatureView) {
  const here = useHere(board);
  const count = t('people.here', { count: here.length });
  return (
    <Popover
      label={count}
      align="end"
      trigger={
        <button type="button" className={styles.discs} aria-label={count}>
          {here.slice(0, discsMax).map((each) => (
            <Disc key={each.person.id} here={each} />
          ))}
          <More count={here.length - discsMax} className={styles.more} />
          <More count={here.length - 2} className={styles.moreOnPhone} />
        </button>
      }
    >
      <h2 className={styles.heading}>{count}</h2>
      <ul className={styles.list}>
        {here.map((each) => (
          <li key={each.person.id} className={styles.person}>
            <Disc here={each} />
            <span dir="auto">{each.isMe ? t('people.you', { name: each.label }) : each.label}</span>
            {each.connections > 1 && (
              <span className={styles.tabs}>{t('people.tabs', { count: each.connections })}</span>
            )}
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function Disc({ here }: { readonly here: Here }) {
  return <Avatar name={here.label} colour={here.person.colour} initials={here.initials} />;
}

function More({ count, className }: { readonly count: number; readonly className: string | undefined }) {
  return count > 0 ? (
    <span className={className} aria-hidden="true">
      +{count}
    </span>
  ) : null;
}

/** The list changes when people come, go or are renamed, not with every cursor. */
function useHere(board: FeatureView['board']): readonly Here[] {
  const kept = useRef<{ key: string; list: readonly Here[] }>({ key: '', list: [] });
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [board.presence.subscribe(listener), board.session.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [board],
  );
  return useSyncExternalStore(subscribe, () => {
    const list = whoIsHere(board.me, board.presence.others(), {
      initialsOf,
      numbered: (name, number) => t('people.sameName', { name, number }),
    });
    const key = JSON.stringify(list);
    if (key !== kept.current.key) kept.current = { key, list };
    return kept.current.list;
  });
}
