// The real server core on a simulated disk, with everything it sends held against what is durable at that moment.

import * as Y from 'yjs';
import { inlineCompact } from '../../server/compaction.ts';
import type { CoreLog } from '../../server/core.ts';
import { Passage } from '../../server/gate/gate.ts';
import { decodeUpdate } from '../../server/gate/wire.ts';
import { Rooms } from '../../server/rooms.ts';
import type { Batch, Storage } from '../../server/storage/storage.ts';
import type { DocAddress } from '../../shared/board/docs.ts';
import type { Env, Random } from '../../shared/lib/env.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import { decodeServerMessage } from '../../shared/protocol/messages.ts';
import type { SimClient } from './simClient.ts';
import type { SimDisk } from './simDisk.ts';
import type { SimSocket } from './simNetwork.ts';
import type { VirtualTime } from './virtualTime.ts';

export const board = { id: 'board' as BoardId, epoch: 1, title: 'What next?' };
export const canvas: DocAddress = { board: board.id, epoch: 1, kind: 'canvas', owner: null };
const canvasName = 'board/canvas';

const silent: CoreLog = { info: () => {}, warn: () => {}, error: () => {} };

export class SimServer {
  readonly wrongs: string[] = [];
  /** What is durable, kept as a document: nothing may be shown or acked that is not in it. */
  durable = new Y.Doc();
  fatal: unknown = null;
  rooms: Rooms | null = null;
  private readonly disk: SimDisk;
  private readonly time: VirtualTime;
  private readonly random: Random;
  private sockets = new Set<SimSocket>();
  private forgetTimers: () => void = () => {};

  constructor(disk: SimDisk, time: VirtualTime, random: Random) {
    this.disk = disk;
    this.time = time;
    this.random = random;
  }

  get isUp(): boolean {
    return this.rooms !== null;
  }

  async start(): Promise<void> {
    const process = this.time.fork();
    this.forgetTimers = process.forgetAll;
    const env: Env = { clock: this.time, scheduler: process.scheduler, random: this.random };
    const storage = this.watched(this.disk.open());
    await this.readDurable();
    this.rooms = new Rooms({
      storage,
      env,
      log: silent,
      compact: inlineCompact,
      runCommand: async (_room, _visitor, command) => ({ id: command.id, ok: false, code: 'unknown' }),
      onFatal: (error) => {
        this.fatal = error;
      },
    });
  }

  /** kill -9: memory and timers are gone, sockets break, the disk keeps what it had promised. */
  crash(): void {
    this.rooms = null;
    this.forgetTimers();
    this.disk.crash();
    for (const socket of this.sockets) socket.serverDied();
    this.sockets = new Set();
  }

  admit(client: SimClient, socket: SimSocket): void {
    const rooms = this.rooms;
    if (rooms === null) {
      socket.serverDied();
      return;
    }
    this.sockets.add(socket);
    socket.onServerSends = (frame) => this.checkShown(frame);
    void rooms.open(board).then(
      async (room) => {
        const connection = await room.connect({
          address: canvas,
          visitor: { ...client.person, neutral: false },
          transport: socket.transport,
        });
        socket.accept(
          (frame) => connection.receive(frame),
          () => connection.closed(),
        );
      },
      () => socket.transport.close(1011, 'not now'),
    );
  }

  isDurable(update: Uint8Array): boolean {
    return new Passage(this.durable, 'canvas', decodeUpdate(update)).addsNothing;
  }

  /** Called between processes: what a fresh reader of the disk sees. */
  async readDurable(): Promise<void> {
    this.durable = new Y.Doc();
    this.durable.getMap('items');
    for await (const record of this.disk.peek().readLog(canvasName, 0))
      Y.applyUpdate(this.durable, record.bytes);
  }

  private watched(storage: Storage): Storage {
    const commit = storage.commit.bind(storage);
    return {
      ...storage,
      commit: async (batch: Batch) => {
        await commit(batch);
        for (const append of batch.appends ?? []) {
          if (append.doc !== canvasName) continue;
          for (const record of append.records) Y.applyUpdate(this.durable, record.bytes);
        }
      },
    };
  }

  private checkShown(frame: Uint8Array): void {
    const message = decodeServerMessage(frame);
    if (message.type !== 'step2' && message.type !== 'update') return;
    if (!this.isDurable(message.update)) this.wrongs.push('the server showed something that is not durable');
  }
}
