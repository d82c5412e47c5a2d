// The two ways to begin: an empty board, or one made of a list. The key is asked for where the server wants it, not before.

import { ClipboardList, Plus } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { useSurroundings } from '../surroundings.ts';
import styles from './HomePage.module.css';
import { KeyForm } from './KeyForm.tsx';
import { useNewBoard } from './useNewBoard.ts';

const PasteList = later(() => import('./PasteList.tsx'));

export function Starters() {
  const { store } = useSurroundings();
  const { start, busy, needsKey, error } = useNewBoard();
  const [list, setList] = useState('');
  const [showsList, setShowsList] = useState(false);
  usePastedList((pasted) => {
    setList(pasted);
    setShowsList(true);
  });

  return (
    <div className={styles.starters}>
      <div className={styles.begin}>
        <Button
          variant="solid"
          size="large"
          icon={<Plus />}
          busy={busy}
          className={styles.create}
          onClick={() => void start()}
        >
          {t('home.create')}
        </Button>
        <Button size="large" icon={<ClipboardList />} onClick={() => setShowsList(true)}>
          {t('boards.paste')}
        </Button>
      </div>
      {!showsList && needsKey && (
        <KeyForm
          text={t('home.workspaceKeyHint')}
          action={t('home.create')}
          error={error}
          busy={busy}
          onKey={(key, forGood) => {
            store.rememberWorkspaceKey(key, forGood);
            void start();
          }}
        />
      )}
      {!showsList && !needsKey && error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      {showsList && (
        <Suspense fallback={null}>
          <PasteList
            list={list}
            busy={busy}
            needsKey={needsKey}
            error={error}
            onKey={(key, forGood) => store.rememberWorkspaceKey(key, forGood)}
            onClose={(lines) => {
              // A press beside the window must not cost a list.
              setList(lines);
              setShowsList(false);
            }}
            onMake={(lines) => void start({ lines })}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Several lines pasted anywhere on the page are a list. */
function usePastedList(onList: (list: string) => void): void {
  const heard = useRef(onList);
  heard.current = onList;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const isElsewhere =
        event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]');
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isElsewhere || !text.trim().includes('\n')) return;
      event.preventDefault();
      heard.current(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
