// What goes wrong with a request, as the answer says it: a status, a code for programs, a sentence for people. Whatever is
// not foreseen here is a 500 that tells nothing.

import * as v from 'valibot';
import { BoardFullError, NotWritableError } from './core.ts';
import { DamageError, DiskFullError } from './storage/storage.ts';

export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly code: string;
  /** When trying again makes sense, in milliseconds; null when it does not. */
  readonly retryAfterMs: number | null;

  constructor(status: number, code: string, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What in particular is wrong: a code and its values, so that every client can say it in its reader's language. */
export interface Why {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export class ExplainedError extends ApiError {
  readonly why: Why;

  constructor(status: number, code: string, why: Why & { readonly message: string }) {
    super(status, code, why.message);
    this.why = { code: why.code, values: why.values };
  }
}

/** One answer for no board, a trashed board and a board one has not joined, so that none gives another away. */
export function noSuchBoard(): ApiError {
  return new ApiError(404, 'no-such-board', 'There is no such board, or you have not joined it.');
}

export function noSuchPerson(): ApiError {
  return new ApiError(404, 'not-found', 'Nobody on this board has that id.');
}

/** The wall is closed at the moment for whoever asks. */
export function notNow(): ApiError {
  return new ApiError(409, 'not-now', 'Nobody with your role writes on the wall at the moment.');
}

export function roleMayNot(): ApiError {
  return new ApiError(403, 'forbidden', 'Your role on this board does not allow this.');
}

/** `waitMs`: after so long it makes sense to try again. */
export function tooOften(waitMs: number): ApiError {
  return new ApiError(429, 'rate', 'Too many requests. Wait a moment and try again.', waitMs);
}

/** Parses what came with a request. The message names the part that is wrong and never repeats it: it may be a key. */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const part = v.getDotPath(issue);
  const message =
    part === null ? 'The request body must be a JSON object.' : `"${part}" is missing or malformed.`;
  throw new ApiError(400, 'bad-request', message);
}

// What fastify says in its own words, by status.
const byStatus: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['bad-request', 'The request could not be understood.'],
  403: ['forbidden', 'This is not for you.'],
  404: ['not-found', 'There is nothing here.'],
  405: ['method-not-allowed', 'This address does not take that method.'],
  408: ['timeout', 'The request took too long to arrive.'],
  413: ['too-large', 'The request is larger than this server takes.'],
  414: ['too-large', 'The address is too long.'],
  415: ['unsupported-type', 'This address does not take that type of content.'],
  431: ['too-large', 'The request headers are too large.'],
  500: ['internal', 'Something went wrong on the server. Try again.'],
  503: ['restarting', 'The server is stopping. Try again in a moment.'],
};

/** The answer for a status that nobody has explained better. */
export function errorOfStatus(status: number): ApiError {
  const [code, message] = byStatus[status] ?? byStatus[400] ?? ['bad-request', ''];
  return new ApiError(status, code, message);
}

/** What to answer for anything thrown; null when it was not foreseen, and must be logged. */
export function foreseen(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (error instanceof BoardFullError) {
    return new ApiError(413, 'board-full', 'The board has no room for that many items.');
  }
  if (error instanceof NotWritableError)
    return new ApiError(statusOfReject(error), error.code, error.message);
  if (error instanceof DiskFullError) {
    return new ApiError(
      507,
      'disk-full',
      "The server's disk is full: nothing can be changed until there is room.",
    );
  }
  if (error instanceof DamageError) {
    return new ApiError(
      503,
      'quarantined',
      'What the server kept about this is damaged. Its operator can restore a backup.',
    );
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? errorOfStatus(status) : null;
}

function statusOfReject(error: NotWritableError): number {
  if (error.code === 'disk-full') return 507;
  if (error.code === 'quarantined') return 503;
  return error.code === 'doc-full' ? 413 : 409;
}
