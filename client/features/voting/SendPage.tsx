// The link to the page for one vote, to be sent to people: with the least right that votes.

import { Send } from 'lucide-react';
import { useState } from 'react';
import type { Ballot } from '../../../shared/features/voting/ballot.ts';
import type { BoardInfo } from '../../../shared/protocol/api.ts';
import { t } from '../../text/votingPageWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LinkField } from '../../ui/LinkField.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './SendPage.module.css';

interface SendPageProps {
  readonly board: FeatureView['board'];
  readonly ballot: Pick<Ballot, 'id'>;
}

export function SendPage({ board, ballot }: SendPageProps) {
  const [isOpen, setOpen] = useState(false);
  const info = useSignal(board.info);
  const link = linkTo(info, ballot.id);
  // Whoever may hand on no link that votes is offered none.
  if (link === null) return null;
  return (
    <>
      <Button icon={<Send />} className={styles.open} onClick={() => setOpen(true)}>
        {t('votingPage.send')}
      </Button>
      <Dialog
        open={isOpen}
        title={t('votingPage.send')}
        description={t('votingPage.send.text')}
        onClose={() => setOpen(false)}
      >
        <div className={styles.ways}>
          {info.reach === 'loopback' && <p className={styles.only}>{t('votingPage.send.only')}</p>}
          <LinkField link={link} label={t('votingPage.send.link')} />
          <QrCode text={link} label={t('votingPage.send.qr')} />
        </div>
      </Dialog>
    </>
  );
}

function linkTo({ links }: BoardInfo, ballot: string): string | null {
  const link = links.commenter ?? links.editor;
  if (link === undefined || !URL.canParse(link)) return null;
  const url = new URL(link);
  url.pathname = `${url.pathname}/vote/${ballot}`;
  return url.href;
}
