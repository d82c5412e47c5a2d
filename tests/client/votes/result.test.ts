// A result as it is drawn: the rounds of a run-off, the picture of impact and effort, what stands over and under the list.

import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { newsText } from '../../../client/features/voting/news.ts';
import { MatrixChart } from '../../../client/votes/MatrixChart.tsx';
import { ResultFoot, ResultHead } from '../../../client/votes/ResultWords.tsx';
import { Rounds } from '../../../client/votes/Rounds.tsx';
import { Standings } from '../../../client/votes/Standings.tsx';
import { type Ballot, type Method, readBallot } from '../../../shared/features/voting/ballot.ts';
import { type Result, readResult, resultValue, standings } from '../../../shared/features/voting/result.ts';
import { tallyOf } from '../../../shared/features/voting/tally.ts';
import { readVote } from '../../../shared/features/voting/votes.ts';
import { aBoard } from '../../support/aBoard.ts';

const names = ['bus', 'tea', 'sofa', 'fern'];
const { board } = names.reduce((builder, name) => builder.note(name), aBoard());
const on = { board };

/** Everybody's entries, without the ballot's id in the keys. */
type Cast = readonly Readonly<Record<string, unknown>>[];

function counted(method: Method, cast: Cast, facts: { quorum?: number; closedAt?: number | null } = {}) {
  const { quorum = null, closedAt = 2 } = facts;
  const ballot = readBallot('B', {
    title: 'First?',
    method,
    options: names,
    openedAt: 1,
    votes: 4,
    closedAt,
  });
  if (ballot === null) throw new Error('no ballot');
  const entries = cast.map(
    (said) => new Map(Object.entries(said).map(([key, value]) => [`B/${key}`, value])),
  );
  const votes = entries.map((each) => readVote(ballot, each));
  const told = { eligible: cast.length, closedAt, practice: false, quorum };
  const result = readResult(resultValue(tallyOf(ballot, votes), told));
  if (result === null) throw new Error('no result');
  return { ballot, result };
}

function drawn<Props extends object>(Part: FunctionComponent<Props>, props: Props): string {
  return renderToStaticMarkup(createElement(Part, props));
}

/** What a person reads, with a bar between any two parts. */
function words(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
    .replace(/^\||\|$/g, '');
}

describe('the rounds of a run-off', () => {
  const { result } = counted('ranked', [
    { 0: 'bus', 1: 'sofa' },
    { 0: 'bus' },
    { 0: 'tea', 1: 'bus' },
    { 0: 'tea' },
    { 0: 'sofa', 1: 'tea' },
    { 0: 'fern' },
  ]);

  it('are drawn one by one: who had how many, who goes, who wins, and what names nothing that is left', () => {
    expect(words(drawn(Rounds, { board: on, result })).split('|Round ')).toEqual([
      '3 rounds',
      '1 · More than half of 6 is 4.|bus|2|tea|2|sofa|1|fern|1|goes|One goes.',
      '2 · More than half of 5 is 3.|bus|2|tea|2|sofa|1|goes|One goes.|1 ballot names none that is left.',
      '3 · More than half of 5 is 3.|tea|3|wins|bus|2|1 ballot names none that is left.',
    ]);
  });

  it('have bars as long as the share each one has', () => {
    const bars = [...drawn(Rounds, { board: on, result }).matchAll(/inline-size:(\d+%)/g)].map(
      ([, long]) => long,
    );
    expect(bars).toEqual(['33%', '33%', '17%', '17%', '40%', '40%', '20%', '60%', '40%']);
  });

  it('are none where the first choices decide it', () => {
    const { result: plain } = counted('ranked', [{ 0: 'bus' }, { 0: 'bus' }, { 0: 'tea' }]);
    expect(drawn(Rounds, { board: on, result: plain })).toBe('');
  });
});

describe('the matrix', () => {
  it('has each option where its voters see it: effort to the right, impact upwards, as wide as they differ', () => {
    const { ballot, result } = counted('matrix', [
      { bus: [0.2, 0.9], tea: [0.8, 0.1] },
      { bus: [0.4, 0.9], tea: [0.8, 0.3] },
    ]);
    const markup = drawn(MatrixChart, { board: on, result, standings: standings(result, ballot.options) });
    const spots = [
      ...markup.matchAll(/translate\(([\d.]+) ([\d.]+)\).*?<title>(.*?)<.*?rx="([\d.]+)" ry="([\d.]+)"/g),
    ];
    const read = spots.map(([, x, y, name, wide, high]) => [
      name,
      ...[x, y, wide, high].map((n) => Math.round(Number(n))),
    ]);
    expect(read).toEqual([
      ['bus', 30, 10, 10, 0],
      ['tea', 80, 80, 0, 10],
    ]);
  });
});

const approvals: Cast = [{ bus: 1, tea: 1 }, { bus: 1 }, { tea: 1, sofa: 1 }];

function headOf(at: { ballot: Ballot; result: Result }, isLate: boolean | null = null): string {
  const nothing = { counts: new Map(), ranking: [], spots: new Map() };
  const receipt = isLate === null ? null : { ...nothing, isLate };
  return words(drawn(ResultHead, { board: on, receipt, ...at }));
}

describe('a quorum that was missed', () => {
  const missed = counted('approval', approvals, { quorum: 5 });

  it('is said, nothing is crowned, and the news do not say that nobody voted', () => {
    const list = drawn(Standings, { board: on, receipt: null, ...missed });
    expect([headOf(missed), list.includes('Winner'), newsText(on, missed.ballot, missed.result)]).toEqual([
      '3 of 3 voted (100%) · 4 options|Only 3 of the 5 who had to voted: this decides nothing.',
      false,
      '“First?” is counted. Only 3 of the 5 who had to voted: this decides nothing.',
    ]);
  });

  it('is not missed as long as people still vote', () => {
    const soFar = counted('approval', approvals, { quorum: 5, closedAt: null });
    expect(headOf(soFar)).toBe('3 of 3 voted (100%) · 4 options');
  });
});

describe('a result', () => {
  it('names who is tied, what I gave, and the rule that told the others apart', () => {
    const at = counted('approval', approvals, { quorum: 3 });
    const receipt = {
      counts: new Map([[at.ballot.options[2], 1]]),
      ranking: [],
      spots: new Map(),
      isLate: false,
    };
    const parts = { board: on, ...at, receipt: receipt as never };
    expect([headOf(at), words(drawn(Standings, parts)), words(drawn(ResultFoot, parts))]).toEqual([
      '3 of 3 voted (100%) · 4 options|Quorum of 3 reached',
      '=1|bus|2 voters · tied|2|=1|tea|2 voters · tied|2|3.|sofa|1 voter · 1 from you|1|Show 1 more',
      'Order: the total; then more different voters; then fewer who put all they could on it. What that does not tell apart is tied.|What you gave is kept on this device only.',
    ]);
  });

  it('says of a vote that came too late that it may be missing', () => {
    const at = counted('approval', approvals);
    expect([headOf(at, false).includes('may not be in'), headOf(at, true).includes('may not be in')]).toEqual(
      [false, true],
    );
  });

  it('names the rule of its own method', () => {
    const rules = (['score', 'matrix', 'ranked'] as const).map((method) => {
      const at = counted(method, [{ bus: method === 'matrix' ? [0, 1] : 3, 0: 'bus' }]);
      return words(drawn(ResultFoot, { ...at, receipt: null })).split(';')[0];
    });
    expect(rules).toEqual([
      'Order: the mean score',
      'Order: impact less effort',
      'Order: who stood longest. Of equally weak ones goes the one that was weaker before, then the one fewer people named.',
    ]);
  });
});
