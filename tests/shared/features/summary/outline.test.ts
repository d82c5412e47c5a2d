// A session told in a few entries of its documents, and what its summary makes of it.

import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../../shared/features/summary/outline.ts';
import { recurringWords } from '../../../../shared/features/summary/recurring.ts';
import { readStory } from '../../../../shared/features/summary/story.ts';
import type { Summary, SummaryCluster } from '../../../../shared/features/summary/summary.ts';
import { asks } from '../../../../shared/features/summary/talkTold.ts';
import { furnitureOf } from '../../../../shared/features/templates/furniture.ts';
import type { Piece } from '../../../../shared/features/templates/template.ts';
import type { ItemId, ParticipantId } from '../../../../shared/lib/ids.ts';
import { boardToJson } from '../../../../shared/transfer/json.ts';
import type { BoardSnapshot } from '../../../../shared/transfer/snapshot.ts';
import { cluster, note, person, snapshot } from '../../../support/snapshots.ts';

type Roots = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const told = (session: Roots, talk: Roots = {}) =>
  readStory(
    (root) => Object.entries(session[root] ?? {}),
    (root) => Object.entries(talk[root] ?? {}),
  );
const minute = 60_000;
const people = [person('ada', 'Ada', 'facilitator'), person('ben', 'Ben'), person('cem', 'Cem')];
const ballot = (more: object) => ({
  title: 'Which first?',
  method: 'dots',
  options: ['a', 'b', 'c'],
  votes: 3,
  maxPerOption: 2,
  openedAt: 1,
  closedAt: 9,
  ...more,
});
const result = (tally: object, voters: object, more: object = {}) => ({
  method: 'dots',
  tally,
  voters,
  voted: 2,
  eligible: 3,
  closedAt: 9,
  practice: false,
  ...more,
});
const ideas = [
  note({ id: 'a', text: 'Lanterns' }),
  note({ id: 'b', text: 'Ice', x: 240 }),
  note({ id: 'c', text: 'Beer', x: 480 }),
];
const ranks = ({ standings }: Summary['ballots'][number]) =>
  standings.map(({ option, rank, isTied, isFirst, total }) => [rank, option.text, total, isTied, isFirst]);

describe('the summary of a vote', () => {
  it('ranks what was counted, calls a tie a tie, and says nothing of what is still open', () => {
    const story = told({
      ballots: {
        b1: ballot({}),
        b2: ballot({ title: 'Open', closedAt: null }),
        b3: ballot({ practice: true }),
      },
      results: {
        b1: result({ a: 2, b: 2, c: 0 }, { a: 1, b: 1, c: 0 }),
        b2: result({ a: 9 }, { a: 1 }, { closedAt: null }),
        b3: result({ c: 2 }, { c: 1 }),
      },
      counts: { 'voted/b2': { voted: 1, eligible: 3 } },
    });
    const { ballots } = summaryOf(snapshot(ideas, { people, story }));
    expect(ballots.map((each) => [each.title, each.state, each.voted, each.eligible, ranks(each)])).toEqual([
      [
        'Which first?',
        'counted',
        2,
        3,
        [
          [1, 'Lanterns', 2, true, true],
          [1, 'Ice', 2, true, true],
        ],
      ],
      ['Open', 'open', 1, 3, []],
    ]);
  });

  it('has no winner below its quorum, and a second round takes the last word', () => {
    const story = told({
      ballots: {
        b1: ballot({}),
        b2: ballot({ openedAt: 2, quorum: 3, after: { ballot: 'b1', how: 'winners' } }),
      },
      results: {
        b1: result({ a: 2, b: 1 }, { a: 2, b: 1 }),
        b2: result({ b: 2 }, { b: 2 }, { quorum: 3 }),
      },
    });
    const { ballots } = summaryOf(snapshot(ideas, { people, story }));
    expect(
      ballots.map(({ isSuperseded, quorum, follows, ...each }) => [
        isSuperseded,
        quorum,
        follows,
        ranks(each as never),
      ]),
    ).toEqual([
      [
        true,
        null,
        null,
        [
          [1, 'Lanterns', 2, false, true],
          [2, 'Ice', 1, false, false],
        ],
      ],
      [
        false,
        { needed: 3, isReached: false },
        { title: 'Which first?', how: 'winners' },
        [[1, 'Ice', 2, false, false]],
      ],
    ]);
  });

  it('names what was voted for though it lies in the trash by now', () => {
    const story = told({
      ballots: { b1: ballot({}) },
      results: { b1: result({ a: 1, c: 2 }, { a: 1, c: 1 }) },
    });
    const gone = [note({ id: 'c', text: 'Beer', deleted: true })];
    const { ballots } = summaryOf(snapshot(ideas.slice(0, 1), { deleted: gone, people, story }));
    expect(ballots.map(ranks)).toEqual([
      [
        [1, 'Beer', 2, false, true],
        [2, 'Lanterns', 1, false, false],
      ],
    ]);
  });
});

