// One of two hundred in a measured vote: a private document with votes, and a note that is moved.

import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import type { Role } from '../../../shared/board/roles.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import type { Method } from '../../../shared/features/voting/ballot.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import type { ServerMessage } from '../../../shared/protocol/messages.ts';
import { type Arrival, Attendee, comesIn, type Kind } from '../attendee.ts';

interface Awaited {
  readonly is: (doc: Y.Doc) => boolean;
  readonly done: (at: number) => void;
}

export class Voter extends Attendee {
  /** Whose number sees what the session says. */
  static readonly watcher = 1;
  readonly session = new Y.Doc();
  private waiting: Awaited[] = [];
  /** One keeps a copy: two hundred copies would be the load's own work. */
  private readonly keepsSession: boolean;

  private constructor(arrival: Arrival) {
    super(arrival);
    this.keepsSession = arrival.seed === Voter.watcher;
  }

  static async arrives(url: string, created: BoardCreated, role: Role, seed: number): Promise<Voter> {
    return new Voter(await comesIn(url, created, role, seed));
  }

  /** What is voted on; in one change. */
  async writesNotes(count: number): Promise<readonly string[]> {
    const doc = new Y.Doc();
    const ids = createItems(
      new Board(doc, seededRandom(1)),
      Array.from(
        { length: count },
        (_, i) => ({ kind: 'note', x: i * 10, y: 0, text: `idea ${i}` }) as const,
      ),
    );
    this.send('canvas', Y.encodeStateAsUpdate(doc));
    return ids;
  }

  moves(): void {
    this.send('canvas', this.writer.next().update);
  }

  /** One tap on the option at this place of the list, and round: the vote is given, or taken back. */
  taps(ballot: string, method: Method, options: readonly string[], at: number): void {
    const votes = this.pad.getMap('votes');
    const option = options[at % options.length] ?? '';
    if (method !== 'approval') {
      votes.set(`${ballot}/${at % 10}`, option);
      return;
    }
    const key = `${ballot}/${option}`;
    // Of the first one nothing is ever taken back: everybody has voted.
    if (votes.has(key) && votes.size > 1) votes.delete(key);
    else votes.set(key, 1);
  }

  /** When the session says so on the screen of the watcher. */
  hears(is: (doc: Y.Doc) => boolean): Promise<number> {
    return new Promise((done) => this.waiting.push({ is, done }));
  }

  protected override told(kind: Kind, message: ServerMessage, at: number): void {
    if (kind !== 'session' || !this.keepsSession) return;
    if (message.type !== 'update' && message.type !== 'step2') return;
    Y.applyUpdate(this.session, message.update);
    this.waiting = this.waiting.filter(({ is, done }) => {
      if (!is(this.session)) return true;
      done(at);
      return false;
    });
  }
}
