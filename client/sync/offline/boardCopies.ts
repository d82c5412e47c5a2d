// The copies of one board's documents on this device, opened before any of them asks the network.

import type { Env } from '../../../shared/lib/env.ts';
import { Signal, type Unsubscribe } from '../../../shared/lib/signal.ts';
import type { DocSync } from '../provider.ts';
import { type Keeping, OfflineCopy } from './copy.ts';
import type { Device } from './device.ts';

export interface BoardCopiesOptions {
  readonly board: string;
  readonly participant: string;
  readonly device: Promise<Device>;
  readonly env: Env;
}

export interface KeptDoc {
  readonly sync: DocSync;
  /** The document's name as `join` gave it. */
  readonly name: string;
}

export class BoardCopies {
  /** The worst of all documents; a board whose browser keeps nothing says `nothing` before anything is written. */
  readonly keeping = new Signal<Keeping>('device');
  private readonly options: BoardCopiesOptions;
  private readonly copies: OfflineCopy[] = [];
  private readonly stops: Unsubscribe[] = [];
  private isOver = false;

  constructor(options: BoardCopiesOptions) {
    this.options = options;
  }

  /** Reads what is kept into the documents and starts their connections. */
  async start(docs: readonly KeptDoc[]): Promise<void> {
    const device = await this.options.device;
    if (this.isOver) return;
    this.stops.push(device.forgotten.add((board) => this.forget(board)));
    await Promise.all(docs.map((doc) => this.startDoc(device, doc)));
  }

  close(): void {
    this.isOver = true;
    for (const stop of this.stops) stop();
    for (const copy of this.copies) copy.close();
  }

  /** Lets go without writing: the copies are about to be removed. */
  abandon(): void {
    this.isOver = true;
    for (const copy of this.copies) copy.abandon();
  }

  /** In this tab or another: what is written from now on stays in memory. */
  private forget(board: string): void {
    if (board !== this.options.board) return;
    for (const copy of this.copies) copy.forget();
  }

  private async startDoc(device: Device, { sync, name }: KeptDoc): Promise<void> {
    const { board, participant, env } = this.options;
    const copy = new OfflineCopy({
      doc: sync.doc,
      address: { board, participant, name },
      store: device.store,
      env,
      tab: device.tab,
      save: sync.save,
      elect: device.elect,
      onKept: () => sync.saveChanged.tell(),
    });
    this.copies.push(copy);
    const hear = () => this.keeping.set(worst(this.copies.map((each) => each.keeping.get())));
    this.stops.push(
      copy.keeping.subscribe(hear),
      sync.saveChanged.add(() => copy.acknowledged()),
      sync.synced.subscribe(() => copy.markWhole()),
    );
    hear();
    const hasCopy = await copy.open();
    if (!this.isOver) sync.start(hasCopy);
  }
}

const byBadness: readonly Keeping[] = ['nothing', 'full', 'failing', 'device'];

function worst(all: readonly Keeping[]): Keeping {
  return byBadness.find((keeping) => all.includes(keeping)) ?? 'device';
}
