// Who is here and what their hands do, over the session socket. Sends the last value of each, a little at a time and
// nothing at rest; joins slots with the people of the session. Knows no screen.

import { limits } from '../../shared/board/limits.ts';
import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import { isParticipantId, type ParticipantId } from '../../shared/lib/ids.ts';
import { Listeners, type Unsubscribe } from '../../shared/lib/signal.ts';
import { encode, type Tick, type TickEntry } from '../../shared/protocol/messages.ts';
import {
  type Cursor,
  emptyHold,
  encodeCursor,
  encodeHold,
  type Hold,
  parseCursor,
  parseHold,
} from '../../shared/protocol/presence.ts';
import type { Other, Person, Presence } from '../editor/ports.ts';

/** What presence needs of the session's connection. */
export interface PresenceLine {
  send(frame: Uint8Array): boolean;
  /** Our own slot; null while the server has not said. */
  ownSlot(): number | null;
}

export interface People {
  person(id: ParticipantId): Person | null;
  subscribe(listener: () => void): Unsubscribe;
}

interface Seen {
  readonly participant: ParticipantId;
  readonly cursor: Cursor;
  readonly hold: Hold;
}

const nowhere: Cursor = { at: null, drag: null };

export class SocketPresence implements Presence {
  private readonly line: PresenceLine;
  private readonly people: People;
  private readonly scheduler: Scheduler;
  private readonly changes = new Listeners<void>();
  private readonly seen = new Map<number, Seen>();
  private list: readonly Other[] = [];
  private cursor: Uint8Array = encodeCursor(nowhere);
  private hold: Uint8Array = encodeHold(emptyHold);
  private sentCursor: Uint8Array | null = null;
  private sentHold: Uint8Array | null = null;
  private resting = true;
  private cancelRest: Cancel = () => {};
  private readonly stopListening: Unsubscribe;

  constructor(line: PresenceLine, people: People, scheduler: Scheduler) {
    this.line = line;
    this.people = people;
    this.scheduler = scheduler;
    this.stopListening = people.subscribe(() => this.refresh());
  }

  others = (): readonly Other[] => this.list;

  subscribe = (listener: () => void): Unsubscribe => this.changes.add(listener);

  showCursor(cursor: Cursor): void {
    this.cursor = encodeCursor(cursor);
    this.sendSoon();
  }

  showHold(hold: Hold): void {
    this.hold = encodeHold(hold);
    this.sendSoon();
  }

  /** The server has greeted a new connection, which knows nothing of us yet. */
  connected(): void {
    this.sentCursor = null;
    this.sentHold = null;
    this.sendSoon();
  }

  /** Without a connection nobody is known to be here. */
  disconnected(): void {
    this.seen.clear();
    this.refresh();
  }

  receive(tick: Tick): void {
    const own = this.line.ownSlot();
    const present = new Set<number>();
    for (const entry of tick.entries) {
      present.add(entry.slot);
      if (entry.gone) this.seen.delete(entry.slot);
      else if (entry.slot !== own) this.hear(entry);
    }
    if (tick.keyframe) {
      for (const slot of this.seen.keys()) if (!present.has(slot)) this.seen.delete(slot);
    }
    if (own !== null) this.seen.delete(own);
    this.refresh();
  }

  destroy(): void {
    this.cancelRest();
    this.stopListening();
  }

  private hear(entry: TickEntry): void {
    const before = this.seen.get(entry.slot);
    const participant = isParticipantId(entry.participant) ? entry.participant : before?.participant;
    if (participant === undefined) return;
    // A slot that changed hands starts afresh.
    const kept = before?.participant === participant ? before : null;
    this.seen.set(entry.slot, {
      participant,
      cursor: (entry.cursor && parseCursor(entry.cursor)) ?? kept?.cursor ?? nowhere,
      hold: (entry.hold && parseHold(entry.hold)) ?? kept?.hold ?? emptyHold,
    });
  }

  private refresh(): void {
    const list: Other[] = [];
    for (const [slot, { participant, cursor, hold }] of this.seen) {
      const person = this.people.person(participant);
      // Their name is on its way in the session document; they appear with it.
      if (person !== null) list.push({ slot, person, cursor, hold });
    }
    if (list.length === 0 && this.list.length === 0) return;
    this.list = list;
    this.changes.tell();
  }

  /** The first value leaves at once; after that the latest one leaves when the interval is over. */
  private sendSoon(): void {
    if (!this.resting) return;
    if (!this.sendNow()) return;
    this.resting = false;
    this.cancelRest = this.scheduler.after(limits.presenceIntervalMs, () => {
      this.resting = true;
      this.sendSoon();
    });
  }

  /** True when something was sent. */
  private sendNow(): boolean {
    let sent = false;
    if (!sameBytes(this.hold, this.sentHold) && this.line.send(encode.hold(this.hold))) {
      this.sentHold = this.hold;
      sent = true;
    }
    if (!sameBytes(this.cursor, this.sentCursor) && this.line.send(encode.cursor(this.cursor))) {
      this.sentCursor = this.cursor;
      sent = true;
    }
    return sent;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array | null): boolean {
  return b !== null && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
