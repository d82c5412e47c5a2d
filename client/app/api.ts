// Requests to this site's server. Every answer is parsed; whatever goes wrong becomes a value with a code, never a throw.

import * as v from 'valibot';
import type { Role } from '../../shared/board/roles.ts';
import { readJson } from '../../shared/lib/fields.ts';
import {
  type BoardCreated,
  type BoardInfo,
  type BoardList,
  boardCreatedSchema,
  boardInfoSchema,
  boardListSchema,
  type CodeFound,
  codeFoundSchema,
  errorSchema,
  type ImportReport,
  importReportSchema,
  type Joined,
  joinedSchema,
  type Links,
  linksSchema,
} from '../../shared/protocol/api.ts';
import { apiUrl, type Site } from './address.ts';

export interface Failure {
  readonly ok: false;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** As the server named it; `unreachable` and `unreadable` are ours. */
  readonly code: string;
  /** In the server's words, which are English; for codes this version does not know. */
  readonly message?: string;
}

export type Answer<Value> = { readonly ok: true; readonly value: Value } | Failure;

export interface Api {
  /** `template` as a file holds it. */
  createBoard(title: string, workspaceKey?: string, template?: object): Promise<Answer<BoardCreated>>;
  join(board: string, key: string, name: string): Promise<Answer<Joined>>;
  board(board: string): Promise<Answer<BoardInfo>>;
  rename(board: string, title: string, workspaceKey?: string): Promise<Answer<unknown>>;
  /** Without a title the copy takes the old one, numbered. */
  duplicate(board: string, workspaceKey?: string): Promise<Answer<BoardCreated>>;
  trash(board: string, workspaceKey?: string): Promise<Answer<unknown>>;
  restore(board: string, workspaceKey?: string): Promise<Answer<unknown>>;
  /** The end of a board in the trash. */
  erase(board: string, workspaceKey?: string): Promise<Answer<unknown>>;
  /** Every board of this server, the trash included. */
  allBoards(workspaceKey: string): Promise<Answer<BoardList>>;
  /** One note a line. */
  importLines(board: string, text: string): Promise<Answer<ImportReport>>;
  /** Whether the server is there and takes requests. */
  isReady(): Promise<boolean>;
  renewLink(board: string, role: Role): Promise<Answer<Links>>;
  findCode(code: string): Promise<Answer<CodeFound>>;
}

const answerWithinMs = 15_000;

export function httpApi(site: Site): Api {
  return {
    createBoard: (title, workspaceKey, template) =>
      ask(boardCreatedSchema, 'POST', apiUrl(site, ['boards']), { title, template }, workspaceKey),
    join: (board, key, name) =>
      ask(joinedSchema, 'POST', apiUrl(site, ['boards', board, 'join']), { key, name }),
    board: (board) => ask(boardInfoSchema, 'GET', apiUrl(site, ['boards', board])),
    rename: (board, title, key) => ask(v.unknown(), 'PATCH', apiUrl(site, ['boards', board]), { title }, key),
    duplicate: (board, key) =>
      ask(boardCreatedSchema, 'POST', apiUrl(site, ['boards', board, 'duplicate']), {}, key),
    trash: (board, key) => ask(v.unknown(), 'DELETE', apiUrl(site, ['boards', board]), undefined, key),
    restore: (board, key) => ask(v.unknown(), 'POST', apiUrl(site, ['boards', board, 'restore']), {}, key),
    erase: (board, key) => ask(v.unknown(), 'POST', apiUrl(site, ['boards', board, 'erase']), {}, key),
    allBoards: (key) => ask(boardListSchema, 'GET', apiUrl(site, ['boards']), undefined, key),
    importLines: (board, text) =>
      ask(importReportSchema, 'POST', apiUrl(site, ['boards', board, 'import']), new PlainText(text)),
    isReady: async () => (await ask(v.unknown(), 'GET', `${site.basePath}readyz`)).ok,
    renewLink: (board, role) =>
      ask(linksSchema, 'POST', apiUrl(site, ['boards', board, 'links', 'rotate']), { role }),
    findCode: (code) => ask(codeFoundSchema, 'GET', apiUrl(site, ['codes', code])),
  };
}

/** A body that is no JSON. */
class PlainText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

async function ask<Schema extends v.GenericSchema>(
  schema: Schema,
  method: string,
  url: string,
  body?: unknown,
  bearer?: string,
): Promise<Answer<v.InferOutput<Schema>>> {
  const headers = new Headers({ accept: 'application/json' });
  const isPlain = body instanceof PlainText;
  if (body !== undefined) headers.set('content-type', isPlain ? 'text/plain' : 'application/json');
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers,
      body: body === undefined ? null : isPlain ? body.text : JSON.stringify(body),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    text = await response.text();
  } catch {
    return { ok: false, status: 0, code: 'unreachable' };
  }
  const json = readJson(text);
  if (!response.ok) {
    const error = v.safeParse(errorSchema, json);
    return {
      ok: false,
      status: response.status,
      ...(error.success ? error.output.error : { code: 'unreadable' }),
    };
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, status: response.status, code: 'unreadable' };
}
