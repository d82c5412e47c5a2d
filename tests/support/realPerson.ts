// A person on the real server without a browser: the product's own sync over a real socket.

import WebSocket from 'ws';
import * as Y from 'yjs';
import { DocSync } from '../../client/sync/provider.ts';
import { Board } from '../../shared/board/board.ts';
import type { Role } from '../../shared/board/roles.ts';
import { realEnv } from '../../shared/lib/env.ts';
import type { BoardCreated, Joined } from '../../shared/protocol/api.ts';
import { join } from './people.ts';
import { boardText } from './simWorld.ts';

export class RealPerson {
  readonly joined: Joined;
  readonly doc = new Y.Doc();
  readonly board = new Board(this.doc, realEnv.random);
  readonly rejects: string[] = [];
  readonly closes: number[] = [];
  readonly sync: DocSync;
  /** Sockets this person has opened: more than one means that they came back. */
  sockets: WebSocket[] = [];

  private constructor(url: string, joined: Joined) {
    this.joined = joined;
    const opened = (socket: WebSocket) => this.sockets.push(socket);
    class Watched extends WebSocket {
      constructor(address: string | URL) {
        super(address, { perMessageDeflate: false });
        opened(this);
      }
    }
    this.sync = new DocSync({
      doc: this.doc,
      name: `${joined.docs.canvas}?token=${encodeURIComponent(joined.token)}`,
      serverUrl: `${url.replace(/^http/, 'ws')}/sync`,
      SocketClass: Watched as unknown as typeof globalThis.WebSocket,
      env: realEnv,
      build: 'test',
    });
    this.sync.messages.add((message) => {
      if (message.type === 'reject') this.rejects.push(message.reject.code);
    });
    this.sync.finalClose.add(({ code }) => this.closes.push(code));
  }

  static async arrives(url: string, created: BoardCreated, role: Role, name: string): Promise<RealPerson> {
    const person = new RealPerson(url, await join(url, created, role, name));
    await until('the board is loaded', () => person.sync.loaded.get());
    return person;
  }

  /** A second tab of the same person. */
  static async anotherTab(url: string, person: RealPerson): Promise<RealPerson> {
    const tab = new RealPerson(url, person.joined);
    await until('the board is loaded', () => tab.sync.loaded.get());
    return tab;
  }

  get text(): string {
    return boardText(this.doc);
  }

  /** The network breaks; the provider comes back by itself. */
  cut(): void {
    this.sockets.at(-1)?.terminate();
  }

  saved(): Promise<void> {
    return until('everything is saved', () => this.sync.connected.get() && this.sync.save.isSafe);
  }

  leave(): void {
    this.sync.destroy();
    this.board.destroy();
  }
}

/** Waits for something that the outside world brings about. @throws after 20 s, saying what did not happen. */
export async function until(what: string, holds: () => boolean, msMax = 20_000): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > msMax)
      throw new Error(`it did not happen within ${msMax} ms that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
