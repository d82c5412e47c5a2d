// From nothing to a board in one press: makes it, joins it as its facilitator, opens it. Both fields may stay empty.

import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { limits } from '../../shared/board/limits.ts';
import { t } from '../text/catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { boardPath } from './address.ts';
import type { Failure } from './api.ts';
import styles from './HomePage.module.css';
import { useSurroundings } from './surroundings.ts';

export function CreateForm() {
  const { api, store, env } = useSurroundings();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState('');
  const [name, setName] = useState(() => store.name());
  const [workspaceKey, setWorkspaceKey] = useState(() => store.workspaceKey() ?? '');
  const [needsKey, setNeedsKey] = useState(false);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const made = await api.createBoard(
      title.trim() === '' ? t('home.untitled') : title.trim(),
      workspaceKey.trim() === '' ? undefined : workspaceKey.trim(),
    );
    if (!made.ok) return failed(made);
    if (workspaceKey.trim() !== '') store.rememberWorkspaceKey(workspaceKey.trim());
    const { board, keys } = made.value;
    // Before joining: should that fail, the board is still known here, and its key with it.
    store.rememberBoard({
      id: board.id,
      title: board.title,
      role: 'facilitator',
      openedAt: env.clock.now(),
      key: keys.facilitator,
    });
    if (name.trim() !== '') store.rememberName(name.trim());
    await api.join(board.id, keys.facilitator, name.trim() === '' ? t('home.defaultName') : name.trim());
    navigate(boardPath(board.id));
  }

  function failed(failure: Failure) {
    setBusy(false);
    const isLocked = failure.status === 401 || failure.status === 403;
    if (isLocked) setNeedsKey(true);
    if (isLocked && workspaceKey === '') return;
    setError(t(errorOf(failure)));
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('home.title')}
        placeholder={t('home.titlePlaceholder')}
        value={title}
        // With fingers, a focused field would bring up a keyboard nobody asked for.
        autoFocus={matchMedia('(pointer: fine)').matches}
        autoComplete="off"
        maxLength={limits.titleCharsMax}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={t('home.name')}
        placeholder={t('home.namePlaceholder')}
        value={name}
        autoComplete="nickname"
        maxLength={limits.nameCharsMax}
        onChange={(event) => setName(event.target.value)}
      />
      {needsKey && (
        <TextField
          label={t('home.workspaceKey')}
          hint={t('home.workspaceKeyHint')}
          type="password"
          value={workspaceKey}
          autoComplete="off"
          autoFocus
          onChange={(event) => setWorkspaceKey(event.target.value)}
        />
      )}
      <Button type="submit" variant="solid" size="large" busy={busy}>
        {t('home.create')}
      </Button>
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </form>
  );
}

function errorOf(failure: Failure) {
  if (failure.status === 0) return 'home.unreachable';
  return failure.status === 429 ? 'home.tooMany' : 'home.cannotCreate';
}
