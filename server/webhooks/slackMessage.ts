// A message in Slack's Block Kit, within its limits. `text` says the same in plain words: notifications show it, and the
// Slack-compatible ends of Mattermost and Discord show nothing else. Pure: the same facts give the same bytes.

import { quorumReached } from '../../shared/features/voting/result.ts';
import type { BallotFacts, Facts, SummaryFacts } from './facts.ts';
import { cut, cutEscaped, escaped, fitting, plainTime, slackTime } from './slackText.ts';
import { type MessageLanguage, type MessageWords, messageWords } from './words.ts';

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
}

interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
}

type Block =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'section'; readonly fields: readonly Mrkdwn[] };

export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Slack's are 150 for a header and 3,000 for a text; Discord takes 2,000 characters in all. */
const headerCharsMax = 150;
const sectionCharsMax = 2_900;
const textCharsMax = 1_900;
const lineCharsMax = 260;
const plainLineCharsMax = 140;

export interface Setting {
  readonly language: MessageLanguage;
  /** The board's page, without a key; null where it is not known. */
  readonly page: string | null;
}

export function slackMessage(facts: Facts, { language, page }: Setting): SlackMessage {
  const words = messageWords[language];
  const board = facts.board === '' ? words.untitledBoard : facts.board;
  const parts =
    facts.ballot !== null
      ? ballotParts(facts, facts.ballot, words)
      : facts.summary !== null
        ? summaryParts(facts.summary, board, words)
        : { title: words.titles[facts.kind], facts: () => [], blocks: [], lines: [] };
  return assembled({ ...parts, board: facts.summary === null ? board : null, page }, words);
}

/** What somebody gets who tries a webhook out. */
export function testMessage(board: string, { language, page }: Setting): SlackMessage {
  const words = messageWords[language];
  return assembled(
    {
      title: words.test,
      facts: () => [],
      blocks: [section(words.testText)],
      lines: [words.testText],
      board: board === '' ? words.untitledBoard : board,
      page,
    },
    words,
  );
}

interface Parts {
  readonly title: string;
  /** Short ones, with times as `timeOf` writes them. */
  readonly facts: (timeOf: (ms: number) => string) => readonly string[];
  readonly blocks: readonly Block[];
  /** What the blocks say, without any marks. */
  readonly lines: readonly string[];
}

function assembled(
  of: Parts & { board: string | null; page: string | null },
  words: MessageWords,
): SlackMessage {
  const { title, board, page } = of;
  const where = board === null ? [] : [words.on(board)];
  const context = [...where.map((text) => cutEscaped(text, lineCharsMax)), ...of.facts(slackTime)].join(
    ' · ',
  );
  const link = page === null ? [] : [section(`<${escaped(page)}|${words.openBoard}>`)];
  const plain = [...where.map((text) => cutEscaped(text, lineCharsMax)), ...of.facts(plainTime)].join(' · ');
  const first = cutEscaped(title, headerCharsMax * 2);
  const last = page === null ? '' : `\n${escaped(page)}`;
  const lines = [first, ...(plain === '' ? [] : [plain]), ...of.lines];
  return {
    text: `${fitting(lines, textCharsMax - last.length)}${last}`,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, headerCharsMax) } },
      ...(context === '' ? [] : [small(context)]),
      ...of.blocks,
      ...link,
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** Slack measures all blocks together as they are sent, where a quotation mark takes two. */
function inSection(lines: readonly string[]): string {
  return fitting(lines, sectionCharsMax, (text) => JSON.stringify(text).length);
}

