// Whether this copy is what the server says it must be. It should never differ; if it does, the copy is worth nothing and is
// read anew. Told only while nothing local is on its way, because the server cannot know that yet.

import type * as Y from 'yjs';
import { Digest } from '../../shared/board/digest.ts';

export class DigestCheck {
  private readonly doc: Y.Doc;
  /** Made at the first digest: most visits are over before there is one. */
  private own: Digest | null = null;

  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  agrees(digest: string): boolean {
    this.own ??= new Digest(this.doc);
    return this.own.value() === digest;
  }

  destroy(): void {
    this.own?.destroy();
  }
}
