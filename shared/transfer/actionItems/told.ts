// Action items as files of other tools tell them: names instead of ids, the idea they came from, a link back. Carried over ones
// are told by the board they went to.

import { type ActionItem, type ActionStatus, ownerName } from '../../features/actionItems/actionItems.ts';
import type { Day } from '../../features/actionItems/day.ts';
import type { Item } from '../../items/item.ts';
import { cutText } from '../cells.ts';
import type { SnapshotPerson } from '../snapshot.ts';

export interface ToldAction {
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly status: ActionStatus;
  /** What the note or the title of the cluster says that it came from. */
  readonly idea: string | null;
  /** Where to see it; null where nobody knows the address. */
  readonly link: string | null;
  readonly doneAt: number | null;
}

export interface ActionsToTell {
  readonly items: readonly ActionItem[];
  readonly people: readonly Pick<SnapshotPerson, 'id' | 'name'>[];
  /** What is on the wall. */
  readonly wall: readonly Pick<Item, 'id' | 'text'>[];
  /** Of an action item; null where nobody knows the address. */
  readonly linkTo: (id: string) => string | null;
}

const ideaCharsMax = 2_000;

/** Those that have not gone on to another board, in the order given. */
export function tellActions({ items, people, wall, linkTo }: ActionsToTell): ToldAction[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const texts = new Map(wall.map(({ id, text }) => [id, text.trim()]));
  return items
    .filter(({ to }) => to === null)
    .map((action) => {
      const idea = action.item === null ? '' : (texts.get(action.item) ?? '');
      return {
        id: action.id,
        text: action.text,
        owner: ownerName(action.owner, (id) => names.get(id) ?? null),
        due: action.due,
        status: action.status,
        idea: idea === '' || idea === action.text ? null : cutText(idea, ideaCharsMax),
        link: linkTo(action.id),
        doneAt: action.doneAt,
      };
    });
}

/** On one line, for titles. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
