// A summary as a document: the digest, then everything, each in the order in which somebody would ask for it.

import type {
  Discussed,
  OpenQuestion,
  Summary,
  SummaryCluster,
  SummaryDecision,
  SummaryNote,
  SummaryStep,
} from '../../features/summary/summary.ts';
import { allActions } from './actions.ts';
import { ballotBlocks, nameOf } from './ballots.ts';
import { type Block, type Line, type ListItem, own, type PictureBlock, said, shortened } from './blocks.ts';
import { digestBlocks } from './digest.ts';
import { Writing } from './figures.ts';
import { type SummaryLanguage, summaryWords } from './words.ts';

export interface Reader {
  readonly language: SummaryLanguage;
  /** As IANA names it. */
  readonly timeZone: string;
}

export function summaryToBlocks(
  summary: Summary,
  { language, timeZone }: Reader,
  picture: PictureBlock | null = null,
): Block[] {
  const writing = new Writing(summaryWords[language], timeZone);
  return [
    ...digestBlocks(summary, writing),
    { kind: 'turn' },
    ...agenda(summary.agenda, writing),
    ...ideas(summary, writing),
    ...ballotBlocks(summary.ballots, writing),
    ...decisions(summary.decisions, writing),
    ...allActions(summary, writing),
    ...listed(writing.words.nextSteps, summary.nextSteps),
    ...parked(summary.parked, writing),
    ...listed(writing.words.wins, summary.wins),
    ...questions(summary.questions, writing),
    ...discussed(summary.discussed, writing),
    ...figures(summary, writing),
    ...participants(summary, writing),
    ...(picture === null ? [] : [picture]),
  ];
}

/** The title and the ideas, parked ones last, and nothing of how they came about. */
export function ideasToBlocks(summary: Summary, { language, timeZone }: Reader): Block[] {
  const writing = new Writing(summaryWords[language], timeZone);
  const title = summary.title === '' ? own(writing.words.untitledBoard, 'soft') : said(summary.title);
  return [
    { kind: 'heading', level: 1, line: [title] },
    ...ideas(summary, writing),
    ...parked(summary.parked, writing),
  ];
}

function agenda(steps: readonly SummaryStep[], writing: Writing): Block[] {
  if (steps.length === 0) return [];
  const { words } = writing;
  const items = steps.map(({ title, kind, span, isNow, plannedMinutes, revealed }): ListItem => {
    const took =
      span === null
        ? []
        : [`${writing.time(span.from)}, ${words.minutes(Math.round((span.to - span.from) / 60_000))}`];
    const facts = [
      ...(title === '' ? [] : [words.kinds[kind]]),
      ...took,
      ...(plannedMinutes === null || span === null ? [] : [words.planned(plannedMinutes)]),
      ...(revealed === 0 ? [] : [words.revealed(revealed)]),
      ...(isNow ? [words.underWay] : []),
      ...(span === null ? [words.notReached] : []),
    ];
    return {
      line: [title === '' ? own(words.kinds[kind], 'strong') : said(title, 'strong')],
      aside: [own(facts.join(' · '), 'soft')],
    };
  });
  return [heading(2, words.agenda), { kind: 'list', items }];
}

function ideas({ clusters, loose }: Summary, writing: Writing): Block[] {
  const { words } = writing;
  const title = heading(2, words.ideas);
  if (clusters.length + loose.length === 0)
    return [title, { kind: 'text', line: [own(words.emptyBoard)], look: 'soft' }];
  const inside = clusters.flatMap((cluster) => clusterTold(cluster, 3, writing));
  if (loose.length === 0) return [title, ...inside];
  const outside: Block[] =
    clusters.length === 0 ? [] : [{ kind: 'heading', level: 3, line: [own(words.outside, 'soft')] }];
  return [title, ...inside, ...outside, noteList(loose, writing)];
}

function clusterTold(
  { title, prompts, notes, clusters }: SummaryCluster,
  level: number,
  writing: Writing,
): Block[] {
  const { words } = writing;
  return [
    { kind: 'heading', level, line: title === '' ? [own(words.untitledCluster, 'soft')] : [said(title)] },
    ...prompts
      .filter((text) => text.trim() !== '')
      .map((text): Block => ({ kind: 'text', line: [said(shortened(text, 300))], look: 'prompt' })),
    ...(notes.length > 0 ? [noteList(notes, writing)] : []),
    ...clusters.flatMap((inner) => clusterTold(inner, level + 1, writing)),
  ];
}

function noteList(notes: readonly SummaryNote[], { words }: Writing): Block {
  const items = notes.map(
    ({ text, author }): ListItem => ({
      line: text === '' ? [own(words.emptyNote, 'soft')] : [said(text)],
      ...(author !== null && { aside: [said(author, 'soft')] }),
    }),
  );
  return { kind: 'list', items, look: 'ideas' };
}

