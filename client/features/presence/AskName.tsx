// Asks whoever began without a name what the others should call them, once there is something on the wall. In nobody's way:
// it takes no focus and can wait.

import { useCallback, useState, useSyncExternalStore } from 'react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './MyName.module.css';
import { MyName } from './MyName.tsx';

export default function AskName({ board, editor }: FeatureView) {
  const isNamed = useSignal(board.named);
  const isBegun = useIsBegun(editor);
  const [later, setLater] = useState(false);
  const isAtRest = useIsAtRest(editor);
  const panel = useSignal(board.panel);
  if (isNamed || !isBegun || !isAtRest || panel !== null || later) return null;
  return (
    <Card className={styles.ask} role="region" aria-label={t('name.ask')}>
      <p className={styles.question}>{t('name.ask')}</p>
      <p className={styles.soft}>{t('name.now', { name: board.me.name })}</p>
      <MyName board={board} name="" />
      <Button variant="quiet" className={styles.later} onClick={() => setLater(true)}>
        {t('name.later')}
      </Button>
    </Card>
  );
}

/** There is an idea, and nobody here is in the midst of writing it. */
function useIsBegun(editor: FeatureView['editor']): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [editor.scene.observe(listener), editor.editing.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => editor.scene.size > 0 && editor.editing.get() === null);
}

/** The bar above what is selected wants the same place, and goes first. */
function useIsAtRest(editor: FeatureView['editor']): boolean {
  const observe = useCallback((listener: () => void) => editor.selection.observe(listener), [editor]);
  return useSyncExternalStore(observe, () => editor.selection.size === 0);
}
