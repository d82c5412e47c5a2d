// The figures of a summary, counted again from the file that everybody can take along: by other means, from board.json alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../shared/features/summary/outline.ts';
import { readStory } from '../../../shared/features/summary/story.ts';
import type { Figures } from '../../../shared/features/summary/summary.ts';
import { furnitureOf } from '../../../shared/features/templates/furniture.ts';
import type { Piece } from '../../../shared/features/templates/template.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { ItemId, ParticipantId } from '../../../shared/lib/ids.ts';
import { itemsToCreate, planImport } from '../../../shared/transfer/import.ts';
import { boardToJson, parseBoardJson } from '../../../shared/transfer/json.ts';
import { readFiledSession } from '../../../shared/transfer/readFiledSession.ts';
import type { BoardSnapshot } from '../../../shared/transfer/snapshot.ts';
import { bytesOf, cluster, note, person, snapshot } from '../../support/snapshots.ts';
import { toldBoard } from '../../support/toldBoard.ts';

const people = ['ada', 'ben', 'cem', 'dov'];
const texts = ['Lanterns', 'What should we ask?', ' prompt ', '', 'Ice'];
const pieces = ['question', 'next', 'other'];
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const who = fc.constantFrom(...people);

const anyNote = fc.record({
  text: fc.constantFrom(...texts),
  parent: maybe(fc.nat(3)),
  author: maybe(who),
  piece: maybe(fc.constantFrom(...pieces)),
  /** Somebody has written over what the template said. */
  isOver: fc.boolean(),
});
const anyCluster = fc.record({ parent: maybe(fc.nat(3)), piece: maybe(fc.constantFrom(...pieces)) });
const anyComment = fc.record({
  on: fc.nat(8),
  by: maybe(who),
  removed: fc.boolean(),
  answers: maybe(fc.nat(5)),
  text: fc.constantFrom('Yes', 'Why?'),
});
const anyBallot = fc.record({ practice: fc.boolean(), closed: fc.boolean(), voted: fc.nat(4) });

const anyBoard = fc
  .record({
    notes: fc.array(anyNote, { maxLength: 12 }),
    clusters: fc.array(anyCluster, { maxLength: 4 }),
    comments: fc.array(anyComment, { maxLength: 8 }),
    ballots: fc.array(anyBallot, { maxLength: 3 }),
    park: maybe(fc.nat(3)),
    anonymous: fc.boolean(),
  })
  .map(boardOf);

interface Drawn {
  readonly notes: readonly {
    text: string;
    parent: number | null;
    author: string | null;
    piece: string | null;
    isOver: boolean;
  }[];
  readonly clusters: readonly { parent: number | null; piece: string | null }[];
  readonly comments: readonly {
    on: number;
    by: string | null;
    removed: boolean;
    answers: number | null;
    text: string;
  }[];
  readonly ballots: readonly { practice: boolean; closed: boolean; voted: number }[];
  readonly park: number | null;
  readonly anonymous: boolean;
}

function boardOf(drawn: Drawn): BoardSnapshot {
  const { notes, clusters } = drawn;
  const inside = (parent: number | null, below: number) =>
    parent !== null && parent < below ? { parent: `c${parent}` } : {};
  const items = [
    ...clusters.map(({ parent }, at) => cluster({ id: `c${at}`, text: `C${at}`, ...inside(parent, at) })),
    ...notes.map(({ text, parent }, at) =>
      note({ id: `n${at}`, text, x: at * 240, ...inside(parent, clusters.length) }),
    ),
  ];
  const ballots = ballotsOf(
    drawn,
    items.map(({ id }) => id),
  );
  const told: Record<string, Record<string, unknown>> = {
    ...ballots,
    board: { settings: { anonymous: drawn.anonymous } },
    guide: { park: drawn.park !== null && drawn.park < clusters.length ? `c${drawn.park}` : undefined },
    furniture: furnitureIn(drawn),
    decisions: { d: { text: 'Lanterns', by: 'ada', at: 5, confirmedBy: ['ben', 'cem'], ballot: 'b0' } },
    wins: { w: { text: 'We met', item: null, by: 'ben', at: 2 } },
    actionItems: { a: { text: 'Buy them', by: 'ada', at: 6, owner: { person: 'cem' } } },
    summary: { foreword: 'Thank you' },
  };
  const msgs = messagesOf(drawn);
  return snapshot(items, {
    exportedAt: 60_000,
    people: people.map((name) => person(name, name.toUpperCase())),
    authors: new Map(
      notes.flatMap(({ author }, at) =>
        author === null ? [] : [[`n${at}` as ItemId, author as ParticipantId] as const],
      ),
    ),
    story: readStory(
      (root) => Object.entries(told[root] ?? {}),
      (root) => (root === 'msgs' ? msgs : []),
    ),
  });
}

