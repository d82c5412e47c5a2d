import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardMemory } from '../../../client/app/boardMemory.ts';
import { KeptChanges } from '../../../client/app/keptChanges.ts';
import { lostAmong, makeAnew } from '../../../client/app/leftovers.ts';
import { deviceInMemory } from '../../../client/sync/offline/device.ts';
import { MemoryStore } from '../../../client/sync/offline/memoryStore.ts';
import { type CopyAddress, copiesOf, paths } from '../../../client/sync/offline/records.ts';
import { docName } from '../../../shared/board/docs.ts';
import { removeItems, setText } from '../../../shared/board/verbs.ts';
import type { BoardId } from '../../../shared/lib/ids.ts';
import type { BoardInfo } from '../../../shared/protocol/api.ts';
import { aBoard, idOf } from '../../support/aBoard.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

const wall = 'wall' as BoardId;
const canvasOf = (epoch: number) => docName({ board: wall, epoch, kind: 'canvas', owner: null });
const infoOf = (epoch: number, participant = 'ada'): BoardInfo => ({
  board: { id: wall, title: 'Wall' },
  participant: { id: participant, name: 'Ada', role: 'editor' },
  docs: { canvas: canvasOf(epoch), session: 's', talk: 't', personal: 'p' },
  links: {},
  reach: 'network',
});

function aMemory() {
  const store = new MemoryStore(true);
  const time = new VirtualTime();
  const memory = new BoardMemory(Promise.resolve(deviceInMemory('tab', store)), virtualEnv(time, 1));
  return { store, time, memory };
}

/** A copy as a page leaves it that was closed with something unsaved. */
function keep(
  store: MemoryStore,
  address: CopyAddress,
  doc: Y.Doc,
  unsaved: readonly string[],
): Promise<void> {
  return store.change((tx) => {
    tx.put(paths.about(address), { participant: address.participant, name: address.name, whole: true });
    tx.put(paths.snapshot(address), Y.encodeStateAsUpdate(doc));
    tx.put(paths.unsaved(address, 'gone'), { revision: 1, keys: unsaved });
  });
}

describe('what this device remembers of a board', () => {
  it('opens it only behind a whole copy of the same person', async () => {
    const { store, memory } = aMemory();
    await memory.remember(infoOf(1));
    const before = await memory.info(wall);
    await keep(store, { board: wall, participant: 'ada', name: canvasOf(1) }, new Y.Doc(), []);
    const after = await memory.info(wall);
    await memory.remember(infoOf(1, 'ben'));
    expect([before, after, await memory.info(wall)]).toEqual([null, infoOf(1), null]);
  });

  it('turns copies that nobody will open again into kept changes: an earlier epoch, and somebody else', async () => {
    const { store, memory } = aMemory();
    const { board } = aBoard().note('saved').note('unsaved');
    await keep(store, { board: wall, participant: 'ada', name: canvasOf(1) }, board.doc, ['unsaved']);
    await keep(store, { board: wall, participant: 'ada', name: canvasOf(2) }, board.doc, ['unsaved']);
    await keep(store, { board: wall, participant: 'ben', name: canvasOf(2) }, board.doc, []);
    await keep(store, { board: wall, participant: 'cem', name: canvasOf(2) }, board.doc, ['saved']);
    await memory.tidy(infoOf(2));
    const left = (await copiesOf(store, wall)).map(({ address }) => address);
    const kept = (await memory.kept(wall)).map(({ why, items }) => [why, items.map((item) => item.text)]);
    expect([left, kept.sort()]).toEqual([
      [{ board: wall, participant: 'ada', name: canvasOf(2) }],
      [
        ['not-yours', ['saved']],
        ['replaced', ['unsaved']],
      ],
    ]);
  });

  it('is gone without a trace when somebody says so', async () => {
    const { store, memory } = aMemory();
    const { board } = aBoard().note('a');
    await memory.remember(infoOf(1));
    await keep(store, { board: wall, participant: 'ada', name: canvasOf(1) }, board.doc, ['a']);
    await memory.keep(wall, 'read-only', [...board.items.values()]);
    await memory.remember({ ...infoOf(1), board: { id: 'other', title: 'Other' } });
    await memory.forget(wall);
    const left = await store.read((tx) => tx.list([]));
    expect(left.map(({ key }) => key)).toEqual([['board', 'other']]);
  });
});

describe('changes that did not get through', () => {
  it('outlive the page, are made again, and are gone then', async () => {
    const { time, memory } = aMemory();
    const { board } = aBoard().note('a');
    const lost = [...board.items.values()];
    await memory.keep(wall, 'read-only', lost);
    const fresh = aBoard(2).board;
    const kept = new KeptChanges(memory, wall, fresh, time);
    await time.pass(1);
    const [change] = kept.list.get();
    if (change !== undefined) kept.makeAgain(change);
    await time.pass(1_000);
    expect([[...fresh.items.values()], kept.list.get(), await memory.kept(wall)]).toEqual([lost, [], []]);
  });
});

describe('what others deleted of my work', () => {
  it('is told from what they left, and from what I deleted myself', () => {
    const { board } = aBoard().note('kept').note('deleted').note('purged').note('mine');
    removeItems(board, [idOf('mine')]);
    const before = [...board.items.values()];
    removeItems(board, [idOf('deleted')]);
    board.doc.getMap('items').delete('purged');
    expect(lostAmong(before, board).map((item) => item.id)).toEqual(['deleted', 'purged']);
  });

  it('comes back as new notes, inside what is still there', () => {
    const { board } = aBoard().cluster('there').cluster('gone');
    const other = aBoard(3).note('a', { inside: 'there' }).note('b', { inside: 'gone' }).board;
    setText(other, { id: idOf('a'), text: 'a, said better' });
    removeItems(board, [idOf('gone')]);
    makeAnew(board, [...other.items.values()]);
    const made = [...board.items.values()].filter((item) => item.kind === 'note');
    expect(made.map(({ id, text, parent }) => [id === 'a' || id === 'b', text, parent])).toEqual([
      [false, 'a, said better', 'there'],
      [false, 'b', null],
    ]);
  });
});
