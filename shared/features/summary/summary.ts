// What a board comes to, in one plain value that any format can be written from. No word in it is the product's own, and no
// number in it has been rounded or put into words: that is for whoever writes it down.

import type { Role } from '../../board/roles.ts';
import type { Colour } from '../../items/colour.ts';
import type { ItemId } from '../../lib/ids.ts';
import type { ActionStatus } from '../actionItems/actionItems.ts';
import type { Day } from '../actionItems/day.ts';
import type { Confidence } from '../decisions/decisions.ts';
import type { PhaseKind } from '../session/agenda.ts';
import type { AfterHow, Method } from '../voting/ballot.ts';
import type { Recurring } from './recurring.ts';

/** Times are milliseconds since 1970. */
export interface Summary {
  readonly title: string;
  /** The moment it tells of. */
  readonly at: number;
  /** No name of anybody is in it. */
  readonly isAnonymous: boolean;
  /** What the facilitator says before everything else; may be empty. */
  readonly foreword: string;
  /** What was asked; empty where nothing tells. */
  readonly question: readonly string[];
  /** From the beginning of the first step to the end of the last; null without any. */
  readonly span: Span | null;
  /** Empty when it is anonymous; `figures.people` says how many they are. */
  readonly people: readonly { readonly name: string; readonly role: Role }[];
  readonly agenda: readonly SummaryStep[];
  /** Outermost clusters; others are inside them. Every idea is in `clusters`, `loose` or `parked`, exactly once. */
  readonly clusters: readonly SummaryCluster[];
  /** Ideas outside any cluster. */
  readonly loose: readonly SummaryNote[];
  /** What belongs elsewhere; null where nothing does. */
  readonly parked: SummaryCluster | null;
  /** In the order in which they were opened; without those that were for practice. */
  readonly ballots: readonly SummaryBallot[];
  readonly decisions: readonly SummaryDecision[];
  /** What is open first, the sooner due the earlier. */
  readonly actions: readonly SummaryAction[];
  /** What people wrote where a template asked for next steps. */
  readonly nextSteps: readonly string[];
  readonly wins: readonly string[];
  readonly questions: readonly OpenQuestion[];
  /** Most comments first. */
  readonly discussed: readonly Discussed[];
  /** Words that come back in many ideas, most first. */
  readonly recurring: readonly Recurring[];
  readonly figures: Figures;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SummaryStep {
  /** May be empty: then its kind names it. */
  readonly title: string;
  readonly kind: PhaseKind;
  /** null for a step of the plan that nobody came to. */
  readonly span: Span | null;
  /** It is still under way. */
  readonly isNow: boolean;
  /** What the plan gave it; null where it gave none. */
  readonly plannedMinutes: number | null;
  /** Ideas that were revealed in it. */
  readonly revealed: number;
}

export interface SummaryNote {
  readonly id: ItemId;
  readonly text: string;
  readonly colour: Colour;
  /** null when anonymous or not known. */
  readonly author: string | null;
}

export interface SummaryCluster {
  readonly id: ItemId;
  readonly title: string;
  readonly colour: Colour;
  /** What a template asks for in it. */
  readonly prompts: readonly string[];
  readonly notes: readonly SummaryNote[];
  readonly clusters: readonly SummaryCluster[];
}

/** What a ballot was about, as it reads now. */
export interface Named {
  readonly id: ItemId;
  readonly kind: 'note' | 'cluster' | 'gone';
  readonly text: string;
}

export interface SummaryBallot {
  readonly id: string;
  readonly title: string;
  readonly method: Method;
  readonly state: 'announced' | 'open' | 'counted';
  readonly opensAt: number;
  /** When it closed, or will; null until somebody closes it. */
  readonly closesAt: number | null;
  /** What one voter had: dots, ranks or credits. */
  readonly votes: number;
  readonly maxPerOption: number;
  readonly options: number;
  readonly voted: number | null;
  readonly eligible: number | null;
  /** null when any number of voters was enough. */
  readonly quorum: { readonly needed: number; readonly isReached: boolean } | null;
  readonly follows: { readonly title: string; readonly how: AfterHow } | null;
  /** Another ballot follows on it, so that its result is not the last word. */
  readonly isSuperseded: boolean;
  /** So few have voted that it may be easy to guess who voted what. */
  readonly isGuessable: boolean;
  /** Best first; only what anybody gave something. Empty until it is counted. */
  readonly standings: readonly SummaryStanding[];
  /** Only of a ranked ballot that took more than one. */
  readonly rounds: readonly SummaryRound[];
}

export interface SummaryStanding {
  readonly option: Named;
  readonly rank: number;
  readonly isTied: boolean;
  /** It has won: first, and as many voted as had to. */
  readonly isFirst: boolean;
  readonly total: number;
  readonly voters: number;
  /** Effort and impact, 0 to 1, with how far apart the voters saw it; only of a matrix. */
  readonly place: {
    readonly at: readonly [number, number];
    readonly spread: readonly [number, number];
  } | null;
}

export interface SummaryRound {
  /** Most first; only what has any. */
  readonly votes: readonly { readonly option: Named; readonly count: number }[];
  readonly out: readonly Named[];
  readonly exhausted: number;
}

export interface SummaryDecision {
  readonly text: string;
  readonly why: string;
  /** What spoke against it. */
  readonly against: string;
  readonly confirmed: number;
  /** Names of those who confirmed it; empty when anonymous. */
  readonly confirmedBy: readonly string[];
  readonly confidence: Confidence | null;
  readonly reviewAt: number | null;
  /** The title of the ballot it goes back to; may be empty. null for none. */
  readonly ballot: string | null;
  readonly at: number;
}

export interface SummaryAction {
  readonly text: string;
  /** A name; null for nobody's. Of people of the board, none when it is anonymous. */
  readonly owner: string | null;
  readonly due: Day | null;
  readonly status: ActionStatus;
  /** It goes on in the next session. */
  readonly isCarried: boolean;
  /** The day is over everywhere, and it is not done. */
  readonly isOverdue: boolean;
}

export interface OpenQuestion {
  readonly text: string;
  /** The idea that it was asked about, where it is a comment on one. */
  readonly about: Named | null;
  readonly from: 'idea' | 'comment';
}

export interface Discussed {
  readonly option: Named;
  readonly comments: number;
  readonly people: number;
}

export interface Figures {
  /** Everybody who came. */
  readonly people: number;
  /** Ideas in `clusters`, `loose` and `parked`. */
  readonly ideas: number;
  readonly inClusters: number;
  readonly clusters: number;
  readonly parked: number;
  /** Of how many people ideas are known to be; null when anonymous, or when nobody's name is on any. */
  readonly writers: number | null;
  readonly comments: number;
  readonly commenters: number;
  /** Ballots that were counted. */
  readonly counted: number;
}
