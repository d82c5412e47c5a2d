import { describe, expect, it } from 'vitest';
import { apiUrl, boardPath, keyInHash, routerBase, syncUrl } from '../../../client/app/address.ts';
import { LocalStore } from '../../../client/app/localStore.ts';
import { TestShelf } from '../../support/testShelf.ts';

const board = { id: 'a', title: 'A', role: 'editor', openedAt: 1 } as const;

describe('what this browser remembers', () => {
  it('lasts as long as the page where storage throws, and says so', () => {
    const refused = () => {
      throw new Error('blocked');
    };
    const broken = new LocalStore({ getItem: refused, setItem: refused, removeItem: refused, key: refused });
    const before = broken.memory.get();
    broken.rememberName('Ann');
    broken.rememberBoard(board);
    const none = new LocalStore(null);
    none.rememberName('Ben');
    expect([
      before,
      broken.memory.get(),
      broken.name(),
      broken.boards(),
      none.memory.get(),
      none.name(),
    ]).toEqual(['fine', 'blocked', 'Ann', [board], 'blocked', 'Ben']);
  });

  it('gives up pictures before names and links when there is no more room', () => {
    const shelf = new TestShelf();
    const store = new LocalStore(shelf);
    for (const id of ['a', 'b', 'c']) {
      store.rememberBoard({ ...board, id });
      store.rememberPicture(id, 'n0000000000'.repeat(100));
    }
    shelf.room = shelf.used + 20;
    store.rememberBoard({ ...board, id: 'd' });
    const afterPictures = [store.memory.get(), new LocalStore(shelf).boards().length, store.picture('a')];
    shelf.room = shelf.used;
    store.rememberBoard({ ...board, id: 'e' });
    expect([
      afterPictures,
      store.memory.get(),
      store.boards().length,
      new LocalStore(shelf).boards().length,
    ]).toEqual([['fine', 4, ''], 'full', 5, 4]);
  });

  it('leaves out what makes no sense and keeps the rest, latest first', () => {
    const later = { ...board, id: 'b', openedAt: 2 };
    const store = new LocalStore(
      new TestShelf({
        'wallflower.boards': JSON.stringify([board, 'nonsense', { id: 7 }, { ...later, picture: [] }]),
        'wallflower.name': '{"not": "a name"}',
        'wallflower.picture.b': '"no picture"',
      }),
    );
    expect([store.name(), store.boards(), store.picture('b')]).toEqual(['', [later, board], '']);
  });

  it('renews a board without losing its key, out of the trash and into it', () => {
    const store = new LocalStore(new TestShelf());
    store.rememberBoard({ ...board, key: 'secret' });
    store.changeBoard('a', { trashedAt: 3 });
    const away = [store.boards(), store.trashed().length];
    store.rememberBoard({ ...board, title: 'Renamed', openedAt: 5 });
    expect([away, store.boards(), store.trashed()]).toEqual([
      [[], 1],
      [{ ...board, title: 'Renamed', openedAt: 5, key: 'secret' }],
      [],
    ]);
  });

  it('keeps the workspace key until the window closes, or on this device when asked to', () => {
    const [device, session] = [new TestShelf(), new TestShelf()];
    const store = new LocalStore(device, session);
    const nextWindow = () => new LocalStore(device, new TestShelf()).workspaceKey();
    store.rememberWorkspaceKey('key', false);
    const once = [store.workspaceKey(), nextWindow()];
    store.rememberWorkspaceKey('key', true);
    const forGood = [store.workspaceKey(), nextWindow()];
    store.forgetWorkspaceKey();
    expect([once, forGood, store.workspaceKey(), nextWindow()]).toEqual([
      ['key', undefined],
      ['key', 'key'],
      undefined,
      undefined,
    ]);
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
