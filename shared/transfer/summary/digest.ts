// The first page: what somebody who was not there needs to know, and nothing else. Everything in it is said in full further on.

import type { Summary, SummaryBallot, SummaryCluster } from '../../features/summary/summary.ts';
import { openActions } from './actions.ts';
import { rankedRows } from './ballots.ts';
import { type Block, type Line, type ListItem, own, said, shortened } from './blocks.ts';
import type { Writing } from './figures.ts';

/** As many as fit on one page of paper together. */
const most = {
  names: 12,
  decisions: 5,
  ballots: 2,
  ideasOfOne: 5,
  ideasOfEach: 3,
  steps: 6,
  clusters: 5,
} as const;

export function digestBlocks(summary: Summary, writing: Writing): Block[] {
  const { words } = writing;
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 1,
      line: summary.title === '' ? [own(words.untitledBoard, 'soft')] : [said(summary.title)],
    },
  ];
  if (summary.foreword !== '') blocks.push({ kind: 'text', line: [said(summary.foreword)], look: 'lead' });
  blocks.push({ kind: 'facts', facts: factsOf(summary, writing) });
  blocks.push(...decided(summary, writing), ...best(summary, writing));
  blocks.push(...openActions(summary, writing), ...nextSteps(summary, writing));
  return blocks;
}

function factsOf(summary: Summary, writing: Writing): { readonly name: string; readonly line: Line }[] {
  const { words } = writing;
  const { figures, question, span, at } = summary;
  return [
    ...question.map((text) => ({ name: words.question, line: [said(shortened(text, 300), 'strong')] })),
    span === null
      ? { name: words.date, line: [own(writing.moment(at))] }
      : { name: words.session, line: [own(writing.span(span.from, span.to))] },
    { name: words.who, line: whoLine(summary, writing) },
    {
      name: words.ideas,
      line: [
        own(words.ideasInClusters(figures.ideas - figures.parked, figures.inClusters, figures.clusters)),
      ],
    },
    ...(figures.parked > 0 ? [{ name: words.parked, line: [own(words.ideaCount(figures.parked))] }] : []),
  ];
}

function whoLine({ people, figures, isAnonymous }: Summary, { words }: Writing): Line {
  if (isAnonymous || people.length === 0) {
    const count = words.people(figures.people);
    return [own(isAnonymous && figures.people > 0 ? `${count}, ${words.nameless}` : count)];
  }
  const shown = people.slice(0, most.names);
  const names = shown.flatMap(({ name }, index) => [...(index === 0 ? [] : [own(', ')]), said(name)]);
  const rest = people.length - shown.length;
  return rest === 0 ? names : [...names, own(` ${words.andMore(rest)}`)];
}

function decided({ decisions }: Summary, { words }: Writing): Block[] {
  const heading: Block = { kind: 'heading', level: 2, line: [own(words.decided)] };
  if (decisions.length === 0)
    return [heading, { kind: 'text', line: [own(words.nothingDecided)], look: 'soft' }];
  const items = decisions.slice(0, most.decisions).map(
    (decision): ListItem => ({
      line: [said(shortened(decision.text, 240), 'strong')],
      ...(decision.confirmed > 0 && { aside: [own(words.confirmed(decision.confirmed), 'soft')] }),
    }),
  );
  return [heading, { kind: 'list', items }, ...more(decisions.length - items.length, words.more)];
}

/** The winners of the last votes that nothing followed on; without any, what most ideas are about. */
function best(summary: Summary, writing: Writing): Block[] {
  const { words } = writing;
  const counted = summary.ballots.filter(
    ({ state, standings }) => state === 'counted' && standings.length > 0,
  );
  const final = counted.filter(({ isSuperseded }) => !isSuperseded).slice(-most.ballots);
  if (final.length > 0) {
    const rows = final.length === 1 ? most.ideasOfOne : most.ideasOfEach;
    return [
      { kind: 'heading', level: 2, line: [own(words.top)] },
      ...final.flatMap((ballot) => topOf(ballot, rows, writing)),
    ];
  }
  return instead(summary, writing);
}

/** Nothing was voted on: what most ideas are about, as people grouped them, else as their words tell. */
function instead({ clusters, recurring }: Summary, { words }: Writing): Block[] {
  const nothing: Block = { kind: 'text', line: [own(words.nothingVoted)], look: 'soft' };
  const largest = largestOf(clusters);
  const counted = (line: Line, count: number): ListItem => ({
    line,
    aside: [own(words.ideaCount(count), 'soft')],
  });
  if (largest.length > 0) {
    const items = largest.map(({ title, count }) =>
      counted(
        title === '' ? [own(words.untitledCluster, 'soft')] : [said(shortened(title), 'strong')],
        count,
      ),
    );
    return [heading(words.largest), nothing, { kind: 'list', items }];
  }
  if (recurring.length === 0) return [heading(words.top), nothing];
  const items = recurring.map(({ word, ideas }) => counted([said(word, 'strong')], ideas));
  return [heading(words.recurring), nothing, { kind: 'list', items }];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, line: [own(text)] };
}

function topOf(ballot: SummaryBallot, count: number, writing: Writing): Block[] {
  const { words } = writing;
  // Whoever is tied with the last one shown is shown too, as far as there is room.
  const last = ballot.standings[Math.min(count, ballot.standings.length) - 1];
  const shown = ballot.standings.filter(({ rank }) => rank <= (last?.rank ?? 0)).slice(0, count + 3);
  const { voted, eligible } = ballot;
  const turnout =
    voted === null || eligible === null
      ? ''
      : ` · ${words.turnout(voted, eligible, writing.percent(eligible === 0 ? 0 : voted / eligible))}`;
  return [
    {
      kind: 'text',
      line: [ballot.title === '' ? own(words.untitledVote) : said(shortened(ballot.title)), own(turnout)],
      look: 'soft',
    },
    { kind: 'ranking', rows: rankedRows({ ...ballot, standings: shown }, writing) },
  ];
}

function largestOf(
  clusters: readonly SummaryCluster[],
): { readonly title: string; readonly count: number }[] {
  return clusters
    .map((cluster) => ({ title: cluster.title.trim(), count: notesIn(cluster) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most.clusters);
}

function notesIn({ notes, clusters }: SummaryCluster): number {
  return clusters.reduce((sum, inner) => sum + notesIn(inner), notes.length);
}

function nextSteps({ nextSteps: steps }: Summary, { words }: Writing): Block[] {
  if (steps.length === 0) return [];
  const items = steps.slice(0, most.steps).map((text): ListItem => ({ line: [said(shortened(text, 240))] }));
  return [
    { kind: 'heading', level: 2, line: [own(words.nextSteps)] },
    { kind: 'list', items },
    ...more(steps.length - items.length, words.more),
  ];
}

function more(count: number, words: (count: number) => string): Block[] {
  return count > 0 ? [{ kind: 'text', line: [own(words(count))], look: 'soft' }] : [];
}
