// The window about the board's webhook: set it, try it, see how the last message fared, remove it.

import { useId, useState } from 'react';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/webhookWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { useWebhook, type WebhookDesk } from './useWebhook.ts';
import styles from './Webhook.module.css';
import { type Saved, WebhookForm } from './WebhookForm.tsx';

interface WebhookDialogProps {
  readonly board: OpenBoard;
  readonly onClose: () => void;
}

export default function WebhookDialog({ board, onClose }: WebhookDialogProps) {
  const desk = useWebhook(board);
  const online = useSignal(board.online);
  const [asksSure, setAsksSure] = useState(false);
  const [saved, setSaved] = useState<Saved>(null);
  const formId = useId();
  const { state, busy, trouble } = desk;
  const isSet = state !== undefined && state.target !== null;
  const isAway = !online || busy !== null;

  const remove = async () => {
    if (!(await desk.run('remove'))) return;
    toast({ text: t('webhook.removed') });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('webhook.title')}
      description={t('webhook.text')}
      onClose={onClose}
      footer={
        state !== undefined && (
          <>
            {isSet && !asksSure && (
              <span className={styles.first}>
                <Button variant="quiet" disabled={isAway} onClick={() => setAsksSure(true)}>
                  {t('webhook.remove')}
                </Button>
              </span>
            )}
            {saved !== null && (
              <span role="status" className={styles.saved}>
                {t('webhook.saved')}
              </span>
            )}
            <Button type="submit" form={formId} variant="solid" busy={busy === 'set'} disabled={isAway}>
              {t('webhook.save')}
            </Button>
          </>
        )
      }
    >
      {state === undefined ? (
        <p className={styles.soft} role="status">
          {trouble === null ? t('webhook.loading') : trouble.text}
        </p>
      ) : (
        <div className={styles.form}>
          <WebhookForm
            key={String(state.target?.setAt)}
            desk={desk}
            id={formId}
            page={pageOf(board)}
            now={board.serverNow()}
            saved={saved}
            onSaved={setSaved}
          />
          {asksSure && (
            <SureToRemove desk={desk} onYes={() => void remove()} onNo={() => setAsksSure(false)} />
          )}
          {trouble !== null && trouble.deed !== 'set' && (
            <p role="alert" className={styles.trouble}>
              {trouble.text}
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}

function SureToRemove(props: {
  readonly desk: WebhookDesk;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { desk, onYes, onNo } = props;
  return (
    <section className={styles.sure} aria-label={t('webhook.remove')}>
      <p>{t('webhook.removeSure')}</p>
      <div className={styles.row}>
        <Button variant="danger" busy={desk.busy === 'remove'} onClick={onYes}>
          {t('webhook.removeYes')}
        </Button>
        <Button autoFocus onClick={onNo}>
          {t('webhook.removeNo')}
        </Button>
      </div>
    </section>
  );
}

/** As the server writes it into links, without the key behind the `#`. */
function pageOf(board: OpenBoard): string {
  const { links } = board.info.get();
  return (links.viewer ?? links.editor ?? '').split('#')[0] ?? '';
}
