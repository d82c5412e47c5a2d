// The words in files of action items that nobody on the board wrote.

import type { ActionStatus } from '../../features/actionItems/actionItems.ts';
import type { SummaryLanguage } from '../summary/words.ts';

export interface ActionFileWords {
  readonly status: Readonly<Record<ActionStatus, string>>;
  readonly owner: string;
  readonly due: string;
  readonly how: string;
  readonly idea: string;
  readonly board: string;
}

export const actionFileWords: Readonly<Record<SummaryLanguage, ActionFileWords>> = {
  en: {
    status: { open: 'To do', doing: 'Doing', done: 'Done' },
    owner: 'Owner',
    due: 'Due',
    how: 'Status',
    idea: 'From the idea',
    board: 'Board',
  },
  de: {
    status: { open: 'Offen', doing: 'In Arbeit', done: 'Erledigt' },
    owner: 'Zuständig',
    due: 'Fällig',
    how: 'Stand',
    idea: 'Aus der Idee',
    board: 'Board',
  },
};
