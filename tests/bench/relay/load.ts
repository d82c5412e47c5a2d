// Fifty people on one board, as frames on sockets: real Yjs updates that continue each other, and real pointers.

import WebSocket from 'ws';
import * as Y from 'yjs';
import { decodeUpdate } from '../../../server/gate/wire.ts';
import { Board } from '../../../shared/board/board.ts';
import { createItems, moveItems } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { encode } from '../../../shared/protocol/messages.ts';
import { encodeCursor } from '../../../shared/protocol/presence.ts';

export interface Person {
  readonly socket: WebSocket;
  /** Their presence socket; the same one where there is only one. */
  readonly hands: WebSocket;
}

/** A writer whose every call is one more move of their own note, as one update. */
export class Writer {
  private readonly board: Board;
  private readonly note: ItemId;
  private last: Uint8Array = new Uint8Array();

  constructor(seed: number) {
    const doc = new Y.Doc();
    doc.clientID = 50_000 + seed;
    this.board = new Board(doc, seededRandom(seed));
    doc.on('update', (update: Uint8Array) => {
      this.last = update;
    });
    this.note = createItems(this.board, [{ kind: 'note', x: 0, y: 0, text: `note ${seed}` }])[0] as ItemId;
    this.creation = this.last;
  }

  readonly creation: Uint8Array;

  next(): { update: Uint8Array; key: string } {
    moveItems(this.board, { ids: [this.note], by: { x: 1, y: 0.5 } });
    return { update: this.last, key: keysOf(this.last)[0] ?? '' };
  }
}

/** Every struct of an update, named by client and clock. */
export function keysOf(update: Uint8Array): string[] {
  const keys: string[] = [];
  for (const structs of decodeUpdate(update).structs.values()) {
    for (const struct of structs) keys.push(`${struct.client}:${struct.clock}`);
  }
  return keys;
}

export interface Load {
  readonly seconds: number;
  readonly writers: number;
  readonly writesPerSecond: number;
  readonly pointersPerSecond: number;
}

export interface Sent {
  readonly updates: number;
  readonly pointers: number;
  /** When each update left, by its key: milliseconds. */
  readonly leftAt: Map<string, number>;
}

/** Drives the load in ticks of 10 ms and resolves when it is over. */
export async function drive(
  people: readonly Person[],
  writers: readonly Writer[],
  load: Load,
): Promise<Sent> {
  const leftAt = new Map<string, number>();
  let updates = 0;
  let pointers = 0;
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = (performance.now() - start) / 1000;
      if (elapsed >= load.seconds) {
        clearInterval(timer);
        resolve();
        return;
      }
      for (; updates < elapsed * load.writers * load.writesPerSecond; updates++) {
        const index = updates % load.writers;
        const { update, key } = (writers[index] as Writer).next();
        leftAt.set(key, performance.now());
        people[index]?.socket.send(encode.update(update));
      }
      for (; pointers < elapsed * people.length * load.pointersPerSecond; pointers++) {
        const at = { x: pointers % 1000, y: (pointers * 7) % 800 };
        people[pointers % people.length]?.hands.send(encode.cursor(encodeCursor({ at, drag: null })));
      }
    }, 10);
  });
  return { updates, pointers, leftAt };
}

export function open(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.binaryType = 'nodebuffer';
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

export interface Rate {
  readonly perSecond: number;
  readonly act: (n: number) => void;
}

/** Steps of 10 ms; what a step is late with is made up for in the next. */
export function atRates(forSeconds: number, rates: readonly Rate[]): Promise<void> {
  const start = performance.now();
  const done = rates.map(() => 0);
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const elapsed = (performance.now() - start) / 1000;
      for (const [i, { perSecond, act }] of rates.entries())
        for (let n = done[i] ?? 0; n < Math.min(elapsed, forSeconds) * perSecond; n++) {
          act(n);
          done[i] = n + 1;
        }
      if (elapsed < forSeconds) return;
      clearInterval(timer);
      resolve();
    }, 10);
  });
}
