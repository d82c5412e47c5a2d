// A comment that has not come back from the server yet, and what can be done about one that was refused.

import { t } from '../../text/catalogue.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Comment.module.css';
import { CommentText } from './CommentText.tsx';
import type { Outbox, Pending } from './outbox.ts';
import { reasonOf } from './useTalk.ts';
import type { Voices } from './voices.ts';

interface PendingViewProps {
  readonly board: FeatureView['board'];
  readonly outbox: Outbox;
  readonly pending: Pending;
  readonly voices: Voices;
}

export function PendingView({ board, outbox, pending, voices }: PendingViewProps) {
  const { letter, state } = pending;
  const online = useSignal(board.online);
  const { id, name, colour } = board.me;
  const isOffline = !online && state.kind !== 'refused';
  return (
    <>
      <div className={styles.byline}>
        <Avatar name={name} colour={colour} size="small" />
        <span className={styles.who}>
          <strong dir="auto">{t('talk.you', { name: voices.of(id)?.label ?? name })}</strong>
          {!isOffline && state.kind !== 'refused' && <span>{t('talk.sending')}</span>}
        </span>
      </div>
      <div className={styles.unsent}>
        <CommentText text={letter.text} voices={voices} me={id} />
      </div>
      {isOffline && (
        <p className={styles.state} role="status">
          {t('talk.notSent')}
        </p>
      )}
      {state.kind === 'refused' && (
        <div className={styles.refused} role="alert">
          <p>{t('talk.refused', { why: reasonOf(state) })}</p>
          <Button onClick={() => outbox.tryAgain(letter.id)}>{t('talk.again')}</Button>
          <Button
            variant="quiet"
            onClick={() =>
              void copyText(letter.text).then((done) => done && toast({ text: t('talk.copied') }))
            }
          >
            {t('talk.copy')}
          </Button>
          <Button variant="quiet" onClick={() => outbox.drop(letter.id)}>
            {t('talk.drop')}
          </Button>
        </div>
      )}
    </>
  );
}
