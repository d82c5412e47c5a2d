// What the facilitator says before everything else. Kept while it is written; the preview shows it at once.

import { useEffect, useRef, useState } from 'react';
import { forewordCharsMax, forewordText } from '../../../shared/features/summary/story.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/summaryWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './Summary.module.css';

const pauseMs = 700;

interface ForewordProps {
  readonly board: OpenBoard;
  /** As the board has it. */
  readonly kept: string;
  readonly onWrite: (text: string) => void;
}

export function Foreword({ board, kept, onWrite }: ForewordProps) {
  const [text, setText] = useState(kept);
  const [trouble, setTrouble] = useState<string>();
  const field = useRef({ text: kept, sent: kept, cancel: () => {} });
  const { scheduler } = board.editor.env;

  const send = () => {
    const now = field.current;
    now.cancel();
    const wanted = forewordText(now.text);
    if (wanted === now.sent) return;
    now.sent = wanted;
    void board.runCommand('summary.set', { foreword: wanted }).then((answer) => {
      setTrouble(answer.ok ? undefined : t('summary.notKept', { why: whyNot(answer) }));
      if (!answer.ok) now.sent = kept;
    });
  };
  const latest = useRef(send);
  latest.current = send;
  // What was written right before the window closed is kept, too.
  useEffect(() => () => latest.current(), []);

  // Somebody else wrote it, and I am not in the midst of doing so.
  useEffect(() => {
    const now = field.current;
    if (kept === now.sent || forewordText(now.text) !== now.sent) return;
    Object.assign(now, { text: kept, sent: kept });
    setText(kept);
  }, [kept]);

  const write = (next: string) => {
    const now = field.current;
    now.text = next;
    setText(next);
    onWrite(next);
    now.cancel();
    now.cancel = scheduler.after(pauseMs, () => latest.current());
  };
  return (
    <div className={styles.foreword}>
      <TextArea
        label={t('summary.foreword')}
        placeholder={t('summary.forewordExample')}
        hint={t('summary.forewordHint')}
        error={trouble}
        rows={2}
        maxLength={forewordCharsMax}
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={send}
      />
    </div>
  );
}