function ballotParts(facts: Facts, ballot: BallotFacts, words: MessageWords): Parts {
  const isResult = facts.kind === 'ballot.result';
  const isAhead = facts.kind === 'ballot.opened' && ballot.opensAt !== null && ballot.opensAt > facts.at;
  const title = `${isAhead ? words.announced : words.titles[facts.kind]}: ${ballot.title || words.untitledBallot}`;
  const rows = ballot.ranking.map((row) => ({
    ...row,
    text: row.text === '' ? words.untitledOption : row.text,
    total: words.totals[ballot.method](String(row.total)),
    tied: row.isTied ? ` (${words.tied})` : '',
  }));
  const strong = rows.map(
    ({ rank, text, total, tied }) =>
      `*${rank}.* ${cutEscaped(text, lineCharsMax)} – ${escaped(total)}${escaped(tied)}`,
  );
  const plain = rows.map(
    ({ rank, text, total, tied }) => `${rank}. ${cutEscaped(text, plainLineCharsMax)} – ${total}${tied}`,
  );
  const list = strong.length > 0 ? inSection(strong) : words.nobodyVoted;
  const rule = ballot.method === 'ranked' ? words.ruleRanked : words.rule;
  return {
    title,
    facts: (timeOf) =>
      isResult ? resultFacts(ballot, words) : openFacts(ballot, { words, isAhead, timeOf }),
    blocks: isResult ? [section(list), ...(strong.length > 0 ? [small(escaped(rule))] : [])] : [],
    lines: isResult ? (plain.length > 0 ? plain : [words.nobodyVoted]) : [],
  };
}

function openFacts(
  ballot: BallotFacts,
  of: { words: MessageWords; isAhead: boolean; timeOf: (ms: number) => string },
): string[] {
  const { words, isAhead, timeOf } = of;
  const { method, votes, options, opensAt, closesAt, quorum, voted, eligible } = ballot;
  return [
    words.methods[method](votes),
    words.options(options),
    ...(isAhead && opensAt !== null ? [words.opens(timeOf(opensAt))] : []),
    ...(closesAt === null ? [] : [words.closes(timeOf(closesAt))]),
    voted === 0 ? words.mayVote(eligible) : words.voted(voted, eligible),
    ...(quorum === null ? [] : [words.quorumOpen(quorum)]),
    ballot.isSealed ? words.sealed : words.live,
  ];
}

function resultFacts({ method, votes, voted, eligible, quorum }: BallotFacts, words: MessageWords): string[] {
  const isReached = quorumReached({ quorum, voted });
  const said =
    quorum === null ? [] : [isReached === false ? words.quorumMissed(quorum) : words.quorumReached(quorum)];
  return [words.methods[method](votes), words.voted(voted, eligible), ...said];
}

function summaryParts(summary: SummaryFacts, board: string, words: MessageWords): Parts {
  const counts: readonly (readonly [string, number])[] = [
    [words.ideas, summary.ideas],
    [words.clusters, summary.clusters],
    [words.ballots, summary.results.length],
    [words.parked, summary.parked],
  ];
  const results = summary.results.map(({ title, winners, voted, eligible, missed }) => {
    const none = missed === null ? words.nobodyVoted : words.quorumMissed(missed);
    const first =
      winners.length === 0 ? none : winners.map((one) => cut(one || words.untitledOption, 120)).join(' / ');
    return `${cut(title || words.untitledBallot, 80)}: ${first} (${words.voted(voted, eligible)})`;
  });
  const lists = [
    { title: words.results, lines: results },
    { title: words.decisions, lines: summary.decisions },
    { title: words.actions, lines: summary.actions },
    { title: words.wins, lines: summary.wins },
  ].filter(({ lines }) => lines.length > 0);
  return {
    title: `${words.titles['session.summary']}: ${board}`,
    facts: () => [],
    blocks: [
      ...(summary.question === '' ? [] : [section(`*${cutEscaped(summary.question, lineCharsMax)}*`)]),
      { type: 'section', fields: counts.map(([name, count]) => mrkdwn(`*${name}*\n${count}`)) },
      ...lists.map(({ title, lines }) => {
        const dotted = lines.map((line) => `• ${cutEscaped(line, lineCharsMax)}`);
        return section(inSection([`*${title}*`, ...dotted]));
      }),
    ],
    lines: [
      ...(summary.question === '' ? [] : [cutEscaped(summary.question, lineCharsMax)]),
      counts.map(([name, count]) => `${name} ${count}`).join(' · '),
      ...lists.flatMap(({ title, lines }) => [
        `${title}:`,
        ...lines.map((line) => `- ${cutEscaped(line, plainLineCharsMax)}`),
      ]),
    ],
  };
}

function section(text: string): Block {
  return { type: 'section', text: mrkdwn(text) };
}

function small(text: string): Block {
  return { type: 'context', elements: [mrkdwn(text)] };
}

function mrkdwn(text: string): Mrkdwn {
  return { type: 'mrkdwn', text };
}
