// What the door of a board answers about it: links, code, role, reach; renewed where they may have changed, and remembered
// on this device.

import type { Role } from '../../shared/board/roles.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import type { Surroundings } from './surroundings.ts';
import { keepWorkingKey } from './workingKey.ts';

type DoorSurroundings = Pick<Surroundings, 'api' | 'memory' | 'store'>;

export class BoardDoor {
  private readonly latest: Signal<BoardInfo>;
  private readonly id: BoardId;
  private readonly surroundings: DoorSurroundings;

  constructor(info: BoardInfo, id: BoardId, surroundings: DoorSurroundings) {
    this.latest = new Signal(info);
    this.id = id;
    this.surroundings = surroundings;
  }

  get info(): ReadonlySignal<BoardInfo> {
    return this.latest;
  }

  /** The server's latest word. */
  meet(info: BoardInfo): void {
    this.latest.set(info);
    void this.surroundings.memory.remember(info);
    keepWorkingKey(this.surroundings.store, info);
  }

  async askAgain(): Promise<void> {
    const answer = await this.surroundings.api.board(this.id);
    if (answer.ok) this.meet(answer.value);
  }

  async renewLink(of: Role): Promise<boolean> {
    const answer = await this.surroundings.api.renewLink(this.id, of);
    if (!answer.ok) return false;
    const { links, code } = answer.value;
    // Known already, should the next question find no answer.
    this.meet({ ...this.latest.get(), links, code });
    await this.askAgain();
    return true;
  }
}
