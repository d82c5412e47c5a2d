// The German of a summary.

import type { Words } from './words.ts';

const one = (count: number, single: string, several: string): string =>
  `${count.toLocaleString('de')} ${count === 1 ? single : several}`;

export const germanSummary: Words = {
  locale: 'de',
  untitledBoard: 'Board ohne Namen',
  untitledCluster: 'Cluster ohne Titel',
  untitledVote: 'Abstimmung',
  emptyNote: '(leer)',
  emptyBoard: 'Auf diesem Board ist noch nichts.',
  gone: 'Etwas, das entfernt wurde',
  outside: 'In keinem Cluster',

  question: 'Frage',
  date: 'Datum',
  session: 'Sitzung',
  made: 'Stand',
  who: 'Wer',
  ideas: 'Ideen',
  clusters: 'Cluster',
  participants: 'Teilnehmende',
  picture: 'Das Board',
  pictureAbout: 'Ein Bild des Boards. Alles, was darauf steht, steht auch oben.',
  people: (count) => one(count, 'Person', 'Personen'),
  andMore: (count) => `und ${count.toLocaleString('de')} weitere`,
  ideasInClusters: (ideas, inside, clusters) =>
    clusters === 0
      ? ideas.toLocaleString('de')
      : `${ideas.toLocaleString('de')}, davon ${inside.toLocaleString('de')} in ${one(clusters, 'Cluster', 'Clustern')}`,
  roles: { facilitator: 'moderiert', editor: 'schreibt mit', commenter: 'kommentiert', viewer: 'sieht zu' },
  nameless: 'ohne Namen',

  decided: 'Was entschieden wurde',
  nothingDecided: 'Es wurde keine Entscheidung festgehalten.',
  top: 'Die besten Ideen',
  largest: 'Die größten Cluster',
  recurring: 'Wörter, die wiederkehren',
  nothingVoted: 'Es wurde über nichts abgestimmt.',
  ideaCount: (count) => one(count, 'Idee', 'Ideen'),
  nextSteps: 'Nächste Schritte',
  more: (count) => `und ${count.toLocaleString('de')} weitere`,

  agenda: 'Wie es lief',
  kinds: {
    open: 'Offene Wand',
    silent: 'Stilles Schreiben',
    group: 'Ordnen',
    vote: 'Abstimmung',
    discuss: 'Gespräch',
  },
  minutes: (count) => (count < 1 ? 'weniger als eine Minute' : one(count, 'Minute', 'Minuten')),
  planned: (count) => `${count.toLocaleString('de')} geplant`,
  revealed: (count) => `${one(count, 'Idee', 'Ideen')} aufgedeckt`,
  notReached: 'nicht erreicht',
  underWay: 'läuft noch',

  votes: 'Abstimmungen',
  methods: {
    dots: 'Punkte',
    approval: 'Zustimmung',
    score: 'Noten von 0 bis 5',
    ranked: 'Reihenfolge (Stichwahl in Runden)',
    matrix: 'Wirkung und Aufwand',
    quadratic: 'Guthaben (n Stimmen kosten n²)',
  },
  each: (method, votes, most) => {
    if (method === 'dots') return `je ${one(votes, 'Punkt', 'Punkte')}, höchstens ${most} auf eins`;
    return method === 'quadratic' ? `je ${votes.toLocaleString('de')} Guthaben` : '';
  },
  options: (count) => `unter ${one(count, 'Möglichkeit', 'Möglichkeiten')}`,
  turnout: (voted, eligible, percent) => `${voted} von ${eligible} haben abgestimmt (${percent})`,
  votedSoFar: (voted, eligible) => `bisher haben ${voted} von ${eligible} abgestimmt`,
  opened: (time) => `eröffnet ${time}`,
  announced: (time) => `beginnt ${time}`,
  stillOpen: 'Noch offen: Vor dem Schluss wird nichts gezählt.',
  closed: (time) => `ausgezählt ${time}`,
  closes: (time) => `endet ${time}`,
  quorumReached: (count) => `Die nötigen ${one(count, 'Stimme war', 'Stimmen waren')} da.`,
  quorumMissed: (count) =>
    `Nötig waren ${one(count, 'Stimme', 'Stimmen')}; es waren zu wenige, darum hat nichts gewonnen.`,
  quorumNeeded: (count) =>
    `Damit das Ergebnis zählt, ${count === 1 ? 'braucht' : 'brauchen'} es ${one(count, 'Stimme', 'Stimmen')}.`,
  follows: (title) => `Zweite Runde von „${title}“`,
  again: (title) => `„${title}“, nach dem Gespräch noch einmal gefragt`,
  guessable: 'So wenige haben abgestimmt, dass sich leicht erraten lässt, wer was gewählt hat.',
  nobodyVoted: 'Niemand hat eine Stimme gegeben.',
  figure: {
    dots: (count) => one(count, 'Punkt', 'Punkte'),
    approval: (count) => `${count.toLocaleString('de')} Ja`,
    score: null,
    ranked: (count) => one(count, 'Stimme', 'Stimmen'),
    matrix: null,
    quadratic: (count) => one(count, 'Stimme', 'Stimmen'),
  },
  voters: (count) => `von ${one(count, 'Person', 'Personen')}`,
  tied: 'gleichauf',
  won: 'gewonnen',
  without: (count) => `${one(count, 'Möglichkeit bekam', 'Möglichkeiten bekamen')} nichts.`,
  rule: 'Reihenfolge: die Summe; dann mehr verschiedene Menschen; dann weniger, die alles darauf gesetzt haben.',
  ruleRanked:
    'Reihenfolge: Wer am längsten blieb. Von gleich Schwachen geht, wer in der Runde davor schwächer war, dann wen weniger genannt haben.',
  ruleTies: 'Was sich so nicht unterscheiden lässt, steht gleichauf.',
  round: (count) => `Runde ${count}`,
  goes: (names) => `fällt heraus: ${names}`,
  exhausted: (count) =>
    `${one(count, 'Stimmzettel nennt', 'Stimmzettel nennen')} nichts mehr, was noch da ist`,
  impact: 'Wirkung',
  effort: 'Aufwand',
  matrix: 'Wirkung nach oben, Aufwand nach rechts; die Zahlen sind die Plätze',
  spot: (impact, effort) => `Wirkung ${impact}, Aufwand ${effort}`,

  actions: 'Aufgaben',
  actionsDone: (done, all) => `${done} von ${all} erledigt`,
  actionStatus: { open: 'offen', doing: 'in Arbeit', done: 'erledigt' },
  due: (date) => `fällig ${date}`,
  overdue: (date) => `war fällig ${date}`,
  carriedOver: 'in die nächste Sitzung mitgenommen',
  nobodys: 'noch niemand',

  decisions: 'Entscheidungen',
  why: 'Warum',
  against: 'Was dagegen sprach',
  nothingAgainst: 'nichts festgehalten',
  confirmed: (count) => `bestätigt von ${one(count, 'Person', 'Personen')}`,
  confirmedBy: (names) => `bestätigt von ${names}`,
  confidence: { low: 'wenig Zuversicht', medium: 'einige Zuversicht', high: 'viel Zuversicht' },
  review: (date) => `wieder anzuschauen ${date}`,
  fromVote: (title) => `nach der Abstimmung „${title}“`,

  parked: 'Geparkt',
  wins: 'Erfolge',
  openQuestions: 'Offene Fragen',
  openQuestionsRule:
    'Ideen, die mit einem Fragezeichen enden, und nicht erledigte Kommentare, deren letztes Wort eine Frage ist.',
  about: (name) => `zu „${name}“`,
  discussed: 'Am meisten besprochen',
  comments: (count) => one(count, 'Kommentar', 'Kommentare'),
  byPeople: (count) => `von ${one(count, 'Person', 'Personen')}`,
  figures: 'In Zahlen',
  came: 'Da waren',
  writers: (writers, people) => `${writers} von ${people} Personen, soweit Namen bekannt sind`,
  wrote: 'Ideen schrieben',
  talked: 'Kommentare',
  talkedHow: (comments, people) =>
    comments === 0 ? 'keine' : `${comments.toLocaleString('de')} von ${one(people, 'Person', 'Personen')}`,
  length: 'Dauer',
  turnoutName: 'Abgestimmt',
  onAverage: (ballots, percent) => `${percent} im Mittel von ${ballots} Abstimmungen`,
};
