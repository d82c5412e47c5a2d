// Voting: ballots on notes and clusters, dots placed on the wall, results on it and in a list.

import { lazy } from 'react';
import type { Action } from '../../editor/actions.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Feature, FeatureView } from '../feature.ts';
import { VotingButton, VotingDoor } from './VotingDoor.tsx';
import { giveKey, maySteer, panelId, startVoting, votingOf } from './votingShell.ts';

export const voting: Feature = {
  name: 'voting',
  actions,
  corners: [{ place: 'people', view: VotingButton }],
  panels: [{ id: panelId, view: lazy(() => import('./VotePanel.tsx')) }],
  badges: ({ board }) => votingOf(board).badges,
  overlays: [VotingDoor],
  onBoardOpen: ({ board }) => startVoting(board),
};

function actions({ board }: FeatureView): readonly Action[] {
  const shell = votingOf(board);
  const chosen = (editor: Editor) => {
    const options = editor.ballotBox.get()?.options;
    return editor.selection.ids.filter((id) => options?.has(id));
  };
  return [
    {
      id: 'voting.start',
      label: 'voting.start',
      keys: [],
      group: 'board',
      icon: 'Vote',
      where: ['palette', 'canvas'],
      enabled: () => maySteer(board) && shell.here.get() !== null,
      run: () => shell.opening.set({ follows: null }),
    },
    {
      id: 'voting.show',
      label: 'voting.show',
      keys: ['b'],
      group: 'board',
      icon: 'Vote',
      // Also before there is one: a menu that is made before a ballot comes would lack the way to it.
      enabled: () => true,
      run: () => board.panel.set(board.panel.get() === panelId ? null : panelId),
    },
    {
      id: 'voting.give',
      label: 'voting.give',
      keys: [giveKey],
      group: 'tools',
      icon: 'CirclePlus',
      where: ['palette', 'items'],
      enabled: (editor) => chosen(editor).length > 0,
      run: (editor) => {
        for (const id of chosen(editor)) shell.here.get()?.give(id);
      },
    },
    {
      id: 'voting.takeBack',
      label: 'voting.takeBack',
      keys: [`shift+${giveKey}`],
      group: 'tools',
      icon: 'CircleMinus',
      where: ['palette', 'items'],
      enabled: (editor) => chosen(editor).some((id) => shell.here.get()?.has(id) === true),
      run: (editor) => {
        for (const id of chosen(editor)) shell.here.get()?.takeBack(id);
      },
    },
    {
      id: 'voting.tool',
      label: 'voting.tool',
      keys: ['shift+b'],
      group: 'tools',
      icon: 'Vote',
      enabled: (editor) => editor.ballotBox.get() !== null,
      run: ({ toolbox }) => toolbox.choose(toolbox.tool === 'vote' ? 'select' : 'vote'),
    },
  ];
}
