// Closing a ballot, or calling off one that is announced: asked once more, because it cannot be taken back. In the bar over the
// wall and in the panel.

import { useState } from 'react';
import { type Ballot, isAnnounced } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/resultWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import styles from './VotingBar.module.css';

interface CountingProps {
  readonly board: FeatureView['board'];
  readonly ballot: Ballot;
  /** Nothing is waited for any more. */
  readonly isTime: boolean;
}

export function Counting({ board, ballot, isTime }: CountingProps) {
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const count = async () => {
    setBusy(true);
    const answer = await board.runCommand('ballot.close', { ballot: ballot.id });
    setBusy(false);
    setSure(false);
    if (!answer.ok) toast({ tone: 'trouble', text: t('voting.why.close', { why: whyNot(answer) }) });
  };
  const comes = isAnnounced(ballot);
  if (!isSure)
    return (
      <Button variant={isTime && !comes ? 'solid' : 'soft'} onClick={() => setSure(true)}>
        {t(comes ? 'ballot.callOff' : 'voting.close')}
      </Button>
    );
  return (
    <div className={styles.sure}>
      <p>{t(comes ? 'ballot.callOff.sure' : 'voting.close.sure')}</p>
      <Button variant="quiet" onClick={() => setSure(false)}>
        {t('voting.close.wait')}
      </Button>
      <Button variant="solid" autoFocus busy={isBusy} onClick={() => void count()}>
        {t(comes ? 'ballot.callOff.yes' : 'voting.close.yes')}
      </Button>
    </div>
  );
}
