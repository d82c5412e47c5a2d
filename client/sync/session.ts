// The session document, read-only and typed. The server alone writes it, yet everything in it is unknown until parsed.

import * as Y from 'yjs';
import { limits } from '../../shared/board/limits.ts';
import { isRole, type Role } from '../../shared/board/roles.ts';
import { readSession, type SessionState } from '../../shared/features/session/state.ts';
import { fieldsOf } from '../../shared/lib/fields.ts';
import { type ItemId, isItemId, isParticipantId, type ParticipantId } from '../../shared/lib/ids.ts';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { AuthorsChange, Person } from '../editor/ports.ts';

/** Beside `board`, whose settings belong to it too. */
const steeredRoots = [
  'phase',
  'counts',
  'reveals',
  'ready',
  'hands',
  'guide',
  'wins',
  'waiting',
  'ballots',
] as const;

/** How many colours people are told apart by. */
const personColours = 12;

export interface Member extends Person {
  readonly role: Role;
  /** Taken off the board by a facilitator; kept so that what they wrote still has a name. */
  readonly removed: boolean;
  /** Steers and takes no side. */
  readonly neutral: boolean;
}

export class Session {
  /** Told when `authorOf` answers otherwise. */
  readonly authorsChanged = new Listeners<AuthorsChange>();
  private readonly doc: Y.Doc;
  private readonly changes = new Listeners<void>();
  private readonly stopObserving: () => void;
  private everybody: ReadonlyMap<ParticipantId, Member> | null = null;
  private latest: SessionState | null = null;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    const [facts, people, authors] = [doc.getMap('board'), doc.getMap('people'), doc.getMap('authors')];
    const hear = () => {
      this.latest = null;
      this.changes.tell();
    };
    const steered = steeredRoots.map((name) => doc.getMap(name));
    const hearPeople = () => {
      this.everybody = null;
      this.changes.tell();
      this.authorsChanged.tell('everybody');
    };
    const hearAuthors = (event: Y.YMapEvent<unknown>) => {
      this.changes.tell();
      this.authorsChanged.tell(new Set([...event.keysChanged].filter(isItemId)));
    };
    facts.observeDeep(hear);
    people.observeDeep(hearPeople);
    authors.observe(hearAuthors);
    for (const root of steered) root.observe(hear);
    this.stopObserving = () => {
      facts.unobserveDeep(hear);
      people.unobserveDeep(hearPeople);
      authors.unobserve(hearAuthors);
      for (const root of steered) root.unobserve(hear);
    };
  }

  subscribe = (listener: () => void): Unsubscribe => this.changes.add(listener);

  /** null until the document has arrived. */
  title = (): string | null => {
    const title = this.doc.getMap('board').get('title');
    return typeof title === 'string' ? title.slice(0, limits.titleCharsMax) : null;
  };

  /** Agenda, phase and everything else that is steered. The same value until something of it changes. */
  state = (): SessionState => {
    this.latest ??= readSession((root) => this.doc.getMap(root).entries());
    return this.latest;
  };

  /** Everybody who ever joined. The same map until something changes. */
  people = (): ReadonlyMap<ParticipantId, Member> => {
    this.everybody ??= readPeople(this.doc);
    return this.everybody;
  };

  person(id: ParticipantId): Member | null {
    return this.people().get(id) ?? null;
  }

  /** Who wrote an item; null where the server does not say. */
  authorOf = (id: ItemId): Person | null => {
    const author = this.doc.getMap('authors').get(id);
    return isItemId(id) && isParticipantId(author) ? this.person(author) : null;
  };

  destroy(): void {
    this.stopObserving();
  }
}

function readPeople(doc: Y.Doc): Map<ParticipantId, Member> {
  const people = new Map<ParticipantId, Member>();
  for (const [id, entry] of doc.getMap('people').entries()) {
    const member = isParticipantId(id) ? readMember(id, entry) : null;
    if (member !== null) people.set(member.id, member);
  }
  return people;
}

function readMember(id: ParticipantId, entry: unknown): Member | null {
  const fields = fieldsOf(entry instanceof Y.Map ? Object.fromEntries(entry.entries()) : entry);
  if (fields === null) return null;
  const { name, colour, role, removed, neutral } = fields;
  if (typeof name !== 'string' || name.trim() === '') return null;
  return {
    id,
    name: name.trim().slice(0, limits.nameCharsMax),
    colour: Number.isInteger(colour) ? Math.abs(Number(colour)) % personColours : 0,
    role: isRole(role) ? role : 'viewer',
    removed: removed === true,
    neutral: neutral === true,
  };
}
