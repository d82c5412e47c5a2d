// Asks for the workspace key, and whether this device may keep it.

import { type FormEvent, useState } from 'react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './HomePage.module.css';

interface KeyFormProps {
  readonly text: string;
  readonly action: string;
  readonly error: string | undefined;
  readonly busy: boolean;
  readonly onKey: (key: string, forGood: boolean) => void;
}

export function KeyForm({ text, action, error, busy, onKey }: KeyFormProps) {
  const [key, setKey] = useState('');
  const [forGood, setForGood] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (key.trim() !== '') onKey(key.trim(), forGood);
  }
  return (
    <form className={styles.keyForm} onSubmit={submit}>
      <p className={styles.soft}>{text}</p>
      <TextField
        label={t('workspace.key')}
        type="password"
        value={key}
        error={error}
        autoComplete="off"
        autoFocus
        dir="ltr"
        onChange={(event) => setKey(event.target.value)}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={forGood} onChange={(event) => setForGood(event.target.checked)} />
        {t('workspace.keep')}
      </label>
      <Button type="submit" variant="solid" size="large" busy={busy}>
        {action}
      </Button>
    </form>
  );
}
