// What ada does in private while a session goes on round her: ideas typed letter by letter, votes given and taken back. Two
// tellings differ in what she says and in nothing else.

import { draftText } from '../../shared/board/drafts.ts';
import { readItems } from '../../shared/board/reader.ts';
import { type Method, readBallots } from '../../shared/features/voting/ballot.ts';
import { encode } from '../../shared/protocol/messages.ts';
import { encodeCursor } from '../../shared/protocol/presence.ts';
import type { SimMember } from '../support/simMember.ts';
import type { SimSession } from '../support/simSession.ts';
import type { Cast, Story } from './secrecyWatch.ts';

export const oneWay = ['we should sing', 'grüße', 'no! e\u0301'] as const;
export const another = ['they must quit', 'süßer', 'ja: o\u0300'] as const;

type Step = () => unknown;

/** One more of the others' doings after every second step. */
function between(steps: readonly Step[], others: readonly Step[]): Step[] {
  return steps.flatMap((step, i) => (i % 2 === 1 ? [step, others[(i - 1) / 2] ?? (() => {})] : [step]));
}

/** What goes on in any session meanwhile. */
function meanwhile(world: SimSession, { fay, ben, cy, dan }: Cast): Step[] {
  return [
    () => points(ben),
    () => cy.ask('me.hand', { up: true }),
    () => ben.ask('reveal', { confirm: true }),
    () => dan.note('against the rules'),
    () => fay.note('the question'),
    () => cy.ask('win.add', { text: 'we began' }),
    () => ben.ask('me.ready', { ready: true }),
    () => cy.lines.session.socket?.sendToServer(Uint8Array.of(0, 2, 200)),
    () => world.time.pass(6_000),
  ];
}

function points(member: SimMember): void {
  member.lines.session.socket?.sendToServer(encode.cursor(encodeCursor({ at: { x: 3, y: 4 }, drag: null })));
}

/** Ideas written in silence until they are revealed without names; ada's are these. */
export function drafting(texts: readonly string[]): Story {
  return {
    steps: (world, cast) => {
      const { fay, ada, ben, cy, dan } = cast;
      const steps: Step[] = [() => fay.ask('phase.set', { kind: 'silent', anonymous: true })];
      let current = '';
      for (const text of texts) {
        const [first = '', ...letters] = text;
        steps.push(() => {
          current = ada.idea(first, { nameless: true });
        });
        for (const letter of letters) steps.push(() => ada.types(current, letter));
        // She strikes her last letter out, as one does.
        steps.push(() => {
          const live = draftText(ada.lines.personal.doc, current);
          live?.delete(live.length - 1, 1);
        });
      }
      const others: Step[] = [
        () => ben.idea('from ben', { nameless: true }),
        () => cy.idea('from cy', { nameless: true }),
        () => dan.idea('from dan', { nameless: true }),
        ...meanwhile(world, cast),
      ];
      return [
        ...between(steps, others),
        () => world.time.pass(6_000),
        () => fay.ask('reveal', {}),
        // Everybody's copy of the reveal is on its way from here on.
        () => world.time.pass(500),
      ];
    },
    isOver: (world) => world.state().reveals.length > 0,
    ending: (world) => `reveals ${world.state().reveals.length}`,
  };
}

/** Ideas passed on in rounds; only ada's own first sheet holds what she writes before it is passed on. */
export function inRounds(texts: readonly string[]): Story {
  const [text = ''] = texts;
  const isPassedOn = (world: SimSession) => (world.state().phase?.round?.number ?? 1) > 1;
  return {
    begin: async (world, { fay }) => {
      const step = { kind: 'silent', anonymous: true, minutes: 5, rounds: { count: 3, ideas: 3 } };
      await world.does(fay, 'phase.set', step);
    },
    steps: (world, cast) => {
      const { fay, ada, ben, cy } = cast;
      let current = '';
      const [first = '', ...letters] = text;
      const steps: Step[] = [
        () => {
          current = ada.idea(first, { nameless: true, sheet: ada.sheet?.id ?? '' });
        },
        ...letters.map((letter) => () => ada.types(current, letter)),
      ];
      const others: Step[] = [
        () => ben.idea('from ben', { nameless: true, sheet: ben.sheet?.id ?? '' }),
        () => cy.idea('from cy', { nameless: true, sheet: cy.sheet?.id ?? '' }),
        ...meanwhile(world, cast),
      ];
      return [...between(steps, others), () => world.time.pass(6_000), () => fay.ask('round.next', {})];
    },
    isOver: isPassedOn,
    ending: (world) => `round ${world.state().phase?.round?.number}`,
  };
}

export type Shapes = readonly [first: number, second: number];

const ballots: readonly (readonly [Method, Record<string, unknown>])[] = [
  ['dots', { votes: 4, maxPerOption: 2 }],
  ['approval', { who: 'link' }],
  ['score', { who: 'link' }],
  ['ranked', { who: 'link', votes: 4 }],
  ['matrix', { who: 'link' }],
  ['quadratic', { who: 'link', votes: 25, maxPerOption: 4 }],
];

