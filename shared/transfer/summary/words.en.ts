// The English of a summary.

import type { Words } from './words.ts';

const one = (count: number, single: string, several: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? single : several}`;

export const englishSummary: Words = {
  locale: 'en-GB',
  untitledBoard: 'Untitled board',
  untitledCluster: 'Untitled cluster',
  untitledVote: 'Vote',
  emptyNote: '(empty)',
  emptyBoard: 'Nothing is on this board yet.',
  gone: 'Something that was removed',
  outside: 'Outside any cluster',

  question: 'Question',
  date: 'Date',
  session: 'Session',
  made: 'As of',
  who: 'Who',
  ideas: 'Ideas',
  clusters: 'Clusters',
  participants: 'Participants',
  picture: 'The board',
  pictureAbout: 'A picture of the board. All that is written on it stands above.',
  people: (count) => one(count, 'person', 'people'),
  andMore: (count) => `and ${count.toLocaleString('en')} more`,
  ideasInClusters: (ideas, inside, clusters) =>
    clusters === 0
      ? ideas.toLocaleString('en')
      : `${ideas.toLocaleString('en')}, ${inside.toLocaleString('en')} of them in ${one(clusters, 'cluster', 'clusters')}`,
  roles: { facilitator: 'facilitator', editor: 'editor', commenter: 'commenter', viewer: 'viewer' },
  nameless: 'without names',

  decided: 'What was decided',
  nothingDecided: 'No decision was written down.',
  top: 'Top ideas',
  largest: 'Largest clusters',
  recurring: 'Words that come back',
  nothingVoted: 'Nothing was voted on.',
  ideaCount: (count) => one(count, 'idea', 'ideas'),
  nextSteps: 'Next steps',
  more: (count) => `and ${one(count, 'more', 'more')}`,

  agenda: 'How it went',
  kinds: {
    open: 'Open wall',
    silent: 'Silent writing',
    group: 'Grouping',
    vote: 'Vote',
    discuss: 'Discussion',
  },
  minutes: (count) => (count < 1 ? 'less than a minute' : one(count, 'minute', 'minutes')),
  planned: (count) => `${count.toLocaleString('en')} planned`,
  revealed: (count) => `${one(count, 'idea', 'ideas')} revealed`,
  notReached: 'not reached',
  underWay: 'under way',

  votes: 'Votes',
  methods: {
    dots: 'Dots',
    approval: 'Approval',
    score: 'Score from 0 to 5',
    ranked: 'Ranking (instant run-off)',
    matrix: 'Impact and effort',
    quadratic: 'Credits (n votes cost n²)',
  },
  each: (method, votes, most) => {
    if (method === 'dots') return `${one(votes, 'dot', 'dots')} each, at most ${most} on one`;
    return method === 'quadratic' ? `${one(votes, 'credit', 'credits')} each` : '';
  },
  options: (count) => `among ${one(count, 'option', 'options')}`,
  turnout: (voted, eligible, percent) => `${voted} of ${eligible} voted (${percent})`,
  votedSoFar: (voted, eligible) => `${voted} of ${eligible} have voted so far`,
  opened: (time) => `opened ${time}`,
  announced: (time) => `opens ${time}`,
  stillOpen: 'Still open: nothing of it is counted before it closes.',
  closed: (time) => `counted ${time}`,
  closes: (time) => `closes ${time}`,
  quorumReached: (count) => `The ${one(count, 'voter', 'voters')} needed were there.`,
  quorumMissed: (count) =>
    `${one(count, 'voter was', 'voters were')} needed; too few voted, so nothing has won.`,
  quorumNeeded: (count) => `${one(count, 'voter is', 'voters are')} needed for the result to count.`,
  follows: (title) => `Second round of “${title}”`,
  again: (title) => `“${title}” asked again after talking`,
  guessable: 'So few voted that it may be easy to guess who voted what.',
  nobodyVoted: 'Nobody gave a vote.',
  figure: {
    dots: (count) => one(count, 'dot', 'dots'),
    approval: (count) => one(count, 'yes', 'yes'),
    score: null,
    ranked: (count) => one(count, 'vote', 'votes'),
    matrix: null,
    quadratic: (count) => one(count, 'vote', 'votes'),
  },
  voters: (count) => one(count, 'voter', 'voters'),
  tied: 'tied',
  won: 'won',
  without: (count) => `${one(count, 'option', 'options')} got nothing.`,
  rule: 'Order: the total; then more different voters; then fewer who put all they could on it.',
  ruleRanked:
    'Order: who stood longest. Of equally weak ones goes the one that was weaker before, then the one fewer people named.',
  ruleTies: 'What that does not tell apart is tied.',
  round: (count) => `Round ${count}`,
  goes: (names) => `goes: ${names}`,
  exhausted: (count) => `${one(count, 'ballot names', 'ballots name')} none that is left`,
  impact: 'Impact',
  effort: 'Effort',
  matrix: 'Impact upwards, effort to the right; numbers are ranks',
  spot: (impact, effort) => `impact ${impact}, effort ${effort}`,

  actions: 'Action items',
  actionsDone: (done, all) => `${done} of ${all} done`,
  actionStatus: { open: 'to do', doing: 'doing', done: 'done' },
  due: (date) => `due ${date}`,
  overdue: (date) => `was due ${date}`,
  carriedOver: 'carried over to the next session',
  nobodys: 'nobody yet',

  decisions: 'Decisions',
  why: 'Why',
  against: 'What spoke against it',
  nothingAgainst: 'nothing was written down',
  confirmed: (count) => `confirmed by ${one(count, 'person', 'people')}`,
  confirmedBy: (names) => `confirmed by ${names}`,
  confidence: { low: 'little confidence', medium: 'some confidence', high: 'much confidence' },
  review: (date) => `to be looked at again ${date}`,
  fromVote: (title) => `after the vote “${title}”`,

  parked: 'Parked',
  wins: 'Wins',
  openQuestions: 'Open questions',
  openQuestionsRule:
    'Ideas that end in a question mark, and unresolved comments whose last word is a question.',
  about: (name) => `on “${name}”`,
  discussed: 'Most discussed',
  comments: (count) => one(count, 'comment', 'comments'),
  byPeople: (count) => `by ${one(count, 'person', 'people')}`,
  figures: 'In figures',
  came: 'Came',
  writers: (writers, people) => `${writers} of ${people} people, as far as names are known`,
  wrote: 'Wrote ideas',
  talked: 'Talked',
  talkedHow: (comments, people) =>
    comments === 0
      ? 'no comments'
      : `${one(comments, 'comment', 'comments')} by ${one(people, 'person', 'people')}`,
  length: 'Length',
  turnoutName: 'Voted',
  onAverage: (ballots, percent) => `${percent} on average in ${ballots} votes`,
};
