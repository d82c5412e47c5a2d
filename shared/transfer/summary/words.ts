// The words of a summary that nobody on the board wrote, in one shape for each language. Counts come in as numbers; how a
// number or a date is written is `figures.ts`.

import type { Role } from '../../board/roles.ts';
import type { ActionStatus } from '../../features/actionItems/actionItems.ts';
import type { Confidence } from '../../features/decisions/decisions.ts';
import type { PhaseKind } from '../../features/session/agenda.ts';
import type { Method } from '../../features/voting/ballot.ts';
import { germanSummary } from './words.de.ts';
import { englishSummary } from './words.en.ts';

type Count = (count: number) => string;

export interface Words {
  /** For `Intl`. */
  readonly locale: string;
  readonly untitledBoard: string;
  readonly untitledCluster: string;
  readonly untitledVote: string;
  readonly emptyNote: string;
  readonly emptyBoard: string;
  readonly gone: string;
  readonly outside: string;

  readonly question: string;
  readonly date: string;
  readonly session: string;
  readonly made: string;
  readonly who: string;
  readonly ideas: string;
  readonly clusters: string;
  readonly participants: string;
  readonly picture: string;
  /** For whoever does not see it. */
  readonly pictureAbout: string;
  readonly people: Count;
  readonly andMore: Count;
  readonly ideasInClusters: (ideas: number, inside: number, clusters: number) => string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly nameless: string;

  readonly decided: string;
  readonly nothingDecided: string;
  readonly top: string;
  readonly largest: string;
  readonly recurring: string;
  readonly nothingVoted: string;
  readonly ideaCount: Count;
  readonly nextSteps: string;
  readonly more: Count;

  readonly agenda: string;
  readonly kinds: Readonly<Record<PhaseKind, string>>;
  readonly minutes: Count;
  readonly planned: Count;
  readonly revealed: Count;
  readonly notReached: string;
  readonly underWay: string;

  readonly votes: string;
  readonly methods: Readonly<Record<Method, string>>;
  readonly each: (method: Method, votes: number, most: number) => string;
  readonly options: Count;
  readonly turnout: (voted: number, eligible: number, percent: string) => string;
  readonly votedSoFar: (voted: number, eligible: number) => string;
  readonly opened: (time: string) => string;
  readonly announced: (time: string) => string;
  readonly stillOpen: string;
  readonly closed: (time: string) => string;
  readonly closes: (time: string) => string;
  readonly quorumReached: Count;
  readonly quorumMissed: Count;
  readonly quorumNeeded: Count;
  readonly follows: (title: string) => string;
  readonly again: (title: string) => string;
  readonly guessable: string;
  readonly nobodyVoted: string;
  readonly figure: Readonly<Record<Method, Count | null>>;
  readonly voters: Count;
  readonly tied: string;
  readonly won: string;
  readonly without: Count;
  readonly rule: string;
  readonly ruleRanked: string;
  readonly ruleTies: string;
  readonly round: Count;
  readonly goes: (names: string) => string;
  readonly exhausted: Count;
  readonly impact: string;
  readonly effort: string;
  readonly matrix: string;
  readonly spot: (impact: string, effort: string) => string;

  readonly actions: string;
  readonly actionsDone: (done: number, all: number) => string;
  readonly actionStatus: Readonly<Record<ActionStatus, string>>;
  readonly due: (date: string) => string;
  readonly overdue: (date: string) => string;
  readonly carriedOver: string;
  readonly nobodys: string;

  readonly decisions: string;
  readonly why: string;
  readonly against: string;
  readonly nothingAgainst: string;
  readonly confirmed: Count;
  readonly confirmedBy: (names: string) => string;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly review: (date: string) => string;
  readonly fromVote: (title: string) => string;

  readonly parked: string;
  readonly wins: string;
  readonly openQuestions: string;
  readonly openQuestionsRule: string;
  readonly about: (name: string) => string;
  readonly discussed: string;
  readonly comments: Count;
  readonly byPeople: Count;
  readonly figures: string;
  readonly came: string;
  readonly writers: (writers: number, people: number) => string;
  readonly wrote: string;
  readonly talked: string;
  readonly talkedHow: (comments: number, people: number) => string;
  readonly length: string;
  readonly turnoutName: string;
  readonly onAverage: (ballots: number, percent: string) => string;
}

export const summaryWords = { en: englishSummary, de: germanSummary } as const satisfies Readonly<
  Record<string, Words>
>;

export type SummaryLanguage = keyof typeof summaryWords;
