// The words of messages, in each language they can be asked for in. Everything else in a message was written on the board.

import type { Method } from '../../shared/features/voting/ballot.ts';
import type { WebhookEvent } from '../../shared/features/webhook/webhook.ts';

interface Words {
  readonly titles: Readonly<Record<WebhookEvent, string>>;
  readonly announced: string;
  readonly untitledBoard: string;
  readonly untitledBallot: string;
  readonly untitledOption: string;
  readonly methods: Readonly<Record<Method, (votes: number) => string>>;
  /** What an option came to. */
  readonly totals: Readonly<Record<Method, (total: string) => string>>;
  readonly options: (count: number) => string;
  readonly sealed: string;
  readonly live: string;
  readonly opens: (when: string) => string;
  readonly closes: (when: string) => string;
  readonly mayVote: (eligible: number) => string;
  readonly voted: (voted: number, eligible: number) => string;
  readonly quorumOpen: (quorum: number) => string;
  readonly quorumReached: (quorum: number) => string;
  readonly quorumMissed: (quorum: number) => string;
  readonly nobodyVoted: string;
  readonly tied: string;
  readonly rule: string;
  readonly ruleRanked: string;
  readonly on: (board: string) => string;
  readonly openBoard: string;
  readonly ideas: string;
  readonly clusters: string;
  readonly parked: string;
  readonly ballots: string;
  readonly results: string;
  readonly decisions: string;
  readonly actions: string;
  readonly wins: string;
  readonly test: string;
  readonly testText: string;
}

const en: Words = {
  titles: {
    'ballot.opened': 'Voting is open',
    'ballot.reminder': 'Please vote',
    'ballot.result': 'Result',
    'session.summary': 'Summary',
  },
  announced: 'A vote is coming',
  untitledBoard: 'Untitled board',
  untitledBallot: 'Untitled ballot',
  untitledOption: '(empty)',
  methods: {
    dots: (votes) => `dots, ${votes} for each`,
    approval: () => 'yes or nothing for each idea',
    score: () => '0 to 5 for each idea',
    ranked: () => 'in order of preference',
    matrix: () => 'effort and impact',
    quadratic: (votes) => `credits, ${votes} for each`,
  },
  totals: {
    dots: (total) => total,
    approval: (total) => total,
    score: (total) => `${total} on average`,
    ranked: (total) => `${total} in its last round`,
    matrix: (total) => `impact less effort ${total}`,
    quadratic: (total) => total,
  },
  options: (count) => `${count} to choose from`,
  sealed: 'nothing is counted before the end',
  live: 'totals are shown on the way',
  opens: (when) => `opens ${when}`,
  closes: (when) => `closes ${when}`,
  mayVote: (eligible) => `${eligible} may vote`,
  voted: (voted, eligible) => `${voted} of ${eligible} voted`,
  quorumOpen: (quorum) => `counts from ${quorum} voters`,
  quorumReached: (quorum) => `the quorum of ${quorum} is reached`,
  quorumMissed: (quorum) => `the quorum of ${quorum} is not reached: this result decides nothing`,
  nobodyVoted: 'Nobody voted.',
  tied: 'tied',
  rule: 'Order: the total; then more different voters; then fewer who put all they could on it. What that does not tell apart is tied.',
  ruleRanked: 'Order: instant run-off; whoever comes last goes out, round by round.',
  on: (board) => `on “${board}”`,
  openBoard: 'Open the board',
  ideas: 'Ideas',
  clusters: 'Clusters',
  parked: 'Parked',
  ballots: 'Votes',
  results: 'Results',
  decisions: 'Decided',
  actions: 'To do',
  wins: 'Wins',
  test: 'It works',
  testText: 'This is a test. Messages of this board will arrive here.',
};

const de: Words = {
  titles: {
    'ballot.opened': 'Abstimmung offen',
    'ballot.reminder': 'Bitte stimmt ab',
    'ballot.result': 'Ergebnis',
    'session.summary': 'Zusammenfassung',
  },
  announced: 'Bald wird abgestimmt',
  untitledBoard: 'Board ohne Namen',
  untitledBallot: 'Abstimmung ohne Namen',
  untitledOption: '(leer)',
  methods: {
    dots: (votes) => `Punkte, ${votes} pro Person`,
    approval: () => 'Ja oder nichts für jede Idee',
    score: () => '0 bis 5 für jede Idee',
    ranked: () => 'nach Reihenfolge',
    matrix: () => 'Aufwand und Wirkung',
    quadratic: (votes) => `Guthaben, ${votes} pro Person`,
  },
  totals: {
    dots: (total) => total,
    approval: (total) => total,
    score: (total) => `${total} im Mittel`,
    ranked: (total) => `${total} in der letzten Runde`,
    matrix: (total) => `Wirkung minus Aufwand ${total}`,
    quadratic: (total) => total,
  },
  options: (count) => `${count} stehen zur Wahl`,
  sealed: 'gezählt wird erst am Ende',
  live: 'Zwischenstände sind zu sehen',
  opens: (when) => `ab ${when}`,
  closes: (when) => `bis ${when}`,
  mayVote: (eligible) => `${eligible} dürfen abstimmen`,
  voted: (voted, eligible) => `${voted} von ${eligible} haben abgestimmt`,
  quorumOpen: (quorum) => `gilt ab ${quorum} Stimmenden`,
  quorumReached: (quorum) => `die nötigen ${quorum} sind erreicht`,
  quorumMissed: (quorum) => `die nötigen ${quorum} sind nicht erreicht: dieses Ergebnis entscheidet nichts`,
  nobodyVoted: 'Niemand hat abgestimmt.',
  tied: 'gleichauf',
  rule: 'Reihenfolge: die Summe; dann mehr verschiedene Stimmende; dann weniger, die alles darauf gesetzt haben. Was sich so nicht unterscheidet, ist gleichauf.',
  ruleRanked: 'Reihenfolge: Stichwahl in Runden; wer hinten liegt, scheidet aus.',
  on: (board) => `auf „${board}“`,
  openBoard: 'Board öffnen',
  ideas: 'Ideen',
  clusters: 'Cluster',
  parked: 'Geparkt',
  ballots: 'Abstimmungen',
  results: 'Ergebnisse',
  decisions: 'Entschieden',
  actions: 'Zu tun',
  wins: 'Erfolge',
  test: 'Es klappt',
  testText: 'Das ist ein Test. Hier kommen die Nachrichten dieses Boards an.',
};

export const messageWords = { en, de } as const;
export type MessageLanguage = keyof typeof messageWords;
export type MessageWords = Words;
