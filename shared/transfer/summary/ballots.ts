// Ballots in words: how one was held, who came where, how a run-off went.

import type { Named, SummaryBallot, SummaryRound, SummaryStanding } from '../../features/summary/summary.ts';
import {
  type Block,
  type Line,
  type ListItem,
  own,
  type RankedRow,
  type Span,
  said,
  shortened,
} from './blocks.ts';
import type { Writing } from './figures.ts';
import type { Words } from './words.ts';

/** A chart with more numbers in it cannot be read. */
const chartedMax = 40;

export function ballotBlocks(ballots: readonly SummaryBallot[], writing: Writing): Block[] {
  if (ballots.length === 0) return [];
  return [
    { kind: 'heading', level: 2, line: [own(writing.words.votes)] },
    ...ballots.flatMap((ballot) => ballotTold(ballot, writing)),
  ];
}

/** What an item is called; what has no words is called by what it is. */
export function nameOf({ kind, text }: Named, words: Words, charsMax?: number): Span {
  if (kind === 'gone') return own(words.gone, 'soft');
  if (text === '') return own(kind === 'cluster' ? words.untitledCluster : words.emptyNote, 'soft');
  return said(shortened(text, charsMax));
}

export function rankedRows(
  { method, standings }: Pick<SummaryBallot, 'method' | 'standings'>,
  writing: Writing,
): RankedRow[] {
  const { words } = writing;
  const largest = Math.max(1e-9, ...standings.map(({ total }) => total));
  return standings.map((standing) => ({
    rank: standing.isTied ? `=${standing.rank}.` : `${standing.rank}.`,
    isFirst: standing.isFirst,
    line: [nameOf(standing.option, words)],
    figure: figureOf(method, standing, writing),
    share: Math.min(1, Math.max(0, standing.total / largest)),
    detail: [
      words.voters(standing.voters),
      ...(standing.isTied ? [words.tied] : []),
      ...(standing.isFirst && !standing.isTied ? [words.won] : []),
    ].join(', '),
  }));
}

function ballotTold(ballot: SummaryBallot, writing: Writing): Block[] {
  const { words } = writing;
  const title = ballot.title === '' ? own(words.untitledVote) : said(ballot.title);
  const told: Block[] = [
    { kind: 'heading', level: 3, line: [title] },
    { kind: 'text', line: [own(howHeld(ballot, writing))], look: 'soft' },
  ];
  if (ballot.follows !== null) {
    const before = ballot.follows.title === '' ? words.untitledVote : shortened(ballot.follows.title);
    const text = ballot.follows.how === 'again' ? words.again(before) : words.follows(before);
    told.push({ kind: 'text', line: [own(text)], look: 'soft' });
  }
  return [...told, ...(ballot.state === 'counted' ? resultTold(ballot, writing) : openTold(ballot, writing))];
}

function howHeld(ballot: SummaryBallot, writing: Writing): string {
  const { words } = writing;
  const { state, method, votes, maxPerOption, options, voted, eligible, opensAt, closesAt } = ballot;
  const share = eligible === null || voted === null || eligible === 0 ? 0 : voted / eligible;
  const turnout =
    voted === null || eligible === null
      ? ''
      : state === 'counted'
        ? words.turnout(voted, eligible, writing.percent(share))
        : words.votedSoFar(voted, eligible);
  const when =
    state === 'announced'
      ? words.announced(writing.moment(opensAt))
      : closesAt === null
        ? words.opened(writing.moment(opensAt))
        : state === 'counted'
          ? words.closed(writing.moment(closesAt))
          : words.closes(writing.moment(closesAt));
  const parts = [
    words.methods[method],
    words.each(method, votes, maxPerOption),
    words.options(options),
    turnout,
    when,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function openTold({ state, quorum }: SummaryBallot, { words }: Writing): Block[] {
  return [
    ...(state === 'open' ? [soft(words.stillOpen)] : []),
    ...(quorum === null ? [] : [soft(words.quorumNeeded(quorum.needed))]),
  ];
}

function resultTold(ballot: SummaryBallot, writing: Writing): Block[] {
  const { words } = writing;
  const { standings, quorum, options, rounds, method } = ballot;
  const blocks: Block[] = [];
  if (quorum !== null)
    blocks.push(
      soft(quorum.isReached ? words.quorumReached(quorum.needed) : words.quorumMissed(quorum.needed)),
    );
  if (ballot.isGuessable) blocks.push(soft(words.guessable));
  if (standings.length === 0) return [...blocks, { kind: 'text', line: [own(words.nobodyVoted)] }];
  if (method === 'matrix') blocks.push(chartOf(standings, words));
  blocks.push({ kind: 'ranking', rows: rankedRows(ballot, writing) });
  if (options > standings.length) blocks.push(soft(words.without(options - standings.length)));
  if (rounds.length > 0) blocks.push({ kind: 'list', items: roundItems(rounds, words) });
  const rule = method === 'ranked' ? words.ruleRanked : words.rule;
  return [...blocks, soft(standings.some(({ isTied }) => isTied) ? `${rule} ${words.ruleTies}` : rule)];
}

function figureOf(
  method: SummaryBallot['method'],
  { total, place, rank }: SummaryStanding,
  writing: Writing,
): string {
  const { words } = writing;
  if (method === 'score') return writing.number(total, 2);
  if (method === 'matrix') {
    if (place === null) return `${rank}.`;
    const [effort, impact] = place.at;
    return words.spot(writing.percent(impact), writing.percent(effort));
  }
  return words.figure[method]?.(total) ?? writing.number(total);
}

function chartOf(standings: readonly SummaryStanding[], words: Words): Block {
  return {
    kind: 'chart',
    name: words.matrix,
    x: words.effort,
    y: words.impact,
    points: standings
      .slice(0, chartedMax)
      .flatMap(({ option, rank, place }) =>
        place === null
          ? []
          : [{ label: String(rank), name: nameOf(option, words).text, at: place.at, spread: place.spread }],
      ),
  };
}

function roundItems(rounds: readonly SummaryRound[], words: Words): ListItem[] {
  return rounds.map(({ votes, out, exhausted }, index) => ({
    line: [own(words.round(index + 1), 'strong')],
    inner: [
      ...votes.map(({ option, count }) => ({ line: [nameOf(option, words), own(`: ${count}`)] })),
      ...(out.length === 0 ? [] : [{ line: goesLine(out, words) }]),
      ...(exhausted === 0 ? [] : [{ line: [own(words.exhausted(exhausted), 'soft')] }]),
    ],
  }));
}

/** Of many that leave together because nobody put them first, their number is enough. */
function goesLine(out: readonly Named[], words: Words): Line {
  if (out.length > 5) return [own(words.goes(words.options(out.length)), 'soft')];
  const names = out.flatMap((option, index) => [
    ...(index === 0 ? [] : [own(', ')]),
    nameOf(option, words, 60),
  ]);
  return [own(words.goes('')), ...names];
}

function soft(text: string): Block {
  return { kind: 'text', line: [own(text)], look: 'soft' };
}
