// How the last attempt for each board ended, and how many messages were lost: read and written by several at once, so every
// change is one step. Knows nothing of sending.

import type { BoardId } from '../../shared/lib/ids.ts';
import { InTurn } from '../inTurn.ts';
import type { Batch, Storage } from '../storage/storage.ts';
import { type Last, lastKey, readLast } from './outbox.ts';

export class LastAttempts {
  private readonly storage: Pick<Storage, 'get' | 'commit'>;
  private readonly turns = new InTurn();

  constructor(storage: Pick<Storage, 'get' | 'commit'>) {
    this.storage = storage;
  }

  async of(board: BoardId): Promise<Last> {
    return readLast(await this.storage.get(lastKey(board)));
  }

  /** `becomes` makes what is kept from what is kept then; it and `batch` become durable together. */
  change(board: BoardId, becomes: (before: Last) => Last, batch: Batch): Promise<void> {
    return this.alone(board, async () => {
      const last = { key: lastKey(board), value: becomes(await this.of(board)) };
      await this.storage.commit({ ...batch, puts: [...(batch.puts ?? []), last] });
    });
  }

  /** For whoever writes it in a commit of their own: nobody changes it meanwhile. Not to be nested. */
  alone<Value>(board: BoardId, task: () => Promise<Value>): Promise<Value> {
    return this.turns.run(board, task);
  }
}
