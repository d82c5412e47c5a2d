// What the scene costs on a full wall: 10,000 notes, a fifth of them in clusters. Medians and 95th percentiles of many runs
// in one process, in microseconds.

import * as Y from 'yjs';
import { Ghosts } from '../../client/scene/ghosts.ts';
import { hitBox, hitItem } from '../../client/scene/hitTest.ts';
import { Scene } from '../../client/scene/scene.ts';
import { Board } from '../../shared/board/board.ts';
import { bringToFront, moveItems, setText } from '../../shared/board/verbs.ts';
import { realEnv, seededRandom } from '../../shared/lib/env.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { aWall, idOf } from '../support/aBoard.ts';

const notes = 10_000;

interface Line {
  readonly what: string;
  readonly runs: number;
  readonly medianUs: number;
  readonly p95Us: number;
}

export function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Line[] {
  const board = aWall({ notes, clusters: 100, membersEach: 20 });
  const ghosts = new Ghosts(board, realEnv.scheduler);
  const scene = new Scene(board, ghosts);
  const random = seededRandom(1);
  const some = () => idOf(`note${Math.floor(random.next() * notes)}`);
  const point = () => ({ x: random.next() * 22_000, y: random.next() * 22_000 });
  let ticks = 0;
  const by = () => ({ x: ++ticks % 900, y: ticks % 700 });
  const lines: Line[] = [];
  const measure = (what: string, runs: number, work: () => void) => lines.push(timed(what, runs, work));

  measure('build the scene', 8, () => new Scene(board, ghosts).destroy());
  measure('a change without the scene: the board alone', 2_000, alone(some));
  measure('move one note (board and scene)', 2_000, () => moveOne(board, some(), by()));
  measure('write one text (board and scene)', 2_000, () =>
    setText(board, { id: some(), text: `t${ticks++}` }),
  );
  measure('lift one note to the front', 500, () => bringToFront(board, [some()]));
  dragging(measure, ghosts, by);
  measure('search a screen of 40 notes', 2_000, () => scene.search({ ...point(), w: 1_440, h: 900 }));
  measure('search everything, in order', 60, () => scene.search({ x: -1e6, y: -1e6, w: 2e6, h: 2e6 }));
  measure('hit test', 5_000, () => hitItem(scene, point(), { slop: 4 }));
  measure('marquee over 500', 200, () => hitBox(scene, { x: 4_000, y: 4_000, w: 5_000, h: 5_000 }));
  measure('drop 500 (commit, one step)', 10, () => {
    moveItems(board, { ids: range(500), by: { x: 8, y: 8 } });
  });

  print(`${notes} notes, 100 clusters of 20`);
  for (const { what, runs, medianUs, p95Us } of lines) {
    print(`${what.padEnd(48)}${us(medianUs)} median ${us(p95Us)} p95  (${runs} runs)`);
  }
  scene.destroy();
  ghosts.destroy();
  return lines;
}

function dragging(
  measure: (what: string, runs: number, work: () => void) => void,
  ghosts: Ghosts,
  by: () => { x: number; y: number },
): void {
  const one = new Set([idOf('note9000')]);
  const inCluster = new Set([idOf('note5')]);
  const many = new Set(range(500, 5_000));
  measure('drag tick of 1 loose note', 2_000, () => ghosts.setMine({ ids: one, by: by() }));
  measure('drag tick of 1 note in a cluster', 2_000, () => ghosts.setMine({ ids: inCluster, by: by() }));
  measure('first tick of a drag of 500', 20, () => {
    ghosts.setMine({ ids: many, by: by() });
  });
  measure('drag tick of 500 notes', 300, () => ghosts.setMine({ ids: many, by: by() }));
  measure('first and last tick of a drag of 500', 20, () => {
    ghosts.setMine(null);
    ghosts.setMine({ ids: many, by: by() });
  });
  ghosts.setMine(null);
  const theirs = range(500, 3_000);
  measure("a peer's drag tick of 500 notes", 300, () => ghosts.setOther(1, { ids: theirs, by: by() }));
  ghosts.setOther(1, { ids: theirs, by: { x: 0, y: 0 } });
  ghosts.setOther(1, null);
}

function moveOne(board: Board, id: ItemId, by: { x: number; y: number }): void {
  board.transact('bench', (tx) => tx.move(id, by));
}

/** The same write on a board that nobody draws. */
function alone(some: () => ItemId): () => void {
  const wall = aWall({ notes, clusters: 100, membersEach: 20 });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(wall.doc));
  const board = new Board(copy, seededRandom(2));
  let ticks = 0;
  return () => moveOne(board, some(), { x: ++ticks % 900, y: 0 });
}

function range(count: number, from = 0): ItemId[] {
  return Array.from({ length: count }, (_, index) => idOf(`note${from + index}`));
}

function timed(what: string, runs: number, work: () => void): Line {
  for (let i = 0; i < Math.min(runs, 100); i++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1_000;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { what, runs, medianUs: at(0.5), p95Us: at(0.95) };
}

function us(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} us`.padStart(12);
}
