import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { OfflineCopy } from '../../../client/sync/offline/copy.ts';
import { deviceInMemory } from '../../../client/sync/offline/device.ts';
import { MemoryStore } from '../../../client/sync/offline/memoryStore.ts';
import { copiesOf, readCopy } from '../../../client/sync/offline/records.ts';
import { type OfflineStore, StoreFullError } from '../../../client/sync/offline/store.ts';
import { electByLease } from '../../../client/sync/offline/writer.ts';
import { SaveState } from '../../../client/sync/saveState.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

const address = { board: 'wall', participant: 'ada', name: 'b/wall/1/canvas' };

/** A page that is open on the document: what it writes is unsaved until the test says otherwise. */
async function aPage(store: OfflineStore, time: VirtualTime, tab = 'tab', elect = deviceInMemory(tab).elect) {
  const doc = new Y.Doc();
  const save = new SaveState();
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, tx: Y.Transaction) => {
    if (tx.local) save.localChange(['note']);
  });
  const env = virtualEnv(time, 1);
  const copy = new OfflineCopy({ doc, address, store, env, tab, save, elect, onKept: () => {} });
  const hadCopy = await copy.open();
  return {
    doc,
    save,
    copy,
    hadCopy,
    write: (key: string, value: unknown) => void doc.getMap('items').set(key, value),
    hear: (from: Y.Doc) =>
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(from, Y.encodeStateVector(doc)), 'network'),
    read: () => Object.fromEntries(doc.getMap('items').entries()),
    acknowledge() {
      save.connectionOpened();
      save.sent('step2');
      save.acknowledged(1);
      copy.acknowledged();
    },
  };
}

/** A disk that takes its time. */
function slowed(store: OfflineStore, time: VirtualTime, ms: number): OfflineStore {
  return {
    lasts: store.lasts,
    read: (work) => store.read(work),
    async change(work, how) {
      await new Promise<void>((resolve) => void time.after(ms, resolve));
      return store.change(work, how);
    },
  };
}

