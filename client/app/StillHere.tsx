// Where a board does not open any more: what of this person's work did not reach it, to be taken elsewhere.

import { useEffect, useState } from 'react';
import { t } from '../text/catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { copyText } from '../ui/copyText.ts';
import { toast } from '../ui/Toast.tsx';
import { type Leftovers, leftoversText } from './leftovers.ts';
import styles from './pages.module.css';
import { useSurroundings } from './surroundings.ts';

export function StillHere({ boardId }: { readonly boardId: string }) {
  const { memory } = useSurroundings();
  const [items, setItems] = useState<Leftovers>([]);
  useEffect(() => {
    let isOver = false;
    void memory.kept(boardId).then((changes) => {
      if (!isOver) setItems(changes.flatMap((change) => change.items));
    });
    return () => {
      isOver = true;
    };
  }, [memory, boardId]);
  const text = leftoversText(items);
  if (text === '') return null;
  const copy = async () => {
    if (await copyText(text)) toast({ text: t('leftovers.copied') });
  };
  return (
    <Card className={styles.card}>
      <p>{t('offline.stillHere', { count: items.length })}</p>
      <Button onClick={() => void copy()}>{t('offline.copyText')}</Button>
    </Card>
  );
}
