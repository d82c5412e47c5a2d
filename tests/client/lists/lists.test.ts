import { describe, expect, it } from 'vitest';
import { choosing, keptOf, nothingChosen } from '../../../client/lists/chosen.ts';
import { finder, folded } from '../../../client/lists/folded.ts';
import { linesOf, type Wish } from '../../../client/lists/lines.ts';
import { lineAt, linesInView, offsetsOf } from '../../../client/lists/offsets.ts';
import { stepTo } from '../../../client/lists/steps.ts';
import { seededRandom } from '../../../shared/lib/env.ts';

interface Idea {
  readonly id: string;
  readonly text: string;
  readonly cluster: string | null;
}

const ideas: readonly Idea[] = [
  { id: 'a', text: 'Straßenbäume für Gießen', cluster: 'Green' },
  { id: 'b', text: 'A night bus', cluster: null },
  { id: 'c', text: 'İstanbul’a gece otobüsü', cluster: 'Far' },
  { id: 'd', text: 'More trees', cluster: 'Green' },
];
const shown = (wish: Partial<Wish<Idea>>) =>
  linesOf(ideas, { textOf: ({ text }) => text, ...wish }).map((line) =>
    line.kind === 'row' ? line.row.id : `${line.group ?? '-'} ${line.count}`,
  );

describe('text that is searched', () => {
  it('is found without case, accents, points and joiners, as keyboards leave them out', () => {
    const pairs = [
      ['Straßenbäume', 'strassenbaume'],
      ['İSTANBUL ısı', 'istanbul isi'],
      ['Smørrebrød Łódź', 'smorrebrod lodz'],
      ['مُحَمَّـــد', 'محمد'],
      ['שָׁלוֹם', 'שלום'],
      ['ＡＢＣ ﬁne', 'abc fine'],
      ['soft\u00adhyphen', 'softhyphen'],
      ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ] as const;
    expect(pairs.map(([text]) => folded(text))).toEqual(pairs.map(([, plain]) => plain));
  });

  it('has every word that was typed, in any order; vowel signs of other scripts are letters', () => {
    const text = folded('A quiet room  upstairs, हिन्दी');
    const finds = (typed: string) => finder(typed)(text);
    expect(['ROOM quiet', ' up ', '', 'room down', 'हिन्दी', 'हन्द'].map(finds)).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('the lines of a list', () => {
  it('are filtered, searched and sorted, and keep their order where nothing tells them apart', () => {
    expect([
      shown({}),
      shown({ search: 'BAUME' }),
      shown({ keeps: ({ cluster }) => cluster !== null, compare: (a, b) => a.text.length - b.text.length }),
      shown({ compare: () => 0 }),
      shown({ search: 'nothing says this' }),
    ]).toEqual([['a', 'b', 'c', 'd'], ['a'], ['d', 'a', 'c'], ['a', 'b', 'c', 'd'], []]);
  });

  it('stand in groups, the loose ones last; a closed group shows its heading, and nothing is hidden from a search', () => {
    const groupOf = ({ cluster }: Idea) => cluster;
    expect([
      shown({ groupOf }),
      shown({ groupOf, closed: new Set(['Green']) }),
      shown({ groupOf, closed: new Set(['Green']), search: 'trees' }),
      shown({ groupOf, keeps: ({ cluster }) => cluster === null }),
    ]).toEqual([
      ['Green 2', 'a', 'd', 'Far 1', 'c', '- 1', 'b'],
      ['Green 2', 'Far 1', 'c', '- 1', 'b'],
      ['Green 1', 'd'],
      ['b'],
    ]);
  });

  it('follow a text that changes, although it is folded once', () => {
    const row = { id: 'x', text: 'before', cluster: null };
    const find = (text: string) => linesOf([row], { search: 'after', textOf: () => text }).length;
    expect([find('before'), find('after'), find('before')]).toEqual([0, 1, 0]);
  });
});

describe('a window on lines of different height', () => {
  it('holds exactly the lines that are seen, wherever 2,500 of them are scrolled to', () => {
    const random = seededRandom(7);
    const heights = Array.from({ length: 2_500 }, () => 20 + Math.floor(random.next() * 100));
    const offsets = offsetsOf(heights);
    const wrong = Array.from({ length: 300 }, () => Math.floor(random.next() * (offsets.at(-1) ?? 0))).filter(
      (top) => {
        const { from, to } = linesInView(offsets, { top, height: 700 });
        const seen = heights.flatMap((_, index) =>
          (offsets[index + 1] ?? 0) > top && (offsets[index] ?? 0) <= top + 700 ? [index] : [],
        );
        return from !== seen[0] || to !== (seen.at(-1) ?? 0) + 1;
      },
    );
    expect([wrong, lineAt(offsets, -5), lineAt([0], 3), linesInView([0], { top: 0, height: 9 })]).toEqual([
      [],
      0,
      -1,
      { from: 0, to: 0 },
    ]);
  });
});

describe('keys and choosing', () => {
  it('lead from line to line and stop at both ends', () => {
    const at = { active: 3, count: 10, pageRows: 4 };
    const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'x', 'constructor'];
    expect([
      keys.map((key) => stepTo(key, at)),
      stepTo('PageDown', { ...at, active: 8 }),
      stepTo('ArrowDown', { active: -1, count: 0, pageRows: 1 }),
    ]).toEqual([[4, 2, 0, 9, 7, 0, null, null], 9, null]);
  });

  it('choose one, some, or a range by the order of the list; what is gone is let go', () => {
    const order = ['a', 'b', 'c', 'd'];
    const one = choosing(nothingChosen, 'c', 'only', order);
    const range = choosing(one, 'a', 'range', order);
    const other = choosing(range, 'd', 'range', order);
    const some = choosing(one, 'a', 'toggle', order);
    const ids = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort().join('');
    expect([
      [one, range, other, some, choosing(some, 'c', 'toggle', order)].map(ids),
      ids(
        choosing(
          keptOf(one, (id) => id !== 'c'),
          'b',
          'range',
          order,
        ),
      ),
      keptOf(some, () => true) === some,
      ids(keptOf(some, (id) => id !== 'a')),
    ]).toEqual([['c', 'abc', 'cd', 'ac', 'a'], 'b', true, 'c']);
  });
});
