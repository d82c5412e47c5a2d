// Durable changes on their way to everybody who has the document open: what one commit brought is put together and encoded
// once for all.

import { encode } from '../shared/protocol/messages.ts';
import { assemble } from './gate/parts.ts';
import type { Entry } from './liveDoc.ts';

export interface Subscriber {
  deliver(frame: Uint8Array): void;
  tellDigest(digest: string): void;
}

export class FanOut {
  readonly subscribers = new Set<Subscriber>();

  /** Entries of one document, durable, in log order. */
  send(entries: readonly Entry[]): void {
    const first = entries[0];
    if (first === undefined || this.subscribers.size === 0) return;
    // Excluded by connection, never by participant: a second tab of the same person must hear it.
    const onlySender = entries.every((entry) => entry.from === first.from) ? first.from : null;
    const update = entries.length === 1 ? first.bytes : assemble(entries.map((entry) => entry.parts));
    const frame = encode.update(update);
    for (const subscriber of this.subscribers) if (subscriber !== onlySender) subscriber.deliver(frame);
  }
}
