// Action items in a summary: the open ones on the first page, all of them further on.

import { noonOf } from '../../features/actionItems/day.ts';
import type { Summary, SummaryAction } from '../../features/summary/summary.ts';
import { type Block, type Line, type ListItem, own, said, shortened } from './blocks.ts';
import type { Writing } from './figures.ts';

/** As many as the first page has room for. */
const onFirstPage = 6;

/** What is still to be done; nothing where nothing is. */
export function openActions({ actions }: Summary, writing: Writing): Block[] {
  const open = actions.filter(({ status, isCarried }) => status !== 'done' && !isCarried);
  if (open.length === 0) return [];
  const { words } = writing;
  const rest = open.length - onFirstPage;
  return [
    { kind: 'heading', level: 2, line: [own(words.actions)] },
    {
      kind: 'list',
      items: open.slice(0, onFirstPage).map((action) => told(shortened(action.text, 240), action, writing)),
    },
    ...(rest > 0 ? [{ kind: 'text', line: [own(words.more(rest))], look: 'soft' } as const] : []),
  ];
}

export function allActions({ actions }: Summary, writing: Writing): Block[] {
  if (actions.length === 0) return [];
  const { words } = writing;
  const done = actions.filter(({ status }) => status === 'done').length;
  return [
    { kind: 'heading', level: 2, line: [own(words.actions)] },
    { kind: 'text', line: [own(words.actionsDone(done, actions.length))], look: 'soft' },
    { kind: 'list', items: actions.map((action) => told(action.text, action, writing)) },
  ];
}

function told(text: string, action: SummaryAction, writing: Writing): ListItem {
  return { line: [said(text, 'strong')], aside: factsOf(action, writing) };
}

function factsOf({ owner, due, status, isCarried, isOverdue }: SummaryAction, { words }: Writing): Line {
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const facts = [
    ...(due === null ? [] : [(isOverdue ? words.overdue : words.due)(day.format(noonOf(due)))]),
    isCarried ? words.carriedOver : words.actionStatus[status],
  ];
  const who = owner === null ? own(words.nobodys, 'soft') : said(owner, 'soft');
  return [who, own(` · ${facts.join(' · ')}`, 'soft')];
}
