// A board on which everything has happened that a summary can tell, in many scripts and with words that are meant to hurt: for
// tests of what people carry away.

import { readStory } from '../../shared/features/summary/story.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';
import { cluster, note, person, snapshot } from './snapshots.ts';

/** One sentence in each script that comes along, and one that depends on the machine. */
export const sentences = {
  latin: 'A café for the first Thursday, “à la carte”',
  german: 'Größere Fahrradständer vor der Straßenbahn',
  polish: 'Zażółć gęślą jaźń nad rzeką',
  vietnamese: 'Thêm nhiều cây xanh dọc đường phố',
  cyrillic: 'Посадить яблони вдоль набережной',
  greek: 'Περισσότερη σκιά στις πλατείες',
  arabic: 'حديقة على السطح لكل مدرسة',
  persian: 'گفتگو با همه در پارک',
  hebrew: 'גינה קהילתית ליד הספרייה',
} as const;

export const cjk = {
  japanese: '図書館を夜まで開ける',
  chinese: '更多的自行车道',
  korean: '강변에 산책로를 만들자',
} as const;

/** Markup of every kind of file. */
export const hostile = [
  '#set text(red)',
  '#panic("no")',
  '$x^2 + 1$',
  'a \\ b \\u{41}',
  '@someone <label> and @ref',
  '*not bold* _nor this_ `raw` // gone',
  '= No heading',
  '- no list',
  '+1',
  '=SUM(A1:A9)',
  '@cmd',
  '-2+3',
  '\t=1+1',
  '<script>alert(1)</script> &amp; <w:p/>',
  ']] ]]> #{ } ( ) ;',
  '_x0041_ stays',
  'https://example.org/a/very/long/path?with=many&parts=of_it#and-a-fragment-at-the-end-of-it-all',
  'W'.repeat(180),
  'a lone \ud800 half, a bell \u0007 and \u202eturned round',
];

const minute = 60_000;
const start = Date.UTC(2026, 10, 20, 14, 0);

/** `more`: further notes in a cluster of their own. */
export function toldBoard(more: readonly string[] = []): BoardSnapshot {
  const clusters = [
    cluster({ id: 'green', text: 'Parks and paths', colour: 'green' }),
    cluster({ id: 'world', text: 'Ideen aus aller Welt — رؤية', x: 2_000 }),
    cluster({ id: 'inner', text: 'Along the river', parent: 'green', y: 900 }),
    cluster({ id: 'hostile', text: '#strike[Signs] $of$ <every> file', x: 4_000 }),
    cluster({ id: 'park', text: 'Later', x: 6_000 }),
    ...(more.length > 0 ? [cluster({ id: 'more', text: 'More', x: 8_000 })] : []),
  ];
  const named = (id: string, text: string, parent: string | null, at: number) =>
    note({ id, text, ...(parent !== null && { parent }), y: at * 220 });
  const notes = [
    named('a', 'Lanterns along the canal, so that walking home feels safe', 'green', 1),
    named('b', 'A car-free Sunday every month', 'green', 2),
    named('c', 'Benches with backs 🪑 every hundred metres', 'inner', 3),
    named('d', 'Swimming in the river again? 🏊🏽‍♀️', 'inner', 4),
    named('e', 'Two lines\nof one idea', null, 5),
    named('f', 'Flags 🇩🇪 hearts ❤️ families 👨‍👩‍👧 and ticks ✓ → done', null, 6),
    named('p', 'Repair the old bridge', 'park', 1),
    ...[...Object.values(sentences), ...Object.values(cjk)].map((text, at) =>
      named(`w${at}`, text, 'world', at),
    ),
    ...hostile.map((text, at) => named(`h${at}`, text, 'hostile', at)),
    ...more.map((text, at) => named(`m${at}`, text, 'more', at)),
  ];
  const people = [
    person('ada', 'Ada Lovelace', 'facilitator'),
    person('ben', 'Ben'),
    person('noor', 'نور'),
    person('zoe', 'Ζωή #let x', 'commenter'),
  ];
  const authors = new Map(
    notes.map(({ id }, at) => [id, (people[at % people.length]?.id ?? 'ada') as ParticipantId] as const),
  );
  return snapshot([...clusters, ...notes], {
    title: 'A river for everybody',
    exportedAt: start + 60 * minute,
    people,
    authors,
    park: 'park' as ItemId,
    story: story(),
  });
}

