// HTTP requests and answers, parsed on the side that receives them.

import * as v from 'valibot';
import { limits } from '../board/limits.ts';
import { roles } from '../board/roles.ts';

/** What people may call themselves and their boards: trimmed, at least one visible character. */
const visibleText = (charsMax: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(charsMax), v.regex(/[\p{L}\p{N}\p{S}\p{P}]/u));

export const createBoardSchema = v.object({
  title: visibleText(limits.titleCharsMax),
  /** The id of a template that came with the product, or a whole one; its own reader says what is wrong with it. */
  template: v.optional(v.unknown()),
  /** The language of a template that is asked for by id; `Accept-Language` when it is not said. */
  lang: v.optional(v.string()),
});

const byRole = v.object({
  facilitator: v.string(),
  editor: v.string(),
  commenter: v.string(),
  viewer: v.string(),
});

export const boardCreatedSchema = v.object({
  board: v.object({ id: v.string(), title: v.string() }),
  keys: byRole,
  links: byRole,
  /** To type instead of the editor's link. */
  code: v.string(),
});
export type BoardCreated = v.InferOutput<typeof boardCreatedSchema>;

export const joinSchema = v.object({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  name: visibleText(limits.nameCharsMax),
});

/** Argument of the command `me.rename`. */
export const renameMeSchema = v.strictObject({ name: visibleText(limits.nameCharsMax) });

const docNamesSchema = v.object({
  canvas: v.string(),
  session: v.string(),
  talk: v.string(),
  personal: v.string(),
});
export type DocNames = v.InferOutput<typeof docNamesSchema>;

export const joinedSchema = v.object({
  participant: v.object({ id: v.string(), name: v.string(), role: v.picklist(roles) }),
  token: v.string(),
  docs: docNamesSchema,
});
export type Joined = v.InferOutput<typeof joinedSchema>;

export const boardInfoSchema = v.object({
  board: v.object({ id: v.string(), title: v.string() }),
  participant: v.object({ id: v.string(), name: v.string(), role: v.picklist(roles) }),
  docs: docNamesSchema,
  /** Only what this role may hand on; a facilitator sees all four. */
  links: v.partial(byRole),
  /** Absent for those who may not invite editors. */
  code: v.optional(v.string()),
  /** Who can reach this address: `loopback` means this computer only. */
  reach: v.picklist(['loopback', 'network']),
});
export type BoardInfo = v.InferOutput<typeof boardInfoSchema>;

export const patchBoardSchema = v.object({ title: v.optional(visibleText(limits.titleCharsMax)) });

/** Answer of `restore`, and of a change by the workspace key. */
const boardNamedSchema = v.object({ board: v.object({ id: v.string(), title: v.string() }) });
export type BoardNamed = v.InferOutput<typeof boardNamedSchema>;

/** Body of `duplicate`; without a title the copy takes the old one, numbered. The answer is `boardCreatedSchema`. */
export const duplicateSchema = v.object({ title: v.optional(visibleText(limits.titleCharsMax)) });

export const rotateSchema = v.object({ role: v.picklist(roles) });

/** Answer of `links/rotate`. A new editor key brings a new short code with it. */
export const linksSchema = v.object({ links: byRole, code: v.string() });
export type Links = v.InferOutput<typeof linksSchema>;

/** Answer to the holder of the workspace key. Times are milliseconds since 1970. */
export const boardListSchema = v.object({
  boards: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      createdAt: v.number(),
      /** When its notes last changed, to the minute; null when nobody has written yet. */
      changedAt: v.nullable(v.number()),
      /** How many people have joined it; those who were removed do not count. */
      people: v.number(),
      /** When it was put into the trash; null for a board in use. */
      deletedAt: v.nullable(v.number()),
      links: byRole,
      code: v.string(),
    }),
  ),
});
export type BoardList = v.InferOutput<typeof boardListSchema>;

export const codeFoundSchema = v.object({ board: v.string(), key: v.string() });
export type CodeFound = v.InferOutput<typeof codeFoundSchema>;

export const importReportSchema = v.object({
  created: v.number(),
  skipped: v.number(),
  problems: v.array(
    v.object({
      row: v.number(),
      /** In English; `code` and `values` let a client say it in its own language. */
      message: v.string(),
      code: v.optional(v.string()),
      values: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
    }),
  ),
  /** Give it to the command `undo.apply` to take the import back; null after a dry run. */
  undo: v.nullable(v.string()),
  columns: v.optional(
    v.array(v.object({ name: v.string(), samples: v.array(v.string()), guess: v.boolean() })),
  ),
  /** The first few ideas, to look at before anything is written; only after a dry run. */
  ideas: v.optional(v.array(v.string())),
  /** What the file turned out to be, and the rest of what there is to look at; only after a dry run. */
  kind: v.optional(v.string()),
  clusters: v.optional(v.number()),
  preview: v.optional(
    v.array(v.object({ text: v.string(), colour: v.optional(v.string()), cluster: v.optional(v.string()) })),
  ),
  /** Of a workbook: the names to choose from, and the one that was read. */
  sheets: v.optional(v.array(v.string())),
  sheet: v.optional(v.string()),
});
export type ImportReport = v.InferOutput<typeof importReportSchema>;

/** What is still to be done on one board by whoever asks. */
export const myActionItemsSchema = v.object({
  /** The board's. */
  title: v.string(),
  items: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      /** `2026-11-27`. */
      due: v.nullable(v.string()),
      status: v.picklist(['open', 'doing', 'done']),
    }),
  ),
});
export type MyActionItems = v.InferOutput<typeof myActionItemsSchema>;

export const errorSchema = v.object({ error: v.object({ code: v.string(), message: v.string() }) });

/** WebSocket close codes. 44xx are final for a stock provider; everything else is tried again. */
export const closeCode = {
  token: 4401,
  forbidden: 4403,
  noSuchDoc: 4404,
  replaced: 4409,
  tooLarge: 4413,
  reload: 4426,
  slowReader: 4508,
  tooMany: 4529,
  restarting: 1012,
} as const;
