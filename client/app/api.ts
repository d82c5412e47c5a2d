// Requests to this site's server. Every answer is parsed; whatever goes wrong becomes a value with a code, never a throw.

import * as v from 'valibot';
import type { Role } from '../../shared/board/roles.ts';
import {
  type BoardCreated,
  type BoardInfo,
  boardCreatedSchema,
  boardInfoSchema,
  type CodeFound,
  codeFoundSchema,
  errorSchema,
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
}

export type Answer<Value> = { readonly ok: true; readonly value: Value } | Failure;

export interface Api {
  createBoard(title: string, workspaceKey?: string): Promise<Answer<BoardCreated>>;
  join(board: string, key: string, name: string): Promise<Answer<Joined>>;
  board(board: string): Promise<Answer<BoardInfo>>;
  rename(board: string, title: string): Promise<Answer<unknown>>;
  trash(board: string): Promise<Answer<unknown>>;
  restore(board: string): Promise<Answer<unknown>>;
  renewLink(board: string, role: Role): Promise<Answer<Links>>;
  findCode(code: string): Promise<Answer<CodeFound>>;
}

const answerWithinMs = 15_000;

export function httpApi(site: Site): Api {
  return {
    createBoard: (title, workspaceKey) =>
      ask(boardCreatedSchema, 'POST', apiUrl(site, ['boards']), { title }, workspaceKey),
    join: (board, key, name) =>
      ask(joinedSchema, 'POST', apiUrl(site, ['boards', board, 'join']), { key, name }),
    board: (board) => ask(boardInfoSchema, 'GET', apiUrl(site, ['boards', board])),
    rename: (board, title) => ask(v.unknown(), 'PATCH', apiUrl(site, ['boards', board]), { title }),
    trash: (board) => ask(v.unknown(), 'DELETE', apiUrl(site, ['boards', board])),
    restore: (board) => ask(v.unknown(), 'POST', apiUrl(site, ['boards', board, 'restore']), {}),
    renewLink: (board, role) =>
      ask(linksSchema, 'POST', apiUrl(site, ['boards', board, 'links', 'rotate']), { role }),
    findCode: (code) => ask(codeFoundSchema, 'GET', apiUrl(site, ['codes', code])),
  };
}

async function ask<Schema extends v.GenericSchema>(
  schema: Schema,
  method: string,
  url: string,
  body?: unknown,
  bearer?: string,
): Promise<Answer<v.InferOutput<Schema>>> {
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    text = await response.text();
  } catch {
    return { ok: false, status: 0, code: 'unreachable' };
  }
  const json = parseJson(text);
  if (!response.ok) {
    const error = v.safeParse(errorSchema, json);
    return {
      ok: false,
      status: response.status,
      code: error.success ? error.output.error.code : 'unreadable',
    };
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, status: response.status, code: 'unreadable' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
