// A board out to a file, a file in to a board, and an import taken back. What a format looks like is shared/transfer's.

import * as v from 'valibot';
import { limits } from '../../shared/board/limits.ts';
import { can } from '../../shared/board/roles.ts';
import { readAgenda } from '../../shared/features/session/agenda.ts';
import type { NewItem } from '../../shared/items/item.ts';
import type { Env } from '../../shared/lib/env.ts';
import { type ItemId, isItemId, newItemId, randomToken } from '../../shared/lib/ids.ts';
import type { ImportReport } from '../../shared/protocol/api.ts';
import {
  type DocumentFormat,
  type ExportFormat,
  exportBoard,
  exportFileName,
  mediaTypes,
} from '../../shared/transfer/formats.ts';
import { itemsToCreate } from '../../shared/transfer/import.ts';
import type { PictureFormat } from '../../shared/transfer/picture/formats.ts';
import { countsOf, firstIdeas, type ImportPlan } from '../../shared/transfer/plan.ts';
import { problem } from '../../shared/transfer/problems.ts';
import { readImport } from '../../shared/transfer/readImport.ts';
import type { Reader } from '../../shared/transfer/summary/telling.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import type { BoardReading, Visitor } from '../core.ts';
import type { Documents } from '../documents/documents.ts';
import { packBoard } from '../documents/packing.ts';
import type { WrittenDocument } from '../documents/request.ts';
import { ApiError, ExplainedError, notNow, roleMayNot } from '../errors.ts';
import type { ReadImport } from '../importThread.ts';
import type { PictureQuery } from '../pictures/asked.ts';
import type { Room } from '../room.ts';
import { sessionState, writeAgenda } from '../session/steering.ts';
import { writeFurniture } from '../sessionDoc.ts';
import type { Key, Storage } from '../storage/storage.ts';
import { readWithStory } from './summary.ts';

/** Telling the story of more items than this takes so long that it is done elsewhere. */
const toldHereMax = 300;

/** The answer names at most this many bad rows; the rest is counted in a last line. */
const problemsMax = 200;

const undoSchema = v.object({
  by: v.string(),
  ids: v.array(v.custom<ItemId>(isItemId)),
  applied: v.boolean(),
  /** What a template replaced, and by what. */
  agenda: v.optional(v.object({ before: v.array(v.unknown()), after: v.array(v.unknown()) })),
});

export interface FileToImport {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The column to take the notes from; null lets the file's header decide. */
  readonly column: string | null;
  /** The sheet of a workbook; null takes the first with ideas on it. */
  readonly sheet: string | null;
  /** Report what would happen and write nothing. */
  readonly dryRun: boolean;
}

export interface DocumentAsked {
  readonly format: DocumentFormat | PictureFormat;
  readonly reader: Reader;
  /** Of pictures: what they show. */
  readonly picture?: PictureQuery;
  readonly gone: AbortSignal;
}

export class Transfer {
  private readonly storage: Storage;
  private readonly env: Env;

  private readonly documents: Documents;

  private readonly readImport: ReadImport;

  constructor(storage: Storage, env: Env, documents: Documents, read: ReadImport = readImport) {
    this.readImport = read;
    this.storage = storage;
    this.env = env;
    this.documents = documents;
  }

  async export(
    room: Room,
    format: ExportFormat,
    reader: Reader,
    visitor?: Pick<Visitor, 'neutral'>,
  ): Promise<{ name: string; contentType: string; text: string | Uint8Array }> {
    const { doc } = await room.docs.open('canvas');
    if (doc.getMap('items').size > toldHereMax) {
      const { title, board } = await this.packed(room, visitor);
      const { bytes } = await this.documents.write({ format, snapshot: board, reader });
      return { name: exportFileName(title, format), contentType: mediaTypes[format], text: bytes };
    }
    const board = this.seenBy(visitor, await readWithStory(room));
    return { name: exportFileName(board.title, format), ...exportBoard(board, format, reader) };
  }

