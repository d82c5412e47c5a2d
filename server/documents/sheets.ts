// notes.xlsx as plain rows: ideas, clusters, ballots, actions, people. The names of sheets and columns are a promise to those
// who read the file by script: new ones are added at the end, none is renamed. Times are UTC.

import type {
  Summary,
  SummaryAction,
  SummaryBallot,
  SummaryCluster,
  SummaryNote,
} from '../../shared/features/summary/summary.ts';
import { emptyTalk, saidAbout } from '../../shared/features/talk.ts';
import type { Item } from '../../shared/items/item.ts';
import { lastVotes } from '../../shared/transfer/aboutIdeas.ts';
import type { BoardSnapshot } from '../../shared/transfer/snapshot.ts';

export type Cell = string | number | boolean | Date | null;

export interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** Long texts, that go on in a second line. */
  readonly wraps?: boolean;
  /** Dates without a time. */
  readonly isDay?: boolean;
}

export interface SheetRows {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const column = (name: string, width: number): Column => ({ name, width });
const texts = (name: string, width: number): Column => ({ name, width, wraps: true });

const ideaColumns = [
  column('id', 24),
  texts('text', 60),
  column('author', 18),
  column('color', 10),
  column('cluster', 26),
  column('parked', 9),
  column('votes', 9),
  column('voters', 9),
  column('rank', 8),
  column('ballot', 26),
  column('reactions', 11),
  column('comments', 11),
  column('x', 10),
  column('y', 10),
  column('width', 9),
  column('height', 9),
];
const clusterColumns = [
  column('id', 24),
  texts('title', 40),
  column('color', 10),
  column('inside', 26),
  column('ideas', 9),
  column('ideas_in_all', 13),
  column('parked', 9),
];
const ballotColumns = [
  texts('ballot', 30),
  column('method', 12),
  column('state', 12),
  column('opened_utc', 18),
  column('closed_utc', 18),
  column('voted', 9),
  column('eligible', 10),
  column('quorum', 9),
  column('quorum_reached', 15),
  column('rank', 8),
  column('tied', 8),
  column('won', 8),
  texts('option', 50),
  column('option_id', 24),
  column('total', 9),
  column('voters', 9),
  column('effort', 9),
  column('impact', 9),
];
const actionColumns = [
  texts('action', 60),
  column('owner', 20),
  { name: 'due', width: 13, isDay: true },
  column('status', 12),
  column('carried', 9),
  column('overdue', 10),
];
const peopleColumns = [column('name', 26), column('role', 14), column('ideas', 9)];

export function sheetsOf(snapshot: BoardSnapshot, summary: Summary): SheetRows[] {
  return [
    { name: 'ideas', columns: ideaColumns, rows: ideaRows(snapshot, summary) },
    { name: 'clusters', columns: clusterColumns, rows: clusterRows(summary) },
    { name: 'ballots', columns: ballotColumns, rows: summary.ballots.flatMap(ballotRows) },
    { name: 'actions', columns: actionColumns, rows: summary.actions.map(actionRow) },
    { name: 'people', columns: peopleColumns, rows: peopleRows(snapshot, summary) },
  ];
}

interface Placed {
  readonly note: SummaryNote;
  readonly cluster: string;
  readonly isParked: boolean;
}

/** Every idea once, in the order of the summary. */
function placedNotes({ clusters, loose, parked }: Summary): Placed[] {
  const inside = (cluster: SummaryCluster, isParked: boolean): Placed[] => [
    ...cluster.notes.map((note) => ({ note, cluster: cluster.title, isParked })),
    ...cluster.clusters.flatMap((inner) => inside(inner, isParked)),
  ];
  return [
    ...clusters.flatMap((cluster) => inside(cluster, false)),
    ...loose.map((note) => ({ note, cluster: '', isParked: false })),
    ...(parked === null ? [] : inside(parked, true)),
  ];
}

function ideaRows(snapshot: BoardSnapshot, summary: Summary): Cell[][] {
  const items = new Map(snapshot.items.map((item) => [item.id, item]));
  const votes = lastVotes(summary.ballots);
  const said = saidAbout(snapshot.story?.talk ?? emptyTalk);
  return placedNotes(summary).map(({ note, cluster, isParked }) => {
    const vote = votes.get(note.id);
    return [
      note.id,
      note.text,
      note.author,
      note.colour,
      cluster,
      isParked,
      ...(vote ? [vote.total, vote.voters, vote.rank, vote.ballot] : [null, null, null, null]),
      said.get(note.id)?.reactions ?? 0,
      said.get(note.id)?.comments ?? 0,
      ...boxOf(items.get(note.id)),
    ];
  });
}

function boxOf(item: Item | undefined): Cell[] {
  return item === undefined ? [null, null, null, null] : [item.x, item.y, item.w, item.h];
}

function clusterRows({ clusters, parked }: Summary): Cell[][] {
  const rowsOf = (cluster: SummaryCluster, inside: string, isParked: boolean): Cell[][] => [
    [cluster.id, cluster.title, cluster.colour, inside, cluster.notes.length, countIn(cluster), isParked],
    ...cluster.clusters.flatMap((inner) => rowsOf(inner, cluster.title, isParked)),
  ];
  return [
    ...clusters.flatMap((cluster) => rowsOf(cluster, '', false)),
    ...(parked === null ? [] : rowsOf(parked, '', true)),
  ];
}

function countIn({ notes, clusters }: SummaryCluster): number {
  return clusters.reduce((sum, inner) => sum + countIn(inner), notes.length);
}

/** One row an option that got something; a ballot that nobody has counted is one row without any. */
function ballotRows(ballot: SummaryBallot): Cell[][] {
  const { title, method, state, opensAt, closesAt, voted, eligible, quorum, standings } = ballot;
  const about: Cell[] = [
    title,
    method,
    state,
    dateOf(opensAt),
    closesAt === null ? null : dateOf(closesAt),
    voted,
    eligible,
    quorum?.needed ?? null,
    quorum?.isReached ?? null,
  ];
  if (standings.length === 0) return [[...about, ...Array<Cell>(9).fill(null)]];
  return standings.map(({ rank, isTied, isFirst, option, total, voters, place }) => [
    ...about,
    rank,
    isTied,
    isFirst,
    option.text,
    option.id,
    method === 'matrix' ? null : total,
    voters,
    place?.at[0] ?? null,
    place?.at[1] ?? null,
  ]);
}

function actionRow({ text, owner, due, status, isCarried, isOverdue }: SummaryAction): Cell[] {
  return [text, owner, due === null ? null : new Date(`${due}T00:00:00Z`), status, isCarried, isOverdue];
}

function peopleRows({ people, authors }: BoardSnapshot, { isAnonymous }: Summary): Cell[][] {
  if (isAnonymous) return [];
  const counts = new Map<string, number>();
  for (const by of authors.values()) counts.set(by, (counts.get(by) ?? 0) + 1);
  return people.map(({ id, name, role }) => [name, role, authors.size === 0 ? null : (counts.get(id) ?? 0)]);
}

/** null for a time that no calendar has. */
function dateOf(at: number): Date | null {
  return Math.abs(at) <= 8.64e15 && at > -2_203_891_200_000 ? new Date(at) : null;
}
