// What this device holds of whole boards beside their documents: what the door last answered, so that a board opens without
// the network, and changes that did not get through, kept until somebody decides. Knows no screen.

import * as v from 'valibot';
import { Board } from '../../shared/board/board.ts';
import { parseDocName } from '../../shared/board/docs.ts';
import type { Item } from '../../shared/items/item.ts';
import type { Env } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { Listeners } from '../../shared/lib/signal.ts';
import { type BoardInfo, boardInfoSchema } from '../../shared/protocol/api.ts';
import { docOf } from '../sync/offline/copy.ts';
import type { Device } from '../sync/offline/device.ts';
import { copiesOf, paths, type StoredCopy } from '../sync/offline/records.ts';
import type { KeptWhy } from './boardEnd.ts';
import { collectLeftovers, type Leftovers } from './leftovers.ts';

/** Changes that did not reach the board, as the items they were made to. */
export interface KeptChange {
  readonly id: string;
  readonly why: KeptWhy;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly items: Leftovers;
}

const keptSchema = v.object({
  why: v.string(),
  at: v.number(),
  // Written by this product, from items it had read; whoever makes them again goes through the board's own checks.
  items: v.array(v.looseObject({ id: v.string(), kind: v.string(), text: v.string() })),
});

export class BoardMemory {
  /** The board whose kept changes are others now. */
  readonly keptChanged = new Listeners<string>();
  private readonly device: Promise<Device>;
  private readonly env: Env;

  constructor(device: Promise<Device>, env: Env) {
    this.device = device;
    this.env = env;
  }

  /** What the door last answered, where there is a whole copy to show behind it. Never rejects. */
  async info(board: string): Promise<BoardInfo | null> {
    return this.attempt(null, async ({ store }) => {
      const stored = await store.read(async (tx) => {
        const info = v.safeParse(boardInfoSchema, await tx.get(paths.board(board)));
        if (!info.success) return null;
        const { participant, docs } = info.output;
        const about = await tx.get(paths.about({ board, participant: participant.id, name: docs.canvas }));
        const isWhole =
          typeof about === 'object' && about !== null && 'whole' in about && about.whole === true;
        return isWhole ? info.output : null;
      });
      return stored;
    });
  }

  async remember(info: BoardInfo): Promise<void> {
    await this.attempt(undefined, ({ store }) =>
      store.change((tx) => tx.put(paths.board(info.board.id), info)),
    );
  }

  /** The copies of this board go; what was not saved in them stays, in the same transaction. */
  async replace(board: string, why: KeptWhy, items: Leftovers): Promise<void> {
    await this.attempt(undefined, ({ store }) =>
      store.change((tx) => {
        tx.remove(paths.copies(board));
        if (items.length > 0) tx.put(this.newPath(board), { why, at: this.env.clock.now(), items });
      }),
    );
    if (items.length > 0) this.keptChanged.tell(board);
  }

  async keep(board: string, why: KeptWhy, items: Leftovers): Promise<void> {
    if (items.length === 0) return;
    const kept = { why, at: this.env.clock.now(), items };
    await this.attempt(undefined, ({ store }) => store.change((tx) => tx.put(this.newPath(board), kept)));
    this.keptChanged.tell(board);
  }

  /**
   * Copies that nobody will open again, of an earlier epoch or of somebody else whom this browser was: they go, and what
   * was not saved in them is kept.
   */
  async tidy({ board: { id: board }, participant, docs }: BoardInfo): Promise<void> {
    await this.attempt(undefined, async ({ store }) => {
      const names: readonly string[] = Object.values(docs);
      const all = await copiesOf(store, board);
      for (const copy of all) {
        const isMine = copy.address.participant === participant.id;
        if (isMine && names.includes(copy.address.name)) continue;
        const items = this.unsavedIn(copy);
        const kept = { why: isMine ? 'replaced' : 'not-yours', at: this.env.clock.now(), items };
        await store.change((tx) => {
          tx.remove(paths.copy(copy.address));
          if (items.length > 0) tx.put(this.newPath(board), kept);
        });
        if (items.length > 0) this.keptChanged.tell(board);
      }
    });
  }

  /** Oldest first. */
  async kept(board: string): Promise<readonly KeptChange[]> {
    const changes = await this.attempt([], async ({ store }) => {
      const entries = await store.read((tx) => tx.list(paths.kept(board)));
      return entries.flatMap(({ key, value }) => {
        const parsed = v.safeParse(keptSchema, value);
        if (!parsed.success) return [];
        const { why, at, items } = parsed.output;
        return [{ id: String(key[2]), why: why as KeptWhy, at, items: items as unknown as readonly Item[] }];
      });
    });
    return changes.sort((a, b) => a.at - b.at);
  }

  async drop(board: string, id: string): Promise<void> {
    await this.attempt(undefined, ({ store }) => store.change((tx) => tx.remove([...paths.kept(board), id])));
    this.keptChanged.tell(board);
  }

  /** How many items of this board have changes that are on this device alone. */
  async unsaved(board: string): Promise<number> {
    const waiting = await this.attempt(0, async ({ store }) => {
      const lists = (await copiesOf(store, board)).flatMap((copy) => copy.unsaved);
      // A list without names still means that something waits.
      return Math.max(new Set(lists.flatMap(({ keys }) => keys)).size, Math.min(1, lists.length));
    });
    return waiting + (await this.kept(board)).reduce((sum, { items }) => sum + items.length, 0);
  }

  /** Nothing of this board stays on this device. False when it could not be removed. */
  async forget(board: string): Promise<boolean> {
    return this.attempt(false, async ({ store, tellForgotten }) => {
      // First, so that no tab writes behind our back.
      tellForgotten(board);
      await store.change((tx) => {
        for (const path of [paths.copies(board), paths.board(board), paths.kept(board)]) tx.remove(path);
      });
      return true;
    });
  }

  private unsavedIn(copy: StoredCopy): Leftovers {
    const keys = copy.unsaved.flatMap((list) => list.keys);
    if (keys.length === 0 || parseDocName(copy.address.name)?.kind !== 'canvas') return [];
    const doc = docOf(copy.updates);
    const items = collectLeftovers(new Board(doc, this.env.random), keys);
    doc.destroy();
    return items;
  }

  private newPath(board: string) {
    return [...paths.kept(board), randomToken(this.env.random, 12)];
  }

  /** A device that fails loses the memory of something, and nobody's afternoon. */
  private async attempt<Result>(
    otherwise: Result,
    work: (device: Device) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work(await this.device);
    } catch {
      return otherwise;
    }
  }
}
