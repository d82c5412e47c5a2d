// Templates for finding ideas: where things lie and what happens when.

import { area, ask, dots, gap, high, hint, loose, type Plan, question, wide } from './plan.ts';

const right = wide(2) + gap;
const below = high(1) + gap;
const half = wide(3);

/** What colour each hat has here: there is neither white nor black paper. */
const hats = {
  blue: 'blue',
  white: 'grey',
  green: 'green',
  yellow: 'yellow',
  black: 'purple',
  red: 'pink',
} as const;

export const plansForIdeas = {
  brainstorm: {
    group: 'ideas',
    people: { min: 3, max: 20 },
    layout: [
      ...area(question('orange'), [ask]),
      ...area({ id: 'rules', x: right, y: 0, w: wide(4), h: high(1), colour: 'green', locked: true }, [
        { id: 'first' },
        { id: 'one' },
        { id: 'wild' },
        { id: 'build' },
      ]),
      ...area({ id: 'next', x: 0, y: below, w: wide(2), h: high(1), colour: 'blue', locked: true }, [
        hint('who'),
      ]),
      // In no cluster: later, clusters are voted for.
      ...loose({ x: right + 24, y: below + 56 }, [
        { id: 'try' },
        { id: 'walk', colour: 'teal', own: true },
        { id: 'nap', colour: 'purple', own: true },
        { id: 'coffee', colour: 'pink', own: true },
      ]),
    ],
    agenda: [
      {
        id: 'warmUp',
        kind: 'vote',
        minutes: 2,
        ballot: { method: 'dots', options: 'notes', votes: 2, maxPerOption: 2, practice: true },
      },
      { id: 'think', kind: 'silent', minutes: 7 },
      { id: 'share', kind: 'discuss', minutes: 6 },
      { id: 'group', kind: 'group', minutes: 8 },
      { id: 'vote', kind: 'vote', minutes: 3, ballot: dots('clusters', 3, 2) },
      { id: 'discuss', kind: 'discuss', minutes: 9 },
    ],
  },
  'how-might-we': {
    group: 'ideas',
    people: { min: 3, max: 12 },
    layout: [
      ...area(question('pink'), [ask]),
      ...area({ id: 'craft', x: right, y: 0, w: wide(4), h: high(1), colour: 'purple', locked: true }, [
        { id: 'start' },
        { id: 'broad' },
        { id: 'narrow' },
        { id: 'good', colour: 'green' },
      ]),
      ...area({ id: 'first', x: 0, y: below, w: half, h: high(1), colour: 'blue', locked: true }, [
        hint('small'),
      ]),
      ...area({ id: 'signs', x: half + gap, y: below, w: half, h: high(1), colour: 'teal', locked: true }, [
        hint('notice'),
      ]),
    ],
    agenda: [
      { id: 'observe', kind: 'silent', minutes: 6 },
      { id: 'sort', kind: 'group', minutes: 6 },
      { id: 'turn', kind: 'group', minutes: 7 },
      { id: 'choose', kind: 'vote', minutes: 3, ballot: dots('clusters', 3, 1) },
      { id: 'answer', kind: 'silent', minutes: 8 },
      { id: 'decide', kind: 'discuss', minutes: 10 },
    ],
  },
  'crazy-eights': {
    group: 'ideas',
    people: { min: 2, max: 12 },
    layout: [
      ...area(question('orange', 2), [ask, { id: 'rough' }, { id: 'stuck' }]),
      ...area({ id: 'eight', x: right, y: 0, w: wide(4), h: high(2), colour: 'purple', locked: true }, [
        { id: 'one', colour: 'yellow' },
        { id: 'two', colour: 'orange' },
        { id: 'three', colour: 'pink' },
        { id: 'four', colour: 'purple' },
        { id: 'five', colour: 'blue' },
        { id: 'six', colour: 'teal' },
        { id: 'seven', colour: 'green' },
        { id: 'eighth', colour: 'grey' },
      ]),
    ],
    agenda: [
      { id: 'agree', kind: 'discuss', minutes: 4 },
      { id: 'eights', kind: 'silent', minutes: 8 },
      { id: 'show', kind: 'discuss', minutes: 8 },
      { id: 'vote', kind: 'vote', minutes: 3, ballot: dots('notes', 4, 2) },
      { id: 'improve', kind: 'silent', minutes: 6 },
      { id: 'decide', kind: 'discuss', minutes: 8 },
    ],
  },
  'brainwriting-6-3-5': {
    group: 'ideas',
    people: { min: 4, max: 12 },
    layout: [
      ...area(question('orange'), [ask]),
      ...area({ id: 'how', x: right, y: 0, w: wide(4), h: high(1), colour: 'teal', locked: true }, [
        { id: 'three' },
        { id: 'pass' },
        { id: 'build' },
        { id: 'blank' },
      ]),
      ...area({ id: 'best', x: 0, y: below, w: half, h: high(1), colour: 'green', locked: true }, [
        hint('why'),
      ]),
      ...area({ id: 'next', x: half + gap, y: below, w: half, h: high(1), colour: 'blue', locked: true }, [
        hint('who'),
      ]),
    ],
    agenda: [
      { id: 'agree', kind: 'discuss', minutes: 3 },
      { id: 'write', kind: 'silent', minutes: 5, anonymous: true, rounds: { count: 6, ideas: 3 } },
      { id: 'group', kind: 'group', minutes: 10 },
      { id: 'vote', kind: 'vote', minutes: 4, ballot: dots('clusters', 5, 2) },
      { id: 'discuss', kind: 'discuss', minutes: 8 },
    ],
  },
  'six-hats': {
    group: 'ideas',
    people: { min: 3, max: 10 },
    layout: [
      ...hat('blue', 0, 0, 'aim'),
      ...hat('white', 1, 0, 'facts'),
      ...hat('green', 2, 0, 'ideas'),
      ...hat('yellow', 0, 1, 'gains'),
      ...hat('black', 1, 1, 'risks'),
      ...hat('red', 2, 1, 'feelings'),
    ],
    agenda: [
      { id: 'blueAim', kind: 'discuss', minutes: 4 },
      { id: 'whiteFacts', kind: 'open', minutes: 6 },
      { id: 'greenIdeas', kind: 'silent', minutes: 7 },
      { id: 'yellowGains', kind: 'open', minutes: 6 },
      { id: 'blackRisks', kind: 'open', minutes: 6 },
      { id: 'redFeelings', kind: 'vote', minutes: 3, ballot: dots('notes', 3, 2) },
      { id: 'blueDecision', kind: 'discuss', minutes: 8 },
    ],
  },
  'campaign-brainstorm': {
    group: 'ideas',
    people: { min: 3, max: 12 },
    layout: [
      ...area(question('orange'), [ask]),
      ...area(
        { id: 'line', x: right, y: 0, w: 3 * wide(2) + 2 * gap, h: high(1), colour: 'grey', locked: true },
        [{ id: 'sentence', colour: 'grey', own: true, columns: 6 }],
      ),
      ...column('audience', 0, 'pink', true),
      ...column('message', 1, 'purple', false),
      ...column('channel', 2, 'blue', true),
      ...column('measure', 3, 'green', true),
    ],
    agenda: [
      { id: 'aim', kind: 'discuss', minutes: 5 },
      { id: 'audience', kind: 'open', minutes: 6 },
      { id: 'pick', kind: 'discuss', minutes: 4 },
      { id: 'message', kind: 'silent', minutes: 7 },
      { id: 'vote', kind: 'vote', minutes: 3, ballot: dots('notes', 3, 2) },
      { id: 'channel', kind: 'open', minutes: 7 },
      { id: 'measure', kind: 'open', minutes: 5 },
      { id: 'plan', kind: 'discuss', minutes: 8 },
    ],
  },
} as const satisfies Readonly<Record<string, Plan>>;

/** Only green ideas are voted for. */
function hat(id: keyof typeof hats, column: number, row: number, question: string) {
  const place = { x: column * (wide(2) + gap), y: row * (high(2) + gap), w: wide(2), h: high(2) };
  return area({ id, ...place, colour: hats[id], locked: id !== 'green' }, [hint(question)]);
}

function column(id: string, index: number, colour: 'pink' | 'purple' | 'blue' | 'green', locked: boolean) {
  const place = { x: index * (wide(2) + gap), y: high(1) + gap, w: wide(2), h: high(3) };
  return area({ id, ...place, colour, locked }, [hint(`${id}Hint`)]);
}
