// The wall that both pages draw: 10,000 notes in rows, the same words and colours for both, and what happens on it.

import { colours } from '../../../shared/items/colour.ts';
import { type Random, seededRandom } from '../../../shared/lib/env.ts';

export interface WallNote {
  readonly x: number;
  readonly y: number;
  readonly colour: number;
  readonly text: string;
}

export const wall = { columns: 125, rows: 80, step: 216, size: 200 } as const;
export const fitZoom = 0.05;
export const middleZoom = 0.25;
/** Remote changes a second, and at most how many frames of them are ever asked for. */
export const remotePerSecond = 200;
export const remoteChanges = 6_000;

export type Workload =
  | 'pan100'
  | 'zoom'
  | 'panAll'
  | 'drag1'
  | 'drag1All'
  | 'drag500'
  | 'marquee500'
  | 'remote'
  | 'remoteAll'
  | 'type';

/** What each page offers to the measurement. */
export interface BenchPage {
  /** Resolves when everything is drawn. */
  readonly ready: Promise<void>;
  /** Brings the page to where a workload begins. */
  prepare(workload: Workload): void;
  /** Runs it for so long; resolves with the number of frames shown. Only this is measured. */
  run(ms: number): Promise<number>;
  /** Puts everything back. */
  tidy(): void;
}

const words =
  'idea people write vote quiet board cluster loud first together decide summary wall note share after before without every nobody phone remote session'.split(
    ' ',
  );

export function wallNotes(): WallNote[] {
  const random = seededRandom(42);
  return Array.from({ length: wall.columns * wall.rows }, (_, index) => ({
    x: (index % wall.columns) * wall.step + Math.round(random.next() * 8),
    y: Math.floor(index / wall.columns) * wall.step + Math.round(random.next() * 8),
    colour: Math.floor(random.next() * colours.length),
    text: sentence(random),
  }));
}

function sentence(random: Random): string {
  const count = 3 + Math.floor(random.next() * 18);
  return Array.from({ length: count }, () => words[Math.floor(random.next() * words.length)] ?? '').join(' ');
}

/** Which note moves where, for the remote changes; within what 100 % shows at the start, or anywhere. */
export function remoteMoves(everywhere: boolean): { index: number; dx: number; dy: number }[] {
  const random = seededRandom(everywhere ? 7 : 8);
  return Array.from({ length: remoteChanges }, () => {
    const column = Math.floor(random.next() * (everywhere ? wall.columns : 7));
    const row = Math.floor(random.next() * (everywhere ? wall.rows : 5));
    return {
      index: row * wall.columns + column,
      dx: Math.round(random.next() * 40 - 20),
      dy: Math.round(random.next() * 40 - 20),
    };
  });
}

/** One workload as a page plays it. */
export interface Play {
  step(frame: number, now: number): void;
  tidy?(): void;
}

/** A page from its plays. */
export function benchPage(plays: Readonly<Record<Workload, () => Play>>): BenchPage {
  let play: Play | null = null;
  return {
    ready: document.fonts
      .load("20px 'Source Sans 3 Variable'")
      .then(() => frames(500, () => {}))
      .then(() => {}),
    prepare(workload) {
      play = plays[workload]();
    },
    run: (ms) => frames(ms, (frame, now) => play?.step(frame, now)),
    tidy() {
      play?.tidy?.();
      play = null;
    },
  };
}

/** Calls `step` once a frame for so long; the number of frames. */
export function frames(ms: number, step: (frame: number, now: number) => void): Promise<number> {
  return new Promise((resolve) => {
    let count = 0;
    let began = 0;
    const next = (now: number): void => {
      if (began === 0) began = now;
      if (now - began >= ms) {
        resolve(count);
        return;
      }
      step(count, now - began);
      count++;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

/** There and back again, 0 to 1. */
export function triangle(frame: number, period: number): number {
  const phase = (frame % period) / period;
  return phase < 0.5 ? phase * 2 : 2 - phase * 2;
}

export const typed =
  'the quick brown fox jumps over the lazy dog while everybody writes at once and nobody waits for a turn. ';
