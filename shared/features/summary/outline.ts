// The one outline that every summary is written from: what a board holds and how it came about, as a plain value. Pure: the
// same board and the same story give the same summary on every machine.

import { parentOf } from '../../board/tree.ts';
import type { Item } from '../../items/item.ts';
import type { ItemId } from '../../lib/ids.ts';
import { boardToOutline, type OutlineCluster } from '../../transfer/outline.ts';
import { inReadingOrder } from '../../transfer/readingOrder.ts';
import type { BoardSnapshot } from '../../transfer/snapshot.ts';
import { type ActionItem, isOverdue, ownerName } from '../actionItems/actionItems.ts';
import { dayAt } from '../actionItems/day.ts';
import type { Decision } from '../decisions/decisions.ts';
import type { SessionState } from '../session/state.ts';
import { isUntouched } from '../templates/furniture.ts';
import { ballotsTold } from './ballots.ts';
import { namer } from './names.ts';
import { recurringWords } from './recurring.ts';
import { readStory, type Story } from './story.ts';
import type {
  Span,
  Summary,
  SummaryAction,
  SummaryCluster,
  SummaryDecision,
  SummaryNote,
  SummaryStep,
} from './summary.ts';
import { asks, mostDiscussed, openQuestions, talkFigures } from './talkTold.ts';

/** Minutes from UTC where a day begins last: what is overdue there is so everywhere. */
const latestOffset = 12 * 60;

/** More notes than this where a template asks for the question are no question. */
const questionNotesMax = 3;

/** Of an anonymous board no name of a writer is in it. */
export function summaryOf(snapshot: BoardSnapshot): Summary {
  const story = snapshot.story ?? nothingTold;
  const { session } = story;
  const isAnonymous = session.settings.anonymous;
  const named = isAnonymous ? { ...snapshot, authors: new Map<never, never>() } : snapshot;
  const nameOf = namer([...snapshot.items, ...(snapshot.deleted ?? [])]);
  const wall = wallOf(snapshot, story);
  const outline = boardToOutline({ ...named, park: session.park ?? snapshot.park ?? null });
  const clusters = outline.clusters.flatMap((cluster) => clusterTold(cluster, wall));
  const parked = outline.parked === null ? [] : clusterTold(outline.parked, wall);
  const loose = outline.loose.filter((note) => wall.ideas.has(note.id)).map(noteTold);
  const steps = stepsTold(session, snapshot.exportedAt);
  return {
    title: snapshot.title,
    at: snapshot.exportedAt,
    isAnonymous,
    foreword: story.foreword,
    question: wall.question.length > 0 ? wall.question : questionOf(session),
    span: spanOf(steps),
    people: isAnonymous ? [] : outline.people,
    agenda: steps,
    clusters,
    loose,
    parked: parked[0] ?? null,
    ballots: ballotsTold(story.ballots, nameOf, snapshot.exportedAt),
    decisions: story.decisions.map((decision) => decisionTold(decision, story, snapshot, isAnonymous)),
    actions: actionsTold(story.actionItems, snapshot, isAnonymous),
    nextSteps: wall.nextSteps,
    wins: snapshot.wins ?? session.wins.map(({ text }) => text),
    questions: openQuestions([...wall.ideas.values()], story.talk, nameOf),
    discussed: mostDiscussed(story.talk, nameOf),
    recurring: recurringWords([...wall.ideas.values()], snapshot.title),
    figures: figuresOf({ snapshot: named, story, wall, clusters, parked }),
  };
}

const nothingTold: Story = readStory(
  () => [],
  () => [],
);

interface Wall {
  /** In reading order, as far as places tell. */
  readonly ideas: ReadonlyMap<ItemId, Item>;
  readonly prompts: ReadonlySet<ItemId>;
  /** Clusters of a template, told only when there is something in them. */
  readonly places: ReadonlySet<ItemId>;
  readonly question: readonly string[];
  readonly nextSteps: readonly string[];
}

/** Who is what: ideas, what a template put there, and what people wrote where it asks for the question or for next steps. */
function wallOf({ items }: BoardSnapshot, { furniture }: Story): Wall {
  const live = new Map(items.filter(({ deleted }) => !deleted).map((item) => [item.id, item]));
  const notes = inReadingOrder([...live.values()].filter(({ kind }) => kind === 'note'));
  const prompts = new Set(notes.filter((note) => isUntouched(note, furniture)).map(({ id }) => id));
  const written = notes.filter(({ id }) => !prompts.has(id));
  const inPiece = (piece: string) =>
    written.filter((note) => {
      const parent = parentOf(note, live);
      return parent !== undefined && parent !== null && furniture.get(parent.id)?.piece === piece;
    });
  const asked = inPiece('question').filter(({ text }) => text.trim() !== '');
  const question = asked.length <= questionNotesMax ? asked : [];
  const next = inPiece('next').filter(({ text }) => text.trim() !== '');
  const aside = new Set([...question, ...next].map(({ id }) => id));
  return {
    ideas: new Map(written.filter(({ id }) => !aside.has(id)).map((note) => [note.id, note])),
    prompts,
    places: new Set(
      [...live.values()]
        .filter(({ id, kind }) => kind === 'cluster' && furniture.has(id))
        .map(({ id }) => id),
    ),
    question: question.map(({ text }) => text.trim()),
    nextSteps: next.map(({ text }) => text.trim()),
  };
}

function noteTold({ id, text, colour, author }: SummaryNote): SummaryNote {
  return { id, text, colour, author };
}