/** The entries of one vote for the options at two places of the list: of one shape, whichever the places are. */
function entriesOf(
  method: Method,
  ballot: string,
  [a, b]: readonly [string, string],
  [first, second]: Shapes,
) {
  const entries: Record<Method, Readonly<Record<string, unknown>>> = {
    dots: { [`${ballot}/0`]: a, [`${ballot}/1`]: b },
    ranked: { [`${ballot}/0`]: a, [`${ballot}/1`]: b },
    approval: { [`${ballot}/${a}`]: 1 },
    score: { [`${ballot}/${a}`]: first + 1, [`${ballot}/${b}`]: second + 1 },
    matrix: { [`${ballot}/${a}`]: [first / 4, second / 4] },
    quadratic: { [`${ballot}/${a}`]: 3, [`${ballot}/${b}`]: 2 },
  };
  return entries[method];
}

function votes(member: SimMember, entries: Readonly<Record<string, unknown>>): void {
  const { doc } = member.lines.personal;
  doc.transact(() => {
    for (const [key, value] of Object.entries(entries))
      if (value === null) doc.getMap('votes').delete(key);
      else doc.getMap('votes').set(key, value);
  });
}

/** As the disk has them. */
function known(world: SimSession) {
  const items = [...readItems(world.docOf('board/canvas')).values()];
  const of = readBallots(world.docOf('board/session').getMap('ballots').entries());
  return {
    options: items.filter(({ text }) => text.startsWith('option')).map(({ id }) => id as string),
    ballots: of,
  };
}

function opensAll(more: Record<string, unknown>): NonNullable<Story['begin']> {
  return async (world, { fay }) => {
    for (const n of [1, 2, 3, 4]) fay.note(`option ${n}`);
    await world.time.pass(500);
    for (const [method, args] of ballots) {
      const { options } = known(world);
      const { ok, code } = await world.does(fay, 'ballot.open', { options, method, ...args, ...more });
      if (!ok) throw new Error(`${method}: ${code}`);
    }
  };
}

function closesAll(world: SimSession, { fay }: Cast): Step[] {
  return known(world).ballots.map(
    ({ id }) =>
      () =>
        fay.ask('ballot.close', { ballot: id }),
  );
}

function gives(world: SimSession, who: SimMember, shapes: Shapes, method: Method): Step {
  return () => {
    const ballot = known(world).ballots.find((one) => one.method === method)?.id ?? '';
    const { options } = known(world);
    const pair = [options[shapes[0]] ?? '', options[shapes[1]] ?? ''] as const;
    votes(who, entriesOf(method, ballot, pair, shapes));
  };
}

function howManyClosed(world: SimSession): string {
  return `closed ${known(world).ballots.filter(({ closedAt }) => closedAt !== null).length}`;
}

/**
 * One ballot of each method at once, with totals shown meanwhile. In each window between two looks at the votes ada and ben
 * vote for what stands at these places of the list, one after another, and cy and dan as well.
 */
export function votingLive(windows: readonly (readonly [ada: Shapes, ben: Shapes])[]): Story {
  const begin = opensAll({ show: 'live' });
  return {
    begin,
    steps: (world, cast) => [
      ...windows.flatMap(([ada, ben], window) => [
        ...ballots.flatMap(([method]) => [
          gives(world, cast.ada, ada, method),
          gives(world, cast.ben, ben, method),
          gives(world, cast.cy, window % 2 === 0 ? [0, 3] : [2, 1], method),
        ]),
        () => world.time.pass(6_000),
      ]),
      ...closesAll(world, cast),
      () => world.time.pass(12_000),
    ],
    isOver: () => false,
    insiders: ['ada', 'ben'],
    ending: (world) => {
      const results = [...world.docOf('board/session').getMap('results').values()];
      return `${howManyClosed(world)}, ${results.length} results`;
    },
  };
}

/** One ballot of each method at once. ada and ben vote for what stands at these places of the list. */
export function voting(ada: Shapes, ben: Shapes, more: Partial<Story> = {}): Story {
  return {
    begin: opensAll({}),
    steps: (world, cast) => {
      const takesOneBack = (who: SimMember) => () => {
        const key = [...who.lines.personal.doc.getMap('votes').keys()].at(-1) ?? '';
        votes(who, { [key]: null });
      };
      const methods = ballots.map(([method]) => method);
      const steps = methods.flatMap((method) => [
        gives(world, cast.ada, ada, method),
        gives(world, cast.ben, ben, method),
        takesOneBack(cast.ada),
        takesOneBack(cast.ben),
        gives(world, cast.cy, [0, 3], method),
        gives(world, cast.ada, ada, method),
        gives(world, cast.ben, ben, method),
      ]);
      const closes = closesAll(world, cast);
      const early = () => cast.ben.ask('ballot.close', { ballot: known(world).ballots[0]?.id ?? '' });
      return [
        ...between(steps, [early, ...meanwhile(world, cast)]),
        () => world.time.pass(6_000),
        ...closes,
        () => world.time.pass(12_000),
      ];
    },
    isOver: (world) => known(world).ballots.some(({ closedAt }) => closedAt !== null),
    ending: howManyClosed,
    ...more,
  };
}
