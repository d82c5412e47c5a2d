// Templates on a board: one brought onto it, and the board kept as one.

import { can } from '../../../shared/board/roles.ts';
import type { Feature } from '../feature.ts';
import { askForTemplates, closeTemplates } from './request.ts';
import { TemplateDoor } from './TemplateDoor.tsx';

export const templates: Feature = {
  name: 'templates',
  actions: ({ board }) => [
    {
      id: 'templates.open',
      label: 'templates.open',
      keys: [],
      icon: 'LayoutTemplate',
      enabled: () => can(board.role.get(), 'steer') && board.mayWrite.get(),
      run: () => askForTemplates(board, 'use'),
    },
    {
      id: 'templates.save',
      label: 'templates.save',
      keys: [],
      icon: 'Save',
      enabled: () => true,
      run: () => askForTemplates(board, 'save'),
    },
  ],
  overlays: [TemplateDoor],
  onBoardOpen:
    ({ board }) =>
    () =>
      closeTemplates(board),
};