  /** As `export`, for what takes long: it is written elsewhere. `gone` ends it. */
  async document(
    room: Room,
    wish: DocumentAsked,
    visitor: Pick<Visitor, 'neutral'>,
  ): Promise<WrittenDocument & { readonly name: string }> {
    const { gone, ...work } = wish;
    const { title, board } = await this.packed(room, visitor);
    const written = await this.documents.write({ ...work, snapshot: board }, gone);
    return { name: exportFileName(title, wish.format), ...written };
  }

  private packed(room: Room, visitor: Pick<Visitor, 'neutral'> | undefined): ReturnType<typeof packBoard> {
    const { scheduler } = this.env;
    return packBoard(room, { scheduler, seen: (around) => this.seenBy(visitor, around) });
  }

  /** Whoever takes no side does not see who wrote what, in no file either. */
  private seenBy<Board extends Pick<BoardReading, 'authors'>>(
    visitor: Pick<Visitor, 'neutral'> | undefined,
    board: Board,
  ): Board & { readonly exportedAt: number } {
    const authors = visitor?.neutral ? new Map<never, never>() : board.authors;
    return { ...board, authors, exportedAt: this.env.clock.now() };
  }

  /** @throws ApiError when nothing of the file can be taken; nothing was written then. */
  async import(room: Room, visitor: Visitor, file: FileToImport): Promise<ImportReport> {
    if (!can(visitor.role, 'writeCanvas')) throw roleMayNot();
    mustWriteNow(room, visitor);
    const plan = await this.readImport({
      bytes: file.bytes,
      contentType: file.contentType,
      column: file.column ?? undefined,
      sheet: file.sheet ?? undefined,
    });
    // Reading may have taken a while.
    mustWriteNow(room, visitor);
    if (plan.refused !== null) {
      const { code, why } = plan.refused;
      throw new ExplainedError(code === 'too-many' || code === 'too-large' ? 413 : 400, code, why);
    }
    const { items: existing, deleted } = await room.readBoard();
    const byId = new Map([...existing, ...deleted].map((item) => [item.id, item]));
    const items = itemsToCreate(plan, byId, this.env.random).map((item) => ({
      ...item,
      id: item.id ?? newItemId(this.env.random),
    }));
    if (existing.length + items.length > limits.itemsMax) {
      const counts = { max: limits.itemsMax, there: existing.length, coming: items.length };
      throw new ExplainedError(413, 'board-full', problem('boardFull', counts));
    }
    const furniture = furnitureOn(plan, items);
    const undo =
      file.dryRun || items.length === 0 ? null : await this.write(room, visitor, { items, furniture });
    return reportOf(plan, { undo, dryRun: file.dryRun });
  }

  commands(): CommandTable {
    return {
      'undo.apply': command({
        needs: 'writeCanvas',
        args: v.strictObject({ undo: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)) }),
        run: (scope, { undo }) => this.takeBack(scope, undo),
      }),
    };
  }

  private async write(
    room: Room,
    visitor: Visitor,
    { items, furniture }: { items: readonly (NewItem & { id: ItemId })[]; furniture: FurnitureEntries },
  ): Promise<string> {
    const undo = randomToken(this.env.random, 22);
    const value = { by: visitor.id, ids: items.map(({ id }) => id), applied: false };
    // In one batch: an import that nobody could take back is never on a board.
    await room.changes.addItems(visitor.id, items, {
      puts: [{ key: undoKey(room, undo), value }],
      mustBeAllowed: () => mustWriteNow(room, visitor),
      ...(furniture.length > 0 && { session: (doc) => writeFurniture(doc, furniture) }),
    });
    return undo;
  }

  /** A second time it does nothing and says so. */
  private async takeBack(
    { room, visitor, remembering }: CommandScope,
    undo: string,
  ): Promise<{ removed: number }> {
    const key = undoKey(room, undo);
    const parsed = v.safeParse(undoSchema, await this.storage.get(key));
    if (!parsed.success) throw new ApiError(404, 'not-found', 'There is nothing to take back.');
    const { by, ids, applied, agenda } = parsed.output;
    if (by !== visitor.id && !can(visitor.role, 'facilitate')) throw roleMayNot();
    mustWriteNow(room, visitor);
    if (applied) return { removed: 0 };
    const live = new Set((await room.readBoard()).items.map((item) => item.id));
    const there = ids.filter((id) => live.has(id));
    const done = { removed: there.length };
    await room.changes.removeItems(visitor.id, there, {
      puts: [{ key, value: { by, ids, applied: true } }, remembering(done)],
      mustBeAllowed: () => mustWriteNow(room, visitor),
      ...(agenda && room.session.may(visitor, 'steer') && { session: (doc) => takeAgendaBack(doc, agenda) }),
    });
    return done;
  }
}

