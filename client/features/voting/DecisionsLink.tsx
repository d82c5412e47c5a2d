// The way from the votes to what was decided.

import { Gavel } from 'lucide-react';
import { t } from '../../text/resultWords.ts';
import { Button } from '../../ui/Button.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { decisionsOf, decisionsPanel } from '../../votes/decisionDesk.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Results.module.css';

export function DecisionsLink({ board }: { readonly board: FeatureView['board'] }) {
  const count = useSignal(decisionsOf(board.docs.session)).length;
  return (
    <div className={styles.toDecisions}>
      <Button variant="quiet" icon={<Gavel size={16} />} onClick={() => board.panel.set(decisionsPanel)}>
        {count === 0 ? t('decision.title') : `${t('decision.title')} (${count})`}
      </Button>
    </div>
  );
}