function furnitureIn({ notes, clusters }: Drawn): Record<string, unknown> {
  const piece = (id: string, text: string) => ({ id, text }) as Piece;
  const put = (id: string, of: string | null, text: string) =>
    of === null ? [] : furnitureOf([piece(of, text)], [{ id: id as ItemId }]);
  return Object.fromEntries([
    ...clusters.flatMap((each, at) => put(`c${at}`, each.piece, `C${at}`)),
    ...notes.flatMap(({ piece: of, isOver, text }, at) => put(`n${at}`, of, isOver ? `not ${text}` : text)),
  ]);
}

function ballotsOf({ ballots }: Drawn, options: readonly ItemId[]): Record<string, Record<string, unknown>> {
  const closedAt = (closed: boolean) => (closed ? 9 : null);
  const common = { method: 'dots', title: 'Which?', options, votes: 3, voters: people };
  const counts = { method: 'dots', tally: { n0: 2 }, voters: { n0: 1 }, eligible: 4 };
  return {
    ballots: Object.fromEntries(
      ballots.map(({ practice, closed }, at) => [
        `b${at}`,
        { ...common, openedAt: at + 1, closedAt: closedAt(closed), practice },
      ]),
    ),
    results: Object.fromEntries(
      ballots.map(({ practice, closed, voted }, at) => [
        `b${at}`,
        { ...counts, voted, practice, closedAt: closedAt(closed) },
      ]),
    ),
  };
}

function messagesOf({ comments, notes }: Drawn): [string, unknown][] {
  return comments.map(({ on, by, removed, answers, text }, at) => [
    `comment${at}`,
    {
      th: on < notes.length ? `n${on}` : 'board',
      ...(answers !== null && answers < at && { re: `comment${answers}` }),
      by,
      at: at + 1,
      t: text,
      ...(removed && { x: { removed: { by, at: 20 } } }),
    },
  ]);
}

interface Filed {
  people: { id: string; name: string; role: 'editor' }[];
  items: { id: string; kind: string; parent: string | null; text: string; author: string | null }[];
  session: {
    settings: { anonymous: boolean };
    park: string | null;
    furniture: Record<string, [string, number]>;
    ballots: Record<string, { practice: boolean }>;
    results: Record<string, unknown>;
    comments: Record<string, { by: string | null; x?: { removed?: unknown } }>;
  };
}

/** By other means than the summary's own: item by item, with nothing of its outline. */
function counted({ people: all, items, session }: Filed): Figures {
  const { furniture, park } = session;
  const byId = new Map(items.map((item) => [item.id, item]));
  const around = (parent: string | null): string[] =>
    parent === null ? [] : [parent, ...around(byId.get(parent)?.parent ?? null)];
  const pieceOf = (id: string | null) => (id === null ? undefined : furniture[id]?.[0]);
  const written = items.filter(
    ({ id, kind, text }) => kind === 'note' && furniture[id]?.[1] !== hashOf(text.trim()),
  );
  const said = (piece: string) =>
    written.filter(({ parent, text }) => pieceOf(parent) === piece && text.trim() !== '');
  const questions = said('question').length <= 3 ? said('question') : [];
  const aside = new Set([...questions, ...said('next')].map(({ id }) => id));
  const ideas = written.filter(({ id }) => !aside.has(id));
  const isParked = ({ parent }: { parent: string | null }) => park !== null && around(parent).includes(park);
  const isTold = (id: string): boolean =>
    furniture[id] === undefined ||
    ideas.some(({ parent }) => parent === id) ||
    items.some(
      (inner) => inner.kind === 'cluster' && inner.parent === id && inner.id !== park && isTold(inner.id),
    );
  const clusters = items.filter(
    (item) => item.kind === 'cluster' && item.id !== park && !isParked(item) && isTold(item.id),
  );
  const writers = session.settings.anonymous ? 0 : new Set(ideas.flatMap(({ author }) => author ?? [])).size;
  const living = Object.values(session.comments).filter(({ x }) => x?.removed === undefined);
  return {
    people: all.length,
    ideas: ideas.length,
    inClusters: ideas.filter((idea) => idea.parent !== null && !isParked(idea)).length,
    clusters: clusters.length,
    parked: ideas.filter(isParked).length,
    writers: writers === 0 ? null : writers,
    comments: living.length,
    commenters: new Set(living.flatMap(({ by }) => by ?? [])).size,
    counted: Object.keys(session.results).filter((id) => !session.ballots[id]?.practice).length,
  };
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
}

