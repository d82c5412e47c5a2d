// The scene is kept up to date change by change; these compare it with the same thing derived anew.

import { describe, expect, it } from 'vitest';
import { Ghosts } from '../../../client/scene/ghosts.ts';
import { type Drawable, Scene, type SceneChange } from '../../../client/scene/scene.ts';
import type { Board } from '../../../shared/board/board.ts';
import { setCollapsed } from '../../../shared/board/clusters.ts';
import {
  bringToFront,
  createItems,
  moveItems,
  putInto,
  removeItems,
  resizeItem,
  restoreItems,
  setColour,
  setText,
} from '../../../shared/board/verbs.ts';
import { type Random, seededRandom } from '../../../shared/lib/env.ts';
import type { Box } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { aBoard, aWall, idOf } from '../../support/aBoard.ts';
import { VirtualTime } from '../../support/virtualTime.ts';
import { sceneTheSlowWay } from './bruteForce.ts';

function sceneOf(board: Board): { scene: Scene; ghosts: Ghosts; time: VirtualTime } {
  const time = new VirtualTime();
  const ghosts = new Ghosts(board, time);
  return { scene: new Scene(board, ghosts), ghosts, time };
}

describe('the scene', () => {
  it('draws clusters below notes, outer ones below inner ones, and unites a cluster with its members', () => {
    const { board } = aBoard()
      .note('n', { x: 380, y: 100, inside: 'inner' })
      .cluster('inner', { x: 100, y: 100, w: 300, h: 300, inside: 'outer' })
      .cluster('outer', { x: 0, y: 0, w: 300, h: 300 });
    const { scene } = sceneOf(board);
    expect([...scene.all()].map(({ id, box, count, depth }) => ({ id, box, count, depth }))).toEqual([
      { id: 'outer', box: { x: 0, y: -12, w: 628, h: 436 }, count: 1, depth: 0 },
      { id: 'inner', box: { x: 100, y: 44, w: 504, h: 356 }, count: 1, depth: 1 },
      { id: 'n', box: { x: 380, y: 100, w: 200, h: 200 }, count: 0, depth: 2 },
    ]);
  });

  it('tells what changed, clusters round it included, with the old and the new boxes', () => {
    const { board } = aBoard()
      .cluster('c', { x: 0, y: 0, w: 300, h: 300 })
      .note('n', { x: 50, y: 60, inside: 'c' })
      .note('far', { x: 900, y: 900 });
    const { scene } = sceneOf(board);
    const heard: SceneChange[] = [];
    scene.observe((change) => heard.push(change));
    moveItems(board, { ids: [idOf('n')], by: { x: 100, y: 0 } });
    expect(heard).toEqual([
      {
        changed: new Set(['n', 'c']),
        removed: new Set(),
        dirty: [
          { x: 50, y: 60, w: 200, h: 200 },
          { x: 150, y: 60, w: 200, h: 200 },
          { x: 0, y: 0, w: 300, h: 300 },
          { x: 0, y: 0, w: 374, h: 300 },
        ],
      },
    ]);
  });

  it('a deleted item is not in the scene, and what was inside a deleted cluster stands free', () => {
    const { board } = aBoard().cluster('c', { w: 300, h: 300 }).note('n', { x: 50, y: 60, inside: 'c' });
    const { scene } = sceneOf(board);
    removeItems(board, [idOf('c')]);
    const alone = [...scene.all()].map(({ id, depth }) => ({ id, depth }));
    restoreItems(board, [idOf('c')]);
    expect([alone, [...scene.all()].map(({ id, depth }) => ({ id, depth }))]).toEqual([
      [{ id: 'n', depth: 0 }],
      [
        { id: 'c', depth: 0 },
        { id: 'n', depth: 1 },
      ],
    ]);
  });

  it('a search finds what touches the box, where it is drawn', () => {
    const { board } = aBoard().note('a', { x: 0, y: 0 }).note('b', { x: 400, y: 0 });
    const { scene, ghosts } = sceneOf(board);
    ghosts.setMine({ ids: [idOf('a')], by: { x: 1_000, y: 0 } });
    const at = (box: Box) => scene.search(box).map(({ id }) => id);
    expect([
      at({ x: 0, y: 0, w: 300, h: 300 }),
      at({ x: 1_100, y: 0, w: 10, h: 10 }),
      at({ x: 0, y: 0, w: 2_000, h: 10 }),
    ]).toEqual([[], ['a'], ['a', 'b']]);
  });
});

