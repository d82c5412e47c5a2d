// Changes that did not get through: what they were, why, and what can be done about each.

import { useState } from 'react';
import { t, textLocales } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Offline.module.css';

type Board = FeatureView['board'];
type Change = ReturnType<Board['kept']['list']['get']>[number];

export default function KeptList({ board }: { readonly board: Board }) {
  const changes = useSignal(board.kept.list);
  const mayWrite = useSignal(board.mayWrite);
  if (changes.length === 0) return <p>{t('offline.none')}</p>;
  return (
    <>
      {!mayWrite && <p className={styles.warning}>{t('offline.readOnly')}</p>}
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change.id} className={styles.change}>
            <Kept board={board} change={change} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface KeptProps {
  readonly board: Board;
  readonly change: Change;
  readonly mayWrite: boolean;
}

function Kept({ board: { kept }, change, mayWrite }: KeptProps) {
  const [sure, setSure] = useState(false);
  const text = kept.text(change);
  const copy = async () => {
    if (await copyText(text)) toast({ text: t('leftovers.copied') });
  };
  return (
    <>
      <p className={styles.why}>
        {t('offline.keptAt', { when: timeOf(change.at), why: whyWords(change.why) })}
      </p>
      <ul className={styles.items}>
        {change.items.map((item) => (
          <li key={item.id} dir="auto">
            {itemWords(item)}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          variant={sure ? 'danger' : 'quiet'}
          // The second half of a double click is no answer to the question.
          onClick={({ detail }) => (sure ? detail < 2 && kept.letGo(change) : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {t(sure ? 'offline.letGoSure' : 'offline.letGo')}
        </Button>
        {text !== '' && <Button onClick={() => void copy()}>{t('offline.copyText')}</Button>}
        {mayWrite && (
          <Button variant="solid" onClick={() => kept.makeAgain(change)}>
            {t(change.why === 'deleted' ? 'offline.makeAnew' : 'leftovers.again')}
          </Button>
        )}
      </div>
    </>
  );
}

function itemWords({ kind, text, deleted }: Change['items'][number]): string {
  const words = text.trim() === '' ? t('offline.noText') : text.trim();
  if (deleted) return t('offline.removed', { text: words });
  return kind === 'cluster' ? t('offline.cluster', { title: words }) : words;
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat(textLocales(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function whyWords(why: Change['why']): string {
  switch (why) {
    case 'deleted':
      return t('offline.whyDeleted');
    case 'read-only':
      return t('leftovers.why.readOnly');
    case 'too-many-items':
    case 'doc-full':
    case 'disk-full':
      return t('leftovers.why.full');
    case 'too-large':
      return t('leftovers.why.tooLarge');
    case 'not-yours':
      return t('leftovers.why.notYours');
    case 'replaced':
      return t('leftovers.why.replaced');
    case 'removed':
      return t('leftovers.why.removed');
    default:
      return t('leftovers.why.other');
  }
}
