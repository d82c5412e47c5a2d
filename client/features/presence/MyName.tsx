// One's own name, changed where it is read.

import { type FormEvent, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { FeatureView } from '../feature.ts';
import styles from './MyName.module.css';

interface MyNameProps {
  readonly board: FeatureView['board'];
  /** What the field begins with. */
  readonly name: string;
  readonly onDone?: () => void;
}

export function MyName({ board, name, onDone }: MyNameProps) {
  const [typed, setTyped] = useState(name);
  const [stage, setStage] = useState<'resting' | 'busy' | 'failed'>('resting');
  const wanted = typed.trim();
  // The server's rule: at least one visible character.
  const isName = /[\p{L}\p{N}\p{S}\p{P}]/u.test(wanted);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isName || stage === 'busy') return;
    setStage('busy');
    const isDone = await board.renameMe(wanted);
    setStage(isDone ? 'resting' : 'failed');
    if (isDone) onDone?.();
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('name.yours')}
        value={typed}
        error={stage === 'failed' ? t('name.failed') : undefined}
        autoComplete="nickname"
        maxLength={limits.nameCharsMax}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" size="large" busy={stage === 'busy'} disabled={!isName || wanted === name}>
        {t('name.save')}
      </Button>
    </form>
  );
}
