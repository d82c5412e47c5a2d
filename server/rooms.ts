// The boards that are alive: loaded once, however many ask at once; let go when nobody has used them for a while.

import { limits } from '../shared/board/limits.ts';
import type { Cancel } from '../shared/lib/env.ts';
import type { BoardId } from '../shared/lib/ids.ts';
import type { RejectCode } from '../shared/protocol/messages.ts';
import { type BoardFacts, type CoreDeps, Counters } from './core.ts';
import { Room } from './room.ts';

export interface RoomStats {
  readonly rooms: number;
  readonly docs: number;
  readonly connections: number;
  readonly commits: number;
  readonly records: number;
  readonly rejects: Readonly<Partial<Record<RejectCode, number>>>;
  readonly framesOut: number;
  readonly bytesOut: number;
  readonly dropped: number;
}

export class Rooms {
  private readonly deps: CoreDeps;
  private readonly counters = new Counters();
  private readonly live = new Map<BoardId, Room>();
  private readonly opening = new Map<BoardId, Promise<Room>>();
  private readonly closing = new Map<BoardId, Promise<void>>();
  private cancelSweep: Cancel | null = null;
  private isDraining = false;

  constructor(deps: CoreDeps) {
    this.deps = deps;
    this.sweepLater();
  }

  /** @throws when the board cannot be read, or the server is shutting down. */
  async open(facts: BoardFacts): Promise<Room> {
    if (this.isDraining) throw new Error('the server is shutting down');
    const live = this.live.get(facts.id);
    if (live !== undefined) {
      live.touch();
      return live;
    }
    let opening = this.opening.get(facts.id);
    if (opening === undefined) {
      opening = this.load(facts).finally(() => this.opening.delete(facts.id));
      this.opening.set(facts.id, opening);
    }
    const room = await opening;
    room.touch();
    return room;
  }

  /** The room of a board that is alive now. */
  find(id: BoardId): Room | undefined {
    return this.live.get(id);
  }

  /** Sends everybody away and lets go of one board: it is being replaced or was deleted. */
  async closeRoom(id: BoardId, code: number, reason: string): Promise<void> {
    await this.opening.get(id);
    const room = this.live.get(id);
    if (room === undefined) return;
    for (const connection of [...room.connections]) connection.close(code, reason);
    await this.letGo(room, false);
  }

  /** Opens a board for something to be done on it, and lets go of it again unless anybody else uses it by then. */
  async visit(facts: BoardFacts, work: (room: Room) => Promise<void>): Promise<void> {
    const isNew = !this.live.has(facts.id) && !this.opening.has(facts.id);
    const room = await this.open(facts);
    await work(room);
    // Asked for once: by this.
    const isUnused = room.uses === 1 && room.connections.size === 0 && room.writes.isIdle;
    if (isNew && isUnused && this.live.get(facts.id) === room) await this.letGo(room, true);
  }

  stats(): RoomStats {
    const rooms = [...this.live.values()];
    const { commits, records, framesOut, bytesOut, dropped } = this.counters;
    return {
      rooms: rooms.length,
      docs: rooms.reduce((sum, room) => sum + room.docs.count, 0),
      connections: rooms.reduce((sum, room) => sum + room.connections.size, 0),
      commits,
      records,
      rejects: Object.fromEntries(this.counters.rejects),
      framesOut,
      bytesOut,
      dropped,
    };
  }

  /** Before the process ends: everything received is committed, everybody is told. */
  async drain(): Promise<void> {
    this.isDraining = true;
    this.cancelSweep?.();
    await Promise.allSettled(this.opening.values());
    const rooms = [...this.live.values()];
    await Promise.all(rooms.map((room) => room.writes.flushed()));
    for (const room of rooms) room.sendAway('restarting');
    await Promise.all(rooms.map((room) => this.letGo(room, false)));
  }

  private async load(facts: BoardFacts): Promise<Room> {
    await this.closing.get(facts.id);
    const room = new Room(facts, this.deps, this.counters);
    await room.open(facts);
    room.uses = 0;
    this.live.set(facts.id, room);
    return room;
  }

  private letGo(room: Room, withSnapshots: boolean): Promise<void> {
    this.live.delete(room.id);
    const closing = room.shutDown({ withSnapshots }).finally(() => this.closing.delete(room.id));
    this.closing.set(room.id, closing);
    return closing;
  }

  private sweepLater(): void {
    this.cancelSweep = this.deps.env.scheduler.after(limits.idleUnloadMs / 4, () => {
      for (const room of this.live.values()) if (room.isIdle) void this.letGo(room, true);
      this.sweepLater();
    });
  }
}
