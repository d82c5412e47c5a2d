// What this browser remembers: a name, the boards it knows with their pictures, a few choices. Read as unknown; where a
// browser keeps nothing (private windows, full disks) it is remembered as long as the page is open, and said so.

import * as v from 'valibot';
import { limits } from '../../shared/board/limits.ts';
import { roles } from '../../shared/board/roles.ts';
import { type Colour, colours } from '../../shared/items/colour.ts';
import { Listeners, type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import { type Language, languages } from '../text/language.ts';
import { browserShelf, type Shelf } from '../ui/shelf.ts';
import { type Picture, parsePicture } from './picture.ts';
import type { Theme } from './theme.ts';

/** A shelf that can be looked through. */
export interface OpenShelf extends Shelf {
  /** Names of what it keeps, by number from 0; null behind the last. */
  key(index: number): string | null;
}

const prefix = 'wallflower.';
const boardsKept = 1000;

const knownBoardSchema = v.object({
  id: v.string(),
  title: v.string(),
  role: v.picklist(roles),
  /** Milliseconds since 1970. */
  openedAt: v.number(),
  /** The link that was used or made, to come back with when the cookie is gone. */
  key: v.optional(v.string()),
  /** When this browser put it into the trash. */
  trashedAt: v.optional(v.number()),
});
export type KnownBoard = v.InferOutput<typeof knownBoardSchema>;

export const orders = ['opened', 'name'] as const;
/** How boards are sorted. */
export type BoardOrder = (typeof orders)[number];

/** `full`: there is no room for more. `blocked`: this browser keeps nothing for this page. */
export type Memory = 'fine' | 'full' | 'blocked';

export class LocalStore {
  /** Tells when the list of boards, or a picture, changed. */
  readonly boardsChanged = new Listeners<void>();
  private readonly shelf: OpenShelf | null;
  private readonly session: OpenShelf | null;
  private readonly howItIs = new Signal<Memory>('fine');
  /** What could not be kept, for as long as the page is open. */
  private readonly unkept = new Map<string, string>();

  /** `session` forgets when the window is closed. */
  constructor(shelf: OpenShelf | null, session: OpenShelf | null = null) {
    this.shelf = shelf;
    this.session = session;
    if (shelf === null) this.howItIs.set('blocked');
  }

  /** Whether what is remembered will still be here tomorrow. */
  get memory(): ReadonlySignal<Memory> {
    return this.howItIs;
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
    return (
      this.read('workspaceKey', v.string(), this.session) ??
      this.read('workspaceKey', v.string()) ??
      undefined
    );
  }

  /** Until the window is closed, or for good. */
  rememberWorkspaceKey(key: string, forGood: boolean): void {
    this.forgetWorkspaceKey();
    this.write('workspaceKey', key, forGood ? this.shelf : this.session);
  }

  forgetWorkspaceKey(): void {
    this.remove('workspaceKey', this.session);
    this.remove('workspaceKey', this.shelf);
  }

  boardOrder(): BoardOrder {
    return this.read('boardOrder', v.picklist(orders)) ?? 'opened';
  }

  rememberBoardOrder(order: BoardOrder): void {
    this.write('boardOrder', order);
  }

  theme(): Theme {
    return this.read('theme', v.picklist(['light', 'dark', 'system'])) ?? 'system';
  }

  rememberTheme(theme: Theme): void {
    this.write('theme', theme);
  }

  /** Of the next note; null until one was chosen here. */
  noteColour(): Colour | null {
    return this.read('noteColour', v.picklist(colours));
  }

  rememberNoteColour(colour: Colour): void {
    this.write('noteColour', colour);
  }

  /** Null until one was chosen here; then the browser's own languages count. */
  language(): Language | null {
    return this.read('language', v.picklist(languages));
  }

  rememberLanguage(language: Language): void {
    this.write('language', language);
  }

  /** Those in use, latest first. */
  boards(): readonly KnownBoard[] {
    return this.all().filter((board) => board.trashedAt === undefined);
  }

  /** Those this browser put into the trash, latest first. */
  trashed(): readonly KnownBoard[] {
    const trashed = this.all().filter((board) => board.trashedAt !== undefined);
    return trashed.sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0));
  }

  board(id: string): KnownBoard | null {
    return this.all().find((board) => board.id === id) ?? null;
  }

  /** Adds or renews, out of the trash if it was there; a key already known is kept when none is given. */
  rememberBoard(board: KnownBoard): void {
    const { trashedAt, ...before } = this.board(board.id) ?? {};
    this.writeBoards([{ ...before, ...board }, ...this.all().filter((other) => other.id !== board.id)]);
  }

  /** Nothing happens to a board that is not known here. */
  changeBoard(id: string, change: Partial<Pick<KnownBoard, 'title' | 'trashedAt' | 'key'>>): void {
    if (this.board(id) === null) return;
    this.writeBoards(this.all().map((board) => (board.id === id ? { ...board, ...change } : board)));
  }

  forgetBoard(id: string): void {
    this.remove(pictureKey(id), this.shelf);
    this.remove(`actions.${id}`, this.shelf);
    for (const key of this.keysBelow(talkKey(id))) this.remove(key, this.shelf);
    this.writeBoards(this.all().filter((board) => board.id !== id));
  }

  /** Comments on a board that wait here for the server, whoever wrote them. */
  unsentComments(id: string): number {
    const letters = this.keysBelow(talkKey(id)).filter((key) => key.endsWith('.letters'));
    return letters.reduce((sum, key) => sum + (this.read(key, v.array(v.unknown()))?.length ?? 0), 0);
  }

  /** How a board looked when it was last seen here. */
  picture(id: string): Picture {
    return parsePicture(this.read(pictureKey(id), v.string()));
  }

  rememberPicture(id: string, picture: Picture): void {
    if (picture === this.picture(id)) return;
    this.write(pictureKey(id), picture);
    this.boardsChanged.tell();
  }

  /** An entry that makes no sense is left out. */
  private all(): KnownBoard[] {
    const entries = this.read('boards', v.array(v.unknown())) ?? [];
    return entries
      .map((entry) => v.safeParse(knownBoardSchema, entry))
      .filter((parsed) => parsed.success)
      .map((parsed) => parsed.output)
      .sort((a, b) => b.openedAt - a.openedAt);
  }

  private writeBoards(boards: readonly KnownBoard[]): void {
    const kept = [...boards].sort((a, b) => b.openedAt - a.openedAt).slice(0, boardsKept);
    this.write('boards', kept);
    this.boardsChanged.tell();
  }

  private read<Schema extends v.GenericSchema>(
    key: string,
    schema: Schema,
    shelf = this.shelf,
  ): v.InferOutput<Schema> | null {
    try {
      const kept = this.unkept.get(key) ?? shelf?.getItem(prefix + key) ?? 'null';
      const parsed = v.safeParse(schema, JSON.parse(kept));
      return parsed.success ? parsed.output : null;
    } catch {
      return null;
    }
  }

  private write(key: string, value: unknown, shelf = this.shelf): void {
    const text = JSON.stringify(value);
    try {
      this.put(shelf, prefix + key, text);
      this.unkept.delete(key);
    } catch (error) {
      this.unkept.set(key, text);
      this.howItIs.set(isNoRoom(error) ? 'full' : 'blocked');
    }
  }

  /** Names and links are worth more than pictures: where there is no room, the pictures go. */
  private put(shelf: Shelf | null, key: string, text: string): void {
    if (shelf === null) throw new Error('this browser keeps nothing');
    try {
      shelf.setItem(key, text);
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      for (const { id } of this.all()) shelf.removeItem(prefix + pictureKey(id));
      shelf.setItem(key, text);
    }
  }

  /** What parts of the product keep for themselves on the same shelf. */
  private keysBelow(start: string): string[] {
    const keys: string[] = [];
    try {
      for (let index = 0, key = this.shelf?.key(0); typeof key === 'string'; key = this.shelf?.key(++index))
        if (key.startsWith(prefix + start)) keys.push(key.slice(prefix.length));
    } catch {
      // Nothing can be read, so nothing is there.
    }
    return keys;
  }

  private remove(key: string, shelf: Shelf | null): void {
    this.unkept.delete(key);
    try {
      shelf?.removeItem(prefix + key);
    } catch {
      // Where nothing can be kept there is nothing to remove.
    }
  }
}

function pictureKey(id: string): string {
  return `picture.${id}`;
}

/** Where comments keep what was seen and what waits to be sent. */
function talkKey(id: string): string {
  return `talk.${id}.`;
}

function isNoRoom(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name);
}

/** This browser's own. What another tab changes is told here as well. */
export function browserStore(): LocalStore {
  const store = new LocalStore(browserShelf(), browserShelf('sessionStorage'));
  window.addEventListener('storage', ({ key }) => {
    if (key?.startsWith(`${prefix}boards`) || key?.startsWith(`${prefix}picture.`))
      store.boardsChanged.tell();
  });
  return store;
}
