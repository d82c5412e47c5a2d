// A decision that somebody has just written down is news to everybody else: they are the ones to confirm it.

import { useEffect, useRef } from 'react';
import { t } from '../../text/resultWords.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { decisionsOf, decisionsPanel } from '../../votes/decisionDesk.ts';
import type { FeatureView } from '../feature.ts';

const textCharsMax = 120;

export function DecisionNews({ board }: FeatureView) {
  const all = useSignal(decisionsOf(board.docs.session));
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    // What was there when the board came is no news.
    if (!board.synced.get()) return;
    known.current = new Set(all.map(({ id }) => id));
    if (before === null || board.panel.get() === decisionsPanel) return;
    const made = all.findLast(({ id, by }) => !before.has(id) && by !== board.me.id);
    if (made === undefined) return;
    const text = made.text.length > textCharsMax ? `${made.text.slice(0, textCharsMax)}…` : made.text;
    toast({
      text: t('decision.news', { decision: text }),
      action: { label: t('decision.news.show'), run: () => board.panel.set(decisionsPanel) },
    });
  }, [all, board]);
  return null;
}
