// The panel of decisions: all that were made, the newest first, each to be confirmed; and the form for a new one.

import { useState } from 'react';
import { t } from '../../text/resultWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { decisionsOf, wantedDecision } from '../../votes/decisionDesk.ts';
import type { FeatureView } from '../feature.ts';
import { DecisionCard } from './DecisionCard.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './Decisions.module.css';
import { mayRecord } from './mayRecord.ts';

export default function DecisionsPanel({ board }: FeatureView) {
  const all = useSignal(decisionsOf(board.docs.session));
  const wanted = useSignal(wantedDecision(board));
  useSignal(board.role);
  const [changing, setChanging] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const writes = mayRecord(board);
  const close = () => {
    wantedDecision(board).set(null);
    board.panel.set(null);
  };
  const record = () => wantedDecision(board).set({ ballot: null, text: '' });
  const isWriting = wanted !== null && writes;
  return (
    <Panel
      takesFocus
      title={t('decision.title')}
      onClose={close}
      footer={
        writes && !isWriting ? (
          <div className={styles.footer}>
            <Button variant="solid" onClick={record}>
              {t('decision.new')}
            </Button>
          </div>
        ) : undefined
      }
    >
      <div className={styles.panel}>
        {isWriting && (
          <DecisionForm
            board={board}
            start={wanted}
            onDone={(id) => {
              setLast(id);
              wantedDecision(board).set(null);
            }}
          />
        )}
        {all.length === 0 && !isWriting && (
          <div className={styles.empty}>
            <p>{t('decision.empty')}</p>
            {writes && <p>{t('decision.emptyHint')}</p>}
          </div>
        )}
        <ol className={styles.list}>
          {[...all].reverse().map((decision) => (
            <li key={decision.id}>
              {changing === decision.id && writes ? (
                <DecisionForm
                  board={board}
                  start={decision}
                  decision={decision}
                  onDone={() => {
                    setLast(decision.id);
                    setChanging(null);
                  }}
                />
              ) : (
                <DecisionCard
                  board={board}
                  decision={decision}
                  takesFocus={decision.id === last}
                  onChange={writes ? () => setChanging(decision.id) : null}
                />
              )}
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  );
}
