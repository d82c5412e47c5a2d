// The part `session` of board.json: how the board came about, as far as a summary tells it, so that its figures can be counted
// again from the file and prompts of templates are prompts after they were brought in elsewhere. Optional, with a version of its
// own; whoever cannot read it reads the rest.
//
//   "session": { "version": 1, "settings": { "anonymous": boolean }, "foreword": string, "agenda": [step], "past": [step as it
//                ran], "phase": the one under way or null, "endedAt": ms or null, "park": id of a cluster or null,
//                "reveals", "wins", "ballots", "results", "progress", "decisions", "actionItems", "comments": { id: entry },
//                "furniture": { id of an item: [id of the piece, mark of its text] } }
//
// Entries are as the documents of a board hold them (shared/README.md). Nothing in it says who may vote, who has voted, or what.
// Where nobody is named, whoever said something is `anonymous-1`, `anonymous-2` and so on, anew in each file.

import type { Story } from '../features/summary/story.ts';
import type { Comment, Talk, Thread } from '../features/talk.ts';
import type { Ballot } from '../features/voting/ballot.ts';
import type { Result } from '../features/voting/result.ts';
import type { ItemId, ParticipantId } from '../lib/ids.ts';

export const filedSessionVersion = 1;

type Alias = (id: ParticipantId) => ParticipantId;

/** `park`: where the board itself knows better than its story. */
export function filedSession(story: Story, park: ItemId | null): Readonly<Record<string, unknown>> {
  const { session, ballots, decisions, actionItems, talk, foreword, furniture } = story;
  const { anonymous } = session.settings;
  const alias: Alias = anonymous ? aliases() : (id) => id;
  return {
    version: filedSessionVersion,
    settings: { anonymous },
    foreword,
    agenda: session.agenda,
    past: session.past,
    phase: session.phase,
    endedAt: session.endedAt,
    park: session.park ?? park,
    reveals: byId(session.reveals),
    wins: byId(session.wins.map((win) => ({ ...win, by: alias(win.by) }))),
    ballots: byId(ballots.map(({ ballot }) => withoutVoters(ballot))),
    results: Object.fromEntries(
      ballots.flatMap(({ ballot, result }) => (result === null ? [] : [[ballot.id, resultTold(result)]])),
    ),
    progress: Object.fromEntries(
      ballots.flatMap(({ ballot, progress }) => (progress === null ? [] : [[ballot.id, progress]])),
    ),
    decisions: byId(
      decisions.map((each) => ({ ...each, by: alias(each.by), confirmedBy: each.confirmedBy.map(alias) })),
    ),
    actionItems: byId(
      actionItems.map((each) => ({ ...each, by: each.by === null || anonymous ? null : each.by })),
    ),
    comments: commentsTold(talk, alias),
    furniture: Object.fromEntries([...furniture].map(([id, { piece, mark }]) => [id, [piece, mark]])),
  };
}

function withoutVoters({ voters: _, ...ballot }: Ballot): Omit<Ballot, 'voters'> {
  return ballot;
}

function resultTold(result: Result): Readonly<Record<string, unknown>> {
  const { tally, voters, stacked, places, rounds, seen, ...facts } = result;
  return {
    ...facts,
    tally: Object.fromEntries(tally),
    voters: Object.fromEntries(voters),
    stacked: Object.fromEntries(stacked),
    seen: Object.fromEntries(seen),
    places: Object.fromEntries([...places].map(([id, { at, spread }]) => [id, [...at, ...spread]])),
    rounds: rounds.map(({ votes, out, exhausted }) => ({ votes: Object.fromEntries(votes), out, exhausted })),
  };
}

function commentsTold({ threads }: Talk, alias: Alias): Readonly<Record<string, unknown>> {
  const told = (thread: Thread, { id, by, at, text, editedAt, removed }: Comment) => {
    const mark = (each: Thread['resolved']) => each && { ...each, by: each.by && alias(each.by) };
    const isFirst = id === thread.id;
    const resolved = isFirst ? mark(thread.resolved) : null;
    return {
      th: thread.place,
      ...(!isFirst && { re: thread.id }),
      by: by && alias(by),
      at,
      t: text,
      ...(editedAt !== null && { ed: editedAt }),
      ...((resolved ?? removed) && {
        x: { ...(resolved && { resolved }), ...(removed && { removed: mark(removed) }) },
      }),
    };
  };
  return Object.fromEntries(
    threads.flatMap((thread) => thread.comments.map((comment) => [comment.id, told(thread, comment)])),
  );
}

/** The same for the same person in one file, and nothing more. */
function aliases(): Alias {
  const known = new Map<ParticipantId, ParticipantId>();
  return (id) => {
    const name = known.get(id) ?? (`anonymous-${known.size + 1}` as ParticipantId);
    known.set(id, name);
    return name;
  };
}

function byId(values: readonly { readonly id: string }[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(values.map(({ id, ...rest }) => [id, rest]));
}
