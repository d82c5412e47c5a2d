// Templates in the browser, without one: what is kept here, how one is found, and a board that becomes one.

import { describe, expect, it } from 'vitest';
import { templateOf } from '../../../client/features/templates/templateOf.ts';
import { choicesOf, foundIn, oneOfEach } from '../../../client/templates/find.ts';
import { MyTemplates, myTemplatesMax } from '../../../client/templates/myTemplates.ts';
import { fileName, readTemplateFile } from '../../../client/templates/templateFiles.ts';
import { setLocked } from '../../../shared/board/verbs.ts';
import { defaultSettings } from '../../../shared/features/session/phase.ts';
import { allBuiltIn, builtIn } from '../../../shared/features/templates/builtIn.ts';
import { english } from '../../../shared/features/templates/english.ts';
import { parseTemplate, templateToJson } from '../../../shared/features/templates/read.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';

const swot = builtIn('swot', english);

function aShelf(roomFor = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > roomFor) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
  };
}

describe('my templates', () => {
  it('are kept as they were, latest first, and let go one by one', () => {
    const mine = new MyTemplates(aShelf());
    const told: number[] = [];
    mine.changed.add(() => told.push(mine.all().length));
    const [first, second] = [
      { key: 'a', template: { ...swot, group: null } },
      { key: 'b', template: { ...swot, title: 'Ours', group: null } },
    ];
    const troubles = [mine.keep(first), mine.keep(second)];
    const kept = mine.all();
    mine.remove('b');
    expect([troubles, kept, mine.all(), told]).toEqual([[null, null], [second, first], [first], [1, 2, 1]]);
  });

  it('say where there is no room, and then nothing of what was there is lost', () => {
    const small = aShelf(templateToJson(swot).length * 1.5);
    const mine = new MyTemplates(small);
    mine.keep({ key: 'a', template: swot });
    const full = new MyTemplates(aShelf());
    for (let index = 0; index < myTemplatesMax; index++) full.keep({ key: `${index}`, template: swot });
    expect([
      mine.keep({ key: 'b', template: swot }),
      mine.all().map(({ key }) => key),
      full.keep({ key: 'more', template: swot }),
      full.keep({ key: '3', template: swot }),
      new MyTemplates(null).keep({ key: 'a', template: swot }),
    ]).toEqual(['no-room', ['a'], 'full', null, 'no-room']);
  });

  it('are read past whatever else lies there', () => {
    const shelf = aShelf();
    const mine = new MyTemplates(shelf);
    mine.keep({ key: 'a', template: swot });
    const [entry] = JSON.parse(shelf.kept.get('wallflower.templates') ?? '[]') as unknown[];
    shelf.setItem('wallflower.templates', JSON.stringify([7, null, { key: 'x', template: {} }, entry]));
    const some = mine.all().map(({ key }) => key);
    shelf.setItem('wallflower.templates', '{broken');
    expect([some, mine.all()]).toEqual([['a'], []]);
  });
});

describe('finding a template', () => {
  const choices = choicesOf(allBuiltIn(english), [{ key: 'a', template: swot }]);

  it('goes by title, purpose and steps, whatever the accents and the case', () => {
    const keys = (search: string) => foundIn(choices, search).map(({ key }) => key);
    expect([keys('MAD sâd'), keys('why it failed'), keys('nothing of the kind'), keys(' ').length]).toEqual([
      ['mad-sad-glad'],
      ['pre-mortem'],
      [],
      16,
    ]);
  });

  it('begins with one of each kind, and with what is my own', () => {
    const [mine, ...rest] = oneOfEach(choices).map(({ key }) => key);
    expect([mine, ...rest.slice(0, 4)]).toEqual([
      'mine-a',
      'brainstorm',
      'swot',
      'start-stop-continue',
      'lean-coffee',
    ]);
  });
});

describe('a board that becomes a template', () => {
  const board = () => {
    const { board } = aBoard()
      .cluster('outer', { x: 100, y: 50, w: 700, h: 600 })
      .cluster('inner', { x: 130, y: 120, w: 400, h: 300, inside: 'outer' })
      .note('deep', { x: 160, y: 190, inside: 'inner' })
      .note('alone', { x: 900, y: 50 });
    setLocked(board, { ids: [idOf('outer')], locked: true });
    return { items: board.items, agenda: swot.agenda, settings: { ...defaultSettings, anonymous: true } };
  };
  const wish = { title: ' Ours ', wall: 'all', agenda: true } as const;

  it('keeps where everything is, what is in what, and the plan; and comes back from its file the same', () => {
    const { template, shortened } = templateOf(board(), wish);
    const back = parseTemplate(templateToJson(template));
    expect([
      template.title,
      template.layout.map(({ text, in: cluster, x, y, locked }) => [text, cluster, x, y, locked]),
      [template.agenda, template.minutes, template.settings],
      shortened,
      back,
    ]).toEqual([
      'Ours',
      [
        ['outer', null, 0, 0, true],
        ['inner', 'p1', 30, 70, false],
        ['deep', 'p2', 60, 140, false],
        ['alone', null, 800, 0, false],
      ],
      [swot.agenda, 40, { anonymous: true }],
      0,
      { template, problem: null },
    ]);
  });

  it('keeps only what is asked for', () => {
    const texts = (wall: 'clusters' | 'nothing') => {
      const { layout, agenda } = templateOf(board(), { ...wish, wall, agenda: false }).template;
      return [layout.map(({ text }) => text), agenda.length];
    };
    expect([texts('clusters'), texts('nothing')]).toEqual([
      [['outer', 'inner'], 0],
      [[], 0],
    ]);
  });

  it('says how many notes were too long to be kept whole', () => {
    const { board: long } = aBoard().note('x'.repeat(3_000)).note('short');
    const made = templateOf({ items: long.items, agenda: [], settings: defaultSettings }, wish);
    const lengths = made.template.layout.map(({ text }) => text.length);
    expect([made.shortened, lengths]).toEqual([1, [2_000, 5]]);
  });
});

describe('a template file', () => {
  it('is read, a byte order mark or not, and what is wrong with it is said in words', async () => {
    const read = (text: string) => readTemplateFile(new File([text], 'any.json'));
    const json = templateToJson(swot);
    expect([
      await read(`\ufeff${json}`),
      await read('a poem'),
      await read(json.replace('"silent"', '"loud"')),
      await read(' '.repeat(60_000)),
    ]).toEqual([
      { template: swot },
      { trouble: 'This file is not a template of Wallflower.' },
      { trouble: 'Something is wrong with this template: “agenda.0.kind” is missing or malformed.' },
      { trouble: 'This template is too large. It may have 56 kB.' },
    ]);
  });

  it('has a name that every system takes', () => {
    expect(['Plan: A/B?', '...', 'Größe  2', 'CON\u0000'].map(fileName)).toEqual([
      'Plan A B',
      'template',
      'Größe 2',
      'CON',
    ]);
  });
});
