// Stands where a part of the page could not be fetched, and says what helps.

import { useEffect, useState } from 'react';
import { t } from '../text/catalogue.ts';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import styles from './MissingPart.module.css';

const askEveryMs = 3_000;

interface MissingPartProps {
  /** The server was away and answers again. */
  readonly onBack: () => void;
}

export function MissingPart({ onBack }: MissingPartProps) {
  const [open, setOpen] = useState(true);
  const answers = useServerAnswers(onBack);
  if (!open || answers === null) return null;
  return <MissingNotice answers={answers} onClose={() => setOpen(false)} />;
}

interface MissingNoticeProps {
  /** The server does, so this page is of another version. */
  readonly answers: boolean;
  readonly onClose: () => void;
}

export function MissingNotice({ answers, onClose }: MissingNoticeProps) {
  return (
    <Card role="alert" className={styles.missing}>
      <p className={styles.text}>{t(answers ? 'missing.newer' : 'missing.away')}</p>
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={onClose}>
          {t('ui.close')}
        </Button>
        {/* Without a server the page might not come back. */}
        {answers && (
          <Button variant="solid" onClick={() => location.reload()}>
            {t('trouble.reload')}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** null until it is known. */
function useServerAnswers(onBack: () => void): boolean | null {
  const [answers, setAnswers] = useState<boolean | null>(null);
  useEffect(() => {
    let isOver = false;
    let wasAway = false;
    let timer = 0;
    const ask = async () => {
      const isThere = await serverAnswers();
      if (isOver) return;
      if (isThere && wasAway) return onBack();
      wasAway = !isThere;
      setAnswers(isThere);
      if (wasAway) timer = window.setTimeout(ask, askEveryMs);
    };
    void ask();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [onBack]);
  return answers;
}

function serverAnswers(): Promise<boolean> {
  return fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
