// Templates for deciding, looking back and meeting: where things lie and what happens when.

import type { Colour } from '../../items/colour.ts';
import { area, ask, dots, gap, high, hint, type Plan, question, wide } from './plan.ts';

const right = wide(2) + gap;
const below = high(1) + gap;
const half = wide(3);
/** Three columns of two notes each, with what is between them. */
const threeColumns = 3 * wide(2) + 2 * gap;

export const plansForGroups = {
  swot: {
    group: 'decide',
    people: { min: 3, max: 15 },
    layout: [
      ...quarter('strengths', 0, 0, 'green'),
      ...quarter('weaknesses', 1, 0, 'pink'),
      ...quarter('opportunities', 0, 1, 'blue'),
      ...quarter('threats', 1, 1, 'orange'),
    ],
    agenda: [
      { id: 'inside', kind: 'silent', minutes: 7 },
      { id: 'placeInside', kind: 'group', minutes: 5 },
      { id: 'outside', kind: 'silent', minutes: 7 },
      { id: 'placeOutside', kind: 'group', minutes: 5 },
      { id: 'vote', kind: 'vote', minutes: 4, ballot: dots('notes', 5, 2) },
      { id: 'combine', kind: 'discuss', minutes: 12 },
    ],
  },
  'impact-and-effort': {
    group: 'decide',
    people: { min: 3, max: 12 },
    layout: [
      ...quarter('now', 0, 0, 'green'),
      ...quarter('plan', 1, 0, 'blue'),
      ...quarter('aside', 0, 1, 'yellow'),
      ...quarter('leave', 1, 1, 'grey'),
    ],
    agenda: [
      { id: 'collect', kind: 'silent', minutes: 6 },
      { id: 'clear', kind: 'group', minutes: 6 },
      {
        id: 'rate',
        kind: 'vote',
        minutes: 6,
        ballot: { method: 'matrix', options: 'notes', votes: 100, maxPerOption: 1, practice: false },
      },
      { id: 'place', kind: 'group', minutes: 7 },
      { id: 'commit', kind: 'discuss', minutes: 10 },
    ],
  },
  'pre-mortem': {
    group: 'decide',
    people: { min: 3, max: 15 },
    layout: [
      ...area(question('purple'), [ask]),
      ...area({ id: 'scene', x: right, y: 0, w: wide(4), h: high(1), colour: 'grey', locked: true }, [
        { id: 'year' },
        { id: 'failed' },
        { id: 'certain' },
        { id: 'blame' },
      ]),
      ...area({ id: 'prevent', x: 0, y: below, w: half, h: high(2), colour: 'green', locked: true }, [
        hint('today'),
      ]),
      ...area({ id: 'signs', x: half + gap, y: below, w: half, h: high(2), colour: 'orange', locked: true }, [
        hint('early'),
      ]),
    ],
    agenda: [
      { id: 'imagine', kind: 'discuss', minutes: 3 },
      { id: 'reasons', kind: 'silent', minutes: 8, anonymous: true },
      { id: 'read', kind: 'group', minutes: 8 },
      { id: 'vote', kind: 'vote', minutes: 4, ballot: dots('notes', 4, 2) },
      { id: 'prevent', kind: 'open', minutes: 10 },
      { id: 'agree', kind: 'discuss', minutes: 7 },
    ],
  },
  'start-stop-continue': {
    group: 'lookBack',
    people: { min: 3, max: 15 },
    layout: [
      ...column('start', 0, 'green'),
      ...column('stop', 1, 'pink'),
      ...column('continue', 2, 'blue'),
      ...along('promise', 'yellow'),
    ],
    agenda: [
      { id: 'arrive', kind: 'discuss', minutes: 3 },
      { id: 'write', kind: 'silent', minutes: 8 },
      { id: 'sort', kind: 'group', minutes: 8 },
      { id: 'vote', kind: 'vote', minutes: 3, ballot: dots('notes', 3, 2) },
      { id: 'discuss', kind: 'discuss', minutes: 15 },
      { id: 'promise', kind: 'open', minutes: 5 },
    ],
  },
  'mad-sad-glad': {
    group: 'lookBack',
    people: { min: 3, max: 12 },
    settings: { anonymous: true },
    layout: [
      ...column('mad', 0, 'pink'),
      ...column('sad', 1, 'blue'),
      ...column('glad', 2, 'yellow'),
      ...along('change', 'green'),
    ],
    agenda: [
      { id: 'settle', kind: 'discuss', minutes: 3 },
      { id: 'write', kind: 'silent', minutes: 8, anonymous: true },
      { id: 'read', kind: 'group', minutes: 8 },
      { id: 'vote', kind: 'vote', minutes: 3, ballot: dots('notes', 3, 1) },
      { id: 'talk', kind: 'discuss', minutes: 15 },
      { id: 'change', kind: 'open', minutes: 5 },
    ],
  },
  'daily-check-in': {
    group: 'lookBack',
    people: { min: 2, max: 12 },
    layout: [...column('mood', 0, 'yellow'), ...column('today', 1, 'blue'), ...column('stuck', 2, 'orange')],
    agenda: [
      { id: 'arrive', kind: 'open', minutes: 2 },
      { id: 'write', kind: 'open', minutes: 3 },
      { id: 'round', kind: 'discuss', minutes: 7 },
      { id: 'unblock', kind: 'discuss', minutes: 3 },
    ],
  },
  'lean-coffee': {
    group: 'together',
    people: { min: 3, max: 10 },
    layout: [
      ...column('topics', 0, 'yellow'),
      ...column('now', 1, 'orange'),
      ...column('done', 2, 'green'),
      ...along('takeaways', 'blue'),
    ],
    agenda: [
      { id: 'topics', kind: 'open', minutes: 5 },
      { id: 'pitch', kind: 'discuss', minutes: 4 },
      { id: 'vote', kind: 'vote', minutes: 2, ballot: dots('notes', 3, 2) },
      { id: 'first', kind: 'discuss', minutes: 8 },
      { id: 'second', kind: 'discuss', minutes: 8 },
      { id: 'third', kind: 'discuss', minutes: 8 },
      { id: 'takeaways', kind: 'open', minutes: 5 },
    ],
  },
  'content-calendar': {
    group: 'together',
    people: { min: 2, max: 10 },
    layout: [
      ...area(question('orange'), [ask]),
      ...area({ id: 'backlog', x: right, y: 0, w: threeColumns, h: high(1), colour: 'grey' }, [
        hint('backlogHint'),
      ]),
      ...week('week1', 0, 'teal'),
      ...week('week2', 1, 'blue'),
      ...week('week3', 2, 'purple'),
      ...week('week4', 3, 'pink'),
    ],
    agenda: [
      { id: 'aim', kind: 'discuss', minutes: 5 },
      { id: 'ideas', kind: 'silent', minutes: 8 },
      { id: 'topics', kind: 'group', minutes: 6 },
      { id: 'vote', kind: 'vote', minutes: 3, ballot: dots('notes', 5, 1) },
      { id: 'place', kind: 'group', minutes: 12 },
      { id: 'check', kind: 'discuss', minutes: 6 },
    ],
  },
  mediation: {
    group: 'together',
    people: { min: 2, max: 8 },
    settings: { hideCursors: true },
    layout: [
      ...area({ ...question('grey'), id: 'matter' }, [{ ...ask, colour: 'grey' }]),
      ...area({ id: 'rules', x: right, y: 0, w: wide(4), h: high(1), colour: 'blue', locked: true }, [
        { id: 'listen' },
        { id: 'self' },
        { id: 'stays' },
        { id: 'pause' },
      ]),
      ...pair('positions', 0, 0, 'orange', true),
      ...pair('interests', 1, 0, 'purple', true),
      ...pair('options', 0, 1, 'teal', false),
      ...pair('agreement', 1, 1, 'green', true),
    ],
    agenda: [
      { id: 'open', kind: 'discuss', minutes: 10, editorsWrite: false },
      { id: 'positions', kind: 'silent', minutes: 8 },
      { id: 'hear', kind: 'discuss', minutes: 12, editorsWrite: false },
      { id: 'interests', kind: 'silent', minutes: 10, anonymous: true },
      { id: 'understand', kind: 'discuss', minutes: 12, editorsWrite: false },
      { id: 'options', kind: 'silent', minutes: 8, anonymous: true },
      {
        id: 'accept',
        kind: 'vote',
        minutes: 5,
        ballot: { method: 'approval', options: 'notes', votes: 20, maxPerOption: 1, practice: false },
      },
      { id: 'agree', kind: 'open', minutes: 20 },
    ],
  },
} as const satisfies Readonly<Record<string, Plan>>;

