// Reminding those who have not voted, in the chat channel that the board's webhook leads to; or why that cannot be done. Nobody
// learns from it who has voted.

import { BellRing } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Ballot } from '../../../shared/features/voting/ballot.ts';
import { t } from '../../text/resultWords.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import styles from './Results.module.css';
import { whenText } from './when.ts';
import { whyNoVote } from './whyNoVote.ts';

interface RemindProps {
  readonly board: FeatureView['board'];
  readonly ballot: Ballot;
}

/** `unknown`: whoever only steers is not told, and may try. */
type Reach = 'yes' | 'none' | 'unwanted' | 'unknown';

export function Remind({ board, ballot }: RemindProps) {
  const reach = useReach(board);
  const [isBusy, setBusy] = useState(false);
  const remind = async () => {
    setBusy(true);
    const answer = await board.runCommand('ballot.remind', { ballot: ballot.id });
    setBusy(false);
    toast(
      answer.ok
        ? { text: t('ballot.remind.done') }
        : { tone: 'trouble', text: t('ballot.remind.not', { why: whyNoVote(answer) }) },
    );
  };
  if (reach === null) return null;
  if (reach === 'none' || reach === 'unwanted')
    return <p className={styles.facts}>{t(`ballot.remind.${reach}`)}</p>;
  return (
    <div className={styles.actions}>
      <Button variant="soft" icon={<BellRing size={16} />} busy={isBusy} onClick={() => void remind()}>
        {t('ballot.remind')}
      </Button>
      {ballot.remindedAt !== null && (
        <span className={styles.facts}>
          {t('ballot.remind.last', { time: whenText(ballot.remindedAt, board.serverNow()) })}
        </span>
      )}
    </div>
  );
}

/** null until the server has said. */
function useReach(board: FeatureView['board']): Reach | null {
  const [reach, setReach] = useState<Reach | null>(null);
  useEffect(() => {
    let isGone = false;
    void board.runCommand('webhook.state', {}).then((answer) => {
      if (!isGone) setReach(answer.ok ? reachOf(answer.data) : 'unknown');
    });
    return () => {
      isGone = true;
    };
  }, [board]);
  return reach;
}

function reachOf(state: unknown): Reach {
  const { target = null } = Object(state) as { target?: { events?: unknown } | null };
  if (target === null) return 'none';
  const { events } = target;
  return Array.isArray(events) && events.includes('ballot.reminder') ? 'yes' : 'unwanted';
}
