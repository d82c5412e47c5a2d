// Who is here and what their hands do: last value per connection, one frame per tick for everybody, nothing at rest.
// The blobs are passed on unread; clients parse them.

import { limits } from '../shared/board/limits.ts';
import type { Cancel, Env } from '../shared/lib/env.ts';
import type { ParticipantId } from '../shared/lib/ids.ts';
import { encode, type TickEntry } from '../shared/protocol/messages.ts';
import { emptyHold, encodeCursor, encodeHold } from '../shared/protocol/presence.ts';

const noCursor = encodeCursor({ at: null, drag: null });
const noHold = encodeHold(emptyHold);

export interface PresenceMember {
  send(frame: Uint8Array): void;
  bufferedBytes(): number;
}

interface Slot {
  readonly member: PresenceMember;
  readonly participant: ParticipantId;
  cursor: Uint8Array | null;
  hold: Uint8Array | null;
  /** What changed since the last tick. */
  isNew: boolean;
  cursorChanged: boolean;
  holdChanged: boolean;
  /** Missed a tick, or has just come: gets everything next time. */
  needsKeyframe: boolean;
}

export class PresenceTable {
  private readonly env: Env;
  private readonly slots = new Map<number, Slot>();
  private readonly gone: number[] = [];
  private cancelTick: Cancel | null = null;
  private nextSlot = 0;
  /** Whose hands are seen; null for everybody's. */
  private isShown: ((participant: ParticipantId) => boolean) | null = null;

  constructor(env: Env) {
    this.env = env;
  }

  get size(): number {
    return this.slots.size;
  }

  /** Returns the slot that the newcomer is known by; it is released by `leave` and never reused while the room lives. */
  join(member: PresenceMember, participant: ParticipantId): number {
    const slot = this.nextSlot++;
    this.slots.set(slot, {
      member,
      participant,
      cursor: null,
      hold: null,
      isNew: true,
      cursorChanged: false,
      holdChanged: false,
      needsKeyframe: true,
    });
    this.schedule();
    return slot;
  }

  leave(slot: number): void {
    if (!this.slots.delete(slot)) return;
    this.gone.push(slot);
    this.schedule();
  }

  setCursor(slot: number, cursor: Uint8Array): void {
    const entry = this.slots.get(slot);
    if (!entry) return;
    entry.cursor = cursor.slice();
    if (!this.shows(entry)) return;
    entry.cursorChanged = true;
    this.schedule();
  }

  setHold(slot: number, hold: Uint8Array): void {
    const entry = this.slots.get(slot);
    if (!entry) return;
    entry.hold = hold.slice();
    if (!this.shows(entry)) return;
    entry.holdChanged = true;
    this.schedule();
  }

  /**
   * From now on the hands of these people only are passed on; null shows everybody's. Of the others nothing leaves, not even
   * that they moved: it would tell who is writing.
   */
  showOnly(isShown: ((participant: ParticipantId) => boolean) | null): void {
    const before = new Map([...this.slots.values()].map((entry) => [entry, this.shows(entry)]));
    this.isShown = isShown;
    for (const [entry, wasShown] of before) {
      if (wasShown === this.shows(entry)) continue;
      entry.cursorChanged = entry.holdChanged = true;
      this.schedule();
    }
  }

  close(): void {
    this.cancelTick?.();
    this.cancelTick = null;
  }

  private schedule(): void {
    // Twice as slow in a crowd: ten pictures a second of a hundred hands are still smooth after interpolation.
    const interval = this.slots.size > 100 ? limits.presenceIntervalMs * 2 : limits.presenceIntervalMs;
    this.cancelTick ??= this.env.scheduler.after(interval, () => this.tick());
  }

  private tick(): void {
    this.cancelTick = null;
    const changed: TickEntry[] = [];
    for (const [slot, entry] of this.slots) {
      if (!entry.isNew && !entry.cursorChanged && !entry.holdChanged) continue;
      changed.push({
        slot,
        gone: false,
        participant: entry.isNew ? entry.participant : null,
        cursor: entry.cursorChanged ? this.cursorOf(entry) : null,
        hold: entry.holdChanged ? this.holdOf(entry) : null,
      });
      entry.isNew = entry.cursorChanged = entry.holdChanged = false;
    }
    for (const slot of this.gone.splice(0)) {
      changed.push({ slot, gone: true, participant: null, cursor: null, hold: null });
    }
    this.send(changed);
  }

  private send(changed: readonly TickEntry[]): void {
    let delta: Uint8Array | null = null;
    let keyframe: Uint8Array | null = null;
    let someoneWaits = false;
    for (const entry of this.slots.values()) {
      if (entry.member.bufferedBytes() > limits.presenceBufferedBytesMax) {
        entry.needsKeyframe = someoneWaits = true;
        continue;
      }
      if (entry.needsKeyframe) {
        keyframe ??= encode.tick({ keyframe: true, entries: this.everybody() });
        entry.member.send(keyframe);
        entry.needsKeyframe = false;
      } else if (changed.length > 0) {
        delta ??= encode.tick({ keyframe: false, entries: changed });
        entry.member.send(delta);
      }
    }
    if (someoneWaits) this.schedule();
  }

  private everybody(): TickEntry[] {
    return [...this.slots].map(([slot, entry]) => ({
      slot,
      gone: false,
      participant: entry.participant,
      cursor: this.cursorOf(entry),
      hold: this.holdOf(entry),
    }));
  }

  private shows(entry: Slot): boolean {
    return this.isShown === null || this.isShown(entry.participant);
  }

  private cursorOf(entry: Slot): Uint8Array | null {
    return this.shows(entry) ? entry.cursor : noCursor;
  }

  private holdOf(entry: Slot): Uint8Array | null {
    return this.shows(entry) ? entry.hold : noHold;
  }
}