describe('a copy on this device', () => {
  it('gives the next page everything, and says of what was not acknowledged that it is unsaved', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const first = await aPage(store, time);
    const other = new Y.Doc();
    other.getMap('items').set('theirs', 1);
    first.hear(other);
    first.copy.markWhole();
    first.write('mine', 2);
    const before = first.save.isKept;
    await time.pass(1);
    const after = first.save.isKept;
    await time.pass(1_000);
    first.copy.abandon();
    const next = await aPage(store, time, 'next');
    expect([before, after, next.hadCopy, next.read(), next.save.unsaved, next.save.isKept]).toEqual([
      false,
      true,
      true,
      { theirs: 1, mine: 2 },
      ['note'],
      true,
    ]);
    expect(next.doc.clientID).not.toBe(first.doc.clientID);
  });

  it('is unsaved no more once an acknowledgement covered it, whichever page it came from', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const first = await aPage(store, time);
    first.write('mine', 1);
    await time.pass(1);
    first.copy.abandon();
    const next = await aPage(store, time, 'next');
    next.acknowledge();
    await time.pass(1_000);
    next.copy.abandon();
    const last = await aPage(store, time, 'last');
    expect([last.read(), last.save.isSafe]).toEqual([{ mine: 1 }, true]);
  });

  /** What the store names as unsaved, by whoever opens it next. */
  async function saidUnsaved(store: OfflineStore): Promise<number> {
    return (await store.read((tx) => readCopy(tx, address)))?.unsaved.length ?? 0;
  }

  it('is unsaved no more when the acknowledgement is quicker than the disk', async () => {
    const [memory, time] = [new MemoryStore(true), new VirtualTime()];
    const page = await aPage(slowed(memory, time, 20), time);
    page.write('mine', 1);
    await time.pass(10);
    page.acknowledge();
    await time.pass(1_000);
    expect([await saidUnsaved(memory), page.save.isSafe]).toEqual([0, true]);
  });

  it('is unsaved no more when the page goes right after the acknowledgement', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const quick = await aPage(store, time);
    quick.write('mine', 1);
    await time.pass(1);
    quick.acknowledge();
    quick.copy.close();
    await time.pass(1);
    const [slow, disk] = [new MemoryStore(true), new VirtualTime()];
    const page = await aPage(slowed(slow, disk, 20), disk);
    page.write('mine', 1);
    await disk.pass(10);
    page.acknowledge();
    page.copy.close();
    await disk.pass(100);
    expect([await saidUnsaved(store), await saidUnsaved(slow)]).toEqual([0, 0]);
  });

  it('of an earlier page is unsaved no more once covered, also when this page writes the next at once', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const first = await aPage(store, time);
    first.write('mine', 1);
    await time.pass(1);
    first.copy.abandon();
    const next = await aPage(store, time, 'next');
    next.acknowledge();
    next.write('also mine', 2);
    await time.pass(1_000);
    const lists = (await store.read((tx) => readCopy(tx, address)))?.unsaved ?? [];
    expect(lists.map(({ tab }) => tab)).toEqual(['next']);
  });

  it('of two tabs holds what both wrote, and what others wrote once', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const env = virtualEnv(time, 1);
    const one = await aPage(store, time, 'one', electByLease(store, env, 'one'));
    await time.pass(1);
    const two = await aPage(store, time, 'two', electByLease(store, env, 'two'));
    await time.pass(1);
    const other = new Y.Doc();
    other.getMap('items').set('theirs', 'x'.repeat(500));
    for (const page of [one, two]) page.hear(other);
    one.write('a', 1);
    two.write('b', 2);
    await time.pass(1_000);
    const stored = await store.read((tx) => readCopy(tx, address));
    const bytes = stored?.updates.reduce((sum, update) => sum + update.length, 0) ?? 0;
    const next = await aPage(store, time, 'next');
    expect([bytes < 900, next.read()]).toEqual([true, { theirs: 'x'.repeat(500), a: 1, b: 2 }]);
  });

  it('is kept up by the other tab when the one that writes is gone', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const env = virtualEnv(time, 1);
    const one = await aPage(store, time, 'one', electByLease(store, env, 'one'));
    await time.pass(1);
    const two = await aPage(store, time, 'two', electByLease(store, env, 'two'));
    one.copy.abandon();
    const other = new Y.Doc();
    other.getMap('items').set('theirs', 1);
    two.hear(other);
    await time.pass(30_000);
    const next = await aPage(store, time, 'next');
    expect(next.read()).toEqual({ theirs: 1 });
  });

  it('does not grow with every word', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const page = await aPage(store, time);
    for (let i = 0; i < 450; i++) {
      page.write('note', i);
      await time.pass(1);
    }
    const stored = await store.read((tx) => readCopy(tx, address));
    const next = await aPage(store, time, 'next');
    expect([(stored?.batches ?? 0) < 100, next.read()]).toEqual([true, { note: 449 }]);
  });

  it('starts anew, whole, when somebody removed it meanwhile', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const page = await aPage(store, time);
    page.write('first', 1);
    await time.pass(1);
    await store.change((tx) => tx.remove(['copy']));
    page.write('second', 2);
    await time.pass(1);
    const next = await aPage(store, time, 'next');
    expect(next.read()).toEqual({ first: 1, second: 2 });
  });

  it('leaves out what is damaged, and nothing else', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const page = await aPage(store, time);
    page.write('mine', 1);
    await time.pass(1);
    const [copy] = await copiesOf(store, 'wall');
    const path = ['copy', 'wall', `ada/${address.name}`, 'batch', 'other', 0];
    await store.change((tx) => tx.put(path, [Uint8Array.of(9, 9, 9, 200), 'nonsense']));
    const next = await aPage(store, time, 'next');
    expect([copy?.address, next.read()]).toEqual([address, { mine: 1 }]);
  });

  it('lets go of everything at a word, while the page goes on', async () => {
    const [store, time] = [new MemoryStore(true), new VirtualTime()];
    const page = await aPage(store, time);
    page.write('mine', 1);
    await time.pass(1);
    page.copy.forget();
    await store.change((tx) => tx.remove(['copy']));
    page.write('more', 2);
    await time.pass(60_000);
    expect([page.save.isKept, page.copy.keeping.get(), await copiesOf(store, 'wall')]).toEqual([
      false,
      'nothing',
      [],
    ]);
  });
});

describe('a device that will not', () => {
  /** Refuses while `refuses` is true. */
  function aFullDevice(error: Error) {
    const store = new MemoryStore(true);
    const change = store.change.bind(store);
    const device = Object.assign(store, { refuses: true });
    store.change = (work) => (device.refuses ? Promise.reject(error) : change(work));
    return device;
  }

  it('is not believed: nothing counts as kept, until there is room and all of it is', async () => {
    const time = new VirtualTime();
    const store = aFullDevice(new StoreFullError('no room'));
    const page = await aPage(store, time);
    page.write('first', 1);
    await time.pass(1);
    page.write('second', 2);
    await time.pass(1);
    const full = [page.copy.keeping.get(), page.save.isKept];
    store.refuses = false;
    await time.pass(20_000);
    const next = await aPage(store, time, 'next');
    expect([full, page.copy.keeping.get(), page.save.isKept, next.read()]).toEqual([
      ['full', false],
      'device',
      true,
      { first: 1, second: 2 },
    ]);
  });

  it('and one that keeps nothing is told nothing', async () => {
    const time = new VirtualTime();
    const page = await aPage(new MemoryStore(), time);
    page.write('mine', 1);
    await time.pass(60_000);
    expect([page.copy.keeping.get(), page.save.isKept]).toEqual(['nothing', false]);
  });
});
