// Who is meant by `@name` in a text. Names are people's own and may be long, have spaces, or be shared by several; a name
// that several have is written with the beginning of an id behind it (`@Kim#x7Qa`), which stays true whoever joins later.

import type { ParticipantId } from '../lib/ids.ts';

export interface MentionedPerson {
  readonly id: ParticipantId;
  readonly name: string;
}

export interface Mention {
  /** In UTF-16 units, the `@` included. */
  readonly start: number;
  readonly end: number;
  /** More than one when the name is shared and nothing tells them apart: then all of them are meant. */
  readonly people: readonly ParticipantId[];
}

interface Handle {
  /** As it is written after the `@`. */
  readonly text: string;
  readonly folded: string;
  readonly people: readonly ParticipantId[];
}

const idCharsMin = 4;
const wordCharacter = /[\p{L}\p{N}_]/u;

export class MentionBook {
  /** By folded first letter, longest first, so that "Ann Lee" wins over "Ann". */
  private readonly handles = new Map<string, Handle[]>();
  private readonly written = new Map<ParticipantId, string>();

  constructor(people: Iterable<MentionedPerson>) {
    const byName = new Map<string, MentionedPerson[]>();
    for (const person of people) {
      const name = person.name.trim();
      if (name === '') continue;
      byName.set(fold(name), [...(byName.get(fold(name)) ?? []), { id: person.id, name }]);
    }
    for (const same of byName.values()) this.addName(same);
    for (const list of this.handles.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  /** What to write after the `@` so that this person and nobody else is meant; null for a stranger. */
  handleOf(id: ParticipantId): string | null {
    return this.written.get(id) ?? null;
  }

  /** In the order of the text, never overlapping. */
  find(text: string): Mention[] {
    const mentions: Mention[] = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      // An address (ada@example.org) mentions nobody.
      if (at > 0 && wordCharacter.test(text[at - 1] ?? '')) continue;
      const handle = this.handleAt(text, at + 1);
      if (handle === null) continue;
      const end = at + 1 + handle.text.length;
      mentions.push({ start: at, end, people: handle.people });
      at = end - 1;
    }
    return mentions;
  }

  private handleAt(text: string, start: number): Handle | null {
    const candidates = this.handles.get(fold(text[start] ?? '')) ?? [];
    for (const handle of candidates) {
      const end = start + handle.text.length;
      if (fold(text.slice(start, end)) === handle.folded && !wordCharacter.test(text[end] ?? ''))
        return handle;
    }
    return null;
  }

  private addName(same: readonly MentionedPerson[]): void {
    const name = same[0]?.name ?? '';
    this.addHandle(
      name,
      same.map(({ id }) => id),
    );
    if (same.length === 1) {
      for (const { id } of same) this.written.set(id, name);
      return;
    }
    const chars = charsThatDiffer(same.map(({ id }) => id));
    for (const { id, name: own } of same) {
      const handle = `${own}#${id.slice(0, chars)}`;
      this.addHandle(handle, [id]);
      this.written.set(id, handle);
    }
  }

  private addHandle(text: string, people: readonly ParticipantId[]): void {
    const folded = fold(text);
    const first = folded[0] ?? '';
    const list = this.handles.get(first);
    if (list) list.push({ text, folded, people });
    else this.handles.set(first, [{ text, folded, people }]);
  }
}

/** The `@` and the letters behind it that somebody is writing when the caret is here; null when they are not. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly start: number; readonly query: string } | null {
  const before = text.slice(Math.max(0, caret - 60), caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || before.slice(at).includes('\n')) return null;
  const start = caret - before.length + at;
  if (start > 0 && wordCharacter.test(text[start - 1] ?? '')) return null;
  const query = text.slice(start + 1, caret);
  // Two blanks after the sign are a sentence, not a name.
  return /^\s|\s{2}|\s\S*\s\S*\s/u.test(query) ? null : { start, query };
}

/** Those whose name, or a word of it, begins with what was written; the best first. */
export function mentionable<Person extends MentionedPerson>(
  people: Iterable<Person>,
  query: string,
  max: number,
): Person[] {
  const wanted = fold(query);
  const ranked: { person: Person; rank: number }[] = [];
  for (const person of people) {
    const name = fold(person.name.trim());
    if (name.startsWith(wanted)) ranked.push({ person, rank: 0 });
    else if (name.split(/\s+/u).some((word) => word.startsWith(wanted))) ranked.push({ person, rank: 1 });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || compare(a.person, b.person))
    .slice(0, max)
    .map(({ person }) => person);
}

function charsThatDiffer(ids: readonly string[]): number {
  const longest = Math.max(...ids.map((id) => id.length));
  for (let chars = idCharsMin; chars < longest; chars++) {
    if (new Set(ids.map((id) => fold(id.slice(0, chars)))).size === ids.length) return chars;
  }
  return longest;
}

function compare(a: MentionedPerson, b: MentionedPerson): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}

function fold(text: string): string {
  return text.toLowerCase();
}
