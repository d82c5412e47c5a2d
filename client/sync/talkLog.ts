// The comments of a board, read-only and typed. The server alone writes them, yet everything in the document is unknown
// until parsed.

import type * as Y from 'yjs';
import { emptyTalk, readTalk, type Talk } from '../../shared/features/talk.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';

export class TalkLog {
  private readonly doc: Y.Doc;
  private readonly now = new Signal<Talk>(emptyTalk);
  private readonly stop: Unsubscribe;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    const roots = [doc.getMap('msgs'), doc.getMap('react')];
    const read = () => this.read();
    for (const root of roots) root.observe(read);
    this.stop = () => {
      for (const root of roots) root.unobserve(read);
    };
    this.read();
  }

  /** Everything that was said; a new value whenever anything of it changed. */
  get talk(): ReadonlySignal<Talk> {
    return this.now;
  }

  destroy(): void {
    this.stop();
  }

  private read(): void {
    this.now.set(readTalk(this.doc.getMap('msgs').entries(), this.doc.getMap('react').entries()));
  }
}