function reactions(): Record<string, unknown> {
  return { 'comment2/ada': ['👍', '❤️'], 'comment3/ben': ['👍'] };
}

type Roots = Record<string, Record<string, unknown>>;

function story() {
  const entries = (roots: Roots) => (root: string) => Object.entries(roots[root] ?? {});
  return readStory(
    entries({ ...steps(), ...votes(), ...outcomes() }),
    entries({ msgs: comments(), react: reactions() }),
  );
}

function steps(): Roots {
  return {
    phase: {
      agenda: [
        {
          id: 'think',
          kind: 'silent',
          title: 'Think alone',
          minutes: 5,
          prompt: 'What would make the river ours?',
        },
        { id: 'vote', kind: 'vote', title: '' },
        { id: 'talk', kind: 'discuss', title: 'What now' },
      ],
      past: [
        {
          step: 'think',
          kind: 'silent',
          title: 'Think alone',
          startedAt: start,
          endedAt: start + 6 * minute,
        },
        {
          step: 'vote',
          kind: 'vote',
          title: '',
          startedAt: start + 20 * minute,
          endedAt: start + 30 * minute,
        },
      ],
      ended: start + 31 * minute,
    },
    reveals: { r: { at: start + 5 * minute, ideas: 12, anonymous: false, few: false } },
  };
}

function votes(): Roots {
  const ballot = (more: object) => ({
    options: ['a', 'b', 'c', 'd', 'w5', 'w6'],
    votes: 3,
    maxPerOption: 2,
    openedAt: start + 20 * minute,
    closedAt: start + 30 * minute,
    ...more,
  });
  const counted = { voted: 4, eligible: 4, closedAt: start + 30 * minute, practice: false };
  return {
    ballots: {
      b1: ballot({ title: 'What first?', method: 'dots' }),
      b2: ballot({ title: 'Worth it?', method: 'matrix', openedAt: start + 21 * minute }),
    },
    results: {
      b1: {
        method: 'dots',
        ...counted,
        tally: { a: 5, b: 3, c: 3, w6: 1 },
        voters: { a: 4, b: 2, c: 2, w6: 1 },
      },
      b2: {
        method: 'matrix',
        ...counted,
        tally: { a: 0.6, b: 0.1, c: 0.5, d: -0.2 },
        voters: { a: 4, b: 4, c: 4, d: 3 },
        places: {
          a: [0.2, 0.9, 0.1, 0.05],
          b: [0.7, 0.8, 0.2, 0.1],
          c: [0.15, 0.6, 0.1, 0.1],
          d: [0.9, 0.3, 0, 0.2],
        },
      },
    },
  };
}

function outcomes(): Roots {
  return {
    decisions: {
      d1: {
        text: 'We begin with the lanterns.',
        why: 'Cheap, visible, asked for by most.',
        against: 'The bats: their wardens must say yes first.',
        by: 'ada',
        at: start + 33 * minute,
        confirmedBy: ['ada', 'ben', 'noor'],
        confidence: 'high',
        ballot: 'b1',
        reviewAt: start + 40 * 24 * 60 * minute,
      },
    },
    actionItems: {
      i1: {
        text: '=Ask the bat wardens',
        owner: { person: 'ada' },
        due: '2026-11-30',
        status: 'doing',
        item: 'd',
        at: start,
      },
      i2: { text: 'Price of ten lanterns', owner: { name: 'The council' }, status: 'open', at: start },
    },
    summary: { foreword: 'We met to find out what the river could be.\nThank you all: it was a good hour.' },
    wins: { w: { text: 'The clean-up in May 🎉', item: null, by: 'ben', at: start } },
  };
}

function comments(): Record<string, unknown> {
  return {
    comment1: { th: 'd', by: 'ben', at: start + 9 * minute, t: 'Is the water clean enough?' },
    comment2: { th: 'a', by: 'noor', at: start + 10 * minute, t: 'My street needs them most' },
    comment3: { th: 'a', by: 'ada', at: start + 11 * minute, t: 'Mine too' },
  };
}
