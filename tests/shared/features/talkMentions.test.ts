// Who is meant by `@name`: long names, shared names, names that begin like others, and what is no name at all.

import { describe, expect, it } from 'vitest';
import { MentionBook, mentionAt, mentionable } from '../../../shared/features/talkMentions.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';

const person = (id: string, name: string) => ({ id: id as ParticipantId, name });
const people = [
  person('ann1', 'Ann'),
  person('annlee', 'Ann Lee'),
  person('kimA-rest', 'Kim'),
  person('kimB-rest', 'kim'),
  person('umlaut', 'Jörg-Łukasz'),
];
const book = new MentionBook(people);

function meant(text: string): string[] {
  return book.find(text).map(({ start, end, people: ids }) => `${text.slice(start, end)} = ${ids.join('+')}`);
}

describe('a mention', () => {
  it('is the longest name that fits, in any case, and ends where the name does', () => {
    expect(meant('@ann lee, @Ann’s and @Annabel; (@JÖRG-łukasz) @Ann')).toEqual([
      '@ann lee = annlee',
      '@Ann = ann1',
      '@JÖRG-łukasz = umlaut',
      '@Ann = ann1',
    ]);
  });

  it('of a shared name calls all who have it, unless it says which', () => {
    const handle = book.handleOf('kimB-rest' as ParticipantId) ?? '';
    expect([handle, meant(`@Kim or @${handle}!`)]).toEqual([
      'kim#kimB',
      ['@Kim = kimA-rest+kimB-rest', '@kim#kimB = kimB-rest'],
    ]);
  });

  it('is no address and no stranger', () => {
    expect(meant('ann@ann.org @nobody @ Ann @')).toEqual([]);
  });
});

describe('while a name is being written', () => {
  it('people are offered whose name, or a word of it, begins like that', () => {
    const offered = (query: string) => mentionable(people, query, 3).map(({ name }) => name);
    expect([offered(''), offered('LEE'), offered('ann'), offered('x')]).toEqual([
      ['Ann', 'Ann Lee', 'Jörg-Łukasz'],
      ['Ann Lee'],
      ['Ann', 'Ann Lee'],
      [],
    ]);
  });

  it('the letters between the sign and the caret are asked for, not those of an address or of another line', () => {
    const at = (text: string) => mentionAt(text, text.length);
    expect([at('hi @an'), at('@'), at('@ann l'), at('a@b'), at('@ann\nb'), at('@ x'), at('no')]).toEqual([
      { start: 3, query: 'an' },
      { start: 0, query: '' },
      { start: 0, query: 'ann l' },
      null,
      null,
      null,
      null,
    ]);
  });
});