describe('a collapsed cluster', () => {
  const nested = () =>
    aBoard()
      .cluster('outer', { x: 0, y: 0, w: 600, h: 600 })
      .cluster('inner', { x: 50, y: 100, w: 300, h: 300, inside: 'outer' })
      .note('n', { x: -100, y: 170, inside: 'inner' });

  it('is one card with the count of everything inside, which is out of sight and of reach', () => {
    const { board } = nested();
    const { scene } = sceneOf(board);
    const heard: SceneChange[] = [];
    scene.observe((change) => heard.push(change));
    setCollapsed(board, { ids: [idOf('outer')], collapsed: true });
    const drawn = [...scene.all()].map(({ id, box, count }) => ({ id, box, count }));
    const found = scene.search({ x: -500, y: -500, w: 2000, h: 2000 }).map(({ id }) => id);
    setCollapsed(board, { ids: [idOf('outer')], collapsed: false });
    expect([drawn, found, heard[0]?.removed, [...scene.all()].map(({ id }) => id)]).toEqual([
      [{ id: 'outer', box: { x: -148, y: 0, w: 240, h: 96 }, count: 1 }],
      ['outer'],
      new Set(['n', 'inner']),
      ['outer', 'inner', 'n'],
    ]);
  });

  it('closes under nobody’s hand: what is dragged stays in sight until it is let go', () => {
    const { board } = nested();
    const { scene, ghosts } = sceneOf(board);
    ghosts.setMine({ ids: [idOf('n')], by: { x: 5, y: 5 } });
    setCollapsed(board, { ids: [idOf('inner')], collapsed: true });
    const held = [...scene.all()].map(({ id }) => id);
    ghosts.setMine(null);
    const open = [...scene.all()].map(({ id }) => id);
    ghosts.setMine({ ids: [idOf('inner'), idOf('n')], by: { x: 5, y: 5 } });
    expect([held, open, [...scene.all()].map(({ id }) => id)]).toEqual([
      ['outer', 'inner', 'n'],
      ['outer', 'inner'],
      ['outer', 'inner'],
    ]);
  });
});

describe('after random edits', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`the scene equals one derived anew, in seed ${seed}`, async () => {
      const random = seededRandom(seed);
      const board = aWall({ notes: 40, clusters: 8, membersEach: 3, seed });
      const { scene, ghosts, time } = sceneOf(board);
      const known = new Map<ItemId, Drawable>([...scene.all()].map((drawable) => [drawable.id, drawable]));
      scene.observe((change) => {
        for (const id of change.removed) known.delete(id);
        for (const id of change.changed) known.set(id, scene.get(id) ?? nowhere(id));
      });
      for (let step = 0; step < 160; step++) {
        edit(board, ghosts, random);
        if (random.next() < 0.05) await time.pass(1_200);
        const expected = sceneTheSlowWay(board, ghosts);
        expect([...scene.all()], `after step ${step}`).toEqual(expected);
        // Whoever keeps a copy from what it was told has the same picture.
        expect([...known.values()].sort(byId), `told by step ${step}`).toEqual([...expected].sort(byId));
        const box = someBox(random);
        expect(scene.search(box), `searched in step ${step}`).toEqual(
          expected.filter((drawable) => touches(drawable.box, box)),
        );
      }
    });
  }
});

/** One change, of any sort. Parents are pointed anywhere, in circles too. */
function edit(board: Board, ghosts: Ghosts, random: Random): void {
  const all = [...board.items.keys()];
  const pick = () => all[Math.floor(random.next() * all.length)] ?? idOf('none');
  const some = () => Array.from({ length: 1 + Math.floor(random.next() * 4) }, pick);
  const by = () => ({ x: Math.floor(random.next() * 600 - 300), y: Math.floor(random.next() * 600 - 300) });
  const clusters = all.filter((id) => board.get(id)?.kind === 'cluster');
  const cluster = () => clusters[Math.floor(random.next() * clusters.length)] ?? idOf('none');
  const edits: (() => void)[] = [
    () => moveItems(board, { ids: some(), by: by() }),
    () => putInto(board, { ids: some(), cluster: random.next() < 0.3 ? null : cluster() }),
    // As two people at once would: any pointer, circles included.
    () => board.transact('test', (tx) => tx.set(cluster(), 'g', cluster())),
    () =>
      board.transact('test', (tx) => {
        for (let i = 0; i < 4; i++) tx.set(cluster(), 'g', cluster());
      }),
    () => board.transact('test', (tx) => tx.set(pick(), 'g', idOf('missing'))),
    () => removeItems(board, some()),
    () => restoreItems(board, some()),
    () => bringToFront(board, some()),
    () => setCollapsed(board, { ids: [cluster(), cluster()], collapsed: random.next() < 0.6 }),
    () => setText(board, { id: pick(), text: `t${random.next()}` }),
    () => setColour(board, { ids: some(), colour: 'teal' }),
    () => resizeItem(board, { id: pick(), to: { ...by(), w: 100, h: 80 } }),
    () =>
      createItems(board, [{ kind: random.next() < 0.3 ? 'cluster' : 'note', ...by(), parent: cluster() }]),
    () => ghosts.setMine(random.next() < 0.3 ? null : { ids: some(), by: by() }),
    () =>
      ghosts.setOther(
        1 + Math.floor(random.next() * 3),
        random.next() < 0.4 ? null : { ids: some(), by: by() },
      ),
    () => ghosts.setReshape(random.next() < 0.4 ? null : { id: pick(), box: { ...by(), w: 300, h: 100 } }),
  ];
  edits[Math.floor(random.next() * edits.length)]?.();
}

function someBox(random: Random): Box {
  return {
    x: random.next() * 1_500 - 300,
    y: random.next() * 1_500 - 300,
    w: random.next() * 900,
    h: random.next() * 900,
  };
}

function touches(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

function byId(a: Drawable, b: Drawable): number {
  return a.id < b.id ? -1 : 1;
}

function nowhere(id: ItemId): never {
  throw new Error(`${id} is said to have changed and is not in the scene`);
}
