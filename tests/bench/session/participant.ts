// One of fifty in a measured session: a private idea that is typed, a note that is dragged, and a pointer that carries its own
// number.

import { addDraft, draftText } from '../../../shared/board/drafts.ts';
import type { Role } from '../../../shared/board/roles.ts';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import { encode, type ServerMessage } from '../../../shared/protocol/messages.ts';
import { encodeCursor } from '../../../shared/protocol/presence.ts';
import { Attendee, comesIn, type Kind } from '../attendee.ts';

export class Participant extends Attendee {
  onMessage: (kind: Kind, message: ServerMessage, at: number) => void = () => {};
  private draft = '';
  private count = 0;

  static async arrives(url: string, created: BoardCreated, role: Role, seed: number): Promise<Participant> {
    return new Participant(await comesIn(url, created, role, seed));
  }

  /** One more letter of a private idea; every fortieth begins a new one. */
  type(): void {
    if (this.count++ % 40 === 0) {
      this.draft = `draft-${this.count}`;
      addDraft(this.pad, { id: this.draft, text: '', order: this.count, nameless: false }, 'bench');
    }
    const text = draftText(this.pad, this.draft);
    text?.insert(text.length, 'etaoin shrdlu'[this.count % 13] ?? 'x');
  }

  /** One drag has ended. Gives the name of the change, as others will see it. */
  drop(): string {
    const { update, key } = this.writer.next();
    this.send('canvas', update);
    return key;
  }

  /** The number comes back as the place of the pointer. */
  point(number: number, drag: boolean): void {
    const at = { x: number, y: 0 };
    this.sockets.session.send(
      encode.cursor(encodeCursor({ at, drag: drag ? { x: number % 90, y: 3 } : null })),
    );
  }

  /** Milliseconds until the server's socket answers, whatever the server itself is doing. */
  ping(): Promise<number> {
    const left = performance.now();
    return new Promise((resolve) => {
      this.sockets.session.once('pong', () => resolve(performance.now() - left));
      this.sockets.session.ping();
    });
  }

  protected override told(kind: Kind, message: ServerMessage, at: number): void {
    this.onMessage(kind, message, at);
  }
}
