// For those who lead: whose hands are up, in the order in which they went up, and lowering them.

import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/catalogue.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { RaisedHand } from '../../ui/RaisedHand.tsx';
import type { FeatureView } from '../feature.ts';
import { ask } from './deeds.ts';
import styles from './Guide.module.css';
import { useSessionState } from './lead.ts';

type Board = FeatureView['board'];

export function HandsChip({ view: { board } }: { readonly view: FeatureView }) {
  const here = useHere(board);
  const raised = useSessionState(board).hands.flatMap(({ by }) => board.session.person(by) ?? []);
  if (raised.length === 0) return null;
  return (
    <Popover
      label={t('guide.handsList')}
      trigger={
        <button type="button" className={styles.chipButton}>
          <RaisedHand aria-hidden="true" className={styles.raised} />
          <span className={styles.words}>
            {t('guide.hands', { count: raised.length })}: <bdi>{raised[0]?.name}</bdi>
            {raised.length > 1 && '…'}
          </span>
        </button>
      }
    >
      <h2 className={styles.heading}>{t('guide.handsList')}</h2>
      <ol className={styles.queue}>
        {raised.map(({ id, name, colour }) => (
          <li key={id} className={styles.queued}>
            <Avatar name={name} colour={colour} size="small" />
            <bdi className={styles.name}>{name}</bdi>
            {!here.has(id) && id !== board.me.id && (
              <span className={styles.soft}>{t('guide.handAway')}</span>
            )}
            <Button
              variant="quiet"
              aria-label={t('guide.lowerOf', { name })}
              onClick={() => void ask(board, 'hand.lower', { participant: id })}
            >
              {t('guide.lower')}
            </Button>
          </li>
        ))}
      </ol>
      {raised.length > 1 && (
        <Button onClick={() => void ask(board, 'hand.lower', {})}>{t('guide.lowerAll')}</Button>
      )}
    </Popover>
  );
}

/** Whoever else is here; the same set until somebody comes or goes. */
function useHere(board: Board): ReadonlySet<ParticipantId> {
  const kept = useRef<ReadonlySet<ParticipantId>>(new Set());
  const read = useCallback(() => {
    const now = new Set(board.presence.others().map(({ person }) => person.id));
    const isSame = now.size === kept.current.size && [...now].every((id) => kept.current.has(id));
    if (!isSame) kept.current = now;
    return kept.current;
  }, [board]);
  return useSyncExternalStore(
    useCallback((listener) => board.presence.subscribe(listener), [board]),
    read,
  );
}
