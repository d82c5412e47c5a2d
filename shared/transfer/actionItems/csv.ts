// Action items as tables that Trello, Asana and Jira take in: their columns, their dates, their limits. UTF-8 with a byte order
// mark and CR LF; texts that a spreadsheet would run as formulas are neutralised.

import { csvCell, cutText } from '../cells.ts';
import { byteOrderMark } from '../csv.ts';
import { oneLine, type ToldAction } from './told.ts';
import type { ActionFileWords } from './words.ts';

export const actionTools = ['trello', 'asana', 'jira'] as const;
export type ActionTool = (typeof actionTools)[number];

export function isActionTool(value: unknown): value is ActionTool {
  return actionTools.includes(value as ActionTool);
}

export interface ActionTable {
  readonly tool: ActionTool;
  readonly words: ActionFileWords;
  readonly title: string;
}

interface Shape {
  readonly columns: readonly string[];
  readonly row: (action: ToldAction, table: ActionTable) => readonly string[];
}

/** Jira refuses longer ones; the whole text stands in the description then. */
const jiraSummaryCharsMax = 255;
/** Trello cuts longer names off. */
const trelloNameCharsMax = 16_384;
/** Jira labels have no spaces. */
const jiraLabel = 'action-item';

const shapes: Readonly<Record<ActionTool, Shape>> = {
  trello: {
    columns: ['List Name', 'Card Name', 'Card Description', 'Labels', 'Members', 'Due Date'],
    row: (action, table) => [
      table.words.status[action.status],
      cutText(oneLine(action.text), trelloNameCharsMax),
      description(action, table, []),
      '',
      action.owner ?? '',
      action.due ?? '',
    ],
  },
  asana: {
    columns: ['Name', 'Description', 'Assignee', 'Collaborators', 'Due Date', 'Section'],
    row: (action, table) => {
      // Asana takes an address there and nothing else; a name stands in the description.
      const isAddress =
        action.owner !== null && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(action.owner);
      return [
        oneLine(action.text),
        description(action, table, isAddress ? [] : ['owner']),
        isAddress ? (action.owner ?? '') : '',
        '',
        action.due === null ? '' : action.due.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1'),
        table.words.status[action.status],
      ];
    },
  },
  jira: {
    columns: ['Summary', 'Issue Type', 'Description', 'Priority', 'Labels'],
    row: (action, table) => {
      const line = oneLine(action.text);
      const isCut = [...line].length > jiraSummaryCharsMax || line.length > jiraSummaryCharsMax;
      return [
        isCut ? `${cutText(line, jiraSummaryCharsMax - 1).trimEnd()}…` : line,
        'Task',
        description(action, table, ['owner', 'due', 'how'], isCut),
        '',
        jiraLabel,
      ];
    },
  },
};

export function actionsToCsv(actions: readonly ToldAction[], table: ActionTable): string {
  const { columns, row } = shapes[table.tool];
  const rows = [columns.join(','), ...actions.map((action) => row(action, table).map(csvCell).join(','))];
  return `${byteOrderMark}${rows.join('\r\n')}\r\n`;
}

/** What has no column of its own. */
function description(
  action: ToldAction,
  { words, title }: ActionTable,
  also: readonly ('owner' | 'due' | 'how')[],
  isCut = false,
): string {
  const facts = { owner: action.owner, due: action.due, how: words.status[action.status] };
  return [
    ...(isCut || action.text.includes('\n') ? [action.text, ''] : []),
    ...also.flatMap((fact) => (facts[fact] === null ? [] : [`${words[fact]}: ${facts[fact]}`])),
    ...(action.idea === null ? [] : [`${words.idea}: ${action.idea}`]),
    ...(title === '' ? [] : [`${words.board}: ${title}`]),
    ...(action.link === null ? [] : [action.link]),
  ].join('\n');
}
