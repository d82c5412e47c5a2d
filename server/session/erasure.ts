// Makes what was taken out of personal documents unreadable on the disk and in backups: the key it was sealed with is
// destroyed, what is still there is sealed anew. Asked for in the commit that takes something out, so that no crash forgets it.

import { ballotOfKey } from '../../shared/features/voting/votes.ts';
import { isParticipantId, type ParticipantId } from '../../shared/lib/ids.ts';
import { withoutDeadKeys } from '../compaction.ts';
import type { LiveDoc } from '../liveDoc.ts';
import type { Room } from '../room.ts';
import { ConflictError, type Key, type Put, type Snapshot } from '../storage/storage.ts';
import { openBallotsOf } from '../voting/ballotDoc.ts';

export class Erasure {
  private readonly room: Room;
  /** How often it was asked for, by owner: one asked for while another is under way is not forgotten with it. */
  private readonly asked = new Map<ParticipantId, number>();
  /** True at first, because a crash may have come between. */
  private mayBeDue = true;
  private last: Promise<void> = Promise.resolve();

  constructor(room: Room) {
    this.room = room;
  }

  /** Belongs into the commit that takes something out of this person's document; then `sweep`. */
  ask(owner: ParticipantId): Put {
    this.asked.set(owner, (this.asked.get(owner) ?? 0) + 1);
    this.mayBeDue = true;
    return { key: this.keyOf(owner), value: { at: this.room.env.clock.now() } };
  }

  /** Something that was asked for may not be done yet. */
  get isDue(): boolean {
    return this.mayBeDue;
  }

  /** Does what was asked for; what cannot be done now is tried again the next time. One after another. */
  sweep(): Promise<void> {
    this.last = this.last.catch(() => {}).then(() => this.round());
    return this.last;
  }

  private async round(): Promise<void> {
    if (!this.mayBeDue) return;
    this.mayBeDue = false;
    const { storage, id } = this.room;
    try {
      // What was just asked for stands in a commit that may be under way: it is seen once that is through.
      await this.atRest(() => {});
      const due = (await storage.list(['erase', id])).map(({ key }) => ({ key, asked: this.askedFor(key) }));
      // All at once: they share the writes of the key file.
      const erased = await Promise.all(due.map(({ key }) => this.erase(key[2])));
      if (erased.includes(false)) this.mayBeDue = true;
      // A later request for the same document stands under the same key, and stays.
      const removes = due
        .filter(({ key, asked }, i) => erased[i] && this.askedFor(key) === asked)
        .map(({ key }) => key);
      if (removes.length > 0) await storage.commit({ removes });
    } catch (error) {
      this.mayBeDue = true;
      throw error;
    }
  }

  /** False when it has to wait. */
  private async erase(owner: unknown): Promise<boolean> {
    if (!isParticipantId(owner)) return false;
    const { docs, storage } = this.room;
    const live = await docs.openPersonal(owner);
    // A snapshot under way is of what was there before.
    if (live.quarantined || live.compacting) return false;
    live.compacting = true;
    try {
      const session = await docs.open('session');
      await storage.destroyKey(live.name, await this.atRest(() => this.keepOf(live, session)));
      return true;
    } catch (error) {
      // Its owner writes on: the next time.
      if (error instanceof ConflictError) return false;
      throw error;
    } finally {
      live.compacting = false;
    }
  }

  /** What may stay: of ballots that are over not even which keys there were. */
  private keepOf(live: LiveDoc, session: LiveDoc): Snapshot {
    const open = new Set(openBallotsOf(session.doc).map(({ id }) => id));
    const isOver = (key: string) => !open.has(ballotOfKey(key) ?? '');
    const bytes = withoutDeadKeys(this.room.docs.wholeOf(live), 'votes', isOver);
    return { uptoSeq: live.head, bytes };
  }

  private askedFor(key: Key): number {
    return this.asked.get(key[2] as ParticipantId) ?? 0;
  }

  /** What the live documents say when they hold nothing that is not durable. */
  private atRest<Value>(read: () => Value): Promise<Value> {
    return new Promise((resolve) => this.room.writes.whenAtRest(() => resolve(read())));
  }

  private keyOf(owner: ParticipantId): Key {
    return ['erase', this.room.id, owner];
  }
}
