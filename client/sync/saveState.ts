// Which local changes are safe on the server. Pure bookkeeping: fed with what happened on the wire, it never looks at a
// clock, a socket or a document.

/** A message that carries changes: the stock sync step 2, or one update. */
export type Carrier = 'step2' | 'update';

/**
 * Every local change raises a counter. Every outgoing carrier remembers the counter it covers, and a durable
 * acknowledgement of the n-th carrier on a connection makes everything it covers safe. Ordinals restart with each
 * connection; the step 2 of the new connection carries whatever the old one left unsafe.
 */
export class SaveState {
  private changes = 0;
  private safe = 0;
  private onDevice = 0;
  /** Key of what was changed (an item id) to the counter of its latest change. */
  private readonly latest = new Map<string, number>();
  private waiting: { ordinal: number; covers: number }[] = [];
  private ordinal = 0;
  private isConnected = false;
  private stepTwoSent = false;
  private fenced = false;

  /** Keys touched by a local change and not yet safe, in the order they were last touched. */
  get unsaved(): readonly string[] {
    return [...this.latest.keys()];
  }

  /** False while anything local is not safe, even a change that touched no key. */
  get isSafe(): boolean {
    return this.safe === this.changes;
  }

  /** A number for everything changed so far, to tell `kept` with once it is on this device. */
  get mark(): number {
    return this.changes;
  }

  /** Whatever is not safe on the server is at least on this device. */
  get isKept(): boolean {
    return Math.max(this.safe, this.onDevice) === this.changes;
  }

  get connected(): boolean {
    return this.isConnected;
  }

  /** A document is fenced for good once the server refused something that trying again cannot mend. */
  get isFenced(): boolean {
    return this.fenced;
  }

  localChange(keys: Iterable<string>): void {
    this.changes++;
    for (const key of keys) {
      this.latest.delete(key);
      this.latest.set(key, this.changes);
    }
  }

  /** Changes of an earlier page, found on this device: unsaved until an acknowledgement covers them. */
  adopt(keys: Iterable<string>): void {
    const wasKept = this.isKept;
    this.localChange(keys);
    if (wasKept) this.onDevice = this.changes;
  }

  /** Everything up to this mark is on this device. */
  kept(mark: number): void {
    this.onDevice = Math.max(this.onDevice, mark);
  }

  /** Nothing is on this device any more. */
  forgotten(): void {
    this.onDevice = 0;
  }

  connectionOpened(): void {
    this.isConnected = true;
    this.ordinal = 0;
    this.waiting = [];
    this.stepTwoSent = false;
  }

  connectionClosed(): void {
    this.isConnected = false;
    this.waiting = [];
  }

  /** A carrier left on this connection. It covers every change made before the call. */
  sent(carrier: Carrier): void {
    this.ordinal++;
    if (carrier === 'step2') this.stepTwoSent = true;
    // Before the step 2 the server may drop an update whose predecessors it has not seen: such an update proves nothing.
    const covers = this.stepTwoSent ? this.changes : this.safe;
    this.waiting.push({ ordinal: this.ordinal, covers });
  }

  /** Cumulative: every carrier up to the n-th on this connection is durable. */
  acknowledged(n: number): void {
    if (!this.isConnected || this.fenced) return;
    let covered = this.safe;
    while (this.waiting[0] !== undefined && this.waiting[0].ordinal <= n) {
      covered = Math.max(covered, this.waiting.shift()?.covers ?? 0);
    }
    if (covered === this.safe) return;
    this.safe = covered;
    for (const [key, change] of this.latest) if (change <= covered) this.latest.delete(key);
  }

  /** After a refusal nothing on this document is accepted; what was not safe by then stays unsaved. */
  fence(): void {
    this.fenced = true;
    this.waiting = [];
  }
}
