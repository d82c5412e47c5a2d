// What a chat is told at the end of a session: the digest of the outline that every summary is written from.

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { factsOf } from '../../../../server/webhooks/facts.ts';
import { slackMessage } from '../../../../server/webhooks/slackMessage.ts';
import { Board } from '../../../../shared/board/board.ts';
import { createItems } from '../../../../shared/board/verbs.ts';
import { furnitureOf } from '../../../../shared/features/templates/furniture.ts';
import type { Piece } from '../../../../shared/features/templates/template.ts';
import type { NewItem } from '../../../../shared/items/item.ts';
import { seededRandom } from '../../../../shared/lib/env.ts';
import type { ItemId } from '../../../../shared/lib/ids.ts';

const id = (name: string) => name as ItemId;

function boardWhereMuchHappened(): { canvas: Y.Doc; session: Y.Doc; now: number } {
  const [canvas, session] = [new Y.Doc(), new Y.Doc()];
  const items: Omit<NewItem, 'x' | 'y'>[] = [
    { id: id('q'), kind: 'cluster', text: 'Question' },
    { id: id('asked'), kind: 'note', text: 'What next?', parent: id('q') },
    { id: id('prompt'), kind: 'note', text: 'Write here' },
    { id: id('a'), kind: 'note', text: 'Lanterns' },
    { id: id('b'), kind: 'note', text: 'Ice' },
  ];
  createItems(
    new Board(canvas, seededRandom(1)),
    items.map((item) => ({ x: 0, y: 0, ...item })),
    'server',
  );
  const put = (root: string, entries: object) => {
    for (const [key, value] of Object.entries(entries)) session.getMap(root).set(key, value);
  };
  const piece = (name: string, text: string) => ({ id: name, text }) as Piece;
  put(
    'furniture',
    Object.fromEntries([
      ...furnitureOf([piece('question', 'Question')], [{ id: id('q') }]),
      ...furnitureOf([piece('hint', 'Write here')], [{ id: id('prompt') }]),
    ]),
  );
  const ballot = { method: 'dots', options: ['a', 'b'], votes: 3, openedAt: 1, closedAt: 9 };
  put('board', { title: 'Harbour' });
  put('people', { ada: { name: 'Ada', role: 'editor', colour: 1 } });
  put('ballots', {
    b1: { ...ballot, title: 'First round' },
    b2: { ...ballot, title: 'Second round', openedAt: 2, after: { ballot: 'b1', how: 'winners' } },
    b3: { ...ballot, title: 'Too few', openedAt: 3 },
  });
  const result = {
    method: 'dots',
    tally: { a: 3, b: 1 },
    voters: { a: 2, b: 1 },
    voted: 2,
    eligible: 4,
    closedAt: 9,
  };
  put('results', { b1: result, b2: { ...result, quorum: 2 }, b3: { ...result, quorum: 3 } });
  put('decisions', { d: { text: 'Lanterns it is', by: 'ada', at: 4 } });
  put('actionItems', {
    x: { text: 'Ask the mayor', by: 'ada', at: 5, owner: { person: 'ada' } },
    y: { text: 'Done already', by: 'ada', at: 6, status: 'done' },
  });
  return { canvas, session, now: 60_000 };
}

it('tells the question, ideas without prompts, the votes that count, what was decided and what is to be done', () => {
  const facts = factsOf({ kind: 'session.summary' }, boardWhereMuchHappened());
  const message = facts && slackMessage(facts, { language: 'en', page: null });
  expect(message?.text).toBe(
    [
      'Summary: Harbour',
      'What next?',
      'Ideas 2 · Clusters 0 · Votes 2 · Parked 0',
      'Results:',
      '- Second round: Lanterns (2 of 4 voted)',
      '- Too few: the quorum of 3 is not reached: this result decides nothing (2 of 4 voted)',
      'Decided:',
      '- Lanterns it is',
      'To do:',
      '- Ask the mayor (Ada)',
    ].join('\n'),
  );
});
