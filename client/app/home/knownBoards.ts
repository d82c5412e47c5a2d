// What can be done with the boards this browser knows, without opening them. Every deed is done on the server first and
// remembered here afterwards. Knows no React and no words.

import type { Answer, Api } from '../api.ts';
import type { BoardMemory } from '../boardMemory.ts';
import type { KnownBoard, LocalStore } from '../localStore.ts';
import type { Picture } from '../picture.ts';

export interface KnownBoardsOptions {
  readonly api: Api;
  readonly store: LocalStore;
  /** The copies of boards on this device. */
  readonly memory: Pick<BoardMemory, 'unsaved' | 'forget'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What somebody is called who has not said it yet. */
  readonly nobodysName: string;
}

/** Enough to put a board back into the list as it was. */
export interface Place {
  readonly board: KnownBoard;
  readonly picture: Picture;
}

export interface Forgotten {
  /** null for a board that was not in the list. */
  readonly place: Place | null;
  /** False where the browser would not let go of its copy. */
  readonly isGone: boolean;
}

export class KnownBoards {
  private readonly options: KnownBoardsOptions;

  constructor(options: KnownBoardsOptions) {
    this.options = options;
  }

  /**
   * Makes a board and takes part in it as its facilitator; with `lines` there is a note for each. `template` as a file holds
   * it. Gives its id.
   */
  async create(
    title: string,
    from: {
      readonly lines?: string;
      readonly template?: object;
      readonly workspaceKey?: string | undefined;
    } = {},
  ): Promise<Answer<string>> {
    const { api } = this.options;
    const { lines = '', template, workspaceKey } = from;
    const made = await api.createBoard(title, workspaceKey, template);
    if (!made.ok) return made;
    const { board, keys } = made.value;
    await this.takePart({ ...board, key: keys.facilitator });
    if (lines.trim() === '') return { ok: true, value: board.id };
    const imported = await api.importLines(board.id, lines);
    return imported.ok ? { ok: true, value: board.id } : imported;
  }

  async rename(id: string, title: string): Promise<Answer<unknown>> {
    const { api, store } = this.options;
    const answer = await this.asOneOfThem(id, () => api.rename(id, title));
    if (answer.ok) store.changeBoard(id, { title });
    return answer;
  }

  /** Gives the copy. It looks like the board it was made from. */
  async duplicate(id: string): Promise<Answer<{ id: string; title: string }>> {
    const { api, store } = this.options;
    const made = await this.asOneOfThem(id, () => api.duplicate(id));
    if (!made.ok) return made;
    const { board, keys } = made.value;
    // First, so that it is on the wall with its face.
    store.rememberPicture(board.id, store.picture(id));
    await this.takePart({ ...board, key: keys.facilitator });
    return { ok: true, value: board };
  }

  async trash(id: string): Promise<Answer<unknown>> {
    const { api, store, now } = this.options;
    const answer = await this.asOneOfThem(id, () => api.trash(id));
    if (answer.ok) store.changeBoard(id, { trashedAt: now() });
    return answer;
  }

  /** By the workspace key, or as one of the board's facilitators. */
  async restore(id: string, workspaceKey?: string): Promise<Answer<unknown>> {
    const { api, store } = this.options;
    const answer = await api.restore(id, workspaceKey);
    const board = store.board(id);
    if (answer.ok && board !== null) {
      const { trashedAt, ...known } = board;
      store.rememberBoard(known);
    }
    return answer;
  }

  /** The end of a board in the trash. One that is gone already is forgotten here all the same. */
  async erase(id: string, workspaceKey?: string): Promise<Answer<unknown>> {
    const answer = await this.options.api.erase(id, workspaceKey);
    if (answer.ok || answer.status === 404) await this.forget(id);
    return answer;
  }

  /** How many changes to it are on this device alone. */
  async unsaved(id: string): Promise<number> {
    const { store, memory } = this.options;
    return store.unsentComments(id) + (await memory.unsaved(id));
  }

  /** Everything of it on this device. Out of the list at once; the answer comes when its copy is gone as well. */
  async forget(id: string): Promise<Forgotten> {
    const { store, memory } = this.options;
    const board = store.board(id);
    const place = board === null ? null : { board, picture: store.picture(id) };
    if (place !== null) store.forgetBoard(id);
    return { place, isGone: await memory.forget(id) };
  }

  remember({ board, picture }: Place): void {
    const { store } = this.options;
    store.rememberBoard(board);
    store.rememberPicture(board.id, picture);
  }

  /** Whoever's cookie has gone comes in again by the link that is remembered. */
  private async asOneOfThem<Value>(id: string, deed: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const { api, store } = this.options;
    const first = await deed();
    const key = store.board(id)?.key;
    if (first.ok || first.status !== 404 || key === undefined) return first;
    const joined = await api.join(id, key, this.name());
    return joined.ok ? deed() : first;
  }

  /** Remembered before joining: should that fail, the board is still known here, and its key with it. */
  private async takePart(board: { id: string; title: string; key: string }): Promise<void> {
    const { api, store, now } = this.options;
    store.rememberBoard({ ...board, role: 'facilitator', openedAt: now() });
    await api.join(board.id, board.key, this.name());
  }

  private name(): string {
    return this.options.store.name() || this.options.nobodysName;
  }
}
