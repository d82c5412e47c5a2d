// The people here as discs at the top right. Pressing one opens their card; the number behind opens the list of everybody.

import { Hand } from 'lucide-react';
import { Suspense, useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { initialsOf } from '../../../shared/lib/initials.ts';
import { type Here, whoIsHere } from '../../editor/here.ts';
import { t } from '../../text/catalogue.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { later } from '../../ui/later.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import type { FeatureView } from '../feature.ts';
import styles from './People.module.css';

const PeopleCard = later(() => import('./PeopleCard.tsx'));

/** A phone's row belongs to the board's name as well. */
const discsMax = { wide: 5, narrow: 1 } as const;

/** Whose card is open; `everybody` is the list. */
export type Shown = ParticipantId | 'everybody';

export function People(view: FeatureView) {
  const here = useHere(view.board);
  const [shown, setShown] = useState<Shown | null>(null);
  const narrow = useMedia('(max-width: 640px)');
  const count = t('people.here', { count: here.length });
  const discs = here.slice(0, discsMax[narrow ? 'narrow' : 'wide']);
  const more = here.length - discs.length;
  const hands = useHands(view.board);
  const toggle = (next: Shown) => setShown((now) => (now === next ? null : next));
  return (
    <Popover
      label={count}
      align="end"
      open={shown !== null}
      onOpenChange={(open) => !open && setShown(null)}
      trigger={
        <div className={styles.discs}>
          {/* Fingers are too large for single discs: there the whole row opens the list. */}
          {narrow ? (
            <button
              type="button"
              className={styles.row}
              aria-expanded={shown !== null}
              onClick={() => toggle('everybody')}
            >
              {discs.map((each) => (
                <Disc key={each.person.id} here={each} isUp={hands.has(each.person.id)} />
              ))}
              {more > 0 && <More count={more} />}
              <Name>{count}</Name>
            </button>
          ) : (
            <>
              {discs.map((each) => (
                <button
                  key={each.person.id}
                  type="button"
                  className={styles.disc}
                  aria-expanded={shown === each.person.id}
                  onClick={() => toggle(each.person.id)}
                >
                  <Disc here={each} isUp={hands.has(each.person.id)} />
                  <Name>{nameOf(each, hands)}</Name>
                </button>
              ))}
              <button
                type="button"
                className={cx(styles.disc, more === 0 && 'visually-hidden')}
                aria-expanded={shown === 'everybody'}
                onClick={() => toggle('everybody')}
              >
                <More count={more} />
                <Name>{count}</Name>
              </button>
            </>
          )}
        </div>
      }
    >
      <Suspense fallback={<div className={styles.waiting} />}>
        {shown !== null && (
          <PeopleCard
            view={view}
            here={here}
            shown={shown}
            onShow={setShown}
            onClose={() => setShown(null)}
          />
        )}
      </Suspense>
    </Popover>
  );
}

/** What is drawn is a picture of the name; a label that replaced it would have to begin with the initials. */
function Name({ children }: { readonly children: string }) {
  return <span className="visually-hidden">{children}</span>;
}

function nameOf({ isMe, label, person }: Here, hands: ReadonlySet<ParticipantId>): string {
  const name = isMe ? t('people.you', { name: label }) : label;
  return hands.has(person.id) ? t('people.handUp', { name }) : name;
}

export function Disc({ here, isUp }: { readonly here: Here; readonly isUp: boolean }) {
  return (
    <span className={styles.whoDisc}>
      <Avatar name={here.label} colour={here.person.colour} initials={here.initials} />
      {isUp && (
        <span className={styles.hand} aria-hidden="true">
          <Hand />
        </span>
      )}
    </span>
  );
}

/** Whose hands are up. */
export function useHands(board: FeatureView['board']): ReadonlySet<ParticipantId> {
  const { hands } = useSyncExternalStore(board.session.subscribe, board.session.state);
  return useMemo(() => new Set(hands.map(({ by }) => by)), [hands]);
}

function More({ count }: { readonly count: number }) {
  return (
    <span className={styles.more} aria-hidden="true">
      +{count}
    </span>
  );
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