/** As somebody would who has the file and nothing else. */
function fromFile(text: string): BoardSnapshot {
  const filed = JSON.parse(text) as Filed & { exportedAt: string; session: unknown };
  const { items, title } = parseBoardJson(text);
  return {
    title,
    exportedAt: Date.parse(filed.exportedAt),
    items: items.map((item) => ({
      locked: false,
      collapsed: false,
      deleted: false,
      ...item,
    })) as BoardSnapshot['items'],
    people: filed.people as unknown as BoardSnapshot['people'],
    authors: new Map(
      filed.items.flatMap(({ id, author }) =>
        author === null ? [] : [[id as ItemId, author as ParticipantId] as const],
      ),
    ),
    ...(readFiledSession(filed.session) && { story: readFiledSession(filed.session) }),
  } as BoardSnapshot;
}

describe('the figures of a summary', () => {
  it('are those that anybody counts from board.json', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(counted(JSON.parse(boardToJson(board)) as Filed)).toEqual(summaryOf(board).figures);
      }),
      { seed: 2050, numRuns: 400 },
    );
  });

  it('come back whole with everything else a summary says', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(summaryOf(fromFile(boardToJson(board)))).toEqual(summaryOf(board));
      }),
      { seed: 2050, numRuns: 200 },
    );
    expect(summaryOf(fromFile(boardToJson(toldBoard())))).toEqual(summaryOf(toldBoard()));
  });
});

describe('the session in a file', () => {
  it('says nobody who may vote, and where nobody is named it names nobody', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const { session } = JSON.parse(boardToJson(board)) as { session: Record<string, unknown> };
        const { ballots, comments, wins, decisions } = session as Record<string, Record<string, object>>;
        const lists = Object.values(ballots ?? {}).filter((ballot) => 'voters' in ballot);
        const named = board.story?.session.settings.anonymous
          ? people.filter((id) => JSON.stringify([comments, wins, decisions]).includes(`"${id}"`))
          : [];
        expect([lists, named]).toEqual([[], []]);
      }),
      { seed: 2050, numRuns: 200 },
    );
  });

  it('keeps prompts prompts where they are brought in, under whatever ids', () => {
    const text = boardToJson(
      boardOf({
        notes: [
          { text: 'Ask here', parent: null, author: null, piece: 'other', isOver: false },
          { text: 'An idea', parent: null, author: 'ada', piece: null, isOver: false },
        ],
        clusters: [],
        comments: [],
        ballots: [],
        park: null,
        anonymous: false,
      }),
    );
    const plan = planImport({ bytes: bytesOf(text), contentType: 'application/json' });
    const items = itemsToCreate(plan, new Map(), seededRandom(1));
    expect([[...plan.furniture.keys()], items.map(({ id }) => id)]).toEqual([['n0'], ['n0', 'n1']]);
  });

  it('of a later version, or of none, takes nothing from the board', () => {
    const text = boardToJson(toldBoard());
    const later = text.replace('"session": {\n    "version": 1', '"session": {\n    "version": 2');
    const broken = text.replace(/"session": \{[\s\S]*\}\n\}/, '"session": [null]}');
    const read = [text, later, broken].map((each) => {
      const { items, problems } = parseBoardJson(each);
      return [items.length, problems.length];
    });
    expect([read, readFiledSession({ version: 2 }), readFiledSession([null])]).toEqual([
      Array.from({ length: 3 }, () => read[0]),
      null,
      null,
    ]);
  });
});
