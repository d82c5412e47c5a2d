// Who is speaking: names as they are shown beside a comment, told apart where two are the same, and who `@` may mean.

import { MentionBook } from '../../../shared/features/talkMentions.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import type { Person } from '../../editor/ports.ts';

export interface Voice extends Person {
  /** The name, with a number where somebody else has the same one. */
  readonly label: string;
  /** Taken off the board: what they said stays, but nobody calls them any more. */
  readonly removed: boolean;
}

export class Voices {
  readonly book: MentionBook;
  private readonly byId = new Map<ParticipantId, Voice>();

  constructor(
    people: Iterable<Person & { readonly removed: boolean }>,
    numbered: (name: string, number: number) => string,
  ) {
    const all = [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.book = new MentionBook(all);
    const counts = new Map<string, number>();
    const keyOf = (name: string) => name.trim().toLocaleLowerCase();
    for (const { name } of all) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
    const numbers = new Map<string, number>();
    for (const { id, name, colour, removed } of all) {
      const number = (numbers.get(keyOf(name)) ?? 0) + 1;
      numbers.set(keyOf(name), number);
      const isShared = (counts.get(keyOf(name)) ?? 0) > 1;
      const label = isShared ? numbered(name, number) : name;
      this.byId.set(id, { id, name, colour, removed, label });
    }
  }

  of(id: ParticipantId | null): Voice | null {
    return id === null ? null : (this.byId.get(id) ?? null);
  }

  all(): Iterable<Voice> {
    return this.byId.values();
  }
}