describe('the summary of a session', () => {
  it('tells the steps as they happened, then what nobody came to', () => {
    const step = (id: string, kind: string, more: object = {}) => ({ id, kind, title: id, ...more });
    const story = told({
      phase: {
        agenda: [
          step('think', 'silent', { minutes: 5, prompt: 'What would make it great?' }),
          step('talk', 'discuss'),
          step('vote', 'vote'),
        ],
        past: [
          { step: 'think', kind: 'silent', title: 'think', startedAt: 0, endedAt: 4 * minute },
          { step: 'vote', kind: 'vote', title: 'vote', startedAt: 4 * minute, endedAt: 6 * minute },
        ],
        ended: 6 * minute,
      },
      reveals: { r: { at: 3 * minute, ideas: 7, anonymous: false, few: false } },
    });
    const { agenda, span, question } = summaryOf(snapshot([], { story, exportedAt: 9 * minute }));
    expect({
      question,
      span,
      agenda: agenda.map((each) => [each.title, each.span?.from ?? null, each.plannedMinutes, each.revealed]),
    }).toEqual({
      question: ['What would make it great?'],
      span: { from: 0, to: 6 * minute },
      agenda: [
        ['think', 0, 5, 7],
        ['vote', 4 * minute, null, 0],
        ['talk', null, null, 0],
      ],
    });
  });

  it('names nobody when it is anonymous, and says how many they were', () => {
    const decision = { text: 'Go', by: 'ada', at: 5, confirmedBy: ['ada', 'ben'], against: 'It costs' };
    const about = { people, authors: new Map([['a' as ItemId, 'ben' as ParticipantId]]) };
    const of = (anonymous: boolean) =>
      summaryOf(
        snapshot(ideas, {
          ...about,
          story: told({ board: { settings: { anonymous } }, decisions: { d: decision } }),
        }),
      );
    const facts = ({ people: named, figures, decisions, loose }: Summary) => [
      named.map(({ name }) => name),
      figures.people,
      figures.writers,
      decisions.map(({ confirmed, confirmedBy, against }) => [confirmed, confirmedBy, against]),
      loose.map(({ author }) => author),
    ];
    const everything = JSON.stringify(of(true));
    expect([
      facts(of(false)),
      facts(of(true)),
      ['Ada', 'Ben', 'Cem'].filter((name) => everything.includes(name)),
    ]).toEqual([
      [['Ada', 'Ben', 'Cem'], 3, 1, [[2, ['Ada', 'Ben'], 'It costs']], ['Ben', null, null]],
      [[], 3, null, [[2, [], 'It costs']], [null, null, null]],
      [],
    ]);
  });

  it('takes what a template put on the wall for no idea, until somebody writes over it', () => {
    const piece = (
      id: string,
      kind: 'note' | 'cluster',
      text: string,
      inside: string | null = null,
    ): Piece => ({
      ...{ id, kind, text, in: inside, x: 0, y: 0, w: 200, h: 200, colour: 'yellow', locked: true },
    });
    const layout = [
      piece('question', 'cluster', 'Our question'),
      piece('ask', 'note', 'Write it here', 'question'),
      piece('rules', 'cluster', 'Rules'),
      piece('wild', 'note', 'Wild ideas are welcome', 'rules'),
      piece('hope', 'cluster', 'Hopes'),
      piece('hint', 'note', 'What do you hope for?', 'hope'),
      piece('next', 'cluster', 'Next steps'),
      piece('who', 'note', 'Who does what?', 'next'),
    ];
    const id = (name: string) => `i-${name}`;
    const made = layout.map(({ id: name }) => ({ id: id(name) as ItemId }));
    const items = [
      ...layout.map(({ id: name, kind, text, in: inside }) =>
        (kind === 'note' ? note : cluster)({
          id: id(name),
          text: name === 'ask' ? 'How do we celebrate?' : text,
          locked: true,
          ...(inside && { parent: id(inside) }),
        }),
      ),
      note({ id: 'idea', text: 'Lanterns', parent: id('hope') }),
      note({ id: 'step', text: 'Ben asks the mayor', parent: id('next') }),
    ];
    const story = told({ furniture: Object.fromEntries(furnitureOf(layout, made)) });
    const { question, nextSteps, clusters, loose, figures } = summaryOf(snapshot(items, { story }));
    expect({
      question,
      nextSteps,
      loose,
      ideas: figures.ideas,
      clusters: clusters.map(({ title, prompts, notes }) => [title, prompts, notes.map(({ text }) => text)]),
    }).toEqual({
      question: ['How do we celebrate?'],
      nextSteps: ['Ben asks the mayor'],
      loose: [],
      ideas: 1,
      clusters: [['Hopes', ['What do you hope for?'], ['Lanterns']]],
    });
  });

  it('counts as a question what ends as one and nobody has answered', () => {
    const comment = (th: string, t: string, more: object = {}) => ({ th, by: 'ada', at: 1, t, ...more });
    const story = told(
      {},
      {
        msgs: {
          comment01: comment('a', 'Who pays?'),
          comment02: comment('a', 'The town.', { re: 'comment01', at: 2, by: 'ben' }),
          comment03: comment('b', 'Is that allowed?', { at: 3 }),
          comment05: comment('z', 'On Friday.', { at: 6, x: { resolved: { by: 'ada', at: 7 } } }),
          comment04: comment('board', 'Done?', { at: 4, x: { resolved: { by: 'ada', at: 5 } } }),
        },
      },
    );
    const items = [
      ...ideas.slice(0, 2),
      note({ id: 'q', text: 'Why not outside? 🌳' }),
      note({ id: 'z', text: 'When?' }),
    ];
    const { questions, discussed, figures } = summaryOf(snapshot(items, { people, story }));
    expect({
      questions: questions.map(({ text, about }) => [text, about?.text ?? null]),
      discussed: discussed.map(({ option, comments, people: by }) => [option.text, comments, by]),
      talk: [figures.comments, figures.commenters],
    }).toEqual({
      questions: [
        ['Why not outside? 🌳', null],
        ['Is that allowed?', 'Ice'],
      ],
      discussed: [['Lanterns', 2, 2]],
      talk: [5, 2],
    });
  });

  it('knows a question mark of any script, and no other sign', () => {
    expect(['Why?', 'لماذا؟', 'なぜ？', '(really?)', 'Why? Because.', 'What!', ''].map(asks)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the figures of a summary', () => {
  it('are those that anybody can count in board.json', () => {
    const board: BoardSnapshot = snapshot(
      [
        cluster({ id: 'k', text: 'K' }),
        cluster({ id: 'l', text: 'L', parent: 'k' }),
        cluster({ id: 'p', text: 'Parked' }),
        ...Array.from({ length: 9 }, (_, i) =>
          note({
            id: `n${i}`,
            text: `Idea ${i}`,
            parent: ['k', 'l', 'p', 'nowhere'][i % 4] ?? 'k',
            x: i * 240,
          }),
        ),
      ],
      { people, park: 'p' as ItemId },
    );
    const { items, people: listed } = JSON.parse(boardToJson(board)) as {
      items: { kind: string; parent: string | null }[];
      people: unknown[];
    };
    const notes = items.filter(({ kind }) => kind === 'note');
    const { figures, clusters, loose, parked } = summaryOf(board);
    const texts = (all: readonly SummaryCluster[]): string[] =>
      all.flatMap(({ notes: own, clusters: inner }) => [...own.map(({ text }) => text), ...texts(inner)]);
    expect({
      ...figures,
      all: [...texts(clusters), ...loose.map(({ text }) => text), ...texts(parked ? [parked] : [])].sort(),
    }).toEqual({
      people: listed.length,
      ideas: notes.length,
      inClusters: notes.filter(({ parent }) => parent === 'k' || parent === 'l').length,
      clusters: 2,
      parked: notes.filter(({ parent }) => parent === 'p').length,
      writers: null,
      comments: 0,
      commenters: 0,
      counted: 0,
      all: notes.map((_, i) => `Idea ${i}`),
    });
  });
});

describe('the words that come back', () => {
  it('are counted by ideas, not by mentions, in the spelling most used, and only where there are many', () => {
    const texts = [
      ...Array.from({ length: 8 }, (_, i) => `We need a bus, a Bus every ${i} minutes`),
      ...Array.from({ length: 9 }, () => 'Trees! trees along the Trees'),
      ...Array.from({ length: 4 }, () => 'Mehr Bäume über der Straße'),
    ];
    const of = (some: readonly string[]) =>
      recurringWords(
        some.map((text) => ({ text })),
        'Every MINUTES',
      );
    expect([of(texts), of(texts.slice(0, 10))]).toEqual([
      [
        { word: 'Trees', ideas: 9 },
        { word: 'Bäume', ideas: 4 },
        { word: 'Straße', ideas: 4 },
      ],
      [],
    ]);
  });
});
