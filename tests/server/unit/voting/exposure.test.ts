import { describe, expect, it } from 'vitest';
import { inMyOrder, leastSeenFirst } from '../../../../client/votes/order.ts';
import { coverageOf, Exposure } from '../../../../server/voting/exposure.ts';
import {
  levelsText,
  readLevels,
  readSeen,
  seenKey,
  seenText,
} from '../../../../shared/features/voting/exposure.ts';
import { seededRandom } from '../../../../shared/lib/env.ts';
import type { ItemId, ParticipantId } from '../../../../shared/lib/ids.ts';

const options = Array.from({ length: 10 }, (_, index) => `option${index}` as ItemId);
const ballot = { id: 'ballot', options, method: 'approval', votes: 1, maxPerOption: 1 } as const;
const people = (...names: string[]) => new Set(names as ParticipantId[]);
const entries = (seen: readonly number[], votes: Readonly<Record<string, unknown>> = {}) =>
  new Map<string, unknown>([[seenKey(ballot.id), seenText(new Set(seen))], ...Object.entries(votes)]);

function exposureOf(seen: Readonly<Record<string, readonly number[]>>, wasTold = false): Exposure {
  const exposure = new Exposure(wasTold);
  for (const [who, marks] of Object.entries(seen))
    exposure.note(ballot, who as ParticipantId, entries(marks));
  return exposure;
}

describe('what one person was shown', () => {
  it('is read as it was written, and nothing is made of what is malformed or beyond the options', () => {
    const random = seededRandom(4);
    const sets = Array.from(
      { length: 50 },
      () => new Set(options.map((_, i) => i).filter(() => random.next() < 0.4)),
    );
    const read = (text: unknown) => [...readSeen(ballot, new Map([[seenKey('ballot'), text]]))];
    expect([
      sets.every((set) => read(seenText(set)).join() === [...set].join()),
      read('ffff').at(-1),
      ['g', 5, null, 'f'.repeat(11), undefined].map(read),
    ]).toEqual([true, 9, [[], [], [], [], []]]);
  });
});

describe('what everybody is told of it', () => {
  it('is nothing as long as fewer than three people saw anything new, however often one of them turns the page', () => {
    const everybody = people('ada', 'ben', 'cem');
    const two = exposureOf({ ada: [0, 1, 2], ben: [0] });
    const first = two.tell(ballot, everybody, 0);
    two.note(ballot, 'ada' as ParticipantId, entries([0, 1, 2, 3]));
    const again = two.tell(ballot, everybody, 100_000);
    two.note(ballot, 'cem' as ParticipantId, entries([0]));
    const three = two.tell(ballot, everybody, 200_000);
    two.note(ballot, 'cem' as ParticipantId, entries([0, 9]));
    expect([first, again, three, two.tell(ballot, everybody, 300_000)]).toEqual([
      null,
      null,
      '3222000000',
      null,
    ]);
  });

  it('is not told more than once a minute, of nobody who may not vote, and after a restart only what is new', () => {
    const seen = { ada: [0], ben: [0], cem: [1] };
    const fast = exposureOf(seen);
    fast.tell(ballot, people('ada', 'ben', 'cem'), 0);
    for (const who of ['ada', 'ben', 'cem']) fast.note(ballot, who as ParticipantId, entries([5]));
    expect([
      fast.tell(ballot, people('ada', 'ben', 'cem'), 59_000),
      fast.tell(ballot, people('ada', 'ben', 'cem'), 60_000),
      exposureOf(seen).tell(ballot, people('ada', 'ben'), 0),
      exposureOf(seen, true).tell(ballot, people('ada', 'ben', 'cem'), 0),
    ]).toEqual([null, '0000030000', null, null]);
  });

  it('is nothing where the marks of one or two are all that is left, however many went', () => {
    const everybody = ['ada', 'ben', 'cem', 'dan', 'eva'];
    const exposure = exposureOf(Object.fromEntries(everybody.map((who, index) => [who, [index]])));
    const all = exposure.tell(ballot, people(...everybody), 0);
    const alone = exposure.tell(ballot, people('ada'), 100_000);
    expect([all, alone]).toEqual(['2222200000', null]);
  });

  it('says of numbers only which quarter they are in', () => {
    expect([levelsText([5, 5, 5, 5]), levelsText([0, 1, 2, 300]), levelsText([0, 1, 2, 3])]).toEqual([
      '0000',
      '0123',
      '0123',
    ]);
    expect([readLevels('0123', 4), readLevels('012', 4), readLevels('0129', 4), readLevels(7, 4)]).toEqual([
      [0, 1, 2, 3],
      null,
      null,
      null,
    ]);
  });
});

describe('the coverage in a result', () => {
  it('counts whoever was shown an option or gave it something, and is kept back below three people', () => {
    const gave = (option: number) => ({ [`ballot/option${option}`]: 1 });
    const all = [entries([0, 1]), entries([1], gave(2)), entries([1, 9]), new Map(Object.entries(gave(5)))];
    expect([Object.fromEntries(coverageOf(ballot, all)), coverageOf(ballot, all.slice(0, 2)).size]).toEqual([
      { ...Object.fromEntries(options.map((id) => [id, 0])), option0: 1, option1: 3, option2: 1, option9: 1 },
      0,
    ]);
  });
});

describe('the order in which ideas are shown', () => {
  it('is another for everybody, puts last what I saw and first what others saw least', () => {
    const seen = new Set([0, 1]);
    const levels = [0, 0, 3, 3, 0, 0, 0, 0, 0, 0];
    const order = leastSeenFirst(ballot, 'ada', { seen, levels });
    expect([
      new Set(order.slice(0, 6)),
      new Set(order.slice(6, 8)),
      new Set(order.slice(8)),
      inMyOrder(ballot, 'ada').join() === inMyOrder(ballot, 'ben').join(),
    ]).toEqual([
      new Set(options.slice(4)),
      new Set(options.slice(2, 4)),
      new Set(options.slice(0, 2)),
      false,
    ]);
  });

  it('evens out who was shown what: forty people who each look at ten of a hundred see all of them about as often', () => {
    const many = Array.from({ length: 100 }, (_, index) => `idea${index}` as ItemId);
    const big = { ...ballot, options: many };
    const everybody = people(...Array.from({ length: 40 }, (_, index) => `person${index}`));
    const spread = (isTold: boolean) => {
      const exposure = new Exposure(false);
      const counts = many.map(() => 0);
      let levels: readonly number[] | null = null;
      for (const [turn, who] of [...everybody].entries()) {
        const shown = leastSeenFirst(big, who, { seen: new Set(), levels }).slice(0, 10);
        const places = shown.map((id) => many.indexOf(id));
        for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
        exposure.note(big, who, new Map([[seenKey('ballot'), seenText(new Set(places))]]));
        const told = exposure.tell(big, everybody, turn * 60_000);
        if (isTold && told !== null) levels = readLevels(told, many.length);
      }
      return Math.max(...counts) - Math.min(...counts);
    };
    expect([spread(true) <= 3, spread(false) >= 6]).toEqual([true, true]);
  });
});
