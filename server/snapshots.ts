// Snapshots of a room's documents, taken beside the work so that the next opening is fast. The log holds everything without
// them: a snapshot that fails costs nothing but time.

import type { CoreDeps } from './core.ts';
import type { LiveDoc } from './liveDoc.ts';

export class Snapshots {
  private readonly deps: Pick<CoreDeps, 'storage' | 'log' | 'compact'>;
  private readonly underWay = new Set<Promise<void>>();

  constructor(deps: Pick<CoreDeps, 'storage' | 'log' | 'compact'>) {
    this.deps = deps;
  }

  /** Begins one; nobody has to wait for it. */
  begin(live: LiveDoc): void {
    const taking = this.take(live).finally(() => this.underWay.delete(taking));
    this.underWay.add(taking);
  }

  /** Resolves when it is kept, or has failed and was logged. Never rejects. */
  async take(live: LiveDoc): Promise<void> {
    if (live.compacting || live.quarantined) return;
    live.compacting = true;
    const { storage, compact, log } = this.deps;
    try {
      const stored = await storage.load(live.name);
      if (stored.damage !== null || stored.tail.length === 0) return;
      const bytes = await compact({
        snapshot: stored.snapshot?.bytes ?? null,
        tail: stored.tail.map((record) => record.bytes),
      });
      await storage.saveSnapshot(live.name, { uptoSeq: stored.head, bytes });
      const covered = stored.tail.length;
      live.recordsSinceSnapshot = Math.max(0, live.recordsSinceSnapshot - covered);
      live.bytesSinceSnapshot = 0;
      live.snapshotBytes = bytes.length;
    } catch (error) {
      log.error({ doc: live.name, error: String(error) }, 'a snapshot could not be taken');
    } finally {
      live.compacting = false;
    }
  }

  /** Resolves when none is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
