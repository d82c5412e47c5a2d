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
  // What was there when this page came is no news.
  const since = useRef<number | null>(null);
  const told = useRef(new Set<string>());
  useEffect(() => {
    since.current ??= board.serverNow();
    const from = since.current;
    const made = all.findLast(({ id, by, at }) => at > from && by !== board.me.id && !told.current.has(id));
    if (made === undefined) return;
    told.current.add(made.id);
    if (board.panel.get() === decisionsPanel) return;
    const text = made.text.length > textCharsMax ? `${made.text.slice(0, textCharsMax)}…` : made.text;
    toast({
      text: t('decision.news', { decision: text }),
      action: { label: t('decision.news.show'), run: () => board.panel.set(decisionsPanel) },
    });
  }, [all, board]);
  return null;
}