type FurnitureEntries = readonly (readonly [ItemId, readonly [piece: string, mark: number]])[];

/** What a template had put on the board that the file was made of, by the ids it has here. */
function furnitureOn(plan: ImportPlan, items: readonly { readonly id: ItemId }[]): FurnitureEntries {
  return plan.items.flatMap(({ id: before }, index) => {
    const piece = before === undefined ? undefined : plan.furniture.get(before);
    const id = items[index]?.id;
    return piece === undefined || id === undefined ? [] : [[id, [piece.piece, piece.mark]] as const];
  });
}

/** Only where nobody has changed it since, and none of its steps is under way. */
function takeAgendaBack(
  doc: Parameters<typeof writeAgenda>[0],
  { before, after }: { readonly before: readonly unknown[]; readonly after: readonly unknown[] },
): void {
  const { agenda, phase } = sessionState(doc);
  const isUsed = phase !== null && agenda.some(({ id }) => id === phase.step);
  if (!isUsed && JSON.stringify(agenda) === JSON.stringify(readAgenda(after))) writeAgenda(doc, before);
}

function reportOf(plan: ImportPlan, how: { undo: string | null; dryRun: boolean }): ImportReport {
  const surplus = plan.problems.length - problemsMax;
  const problems = plan.problems.slice(0, problemsMax).map((one) => ({ ...one }));
  if (surplus > 0) problems.push({ row: 0, ...problem('moreLikeThese', { count: surplus }) });
  return {
    created: plan.kind === 'board' ? plan.items.length : countsOf(plan).notes,
    skipped: plan.skipped,
    problems,
    undo: how.undo,
    ...(how.dryRun && {
      columns: plan.columns.map(({ name, samples, guess }) => ({ name, samples: [...samples], guess })),
      ideas: firstIdeas(plan).map(({ text }) => text),
      kind: plan.kind,
      clusters: countsOf(plan).clusters,
      preview: firstIdeas(plan),
      ...(plan.sheets.length > 0 && { sheets: [...plan.sheets], sheet: plan.sheet ?? '' }),
    }),
  };
}

/** @throws ApiError while the session lets nobody of this role write on the wall. */
export function mustWriteNow(room: Room, visitor: Visitor): void {
  if (!room.mayWriteCanvas(visitor)) throw notNow();
}

export function undoKey(room: Room, undo: string): Key {
  return ['undo', room.id, undo];
}

/** The same items for another board: new ids, and the parents among them pointing at the new ones. */
export function copiesOf(items: readonly NewItem[], env: Pick<Env, 'random'>): NewItem[] {
  const fresh = new Map<ItemId, ItemId>();
  for (const { id } of items) if (id !== undefined) fresh.set(id, newItemId(env.random));
  return items.map((item) => {
    const id = item.id === undefined ? undefined : fresh.get(item.id);
    const parent = item.parent ? (fresh.get(item.parent) ?? null) : null;
    return { ...item, parent, ...(id !== undefined && { id }) };
  });
}
