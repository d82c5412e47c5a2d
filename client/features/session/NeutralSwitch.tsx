// Whoever leads can decide to take no side. It is asked once more, since nobody takes that back alone: the others rely on it.

import { useState } from 'react';
import { t } from '../../text/sessionViewWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from './fields.tsx';
import { takeNoSide } from './steer.ts';
import { type Board, useStanding } from './useSession.ts';

export function NeutralSwitch({ board }: { readonly board: Board }) {
  const { takesPart } = useStanding(board);
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <>
      <Switch
        label={t('session.neutral')}
        hint={
          takesPart ? t('session.neutralHint') : `${t('session.neutralHint')} ${t('session.neutralHolds')}`
        }
        checked={!takesPart}
        disabled={!takesPart}
        onChange={() => setAsked(true)}
      />
      {isAsked && (
        <Dialog
          open
          size="small"
          title={t('session.neutralTitle')}
          description={t('session.neutralHint')}
          footer={
            <>
              <Button autoFocus onClick={close}>
                {t('session.neutralNo')}
              </Button>
              <Button
                variant="solid"
                onClick={() => {
                  close();
                  takeNoSide(board);
                }}
              >
                {t('session.neutralYes')}
              </Button>
            </>
          }
          onClose={close}
        >
          <p>{t('session.neutralHolds')}</p>
        </Dialog>
      )}
    </>
  );
}
