// The start: make a board, join one, or go back to one this browser knows.

import { useEffect, useState } from 'react';
import { t } from '../text/catalogue.ts';
import { Card } from '../ui/Card.tsx';
import { toast } from '../ui/Toast.tsx';
import { BoardTile } from './BoardTile.tsx';
import { CodeForm } from './CodeForm.tsx';
import { CreateForm } from './CreateForm.tsx';
import styles from './HomePage.module.css';
import { LanguageChoice } from './LanguageChoice.tsx';
import type { KnownBoard } from './localStore.ts';
import { Mark } from './Mark.tsx';
import { useSurroundings } from './surroundings.ts';

export default function HomePage() {
  const { store } = useSurroundings();
  const [boards, setBoards] = useState(() => store.boards());
  useEffect(() => {
    const refresh = () => setBoards(store.boards());
    // A board that was just left has its picture only now.
    refresh();
    return store.boardsChanged.add(refresh);
  }, [store]);

  function forget(board: KnownBoard) {
    store.forgetBoard(board.id);
    toast({
      text: t('home.forgotten', { title: board.title }),
      action: {
        label: t('home.undo'),
        run: () => store.rememberBoard(board),
      },
    });
  }

  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.brand}>
          <Mark />
        </h1>
        <p className={styles.tagline}>{t('home.tagline')}</p>
        <LanguageChoice />
      </header>
      <div className={styles.ways}>
        <Card className={styles.create}>
          <h2 className={styles.heading}>{t('home.createTitle')}</h2>
          <CreateForm />
        </Card>
        <Card className={styles.join}>
          <h2 className={styles.heading}>{t('home.joinTitle')}</h2>
          <CodeForm />
          <p className={styles.soft}>{t('home.orLink')}</p>
        </Card>
      </div>
      <section className={styles.boards} aria-labelledby="boards-heading">
        <h2 id="boards-heading" className={styles.heading}>
          {t('home.boards')}
        </h2>
        {boards.length === 0 ? (
          <p className={styles.empty}>{t('home.empty')}</p>
        ) : (
          <ul className={styles.tiles}>
            {boards.map((board) => (
              <BoardTile key={board.id} board={board} onForget={() => forget(board)} />
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}