function decisions(all: readonly SummaryDecision[], writing: Writing): Block[] {
  if (all.length === 0) return [];
  const { words } = writing;
  return [
    heading(2, words.decisions),
    ...all.flatMap((decision): Block[] => [
      { kind: 'text', line: [said(decision.text, 'strong')] },
      {
        kind: 'facts',
        facts: [
          ...(decision.why === '' ? [] : [{ name: words.why, line: [said(decision.why)] }]),
          {
            name: words.against,
            line: decision.against === '' ? [own(words.nothingAgainst, 'soft')] : [said(decision.against)],
          },
        ],
      },
      { kind: 'text', line: decisionFacts(decision, writing), look: 'soft' },
    ]),
  ];
}

function decisionFacts(decision: SummaryDecision, writing: Writing): Line {
  const { words } = writing;
  const { confirmedBy, confirmed, confidence, reviewAt, ballot, at } = decision;
  const facts = [
    writing.moment(at),
    confirmedBy.length > 0 ? words.confirmedBy(confirmedBy.join(', ')) : words.confirmed(confirmed),
    ...(confidence === null ? [] : [words.confidence[confidence]]),
    ...(ballot === null ? [] : [words.fromVote(ballot === '' ? words.untitledVote : shortened(ballot))]),
    ...(reviewAt === null ? [] : [words.review(writing.date(reviewAt))]),
  ];
  // Names and titles are in it: its direction is for its letters to say.
  return [said(facts.join(' · '))];
}

function parked(cluster: SummaryCluster | null, writing: Writing): Block[] {
  if (cluster === null || cluster.notes.length + cluster.clusters.length === 0) return [];
  return [
    heading(2, writing.words.parked),
    ...(cluster.notes.length > 0 ? [noteList(cluster.notes, writing)] : []),
    ...cluster.clusters.flatMap((inner) => clusterTold(inner, 3, writing)),
  ];
}

function listed(title: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return [];
  return [heading(2, title), { kind: 'list', items: texts.map((text) => ({ line: [said(text)] })) }];
}

function questions(open: readonly OpenQuestion[], { words }: Writing): Block[] {
  if (open.length === 0) return [];
  const items = open.map(
    ({ text, about }): ListItem => ({
      line: [said(text)],
      ...(about !== null && { aside: [said(words.about(nameOf(about, words, 80).text), 'soft')] }),
    }),
  );
  return [
    heading(2, words.openQuestions),
    { kind: 'text', line: [own(words.openQuestionsRule)], look: 'soft' },
    { kind: 'list', items },
  ];
}

function discussed(most: readonly Discussed[], { words }: Writing): Block[] {
  if (most.length === 0) return [];
  const items = most.map(
    ({ option, comments, people }): ListItem => ({
      line: [nameOf(option, words)],
      aside: [own(`${words.comments(comments)} ${words.byPeople(people)}`, 'soft')],
    }),
  );
  return [heading(2, words.discussed), { kind: 'list', items }];
}

function figures({ figures: all, span, ballots, at }: Summary, writing: Writing): Block[] {
  const { words } = writing;
  const fact = (name: string, text: string) => ({ name, line: [own(text)] });
  return [
    heading(2, words.figures),
    {
      kind: 'facts',
      facts: [
        fact(words.came, words.people(all.people)),
        ...(all.writers === null ? [] : [fact(words.wrote, words.writers(all.writers, all.people))]),
        fact(words.ideas, words.ideasInClusters(all.ideas - all.parked, all.inClusters, all.clusters)),
        ...(all.parked === 0 ? [] : [fact(words.parked, words.ideaCount(all.parked))]),
        fact(words.talked, words.talkedHow(all.comments, all.commenters)),
        ...turnoutOf(ballots, writing).map((text) => fact(words.turnoutName, text)),
        ...(span === null
          ? []
          : [fact(words.length, words.minutes(Math.round((span.to - span.from) / 60_000)))]),
        fact(words.made, writing.moment(at)),
      ],
    },
  ];
}

function participants({ people }: Summary, { words }: Writing): Block[] {
  if (people.length === 0) return [];
  const items = people.map(
    ({ name, role }): ListItem => ({ line: [said(name), own(` (${words.roles[role]})`)] }),
  );
  return [heading(2, words.participants), { kind: 'list', items }];
}

/** Of one vote, or of several on average; nothing where none was counted. */
function turnoutOf(ballots: Summary['ballots'], writing: Writing): string[] {
  const { words } = writing;
  const turnouts = ballots.flatMap(({ state, voted, eligible }) =>
    state === 'counted' && voted !== null && eligible !== null && eligible > 0 ? [{ voted, eligible }] : [],
  );
  const [first] = turnouts;
  if (first === undefined) return [];
  const mean = turnouts.reduce((sum, each) => sum + each.voted / each.eligible, 0) / turnouts.length;
  if (turnouts.length > 1) return [words.onAverage(turnouts.length, writing.percent(mean))];
  return [words.turnout(first.voted, first.eligible, writing.percent(mean))];
}

function heading(level: number, text: string): Block {
  return { kind: 'heading', level, line: [own(text)] };
}
