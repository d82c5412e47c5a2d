// What the server writes into a board's `session` document, and reads back: facts, people, authors.

import type * as Y from 'yjs';
import { isRole, type Role } from '../shared/board/roles.ts';
import { type ItemId, isItemId, isParticipantId, type ParticipantId } from '../shared/lib/ids.ts';
import { schemaVersion } from '../shared/protocol/messages.ts';
import type { BoardFacts, BoardReading, RoomPerson } from './core.ts';
import { ApiError } from './errors.ts';

const coloursMax = 12;
/** Whoever holds a link can ask to come in, again and again. */
const waitingMax = 500;

export function writeFacts(doc: Y.Doc, facts: BoardFacts): void {
  const board = doc.getMap('board');
  doc.transact(() => {
    board.set('v', schemaVersion);
    board.set('title', facts.title);
    board.set('epoch', facts.epoch);
  }, 'server');
}

/** The colour that the fewest others have, kept once given. Writing what is there already writes nothing. */
export function writePerson(
  doc: Y.Doc,
  person: { id: ParticipantId; name: string; role: Role; neutral: boolean },
): void {
  const people = doc.getMap('people');
  const known = readPerson(person.id, people.get(person.id));
  const { id, name, role, neutral } = person;
  removeWaiting(doc, id);
  if (known?.name === name && known.role === role && known.neutral === neutral) return;
  const colour = known?.colour ?? rarestColour(people);
  const value = { name, colour, role, ...(neutral && { neutral }) };
  doc.transact(() => people.set(id, value), 'server');
}

/** Somebody asks to come in; whoever facilitates sees it. */
export function writeWaiting(
  doc: Y.Doc,
  { id, name }: { id: ParticipantId; name: string },
  now: number,
): void {
  const waiting = doc.getMap('waiting');
  if (waiting.has(id)) return;
  if (waiting.size >= waitingMax) throw new ApiError(503, 'lobby-full', 'Too many people wait to be let in.');
  doc.transact(() => waiting.set(id, { name, at: now }), 'server');
}

export function removeWaiting(doc: Y.Doc, id: ParticipantId): void {
  if (doc.getMap('waiting').has(id)) doc.transact(() => doc.getMap('waiting').delete(id), 'server');
}

/** What a template put on the wall, as `shared/features/templates/furniture.ts` has it. */
export function writeFurniture(doc: Y.Doc, entries: Iterable<readonly [ItemId, unknown]>): void {
  const furniture = doc.getMap('furniture');
  doc.transact(() => {
    for (const [id, value] of entries) furniture.set(id, value);
  }, 'server');
}

/** The first writer of an item stays its author. */
export function writeAuthors(
  doc: Y.Doc,
  created: readonly { id: ItemId; participant: ParticipantId }[],
): void {
  const authors = doc.getMap('authors');
  doc.transact(() => {
    for (const { id, participant } of created) if (!authors.has(id)) authors.set(id, participant);
  }, 'server');
}

export function readPeople(doc: Y.Doc): Pick<BoardReading, 'title' | 'people' | 'authors'> {
  const people: RoomPerson[] = [];
  for (const [id, entry] of doc.getMap('people').entries()) {
    const person = readPerson(id, entry);
    if (person !== null) people.push(person);
  }
  const authors = new Map<ItemId, ParticipantId>();
  for (const [id, participant] of doc.getMap('authors').entries()) {
    if (isItemId(id) && isParticipantId(participant)) authors.set(id, participant);
  }
  const title = doc.getMap('board').get('title');
  return { title: typeof title === 'string' ? title : '', people, authors };
}

function readPerson(id: string, entry: unknown): RoomPerson | null {
  if (!isParticipantId(id) || typeof entry !== 'object' || entry === null) return null;
  const { name, role, colour, neutral } = entry as Partial<Record<string, unknown>>;
  if (typeof name !== 'string' || !isRole(role)) return null;
  return {
    id,
    name,
    role,
    neutral: neutral === true,
    colour: typeof colour === 'number' ? Math.abs(Math.trunc(colour)) % coloursMax : 0,
  };
}

function rarestColour(people: Y.Map<unknown>): number {
  const uses = new Array<number>(coloursMax).fill(0);
  for (const [id, entry] of people.entries()) {
    const colour = readPerson(id, entry)?.colour;
    if (colour !== undefined) uses[colour] = (uses[colour] ?? 0) + 1;
  }
  return uses.indexOf(Math.min(...uses));
}
