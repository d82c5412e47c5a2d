// What this browser remembers: a name, the boards it knows, a few choices. Read as unknown, and a browser that keeps
// nothing (private windows, full disks) is no error.

import * as v from 'valibot';
import { limits } from '../../shared/board/limits.ts';
import { roles } from '../../shared/board/roles.ts';
import { Listeners } from '../../shared/lib/signal.ts';
import { type Language, languages } from '../text/language.ts';
import { pictureSchema } from './picture.ts';
import type { Theme } from './theme.ts';

/** The part of `localStorage` that is needed; tests give a plain map. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const prefix = 'wallflower.';
const boardsKept = 200;

const knownBoardSchema = v.object({
  id: v.string(),
  title: v.string(),
  role: v.picklist(roles),
  /** Milliseconds since 1970. */
  openedAt: v.number(),
  /** The link that was used or made, to come back with when the cookie is gone. */
  key: v.optional(v.string()),
  /** How it looked when it was last left. */
  picture: v.optional(v.fallback(pictureSchema, [])),
});
export type KnownBoard = v.InferOutput<typeof knownBoardSchema>;

export class LocalStore {
  /** Tells when the list of boards changed. */
  readonly boardsChanged = new Listeners<void>();
  private readonly shelf: Shelf | null;

  constructor(shelf: Shelf | null) {
    this.shelf = shelf;
  }

  /** The name this browser joins with; empty when it has never joined. */
  name(): string {
    const name = this.read('name', v.string());
    return name === null ? '' : name.trim().slice(0, limits.nameCharsMax);
  }

  rememberName(name: string): void {
    this.write('name', name);
  }

  workspaceKey(): string | undefined {
    return this.read('workspaceKey', v.string()) ?? undefined;
  }

  rememberWorkspaceKey(key: string): void {
    this.write('workspaceKey', key);
  }

  theme(): Theme {
    return this.read('theme', v.picklist(['light', 'dark', 'system'])) ?? 'system';
  }

  rememberTheme(theme: Theme): void {
    this.write('theme', theme);
  }

  /** Null until one was chosen here; then the browser's own languages count. */
  language(): Language | null {
    return this.read('language', v.picklist(languages));
  }

  rememberLanguage(language: Language): void {
    this.write('language', language);
  }

  /** Latest first. An entry that makes no sense is left out. */
  boards(): readonly KnownBoard[] {
    const entries = this.read('boards', v.array(v.unknown())) ?? [];
    const boards = entries
      .map((entry) => v.safeParse(knownBoardSchema, entry))
      .filter((parsed) => parsed.success)
      .map((parsed) => parsed.output);
    return boards.sort((a, b) => b.openedAt - a.openedAt);
  }

  board(id: string): KnownBoard | null {
    return this.boards().find((board) => board.id === id) ?? null;
  }

  /** Adds or renews; a key or a picture already known is kept when none is given. */
  rememberBoard(board: KnownBoard): void {
    const others = this.boards().filter((other) => other.id !== board.id);
    const renewed = { ...this.board(board.id), ...board };
    this.write('boards', [renewed, ...others].slice(0, boardsKept));
    this.boardsChanged.tell();
  }

  forgetBoard(id: string): void {
    this.write(
      'boards',
      this.boards().filter((board) => board.id !== id),
    );
    this.boardsChanged.tell();
  }

  private read<Schema extends v.GenericSchema>(key: string, schema: Schema): v.InferOutput<Schema> | null {
    try {
      const parsed = v.safeParse(schema, JSON.parse(this.shelf?.getItem(prefix + key) ?? 'null'));
      return parsed.success ? parsed.output : null;
    } catch {
      return null;
    }
  }

  private write(key: string, value: unknown): void {
    try {
      this.shelf?.setItem(prefix + key, JSON.stringify(value));
    } catch {
      // Nothing is lost but the memory of it.
    }
  }
}

/** This browser's own; reading the property alone throws where storage is blocked. */
export function browserStore(): LocalStore {
  try {
    return new LocalStore(window.localStorage);
  } catch {
    return new LocalStore(null);
  }
}
