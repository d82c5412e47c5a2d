// The window from which a board is gone on with: what the next session is called, and what comes along.

import { type FormEvent, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { isOpenAction } from '../../../shared/features/actionItems/actionItems.ts';
import { t } from '../../text/actionItemWords.ts';
import { textLocales } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './ActionItems.module.css';
import { actionItemsHere } from './here.ts';
import { go, makeNext } from './series.ts';

export default function NextSession({ board }: FeatureView) {
  const { items, series, makesNext } = actionItemsHere(board);
  const open = useSignal(items).filter(isOpenAction).length;
  const { next } = useSignal(series);
  const [title, setTitle] = useState(() => nextTitle(board.session.title() ?? '', board.serverNow()));
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const close = () => makesNext.set(false);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '' || isBusy) return;
    setBusy(true);
    const { made, refused = {} } = await makeNext(board, title.trim());
    setBusy(false);
    if (made === undefined) return setTrouble(t('actionItem.failed', { why: whyNot(refused) }));
    close();
    go(made.board.id, made.keys.facilitator);
  };
  return (
    <Dialog open size="small" title={t('series.title')} description={t('series.text')} onClose={close}>
      <form className={styles.form} onSubmit={(event) => void make(event)}>
        <TextField
          label={t('series.name')}
          value={title}
          maxLength={limits.titleCharsMax}
          required
          autoFocus
          error={trouble}
          onChange={({ target }) => setTitle(target.value)}
        />
        <p className={styles.soft}>{t('series.open', { count: open })}</p>
        {next !== null && <p className={styles.soft}>{t('series.already', { title: next.title })}</p>}
        <div className={styles.buttons}>
          <Button variant="quiet" onClick={close}>
            {t('actionItem.cancel')}
          </Button>
          <Button variant="solid" type="submit" busy={isBusy} disabled={title.trim() === ''}>
            {t('series.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** `Retro, 22 November` becomes the same with the day it is. */
function nextTitle(title: string, now: number): string {
  const day = new Intl.DateTimeFormat(textLocales(), { day: 'numeric', month: 'long' }).format(now);
  const name = title.replace(/, [^,]{3,20}$/u, '').slice(0, limits.titleCharsMax - day.length - 2);
  return name === '' ? day : `${name}, ${day}`;
}