/** None for the place of a template that nobody put anything into. */
function clusterTold(cluster: OutlineCluster, wall: Wall): SummaryCluster[] {
  const { id, title, colour } = cluster;
  const notes = cluster.notes.filter((note) => wall.ideas.has(note.id)).map(noteTold);
  const clusters = cluster.clusters.flatMap((inner) => clusterTold(inner, wall));
  if (wall.places.has(id) && notes.length + clusters.length === 0) return [];
  const prompts = cluster.notes.filter((note) => wall.prompts.has(note.id)).map(({ text }) => text);
  return [{ id, title, colour, prompts, notes, clusters }];
}

/** The prompt of the step in which ideas were written, where it is a question. */
function questionOf({ phase, past, agenda }: SessionState): string[] {
  const ran = new Set([...past.map(({ step }) => step), phase?.step]);
  const step = agenda.find(({ id, kind, prompt }) => ran.has(id) && writes(kind) && asks(prompt));
  const now = phase !== null && writes(phase.kind) && asks(phase.prompt) ? phase.prompt : null;
  const prompt = step?.prompt ?? now;
  return prompt === null ? [] : [prompt];
}

function writes(kind: string): boolean {
  return kind === 'silent' || kind === 'open';
}

/** As it happened, then what of the plan nobody came to. */
function stepsTold({ past, phase, agenda, reveals, endedAt }: SessionState, now: number): SummaryStep[] {
  const planned = new Map(
    agenda.map((step) => [step.id, step.minutes === null ? null : step.minutes * (step.rounds?.count ?? 1)]),
  );
  const current = phase === null ? [] : [{ ...phase, endedAt: now, isNow: true }];
  const ran = [...past.map((each) => ({ ...each, isNow: false })), ...current];
  const told = ran.map(
    ({ step, kind, title, startedAt, endedAt: end, isNow }): SummaryStep => ({
      title,
      kind,
      span: { from: startedAt, to: Math.max(startedAt, end) },
      isNow,
      plannedMinutes: (step === null ? null : planned.get(step)) ?? null,
      revealed: reveals
        .filter(({ at }) => at >= startedAt && (isNow || at < end))
        .reduce((sum, { ideas }) => sum + ideas, 0),
    }),
  );
  if (ran.length === 0 && endedAt === null) return [];
  const done = new Set(ran.flatMap(({ step }) => step ?? []));
  const missed = agenda.filter(({ id }) => !done.has(id));
  return [
    ...told,
    ...missed.map(
      ({ id, title, kind }): SummaryStep => ({
        title,
        kind,
        span: null,
        isNow: false,
        plannedMinutes: planned.get(id) ?? null,
        revealed: 0,
      }),
    ),
  ];
}

function spanOf(steps: readonly SummaryStep[]): Span | null {
  const spans = steps.flatMap(({ span }) => span ?? []);
  const [first, last] = [spans[0], spans.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

function decisionTold(
  { text, why, against, confirmedBy, confidence, reviewAt, ballot, at }: Decision,
  { ballots }: Story,
  { people }: BoardSnapshot,
  isAnonymous: boolean,
): SummaryDecision {
  const voted = ballots.find((told) => told.ballot.id === ballot);
  const confirming = new Set(confirmedBy);
  return {
    text,
    why,
    against,
    confirmed: confirmedBy.length,
    confirmedBy: isAnonymous ? [] : people.filter(({ id }) => confirming.has(id)).map(({ name }) => name),
    confidence,
    reviewAt,
    ballot: voted?.ballot.title ?? null,
    at,
  };
}

function actionsTold(
  items: readonly ActionItem[],
  { people, exportedAt }: BoardSnapshot,
  isAnonymous: boolean,
): SummaryAction[] {
  const names = new Map(isAnonymous ? [] : people.map(({ id, name }) => [id, name]));
  const today = dayAt(exportedAt, latestOffset);
  const told = items.map(
    (item): SummaryAction => ({
      text: item.text,
      owner: ownerName(item.owner, (id) => names.get(id) ?? null),
      due: item.due,
      status: item.status,
      isCarried: item.to !== null,
      isOverdue: isOverdue(item, today),
    }),
  );
  const rank = ({ status, isCarried }: SummaryAction) => (status === 'done' ? 2 : isCarried ? 1 : 0);
  return told.sort((a, b) => rank(a) - rank(b));
}

function figuresOf(from: {
  readonly snapshot: BoardSnapshot;
  readonly story: Story;
  readonly wall: Wall;
  readonly clusters: readonly SummaryCluster[];
  readonly parked: readonly SummaryCluster[];
}): Summary['figures'] {
  const { snapshot, story, wall } = from;
  const writers = new Set([...wall.ideas.keys()].flatMap((id) => snapshot.authors.get(id) ?? []));
  return {
    people: snapshot.people.length,
    ideas: wall.ideas.size,
    inClusters: countIn(from.clusters).notes,
    clusters: countIn(from.clusters).clusters,
    parked: countIn(from.parked).notes,
    writers: writers.size === 0 ? null : writers.size,
    ...talkFigures(story.talk),
    counted: story.ballots.filter(({ ballot, result }) => !ballot.practice && result !== null).length,
  };
}

function countIn(clusters: readonly SummaryCluster[]): { readonly notes: number; readonly clusters: number } {
  let [notes, count] = [0, clusters.length];
  for (const cluster of clusters) {
    const inner = countIn(cluster.clusters);
    notes += cluster.notes.length + inner.notes;
    count += inner.clusters;
  }
  return { notes, clusters: count };
}
