// The index of boards: titles, keys of links, short codes, the trash. Knows nothing of what is on a board, nor who is asking.

import * as v from 'valibot';
import { limits } from '../shared/board/limits.ts';
import { type Role, roles } from '../shared/board/roles.ts';
import type { Env } from '../shared/lib/env.ts';
import {
  type BoardId,
  isBoardId,
  newBoardId,
  newShortCode,
  parseShortCode,
  randomToken,
} from '../shared/lib/ids.ts';
import { sameText } from './auth.ts';
import { changedKey, lastChanges } from './changes.ts';
import type { BoardFacts } from './core.ts';
import { InTurn } from './inTurn.ts';
import type { Batch, Key, Storage } from './storage/storage.ts';
import { dueKey } from './voting/due.ts';

export interface BoardRecord extends BoardFacts {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly keys: Readonly<Record<Role, string>>;
  /** To type instead of the editor's link. */
  readonly code: string;
  /** When it was put into the trash; null for a board in use. */
  readonly deletedAt: number | null;
}

/** Records whose keys begin with the kind and the board. */
const kindsOfABoard = [
  'participant',
  'person',
  'command',
  'comment',
  'undo',
  'erase',
  'webhook',
  'outbox',
  'delivery',
  'feed',
];

/** 132 bits. */
const roleKeyChars = 22;

const storedSchema = v.object({
  epoch: v.number(),
  title: v.string(),
  createdAt: v.number(),
  keys: v.object({ facilitator: v.string(), editor: v.string(), commenter: v.string(), viewer: v.string() }),
  code: v.string(),
  deletedAt: v.nullable(v.number()),
});

export class Boards {
  private readonly storage: Storage;
  private readonly env: Env;
  private readonly turns = new InTurn();
  private readonly codesInUse = new Set<string>();

  constructor(storage: Storage, env: Env) {
    this.storage = storage;
    this.env = env;
  }

  /** `contents`: what it holds from its first moment, kept in the commit that makes it. */
  create(board: { title: string }, contents: (made: BoardFacts) => Batch = () => ({})): Promise<BoardRecord> {
    const { random, clock } = this.env;
    return this.withFreeCode(async (code) => {
      const record: BoardRecord = {
        id: newBoardId(random),
        epoch: 1,
        title: board.title,
        createdAt: clock.now(),
        keys: {
          facilitator: randomToken(random, roleKeyChars),
          editor: randomToken(random, roleKeyChars),
          commenter: randomToken(random, roleKeyChars),
          viewer: randomToken(random, roleKeyChars),
        },
        code,
        deletedAt: null,
      };
      await this.write(record, [{ key: codeKey(record.code), value: record.id }], [], contents(record));
      return record;
    });
  }

  /** A board in use; null when there is none, or it is in the trash. */
  async open(id: string): Promise<BoardRecord | null> {
    const record = await this.find(id);
    return record?.deletedAt === null ? record : null;
  }

  /** Boards in the trash included. */
  async find(id: string): Promise<BoardRecord | null> {
    if (!isBoardId(id)) return null;
    return readRecord(id, await this.storage.get(boardKey(id)));
  }

  /** All boards, those in the trash included, oldest first. */
  async list(): Promise<readonly BoardRecord[]> {
    const entries = await this.storage.list(['board']);
    return entries
      .map(({ key, value }) => readRecord(key[1], value))
      .filter((record) => record !== null)
      .sort((a, b) => a.createdAt - b.createdAt);
  }

  /** The board a short code opens; null for a wrong one. Case, spaces and look-alike letters do not matter. */
  async byCode(typed: string): Promise<BoardRecord | null> {
    const code = parseShortCode(typed, limits.shortCodeChars);
    const id = code === null ? null : await this.storage.get(codeKey(code));
    return typeof id === 'string' ? this.open(id) : null;
  }

  /** As `lastChanges` says. */
  lastChanges(): Promise<ReadonlyMap<string, number>> {
    return lastChanges(this.storage);
  }

  rename(id: BoardId, title: string): Promise<BoardRecord | null> {
    return this.change(id, (record) => ({ ...record, title }));
  }

  trash(id: BoardId): Promise<BoardRecord | null> {
    const now = this.env.clock.now();
    return this.change(id, (record) => ({ ...record, deletedAt: record.deletedAt ?? now }));
  }

  restore(id: BoardId): Promise<BoardRecord | null> {
    return this.change(id, (record) => ({ ...record, deletedAt: null }));
  }

  /** Gives a role a new key. The short code opens what the editor's key opens, so it changes with that. */
  rotate(id: BoardId, role: Role): Promise<BoardRecord | null> {
    const key = randomToken(this.env.random, roleKeyChars);
    if (role !== 'editor')
      return this.change(id, (record) => ({ ...record, keys: { ...record.keys, [role]: key } }));
    return this.withFreeCode((code) =>
      this.change(id, (record) => ({ ...record, code, keys: { ...record.keys, editor: key } })),
    );
  }

  /** Removes a board, its people and its documents for good. */
  async erase(id: BoardId): Promise<void> {
    await this.turns.run(id, async () => {
      const record = await this.find(id);
      await this.storage.removeBoard(id);
      const removes: Key[] = record === null ? [] : [codeKey(record.code)];
      removes.push(changedKey(id), dueKey(id));
      for (const kind of kindsOfABoard) {
        for (const { key } of await this.storage.list([kind, id])) removes.push(key);
      }
      // Last, so that an interrupted removal is found and finished.
      await this.storage.commit({ removes: [...removes, boardKey(id)] });
    });
  }

  private change(id: BoardId, edit: (record: BoardRecord) => BoardRecord): Promise<BoardRecord | null> {
    return this.turns.run(id, async () => {
      const before = await this.find(id);
      if (before === null) return null;
      const after = edit(before);
      const isNewCode = after.code !== before.code;
      await this.write(
        after,
        isNewCode ? [{ key: codeKey(after.code), value: id }] : [],
        isNewCode ? [codeKey(before.code)] : [],
      );
      return after;
    });
  }

  private async write(
    record: BoardRecord,
    puts: readonly { key: Key; value: unknown }[],
    removes: readonly Key[],
    along: Batch = {},
  ): Promise<void> {
    const { id, ...value } = record;
    await this.storage.commit({
      ...along,
      puts: [{ key: boardKey(id), value }, ...puts, ...(along.puts ?? [])],
      removes,
    });
  }

  /** A code that no board has, and that nobody else is given while `use` stores it. */
  private async withFreeCode<Value>(use: (code: string) => Promise<Value>): Promise<Value> {
    let code: string;
    do code = newShortCode(this.env.random, limits.shortCodeChars);
    while (this.codesInUse.has(code));
    this.codesInUse.add(code);
    try {
      const isTaken = (await this.storage.get(codeKey(code))) !== undefined;
      return isTaken ? await this.withFreeCode(use) : await use(code);
    } finally {
      this.codesInUse.delete(code);
    }
  }
}

/** The role a link's key gives; null for a wrong key. Takes the same time whichever it is. */
export function roleOfKey(record: BoardRecord, key: string): Role | null {
  let found: Role | null = null;
  for (const role of roles) if (sameText(key, record.keys[role])) found = role;
  return found;
}

function boardKey(id: BoardId): Key {
  return ['board', id];
}

function codeKey(code: string): Key {
  return ['code', code];
}

function readRecord(id: unknown, value: unknown): BoardRecord | null {
  const parsed = v.safeParse(storedSchema, value);
  return isBoardId(id) && parsed.success ? { id, ...parsed.output } : null;
}
