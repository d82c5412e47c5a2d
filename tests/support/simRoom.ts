// A room on a simulated disk with bare connections: frames in, frames out, for tests of single promises.

import { inlineCompact } from '../../server/compaction.ts';
import type { Connection } from '../../server/connection.ts';
import type { Transport } from '../../server/core.ts';
import type { Room } from '../../server/room.ts';
import { Rooms } from '../../server/rooms.ts';
import type { DocKind } from '../../shared/board/docs.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import {
  decodeServerMessage,
  encode,
  protocolVersion,
  type ServerMessage,
  schemaVersion,
} from '../../shared/protocol/messages.ts';
import { SimDisk } from './simDisk.ts';
import { board } from './simServer.ts';
import { VirtualTime, virtualEnv } from './virtualTime.ts';

export class Wire implements Transport {
  readonly received: ServerMessage[] = [];
  closedWith: number | null = null;
  paused = 0;
  buffered = 0;
  framesOut = 0;
  connection: Connection | null = null;

  send(frame: Uint8Array): void {
    this.framesOut++;
    this.received.push(decodeServerMessage(frame));
  }

  close(code: number): void {
    this.closedWith = code;
  }

  bufferedBytes(): number {
    return this.buffered;
  }

  pause(): void {
    this.paused++;
  }

  resume(): void {
    this.paused--;
  }

  says(frame: Uint8Array): void {
    this.connection?.receive(frame);
  }

  /** Messages of these types, in order of arrival. */
  heard<Type extends ServerMessage['type']>(...types: Type[]): Extract<ServerMessage, { type: Type }>[] {
    return this.received.filter((message) => types.includes(message.type as Type)) as never;
  }
}

export class SimRoom {
  readonly time = new VirtualTime();
  readonly env = virtualEnv(this.time, 1);
  readonly disk = new SimDisk({ scheduler: this.time, random: this.env.random, latencyMs: [2, 2] });
  readonly rooms = new Rooms({
    storage: this.disk.open(),
    env: this.env,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    compact: inlineCompact,
    runCommand: async (_room, visitor, command) => ({ id: command.id, ok: true, data: visitor.id }),
    onFatal: (error) => {
      throw error;
    },
  });

  async room(): Promise<Room> {
    return this.until(this.rooms.open(board));
  }

  /** Lets time pass until the promise settles. */
  until<Value>(promise: Promise<Value>): Promise<Value> {
    return this.time.until(promise);
  }

  async connect(name: string, role: Role = 'editor', kind: DocKind = 'canvas', hello = true): Promise<Wire> {
    const wire = new Wire();
    const id = name as ParticipantId;
    const owner = kind === 'personal' ? id : null;
    const room = await this.room();
    wire.connection = await this.until(
      room.connect({
        address: { board: board.id, epoch: 1, kind, owner },
        visitor: { id, role, neutral: false },
        transport: wire,
      }),
    );
    if (hello) {
      wire.says(
        encode.hello({
          proto: protocolVersion,
          schemaMin: schemaVersion,
          schemaMax: schemaVersion,
          build: 't',
        }),
      );
    }
    wire.says(encode.step1(Uint8Array.of(0)));
    wire.says(encode.step2(Uint8Array.of(0, 0)));
    await this.time.pass(50);
    return wire;
  }
}

/** Updates that a board makes while `work` runs. */
export function updatesOf(
  doc: {
    on: (n: 'update', f: (u: Uint8Array) => void) => void;
    off: (n: 'update', f: (u: Uint8Array) => void) => void;
  },
  work: () => void,
): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => updates.push(update);
  doc.on('update', collect);
  work();
  doc.off('update', collect);
  return updates;
}
