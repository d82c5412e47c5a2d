// For those who lead: who waits at the door.

import { DoorOpen } from 'lucide-react';
import { can } from '../../../shared/board/roles.ts';
import type { Waiting } from '../../../shared/features/session/state.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { ask } from './deeds.ts';
import styles from './Guide.module.css';
import { useSessionState } from './lead.ts';

export function LobbyChip({ view: { board } }: { readonly view: FeatureView }) {
  const { waiting } = useSessionState(board);
  const mayRefuse = can(useSignal(board.role), 'facilitate');
  if (waiting.length === 0) return null;
  const refuse = async ({ id, name }: Waiting) => {
    if (await ask(board, 'lobby.refuse', { participant: id })) toast({ text: t('guide.refused', { name }) });
  };
  return (
    <Popover
      label={t('guide.waitingList')}
      trigger={
        <button type="button" className={styles.chipButton}>
          <DoorOpen aria-hidden="true" />
          <span className={styles.words}>{t('guide.waiting', { count: waiting.length })}</span>
        </button>
      }
    >
      <h2 className={styles.heading}>{t('guide.waitingList')}</h2>
      <ul className={styles.queue}>
        {waiting.map((one) => (
          <li key={one.id} className={styles.queued}>
            <bdi className={styles.name}>{one.name}</bdi>
            {mayRefuse && (
              <Button
                variant="quiet"
                aria-label={t('guide.refuseOf', { name: one.name })}
                onClick={() => void refuse(one)}
              >
                {t('guide.refuse')}
              </Button>
            )}
            <Button
              aria-label={t('guide.admitOf', { name: one.name })}
              onClick={() => void ask(board, 'lobby.admit', { participant: one.id })}
            >
              {t('guide.admit')}
            </Button>
          </li>
        ))}
      </ul>
      {waiting.length > 1 && (
        <Button variant="solid" onClick={() => void ask(board, 'lobby.admit', {})}>
          {t('guide.admitAll')}
        </Button>
      )}
    </Popover>
  );
}
