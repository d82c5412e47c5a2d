// The door through which a board tells the world outside what happened. What is told goes into the commit of what happened, as a
// record that waits to be sent: a crash loses neither, and makes neither up. Sends nothing itself.

import type { BoardEvent } from '../../shared/features/webhook/webhook.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import type { Room } from '../room.ts';
import { DamageError, type Put } from '../storage/storage.ts';
import { factsOf } from './facts.ts';
import { type Hook, hookKey, outboxKey, readHook, type Waiting } from './outbox.ts';

export class RoomWebhook {
  private readonly room: Room;
  private readonly wake: () => void;
  private hook: Hook | null = null;
  private hasTold = false;
  private told = 0;

  /** `wake` is called when something durable waits to be sent. */
  constructor(room: Room, wake: () => void) {
    this.room = room;
    this.wake = wake;
  }

  /** A board whose webhook cannot be read tells nothing, and opens all the same. */
  async start(): Promise<void> {
    const { storage, id, log } = this.room;
    try {
      this.hook = readHook(await storage.get(hookKey(id)));
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      log.warn({ board: id }, 'the webhook of this board is damaged and must be set again');
    }
  }

  /** Called after the commit that set or removed it. */
  changed(hook: Hook | null): void {
    this.hook = hook;
  }

  tells(event: BoardEvent): readonly Put[] {
    const { hook, room } = this;
    if (hook === null || !hook.events.includes(event.kind)) return [];
    const [session, canvas] = [room.docs.find('session'), room.docs.find('canvas')];
    if (session === undefined || canvas === undefined) return [];
    const at = room.env.clock.now();
    const facts = factsOf(event, { session: session.doc, canvas: canvas.doc, now: at });
    if (facts === null) return [];
    this.hasTold = true;
    const value: Waiting = { epoch: room.epoch, facts, attempts: 0, retryAt: at };
    return [{ key: outboxKey(room.id, this.eventId(at)), value }];
  }

  /** Called by the room after every commit. */
  published(): void {
    if (!this.hasTold) return;
    this.hasTold = false;
    this.wake();
  }

  /** Sorts as things happened; two boards never have the same. */
  private eventId(at: number): string {
    this.told = (this.told + 1) % 46_656;
    const inTurn = `${at.toString(36).padStart(9, '0')}${this.told.toString(36).padStart(3, '0')}`;
    return `${inTurn}-${randomToken(this.room.env.random, 12)}`;
  }
}
