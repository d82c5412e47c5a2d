// Action items as they are read, whatever the document holds.

import { describe, expect, it } from 'vitest';
import {
  actionProgress,
  isMine,
  isOverdue,
  readActionItems,
} from '../../../../shared/features/actionItems/actionItems.ts';
import type { Day } from '../../../../shared/features/actionItems/day.ts';
import { readSeries } from '../../../../shared/features/actionItems/series.ts';

const plain = {
  owner: null,
  due: null,
  status: 'open',
  item: null,
  from: null,
  to: null,
  by: 'ann',
  doneAt: null,
};

describe('action items', () => {
  it('are read as they are meant, what is wrong with one is put right, and what is none is left out', () => {
    const read = readActionItems([
      ['never', { text: 'C', by: 'ann', at: 1 }],
      [
        'late',
        {
          text: 'B',
          by: 'ann',
          at: 2,
          due: '2026-12-02',
          owner: { person: 'ben' },
          status: 'done',
          doneAt: 7,
        },
      ],
      [
        'odd',
        {
          text: ' A\ud800 ',
          by: 5,
          at: 3,
          due: '2026-02-30',
          owner: { name: '  Kim \n Lee ' },
          status: 'later',
          item: 'a/b',
          from: {},
          doneAt: 9,
        },
      ],
      ['early', { text: 'D', by: 'ann', at: 9, due: '2026-12-01', owner: 'ben', to: 'next' }],
      ['empty', { text: ' ', by: 'ann', at: 1 }],
      ['timeless', { text: 'E', by: 'ann', at: -1 }],
      ['a/b', { text: 'F', by: 'ann', at: 1 }],
      ['text', 'G'],
      ['list', []],
    ]);
    expect(read).toEqual([
      { ...plain, id: 'early', text: 'D', at: 9, due: '2026-12-01', to: 'next' },
      {
        ...plain,
        id: 'late',
        text: 'B',
        at: 2,
        due: '2026-12-02',
        owner: { person: 'ben' },
        status: 'done',
        doneAt: 7,
      },
      { ...plain, id: 'never', text: 'C', at: 1 },
      { ...plain, id: 'odd', text: 'A\ufffd', at: 3, by: null, owner: { name: 'Kim Lee' } },
    ]);
  });

  it('are overdue from the day after, mine by who I am or what I am called, and counted where they are', () => {
    const [open, done, gone] = readActionItems([
      ['a', { text: 'A', at: 1, due: '2026-11-22', owner: { name: 'ZOË' } }],
      ['b', { text: 'B', at: 2, due: '2026-11-22', owner: { person: 'me' }, status: 'done' }],
      ['c', { text: 'C', at: 3, due: '2026-11-22', to: 'next' }],
    ]);
    const all = [open, done, gone].flatMap((item) => item ?? []);
    const me = { id: 'me', name: 'Zoe\u0308' };
    expect([
      all.map((item) => isOverdue(item, '2026-11-22' as Day)),
      all.map((item) => isOverdue(item, '2026-11-23' as Day)),
      all.map(({ owner }) => isMine(owner, me)),
      actionProgress(all),
    ]).toEqual([[false, false, false], [true, false, false], [true, true, false], { done: 1, all: 2 }]);
  });
});

describe('a series', () => {
  it('is read with what can be read', () => {
    const link = { board: 'b1', title: 'Retro', at: 4 };
    expect([
      readSeries([['previous', link]]),
      readSeries([
        ['previous', { ...link, board: '../x' }],
        ['next', { ...link, title: 7 }],
      ]),
    ]).toEqual([
      { previous: link, next: null },
      { previous: null, next: null },
    ]);
  });
});
