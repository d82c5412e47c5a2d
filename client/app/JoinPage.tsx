// Asks a guest for a name, once.

import { type FormEvent, useLayoutEffect, useState } from 'react';
import { limits } from '../../shared/board/limits.ts';
import { t } from '../text/catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Mark } from './Mark.tsx';
import styles from './pages.module.css';
import { useSurroundings } from './surroundings.ts';
import { typedLine } from './typedOnTheWay.ts';

export interface JoinPageProps {
  readonly busy: boolean;
  readonly onJoin: (name: string) => void;
}

export function JoinPage({ busy, onJoin }: JoinPageProps) {
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const { typed } = useSurroundings();

  function enter(called: string) {
    // The server's rule: at least one visible character.
    if (/[\p{L}\p{N}\p{S}\p{P}]/u.test(called)) onJoin(called.trim());
    else setMissing(true);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    enter(name);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field has just come.
  useLayoutEffect(() => {
    const { line, isEntered } = typedLine(typed.take());
    if (line !== '') setName(line);
    if (isEntered) enter(line);
  }, [typed]);

  return (
    <main className={styles.narrow}>
      <Mark />
      <Card className={styles.card}>
        <h1 className={styles.heading}>{t('join.title')}</h1>
        <p className={styles.lead}>{t('join.text')}</p>
        <form className={styles.form} onSubmit={submit}>
          <TextField
            label={t('join.name')}
            value={name}
            error={missing ? t('join.nameMissing') : undefined}
            autoComplete="nickname"
            autoFocus
            maxLength={limits.nameCharsMax}
            onChange={(event) => {
              setName(event.target.value);
              setMissing(false);
            }}
          />
          <Button type="submit" variant="solid" size="large" busy={busy}>
            {t('join.enter')}
          </Button>
        </form>
      </Card>
    </main>
  );
}
