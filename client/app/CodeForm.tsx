// Joining with a short code somebody read out.

import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { limits } from '../../shared/board/limits.ts';
import { parseShortCode } from '../../shared/lib/ids.ts';
import { t } from '../text/catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { boardPath } from './address.ts';
import styles from './pages.module.css';
import { useSurroundings } from './surroundings.ts';

/** `label` instead of the plain word. */
export function CodeForm({ label }: { readonly label?: string }) {
  const { api } = useSurroundings();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const code = parseShortCode(typed, limits.shortCodeChars);
    if (code === null) return setError(t('home.codeWrong'));
    setBusy(true);
    const found = await api.findCode(code);
    setBusy(false);
    if (found.ok) return navigate(boardPath(found.value.board, found.value.key));
    if (found.status === 429) return setError(t('home.tooMany'));
    setError(t(found.status === 404 ? 'home.codeUnknown' : 'home.unreachable'));
  }

  return (
    <form className={styles.codeForm} onSubmit={submit}>
      <TextField
        label={label ?? t('home.code')}
        placeholder={t('home.codePlaceholder')}
        value={typed}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        maxLength={limits.shortCodeChars * 2}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" size="large" busy={busy}>
        {t('home.join')}
      </Button>
    </form>
  );
}
