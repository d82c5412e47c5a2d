// One decision as everybody reads it, with the button by which they confirm it.

import { Check, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Decision } from '../../../shared/features/decisions/decisions.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/resultWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './Decisions.module.css';
import { mayConfirm } from './mayRecord.ts';
import { ballotTitleOf, dayText, namesText } from './words.ts';

interface DecisionCardProps {
  readonly board: OpenBoard;
  readonly decision: Decision;
  /** It has just been written here. */
  readonly takesFocus: boolean;
  /** null for those who may not. */
  readonly onChange: (() => void) | null;
}

export function DecisionCard({ board, decision, takesFocus, onChange }: DecisionCardProps) {
  const { text, why, against, confidence, reviewAt, ballot, by, at } = decision;
  useSyncExternalStore(board.session.subscribe, board.session.people);
  const title = ballot === null ? null : ballotTitleOf(board, ballot);
  const isDue = reviewAt !== null && reviewAt <= board.serverNow();
  return (
    <article className={styles.card}>
      <h3 className={styles.text} dir="auto">
        {text}
      </h3>
      <Said label={t('decision.why')}>{why}</Said>
      <Said label={t('decision.against')}>{against}</Said>
      <ul className={styles.facts}>
        {title !== null && <li>{t('decision.of', { title })}</li>}
        {confidence !== null && <li>{t(`decision.sure.${confidence}`)}</li>}
        {reviewAt !== null && (
          <li className={isDue ? styles.due : undefined}>
            {t(isDue ? 'decision.reviewDue' : 'decision.reviewAt', { date: dayText(reviewAt) })}
          </li>
        )}
        <li>{t('decision.by', { name: board.session.person(by)?.name ?? '–', date: dayText(at) })}</li>
      </ul>
      <Confirming board={board} decision={decision} takesFocus={takesFocus} />
      {onChange !== null && <Editing board={board} decision={decision} onChange={onChange} />}
    </article>
  );
}

function Said({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === '') return null;
  return (
    <div className={styles.said}>
      <h4>{label}</h4>
      <p dir="auto">{children}</p>
    </div>
  );
}

function Confirming({ board, decision, takesFocus }: Omit<DecisionCardProps, 'onChange'>) {
  const [isBusy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { id, text, confirmedBy } = decision;
  const isMine = confirmedBy.includes(board.me.id);
  // It may have been here before the server answered that it is.
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const confirm = async () => {
    setBusy(true);
    const answer = await board.runCommand('decision.confirm', { decision: id, confirmed: !isMine });
    setBusy(false);
    if (!answer.ok) toast({ tone: 'trouble', text: t('decision.failed', { why: whyNot(answer) }) });
  };
  return (
    <div className={styles.confirming}>
      {mayConfirm(board) && (
        <Button
          ref={button}
          variant={isMine ? 'soft' : 'solid'}
          {...(isMine && { icon: <Check size={16} /> })}
          aria-pressed={isMine}
          aria-label={t('decision.confirmOf', { decision: text })}
          aria-busy={isBusy}
          onClick={() => void confirm()}
        >
          {t('decision.confirm')}
        </Button>
      )}
      <p className={styles.soft} role="status">
        {t('decision.confirmedBy', { count: confirmedBy.length, names: namesText(board, confirmedBy) })}
      </p>
    </div>
  );
}

interface EditingProps {
  readonly board: OpenBoard;
  readonly decision: Decision;
  readonly onChange: () => void;
}

function Editing({ board, decision: { id, text }, onChange }: EditingProps) {
  const [isSure, setSure] = useState(false);
  const remove = async () => {
    const answer = await board.runCommand('decision.remove', { decision: id });
    if (!answer.ok) toast({ tone: 'trouble', text: t('decision.failed', { why: whyNot(answer) }) });
  };
  if (isSure)
    return (
      <div className={styles.buttons}>
        <p className={styles.soft}>{t('decision.remove.sure')}</p>
        <Button variant="quiet" autoFocus onClick={() => setSure(false)}>
          {t('decision.remove.no')}
        </Button>
        <Button variant="danger" onClick={() => void remove()}>
          {t('decision.remove.yes')}
        </Button>
      </div>
    );
  return (
    <div className={styles.buttons}>
      <IconButton label={t('decision.edit', { decision: text })} icon={<Pencil />} onClick={onChange} />
      <IconButton
        label={t('decision.remove', { decision: text })}
        icon={<Trash2 />}
        onClick={() => setSure(true)}
      />
    </div>
  );
}
