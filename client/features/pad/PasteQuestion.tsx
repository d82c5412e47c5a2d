// Asks once, below the idea, what pasted lines shall become. Steered from the field, which keeps the focus.

import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { Keys } from '../../ui/Keys.tsx';
import styles from './Held.module.css';
import type { PastedQuestion } from './usePastedLines.ts';

interface PasteQuestionProps {
  readonly question: PastedQuestion;
  readonly onTake: (each: boolean) => void;
}

export function PasteQuestion({ question: { count, each }, onTake }: PasteQuestionProps) {
  const answer = (isEach: boolean, words: string) => (
    <button
      type="button"
      tabIndex={-1}
      aria-pressed={each === isEach}
      className={cx(styles.answer, each === isEach && styles.chosen)}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(isEach)}
    >
      {words}
      <Keys keys={each === isEach ? 'enter' : isEach ? 'right' : 'escape'} />
    </button>
  );
  return (
    <fieldset className={styles.question} aria-label={t('pad.pasted', { count })}>
      <p role="status">{t('pad.pasted', { count })}</p>
      {answer(true, t('pad.oneEach'))}
      {answer(false, t('pad.keepOne'))}
    </fieldset>
  );
}
