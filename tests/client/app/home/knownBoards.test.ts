// The deeds of the start page against a server that is a handful of answers.

import { describe, expect, it } from 'vitest';
import type { Answer, Api } from '../../../../client/app/api.ts';
import { KnownBoards } from '../../../../client/app/home/knownBoards.ts';
import { LocalStore } from '../../../../client/app/localStore.ts';
import { TestShelf } from '../../../support/testShelf.ts';

const roles = { facilitator: 'key-f', editor: 'key-e', commenter: 'key-c', viewer: 'key-v' };
const ok = (value: unknown) => ({ ok: true, value }) as Answer<never>;
const no = (status: number) => ({ ok: false, status, code: 'no' }) as const;
const created = (id: string, title: string) =>
  ok({ board: { id, title }, keys: roles, links: roles, code: 'CODE' });

/** Records what was asked; answers fine unless told otherwise. */
function aDesk(answers: Partial<Api> = {}, shelf = new TestShelf(), unsaved = 0) {
  const asked: string[] = [];
  const api = new Proxy({} as Api, {
    get:
      (_, name: keyof Api) =>
      async (...args: unknown[]) => {
        asked.push([name, ...args.filter((arg) => arg !== undefined)].join(' '));
        const answer = answers[name] as ((...given: unknown[]) => unknown) | undefined;
        return answer?.(...args) ?? ok({});
      },
  });
  const store = new LocalStore(shelf);
  const forgotten: string[] = [];
  const memory = {
    unsaved: async () => unsaved,
    forget: async (id: string) => {
      // A device takes its time.
      await Promise.resolve();
      forgotten.push(id);
      return id !== 'stuck';
    },
  };
  const boards = new KnownBoards({ api, store, memory, now: () => 100, nobodysName: 'Host' });
  return { asked, store, boards, forgotten };
}

const mine = { id: 'a', title: 'A', role: 'facilitator', openedAt: 1, key: 'key-f' } as const;

describe('the boards this browser knows', () => {
  it('are made without asking for a name first, with a note for each line', async () => {
    const { asked, store, boards } = aDesk({ createBoard: async () => created('n', 'Ideas') });
    const made = await boards.create('Ideas', { lines: 'one\ntwo' });
    expect([made, asked, store.board('n')]).toEqual([
      ok('n'),
      ['createBoard Ideas', 'join n key-f Host', 'importLines n one\ntwo'],
      { id: 'n', title: 'Ideas', role: 'facilitator', openedAt: 100, key: 'key-f' },
    ]);
  });

  it('are changed after coming in again by the remembered link when the cookie is gone', async () => {
    let isIn = false;
    const { asked, store, boards } = aDesk({
      rename: async () => (isIn ? ok({}) : no(404)),
      join: async () => {
        isIn = true;
        return ok({});
      },
    });
    store.rememberBoard(mine);
    store.rememberName('Ann');
    await boards.rename('a', 'Renamed');
    expect([asked, store.board('a')?.title]).toEqual([
      ['rename a Renamed', 'join a key-f Ann', 'rename a Renamed'],
      'Renamed',
    ]);
  });

  it('stay as they are when the server refuses', async () => {
    const { store, boards } = aDesk({ rename: async () => no(403), trash: async () => no(0) });
    store.rememberBoard(mine);
    const answers = [await boards.rename('a', 'No'), await boards.trash('a')];
    expect([answers.map(({ ok }) => ok), store.boards()]).toEqual([[false, false], [mine]]);
  });

  it('go to the trash, come back as they were, or go for good', async () => {
    const { store, boards } = aDesk();
    store.rememberBoard(mine);
    const story = [];
    await boards.trash('a');
    story.push(
      store.boards().length,
      store.trashed().map(({ trashedAt }) => trashedAt),
    );
    await boards.restore('a');
    story.push(store.boards());
    await boards.trash('a');
    await boards.erase('a');
    story.push(store.board('a'));
    expect(story).toEqual([0, [100], [mine], null]);
  });

  it('are copied with their picture, and forgotten and remembered whole', async () => {
    const { store, boards } = aDesk({ duplicate: async () => created('c', 'A (2)') });
    store.rememberBoard(mine);
    store.rememberPicture('a', 'n0000000000');
    await boards.duplicate('a');
    const forgetting = boards.forget('a');
    const between = [store.board('a'), store.picture('a'), store.picture('c')];
    const { place } = await forgetting;
    if (place !== null) boards.remember(place);
    expect([between, store.board('a'), store.picture('a')]).toEqual([
      [null, '', 'n0000000000'],
      mine,
      'n0000000000',
    ]);
  });

  it('leave nothing on this device when they are forgotten, and what would be lost is counted before', async () => {
    const shelf = new TestShelf({
      'wallflower.talk.a.me.letters': '[{},{}]',
      'wallflower.talk.a.me.seen': '{}',
      'wallflower.talk.ab.me.letters': '[{}]',
    });
    const { store, boards, forgotten } = aDesk({ erase: async () => no(404) }, shelf, 3);
    store.rememberBoard(mine);
    const unsaved = await boards.unsaved('a');
    await boards.forget('a');
    await boards.erase('b');
    expect([unsaved, forgotten, [0, 1, 2].map((index) => shelf.key(index))]).toEqual([
      5,
      ['a', 'b'],
      ['wallflower.talk.ab.me.letters', 'wallflower.boards', null],
    ]);
  });

  it('are called gone when their copy is, and not where the browser would not let go of it', async () => {
    const { boards, forgotten } = aDesk();
    const told = [(await boards.forget('a')).isGone, forgotten.length, (await boards.forget('stuck')).isGone];
    expect(told).toEqual([true, 1, false]);
  });
});
