// Decisions: what was decided, why, what spoke against it, who confirms it. From a result, or on their own.

import type { Action } from '../../editor/actions.ts';
import { later } from '../../ui/later.tsx';
import { decisionsOf, decisionsPanel, wantedDecision } from '../../votes/decisionDesk.ts';
import type { Feature, FeatureView } from '../feature.ts';
import { DecisionNews } from './DecisionNews.tsx';
import { mayRecord } from './mayRecord.ts';

export const decisions: Feature = {
  name: 'decisions',
  actions,
  panels: [{ id: decisionsPanel, view: later(() => import('./DecisionsPanel.tsx')) }],
  overlays: [DecisionNews],
};

function actions({ board }: FeatureView): readonly Action[] {
  return [
    {
      id: 'decisions.show',
      label: 'voting.decisions',
      keys: [],
      group: 'board',
      icon: 'ListChecks',
      where: ['palette', 'canvas'],
      enabled: () => mayRecord(board) || decisionsOf(board.docs.session).get().length > 0,
      run: () => board.panel.set(board.panel.get() === decisionsPanel ? null : decisionsPanel),
    },
    {
      id: 'decisions.record',
      label: 'voting.decide',
      keys: [],
      group: 'session',
      icon: 'ListChecks',
      enabled: () => mayRecord(board),
      run: () => {
        wantedDecision(board).set({ ballot: null, text: '' });
        board.panel.set(decisionsPanel);
      },
    },
  ];
}
