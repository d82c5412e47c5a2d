// Writing a decision down, or changing one: what, why, what spoke against it, how sure everybody is, when to look at it again.

import { type FormEvent, useId, useState } from 'react';
import {
  type Confidence,
  confidences,
  type Decision,
  decisionLimits,
} from '../../../shared/features/decisions/decisions.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/resultWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Decisions.module.css';
import { ballotTitleOf, dayField, dayOf } from './words.ts';

interface DecisionFormProps {
  readonly board: OpenBoard;
  /** What is filled in: a result, or nothing. */
  readonly start: Pick<Decision, 'text' | 'ballot'>;
  /** The one that is changed; without it a new one is made. */
  readonly decision?: Decision;
  /** With the id of what was written; null for nothing. */
  readonly onDone: (id: string | null) => void;
}

export function DecisionForm({ board, start, decision, onDone }: DecisionFormProps) {
  const heading = useId();
  const [text, setText] = useState(start.text);
  const [why, setWhy] = useState(decision?.why ?? '');
  const [against, setAgainst] = useState(decision?.against ?? '');
  const [confidence, setConfidence] = useState<Confidence | null>(decision?.confidence ?? null);
  const [day, setDay] = useState(dayField(decision?.reviewAt ?? null));
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const title = start.ballot === null ? null : ballotTitleOf(board, start.ballot);
  const isAskedAnew =
    decision !== undefined && decision.confirmedBy.length > 0 && text.trim() !== decision.text;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || isBusy) return;
    setBusy(true);
    const said = { text, why, against, confidence, reviewAt: dayOf(day), ballot: start.ballot };
    const answer = await board.runCommand(
      'decision.record',
      decision === undefined ? said : { ...said, decision: decision.id },
    );
    setBusy(false);
    if (!answer.ok) return setTrouble(t('decision.failed', { why: whyNot(answer) }));
    const { decision: id = null } = Object(answer.data) as { decision?: unknown };
    onDone(typeof id === 'string' ? id : null);
  };
  const area = { rows: 3, maxLength: decisionLimits.textCharsMax };
  return (
    <form className={styles.form} aria-labelledby={heading} onSubmit={(event) => void save(event)}>
      <h3 id={heading} className={styles.heading}>
        {t(decision === undefined ? 'decision.new' : 'decision.change')}
      </h3>
      {title !== null && <p className={styles.soft}>{t('decision.of', { title })}</p>}
      <TextArea
        label={t('decision.text')}
        placeholder={t('decision.text.example')}
        {...area}
        value={text}
        required
        autoFocus
        hint={isAskedAnew ? t('decision.cleared') : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <TextArea
        label={t('decision.why')}
        {...area}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <TextArea
        label={t('decision.against')}
        placeholder={t('decision.against.example')}
        {...area}
        value={against}
        onChange={({ target }) => setAgainst(target.value)}
      />
      <label className={styles.field}>
        <span>{t('decision.confidence')}</span>
        <select
          className={styles.select}
          value={confidence ?? ''}
          onChange={({ target }) => setConfidence(confidences.find((each) => each === target.value) ?? null)}
        >
          {[null, ...confidences].map((each) => (
            <option key={each} value={each ?? ''}>
              {t(`decision.confidence.${each ?? 'none'}`)}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={t('decision.review')}
        hint={t('decision.review.hint')}
        type="date"
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      {trouble !== null && (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={() => onDone(null)}>
          {t('decision.cancel')}
        </Button>
        <Button variant="solid" type="submit" busy={isBusy} disabled={text.trim() === ''}>
          {t(decision === undefined ? 'decision.save' : 'decision.saveChange')}
        </Button>
      </div>
    </form>
  );
}
