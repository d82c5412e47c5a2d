// The start: make a board, join one, or go back to one this browser knows. Whoever has boards comes for these first.

import { Suspense } from 'react';
import { t } from '../../text/catalogue.ts';
import { later } from '../../ui/later.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { useSurroundings } from '../surroundings.ts';
import { HomeHeader } from './HomeHeader.tsx';
import styles from './HomePage.module.css';
import { KnownWall } from './KnownWall.tsx';
import { StartRow } from './StartRow.tsx';
import { useRemembered } from './useKnownBoards.ts';
import { Welcome } from './Welcome.tsx';

const HomeTemplates = later(() => import('./HomeTemplates.tsx'));
const MyActions = later(() => import('./MyActions.tsx'));

export default function HomePage() {
  const { store } = useSurroundings();
  const boards = useRemembered(() => store.boards());
  const memory = useSignal(store.memory);
  return (
    <main className={styles.page}>
      <HomeHeader />
      {memory !== 'fine' && (
        <p role="status" className={styles.notice}>
          {t(`boards.memory.${memory}`)}
        </p>
      )}
      {boards.length === 0 ? (
        <>
          <Welcome />
          <Templates />
        </>
      ) : (
        <>
          <StartRow />
          <Suspense fallback={null}>
            <MyActions boards={boards} />
          </Suspense>
          <KnownWall boards={boards} />
          <Templates />
        </>
      )}
    </main>
  );
}

/** Below everything else: nothing jumps when they arrive. */
function Templates() {
  return (
    <Suspense fallback={null}>
      <HomeTemplates />
    </Suspense>
  );
}
