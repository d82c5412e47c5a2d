import { describe, expect, it } from 'vitest';
import { found, freshTitle, inOrder } from '../../../../client/app/home/find.ts';

const boards = ['Café Größe', 'Plan 10', 'Plan 2', 'Ελλάδα', 'łódź', 'ｆｕｌｌ width'].map(
  (title, index) => ({
    title,
    latest: index,
  }),
);
const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title);

describe('finding a board', () => {
  it('minds no accents, no case, no width and no order of words', () => {
    const searches = ['cafe', 'GROSSE caf', 'ελλαδα', 'lodz', 'full', 'plan 1', 'nothing', ' '];
    expect(searches.map((search) => titles(found(boards, search)))).toEqual([
      ['Café Größe'],
      ['Café Größe'],
      ['Ελλάδα'],
      ['łódź'],
      ['ｆｕｌｌ width'],
      ['Plan 10'],
      [],
      titles(boards),
    ]);
  });

  it('sorts by what came last, or by name with numbers as numbers', () => {
    const plans = boards.slice(1, 3);
    expect([titles(inOrder(plans, 'opened', ['en'])), titles(inOrder(plans, 'name', ['en']))]).toEqual([
      ['Plan 2', 'Plan 10'],
      ['Plan 2', 'Plan 10'],
    ]);
    expect(titles(inOrder(boards.slice(0, 3), 'name', ['de']))).toEqual(['Café Größe', 'Plan 2', 'Plan 10']);
  });

  it('looks through a thousand names in the time of one frame', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => ({ title: `Réunion número ${i}`, latest: i }));
    const began = performance.now();
    const hits = found(many, 'reunion 99').length;
    expect([hits, performance.now() - began < 100]).toEqual([19, true]);
  });

  it('gives a new board a name that is still free', () => {
    expect([freshTitle('Ideas', []), freshTitle('Ideas', ['Ideas', 'Ideas (2)'])]).toEqual([
      'Ideas',
      'Ideas (3)',
    ]);
  });
});
