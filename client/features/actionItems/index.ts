// Action items: what is to be done, by whom, until when, from notes or typed; and the next session, which takes along what is
// still open.

import { can } from '../../../shared/board/roles.ts';
import type { Action } from '../../editor/actions.ts';
import type { Editor } from '../../editor/editor.ts';
import { later } from '../../ui/later.tsx';
import type { Feature, FeatureView } from '../feature.ts';
import { ActionItemDoor } from './ActionItemDoor.tsx';
import { actionItemsHere, actionItemsPanel, keepMine, mayPlan, showActionItem } from './here.ts';

export const actionItems: Feature = {
  name: 'actionItems',
  actions,
  panels: [{ id: actionItemsPanel, view: later(() => import('./ActionItemsPanel.tsx')) }],
  badges: ({ board }) => actionItemsHere(board).badges,
  overlays: [ActionItemDoor],
  onBoardOpen(view) {
    openWanted(view);
    return keepMine(view.board);
  },
};

/** A link from elsewhere, as `?action=id`, shows its action item once. */
function openWanted({ board }: FeatureView): void {
  const here = new URL(window.location.href);
  const id = here.searchParams.get('action');
  if (id === null) return;
  here.searchParams.delete('action');
  window.history.replaceState(window.history.state, '', here);
  showActionItem(board, id);
}

function actions({ board }: FeatureView): readonly Action[] {
  const here = actionItemsHere(board);
  const chosen = (editor: Editor) =>
    editor.selection.ids.filter((id) => ['note', 'cluster'].includes(editor.board.get(id)?.kind ?? ''));
  return [
    {
      id: 'actionItems.show',
      label: 'actionItems.show',
      keys: ['shift+a'],
      group: 'board',
      icon: 'ListChecks',
      where: ['palette', 'canvas'],
      enabled: () => true,
      run: () => board.panel.set(board.panel.get() === actionItemsPanel ? null : actionItemsPanel),
    },
    {
      id: 'actionItems.make',
      label: 'actionItems.make',
      keys: ['a'],
      group: 'talk',
      icon: 'ListChecks',
      where: ['palette', 'items'],
      enabled: (editor) => mayPlan(board) && chosen(editor).length > 0,
      run: (editor) => {
        const ids = chosen(editor);
        void import('./fromNotes.ts').then(({ makeFrom }) => makeFrom(board, ids));
      },
    },
    {
      id: 'series.make',
      label: 'series.make',
      keys: [],
      group: 'board',
      icon: 'CopyPlus',
      where: ['palette'],
      enabled: () => can(board.role.get(), 'facilitate'),
      run: () => here.makesNext.set(true),
    },
    {
      id: 'series.goNext',
      label: 'series.goNext',
      keys: [],
      group: 'board',
      icon: 'ArrowRight',
      enabled: () => here.series.get().next !== null,
      run: () => void import('./series.ts').then(({ goToNext }) => goToNext(board)),
    },
    {
      id: 'series.goPrevious',
      label: 'series.goPrevious',
      keys: [],
      group: 'board',
      icon: 'ArrowLeft',
      enabled: () => here.series.get().previous !== null,
      run: () => void import('./series.ts').then(({ goToPrevious }) => goToPrevious(board)),
    },
  ];
}