/** One of four, two by two. */
function quarter(id: string, across: number, down: number, colour: Colour) {
  const place = { x: across * (half + gap), y: down * (high(2) + gap), w: half, h: high(2) };
  return area({ id, ...place, colour }, [hint(`${id}Hint`)]);
}

function pair(id: string, across: number, down: number, colour: Colour, locked: boolean) {
  const place = { x: across * (half + gap), y: (down + 1) * below, w: half, h: high(1) };
  return area({ id, ...place, colour, locked }, [hint(`${id}Hint`)]);
}

/** One of three, side by side. */
function column(id: string, across: number, colour: Colour) {
  const place = { x: across * (wide(2) + gap), y: 0, w: wide(2), h: high(3) };
  return area({ id, ...place, colour }, [hint(`${id}Hint`)]);
}

/** Below the three: what comes of it. */
function along(id: string, colour: Colour) {
  const place = { x: 0, y: high(3) + gap, w: threeColumns, h: high(1) };
  return area({ id, ...place, colour, locked: true }, [hint(`${id}Hint`)]);
}

function week(id: string, across: number, colour: Colour) {
  const place = { x: across * (wide(2) + gap), y: below, w: wide(2), h: high(3) };
  return area({ id, ...place, colour }, [hint(`${id}Hint`)]);
}
