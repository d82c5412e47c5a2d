// The window about the live feed: what it is, the link while it is fresh, how to use it, and how to end it.

import { useState } from 'react';
import type { FeedState } from '../../../shared/features/feed/feed.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t, textLocales } from '../../text/feedWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LinkField } from '../../ui/LinkField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import styles from './Feed.module.css';
import { type FeedDesk, useFeed } from './useFeed.ts';

interface FeedDialogProps {
  readonly board: OpenBoard;
  readonly onClose: () => void;
}

export default function FeedDialog({ board, onClose }: FeedDialogProps) {
  const desk = useFeed(board);
  const online = useSignal(board.online);
  const [asks, setAsks] = useState<'create' | 'revoke' | null>(null);
  const { state, busy, trouble, fresh } = desk;
  const link = state?.link ?? null;
  const isAway = !online || busy !== null;

  const does = async (deed: 'create' | 'revoke') => {
    if (!(await desk.run(deed))) return;
    setAsks(null);
    if (deed === 'create') return;
    toast({ text: t('feed.revoked') });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('feed.title')}
      description={t('feed.text')}
      onClose={onClose}
      {...(state !== undefined &&
        asks === null && {
          footer: (
            <>
              {link !== null && (
                <span className={styles.first}>
                  <Button variant="quiet" disabled={isAway} onClick={() => setAsks('revoke')}>
                    {t('feed.revoke')}
                  </Button>
                </span>
              )}
              {link === null ? (
                <Button
                  variant="solid"
                  busy={busy === 'create'}
                  disabled={isAway}
                  onClick={() => void does('create')}
                >
                  {t('feed.create')}
                </Button>
              ) : (
                <Button disabled={isAway} onClick={() => setAsks('create')}>
                  {t('feed.renew')}
                </Button>
              )}
            </>
          ),
        })}
    >
      <div className={styles.body}>
        {state === undefined && trouble === null && (
          <p className={styles.soft} role="status">
            {t('feed.loading')}
          </p>
        )}
        {state !== undefined && link === null && <p className={styles.soft}>{t('feed.none')}</p>}
        {link !== null && (fresh === null ? <OldLink link={link} /> : <FreshLink address={fresh} />)}
        {asks !== null && (
          <Sure desk={desk} deed={asks} onYes={() => void does(asks)} onNo={() => setAsks(null)} />
        )}
        {trouble !== null && (
          <p role="alert" className={styles.trouble}>
            {trouble}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Nobody knows the whole of it any more: it can be ended, or replaced. */
function OldLink({ link }: { readonly link: NonNullable<FeedState['link']> }) {
  const { ending, madeAt, usedAt } = link;
  return (
    <div className={styles.box}>
      <p>{t('feed.exists', { ending })}</p>
      <p className={styles.soft}>
        {t('feed.made', { when: moment(madeAt) })}{' '}
        {usedAt === null ? t('feed.unused') : t('feed.used', { when: moment(usedAt) })}
      </p>
      <p className={styles.soft}>{t('feed.forgotten')}</p>
    </div>
  );
}

function FreshLink({ address }: { readonly address: string }) {
  const csv = `${address}/ideas.csv`;
  return (
    <>
      <p className={styles.once}>{t('feed.once')}</p>
      <section className={styles.way}>
        <h3>{t('feed.sheets')}</h3>
        <p className={styles.soft}>{t('feed.sheetsHow')}</p>
        <LinkField link={`=IMPORTDATA("${csv}")`} label={t('feed.sheetsLabel')} />
      </section>
      <section className={styles.way}>
        <h3>{t('feed.excel')}</h3>
        <p className={styles.soft}>{t('feed.excelHow')}</p>
        <LinkField link={csv} label={t('feed.excelLabel')} />
      </section>
      <section className={styles.way}>
        <h3>{t('feed.programs')}</h3>
        <p className={styles.soft}>{t('feed.programsHow')}</p>
        <LinkField link={`${address}/ideas.json`} label={t('feed.jsonLabel')} />
        <LinkField link={`${address}/ideas.md`} label={t('feed.mdLabel')} />
      </section>
    </>
  );
}

function Sure(props: {
  readonly desk: FeedDesk;
  readonly deed: 'create' | 'revoke';
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { desk, deed, onYes, onNo } = props;
  const isEnd = deed === 'revoke';
  return (
    <section className={styles.box} aria-label={t(isEnd ? 'feed.revoke' : 'feed.renew')}>
      <p>{t(isEnd ? 'feed.revokeSure' : 'feed.renewSure')}</p>
      <div className={styles.row}>
        <Button variant={isEnd ? 'danger' : 'solid'} busy={desk.busy !== null} onClick={onYes}>
          {t(isEnd ? 'feed.revokeYes' : 'feed.renewYes')}
        </Button>
        <Button autoFocus onClick={onNo}>
          {t('feed.keep')}
        </Button>
      </div>
    </section>
  );
}

function moment(ms: number): string {
  return new Intl.DateTimeFormat(textLocales(), { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}
