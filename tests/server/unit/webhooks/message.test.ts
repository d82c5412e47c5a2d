import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../server/webhooks/facts.ts';
import { slackMessage, testMessage } from '../../../../server/webhooks/slackMessage.ts';
import { methods } from '../../../../shared/features/voting/ballot.ts';
import { webhookEvents } from '../../../../shared/features/webhook/webhook.ts';
import { slackProblems } from '../../../support/slackReceiver.ts';

const at = Date.UTC(2026, 2, 1, 17, 0);
const page = 'https://board.example/b/abc';

const result: Facts = {
  kind: 'ballot.result',
  at,
  board: 'Spring & summer',
  ballot: {
    title: 'Spring campaign',
    method: 'dots',
    votes: 5,
    options: 14,
    isSealed: true,
    opensAt: null,
    closesAt: at,
    voted: 7,
    eligible: 9,
    quorum: 5,
    ranking: [
      { rank: 1, isTied: false, text: 'Creator takeover', total: 14, voters: 6 },
      { rank: 2, isTied: true, text: 'Student <bundle> & @everyone', total: 11, voters: 5 },
      { rank: 2, isTied: true, text: 'Open day', total: 11, voters: 5 },
    ],
  },
  summary: null,
};

const ugly = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '&'.repeat(300),
    '<'.repeat(300),
    '<!channel> <@U1> <http://x|y>',
    '😀'.repeat(300),
    ' ',
    '',
  ),
  fc.string({ minLength: 250, maxLength: 300 }),
);
const time = fc.option(fc.integer({ min: 0, max: 4e12 }));
const count = fc.nat({ max: 100_000 });
const ballot = fc.record({
  title: ugly,
  method: fc.constantFrom(...methods),
  votes: count,
  options: count,
  isSealed: fc.boolean(),
  opensAt: time,
  closesAt: time,
  voted: count,
  eligible: count,
  quorum: fc.option(count),
  ranking: fc.array(
    fc.record({
      rank: count,
      isTied: fc.boolean(),
      text: ugly,
      total: fc.integer({ min: -100, max: 100_000 }),
      voters: count,
    }),
    { maxLength: 10 },
  ),
});
const summary = fc.record({
  question: fc.oneof(fc.constant(''), ugly),
  actions: fc.array(ugly, { maxLength: 10 }),
  ideas: count,
  clusters: count,
  parked: count,
  wins: fc.array(ugly, { maxLength: 10 }),
  results: fc.array(
    fc.record({
      title: ugly,
      winners: fc.array(ugly, { maxLength: 10 }),
      voted: count,
      eligible: count,
      missed: fc.option(count),
    }),
    { maxLength: 10 },
  ),
  decisions: fc.array(ugly, { maxLength: 10 }),
});

describe('a message', () => {
  it('keeps within the limits and escapes what is Slack’s own, whatever people wrote', () => {
    const facts = fc.oneof(
      fc.record({
        kind: fc.constantFrom(...webhookEvents.slice(0, 3)),
        at: fc.constant(at),
        board: ugly,
        ballot,
        summary: fc.constant(null),
      }),
      fc.record({
        kind: fc.constant('session.summary' as const),
        at: fc.constant(at),
        board: ugly,
        ballot: fc.constant(null),
        summary,
      }),
    );
    const language = fc.constantFrom('en', 'de');
    const link = fc.constantFrom(null, page, `https://${'x'.repeat(240)}.test/b/abc`);
    fc.assert(
      fc.property(facts, language, link, (of, lang, to) => {
        const message = slackMessage(of as Facts, { language: lang as 'en', page: to });
        expect(slackProblems(message)).toEqual([]);
        expect(JSON.stringify(message)).not.toMatch(/@(everyone|channel|here|all)\b/);
        expect(message.text.includes(to ?? '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('calls nobody by a longer word that is cut', () => {
    const messages = Array.from({ length: 300 }, (_, length) => {
      const board = `${'x'.repeat(length)} @everyones`;
      return slackMessage({ ...result, kind: 'ballot.opened', board }, { language: 'en', page });
    });
    expect([
      messages.filter((message) => /@everyone(?!s)/.test(JSON.stringify(message))),
      messages.flatMap(slackProblems),
    ]).toEqual([[], []]);
  });

  it('stays within what is taken when it is full of quotation marks, which count twice', () => {
    const quoted = Array.from({ length: 40 }, () => '"'.repeat(250));
    const lists = { results: [], decisions: quoted, actions: quoted, wins: quoted };
    const summary = { question: '', ideas: 1, clusters: 1, parked: 0, ...lists };
    const facts: Facts = { ...result, kind: 'session.summary', ballot: null, summary };
    expect(slackProblems(slackMessage(facts, { language: 'en', page }))).toEqual([]);
  });

  it('says who came where, out of how many, by which rule, and where to look', () => {
    expect(slackMessage(result, { language: 'en', page })).toEqual({
      text: [
        'Result: Spring campaign',
        'on “Spring &amp; summer” · dots, 5 for each · 7 of 9 voted · the quorum of 5 is reached',
        '1. Creator takeover – 14',
        '2. Student &lt;bundle&gt; &amp; @\u200beveryone – 11 (tied)',
        '2. Open day – 11 (tied)',
        'https://board.example/b/abc',
      ].join('\n'),
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Result: Spring campaign' } },
        context('on “Spring &amp; summer” · dots, 5 for each · 7 of 9 voted · the quorum of 5 is reached'),
        section(
          [
            '*1.* Creator takeover – 14',
            '*2.* Student &lt;bundle&gt; &amp; @\u200beveryone – 11 (tied)',
            '*2.* Open day – 11 (tied)',
          ].join('\n'),
        ),
        context(
          'Order: the total; then more different voters; then fewer who put all they could on it. What that does not tell apart is tied.',
        ),
        section('<https://board.example/b/abc|Open the board>'),
      ],
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it('shows times as the reader’s own where that is known, and as UTC elsewhere', () => {
    const { ballot: open } = result;
    const opened = { ...result, kind: 'ballot.opened' as const, ballot: open && { ...open, ranking: [] } };
    const { text, blocks } = slackMessage(opened, { language: 'en', page: null });
    expect([text, blocks[1]]).toEqual([
      'Voting is open: Spring campaign\non “Spring &amp; summer” · dots, 5 for each · 14 to choose from · closes 2026-03-01 17:00 UTC · 7 of 9 voted · counts from 5 voters · nothing is counted before the end',
      context(
        'on “Spring &amp; summer” · dots, 5 for each · 14 to choose from · closes <!date^1772384400^{date_short_pretty} {time}|2026-03-01 17:00 UTC> · 7 of 9 voted · counts from 5 voters · nothing is counted before the end',
      ),
    ]);
  });

  it('says in German what it says in English', () => {
    const message = slackMessage(result, { language: 'de', page: null });
    expect(message.text.split('\n').slice(0, 2)).toEqual([
      'Ergebnis: Spring campaign',
      'auf „Spring &amp; summer“ · Punkte, 5 pro Person · 7 von 9 haben abgestimmt · die nötigen 5 sind erreicht',
    ]);
  });

  it('can be a test, which is as well-formed as the others', () => {
    expect(slackProblems(testMessage('', { language: 'de', page }))).toEqual([]);
  });
});

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

function context(text: string) {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}
