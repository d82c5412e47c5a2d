// What somebody else has just given me to do is news to me; that the next session is ready is news to everybody.

import { useEffect, useRef } from 'react';
import { isMine } from '../../../shared/features/actionItems/actionItems.ts';
import { t } from '../../text/actionItemWords.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { glance } from './deeds.ts';
import { actionItemsHere, actionItemsPanel, showActionItem } from './here.ts';

/** What is older when this comes is not told any more. */
const freshMs = 30_000;

export default function ActionItemNews({ board }: FeatureView) {
  const { items, series } = actionItemsHere(board);
  const all = useSignal(items);
  const { next } = useSignal(series);
  const told = useRef(new Set<string>());
  useEffect(() => {
    const since = board.serverNow() - freshMs;
    const given = all.find(
      ({ id, at, by, owner, from }) =>
        at > since && by !== board.me.id && from === null && !told.current.has(id) && isMine(owner, board.me),
    );
    if (given === undefined) return;
    told.current.add(given.id);
    if (board.panel.get() === actionItemsPanel) return;
    toast({
      text: t('actionItem.yours', { text: glance(given.text, 120) }),
      action: { label: t('actionItem.show'), run: () => showActionItem(board, given.id) },
    });
  }, [all, board]);
  useEffect(() => {
    if (next === null || told.current.has(next.board) || next.at < board.serverNow() - freshMs) return;
    told.current.add(next.board);
    toast({
      text: t('series.isThere', { title: next.title }),
      action: { label: t('series.go'), run: () => board.editor.run('series.goNext') },
    });
  }, [next, board]);
  return null;
}
