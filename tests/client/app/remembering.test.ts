import { describe, expect, it } from 'vitest';
import { apiUrl, boardPath, keyInHash, routerBase, syncUrl } from '../../../client/app/address.ts';
import { LocalStore } from '../../../client/app/localStore.ts';
import { type Picture, pictureBox } from '../../../client/app/picture.ts';

function aShelf(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
  };
}

const board = { id: 'a', title: 'A', role: 'editor', openedAt: 1 } as const;

describe('what this browser remembers', () => {
  it('is nothing where storage throws', () => {
    const broken = new LocalStore({
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {
        throw new Error('full');
      },
    });
    broken.rememberName('Ann');
    broken.rememberBoard(board);
    expect([broken.name(), broken.boards(), broken.theme()]).toEqual(['', [], 'system']);
  });

  it('leaves out what makes no sense and keeps the rest, latest first', () => {
    const later = { ...board, id: 'b', openedAt: 2, picture: [['note', 'no number']] };
    const shelf = aShelf({
      'wallflower.boards': JSON.stringify([board, 'nonsense', { id: 7 }, later]),
      'wallflower.name': '{"not": "a name"}',
    });
    const store = new LocalStore(shelf);
    expect([store.name(), store.boards()]).toEqual(['', [{ ...later, picture: [] }, board]]);
  });

  it('renews a board without losing its key', () => {
    const store = new LocalStore(aShelf());
    store.rememberBoard({ ...board, key: 'secret' });
    store.rememberBoard({ ...board, title: 'Renamed', openedAt: 5 });
    expect(store.boards()).toEqual([{ ...board, title: 'Renamed', openedAt: 5, key: 'secret' }]);
  });
});

describe('addresses', () => {
  const site = { origin: 'https://example.org', basePath: '/tools/wall/' };

  it('all lie below the base path', () => {
    expect([routerBase(site), apiUrl(site, ['boards', 'a b', 'join']), syncUrl(site)]).toEqual([
      '/tools/wall',
      '/tools/wall/api/boards/a%20b/join',
      'wss://example.org/tools/wall/sync',
    ]);
  });

  it('carry the key behind the #, and nothing that is no key', () => {
    const hash = new URL(boardPath('id', 'a/b'), site.origin).hash;
    expect([
      keyInHash(hash),
      keyInHash(''),
      keyInHash('#%E0%A4%A'),
      keyInHash(`#${'x'.repeat(200)}`),
    ]).toEqual(['a/b', null, null, null]);
  });
});

describe('the picture of a board', () => {
  it('shows one note small and many notes whole', () => {
    const one: Picture = [['note', 0, 0, 200, 200, 'yellow']];
    const wide: Picture = [...one, ['note', 4_000, 0, 200, 200, 'pink']];
    expect([pictureBox(one), pictureBox(wide)]).toEqual([
      { x: -350, y: -350, w: 900, h: 900 },
      { x: -60, y: -60, w: 4_320, h: 320 },
    ]);
  });
});
