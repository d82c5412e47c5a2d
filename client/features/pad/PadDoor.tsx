// The quiet place from which the pad opens, what those read who have none, and the news of a reveal. The pad itself is
// fetched when it is first opened.

import { Lock, NotebookPen } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { t } from '../../text/catalogue.ts';
import { Card } from '../../ui/Card.tsx';
import { keysText } from '../../ui/keyNames.ts';
import { later } from '../../ui/later.tsx';
import { sheetBelowPx } from '../../ui/panelSize.ts';
import { toast } from '../../ui/Toast.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './PadDoor.module.css';
import { type PadHere, type PadNews, padOf } from './padHere.ts';
import { countIdeas } from './padView.ts';

const PadSheet = later(() => import('./PadSheet.tsx'));

export function PadDoor({ board, editor }: FeatureView) {
  const here = padOf(board);
  const isOpen = useSignal(here.isOpen);
  const panel = useSignal(board.panel);
  const isPhone = useMedia(`(max-width: ${sheetBelowPx}px)`);
  useEffect(() => here.news.add((news) => tell(here, news)), [here]);
  const open = () => {
    if (isPhone) board.panel.set(null);
    here.open();
  };
  // On a phone one thing at a time rises from below.
  if (!isOpen || (isPhone && panel !== null)) return <Chip here={here} onOpen={open} />;
  return (
    <Suspense fallback={null}>
      <PadSheet board={board} editor={editor} />
    </Suspense>
  );
}

interface ChipProps {
  readonly here: PadHere;
  readonly onOpen: () => void;
}

export function Chip({ here, onOpen }: ChipProps) {
  const { standing, phase, ideas, held, wasRevealed } = useSignal(here.view);
  if (standing !== 'writer') {
    if (phase === null || wasRevealed) return null;
    return (
      <Card className={styles.aside} role="note">
        <Lock aria-hidden="true" />
        <p>{t(standing === 'neutral' ? 'pad.neutral' : 'pad.viewer')}</p>
      </Card>
    );
  }
  const count = countIdeas(ideas) + held.length;
  if (phase === null && count === 0) return null;
  return (
    <button type="button" className={styles.chip} title={keysText('i')} onClick={onOpen}>
      <NotebookPen aria-hidden="true" />
      {t(phase === null ? 'pad.chipHeld' : 'pad.chipWrite', { count })}
    </button>
  );
}

function tell(here: PadHere, news: PadNews): void {
  if (news.kind === 'missed') {
    const action = { label: t('pad.look'), run: () => here.open() };
    toast({ text: t('pad.missed', { count: news.count }), action, forMs: 30_000 });
    return;
  }
  const { ideas, anonymous, few } = news.reveal;
  const words = t(anonymous ? 'pad.revealedNameless' : 'pad.revealedNamed', { count: ideas });
  toast({ text: few ? `${words} ${t('pad.revealedFew')}` : words, forMs: 9_000 });
}
