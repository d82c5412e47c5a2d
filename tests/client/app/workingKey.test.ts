import { describe, expect, it } from 'vitest';
import { BoardDoor } from '../../../client/app/boardDoor.ts';
import { LocalStore } from '../../../client/app/localStore.ts';
import { keepWorkingKey } from '../../../client/app/workingKey.ts';
import type { BoardId } from '../../../shared/lib/ids.ts';
import type { BoardInfo } from '../../../shared/protocol/api.ts';
import { TestShelf } from '../../support/testShelf.ts';

const linkOf = (key: string) => `https://wall.example/b/a#${key}`;
const infoOf = (links: BoardInfo['links'], role: BoardInfo['participant']['role'] = 'editor'): BoardInfo => ({
  board: { id: 'a', title: 'A' },
  participant: { id: 'p', name: 'P', role },
  docs: { canvas: 'c', session: 's', talk: 't', personal: 'p' },
  links,
  reach: 'network',
});

function aStore(key?: string) {
  const store = new LocalStore(new TestShelf());
  store.rememberBoard({ id: 'a', title: 'A', role: 'editor', openedAt: 1, ...(key && { key }) });
  return store;
}

describe('the link that this browser keeps', () => {
  it('gives way only when no link has its key any more', () => {
    const links = { editor: linkOf('new e'), viewer: linkOf('v') };
    const kept = ['old', 'v', undefined].map((key) => {
      const store = aStore(key);
      keepWorkingKey(store, infoOf(links));
      keepWorkingKey(store, infoOf({ editor: 'no address' }));
      return store.board('a')?.key;
    });
    expect(kept).toEqual(['new e', 'v', undefined]);
  });

  it('is the new one at once for whoever renews it, whatever becomes of the next question', async () => {
    const store = aStore('old');
    const before = infoOf({ facilitator: linkOf('old'), editor: linkOf('e') }, 'facilitator');
    const links = {
      facilitator: linkOf('new'),
      editor: linkOf('e'),
      commenter: linkOf('c'),
      viewer: linkOf('v'),
    };
    const api = {
      renewLink: async () => ({ ok: true, value: { links, code: 'CODE' } }),
      board: async () => ({ ok: false, status: 0, code: 'unreachable' }),
    };
    const surroundings = { api, store, memory: { remember: async () => {} } };
    const door = new BoardDoor(before, 'a' as BoardId, surroundings as never);
    const isRenewed = await door.renewLink('facilitator');
    expect([isRenewed, door.info.get().links, store.board('a')?.key]).toEqual([true, links, 'new']);
  });
});
