import { describe, expect, it } from 'vitest';
import { recentCommands, rememberCommand } from '../../../client/app/commands/recent.ts';
import { find } from '../../../client/app/commands/search.ts';

const entries = [
  { id: 'undo', label: 'Undo' },
  { id: 'front', label: 'Bring to front', alsoCalled: 'Arrange' },
  { id: 'forward', label: 'Bring forward', alsoCalled: 'Arrange' },
  { id: 'back', label: 'Send to back', alsoCalled: 'Arrange' },
  { id: 'everything', label: 'Show everything' },
  { id: 'over', label: 'Über uns' },
  { id: 'ben', label: 'Jump to Ben' },
];
const ids = (query: string, recent: readonly string[] = []) =>
  find(query, entries, recent).map(({ id }) => id);

describe('the palette', () => {
  it('finds what begins with the words first, then words inside, then what is only related', () => {
    expect([ids('br'), ids('to'), ids('arrange'), ids('front bring'), ids('thing')]).toEqual([
      ['forward', 'front'],
      ['ben', 'back', 'front'],
      ['back', 'forward', 'front'],
      ['front'],
      ['everything'],
    ]);
  });

  it('prefers, of what fits alike, what was used last', () => {
    expect([ids('bring', ['front']), ids('arrange', ['front', 'back'])]).toEqual([
      ['front', 'forward'],
      ['front', 'back', 'forward'],
    ]);
  });

  it('does not care for case, accents and signs; every word has to be there', () => {
    expect([ids('UBER'), ids('über-uns'), ids('bring nothing'), ids('  ')]).toEqual([
      ['over'],
      ['over'],
      [],
      entries.map(({ id }) => id),
    ]);
  });

  it('remembers the last eight commands, and forgives a shelf that is broken or full', () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a']) rememberCommand(shelf, id);
    const last = recentCommands(shelf);
    for (const key of kept.keys()) kept.set(key, '{"not":"a list"}');
    const full = {
      getItem: () => '[1,',
      setItem: () => {
        throw new Error('full');
      },
    };
    rememberCommand(full, 'a');
    expect([last, recentCommands(shelf), recentCommands(full), recentCommands(null)]).toEqual([
      ['a', 'i', 'h', 'g', 'f', 'e', 'd', 'c'],
      [],
      [],
      [],
    ]);
  });
});
