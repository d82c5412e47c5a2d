// Action items as a file among the downloads, made here: with a network or without.

import { type ActionTool, actionsToCsv } from '../../../shared/transfer/actionItems/csv.ts';
import { actionsToIcs } from '../../../shared/transfer/actionItems/ics.ts';
import { tellActions } from '../../../shared/transfer/actionItems/told.ts';
import { actionFileWords } from '../../../shared/transfer/actionItems/words.ts';
import { downloadName } from '../../../shared/transfer/formats.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { language } from '../../text/catalogue.ts';
import { actionItemsHere } from './here.ts';

export function downloadActions(board: OpenBoard, as: ActionTool | 'ics'): void {
  const words = actionFileWords[language.get() === 'de' ? 'de' : 'en'];
  const title = board.session.title() ?? '';
  const page = new URL(`b/${encodeURIComponent(board.id)}`, document.baseURI).href;
  const actions = tellActions({
    items: actionItemsHere(board).items.get(),
    people: [...board.session.people().values()],
    wall: [...board.board.items.values()].filter(({ deleted }) => !deleted),
    linkTo: (id) => `${page}?action=${id}`,
  });
  const [text, type, name] =
    as === 'ics'
      ? [actionsToIcs(actions, { title, words, at: board.serverNow() }), 'text/calendar', 'actions.ics']
      : [actionsToCsv(actions, { tool: as, title, words }), 'text/csv', `actions-${as}.csv`];
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = downloadName(title, name);
  link.click();
  // Some browsers read the data a little later.
  board.editor.env.scheduler.after(60_000, () => URL.revokeObjectURL(address));
}
