// The request of an import. The answer is parsed; whatever goes wrong becomes words for a person, never a throw.

import * as v from 'valibot';
import { readJson } from '../../../shared/lib/fields.ts';
import { type ImportReport, importReportSchema } from '../../../shared/protocol/api.ts';
import { type ProblemCode, problemTexts } from '../../../shared/transfer/problems.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/importWords.ts';
import { whyNot } from '../../text/whyNot.ts';
import { contentTypeOf, type Source } from './source.ts';

/** What a person chose; null lets the server find it. */
export interface Choice {
  readonly column: string | null;
  readonly sheet: string | null;
}

export const noChoice: Choice = { column: null, sheet: null };

export interface ImportOptions {
  readonly dryRun: boolean;
  readonly choice: Choice;
  readonly signal?: AbortSignal;
}

export type Sent =
  | { readonly ok: true; readonly value: ImportReport }
  /** In words for a person. */
  | { readonly ok: false; readonly message: string };

/** Asks the server what would come of it, or to write it. Waits as long as it takes: a large file on a slow line is no error. */
export async function sendImport(
  board: OpenBoard,
  source: Source,
  { dryRun, choice, signal }: ImportOptions,
): Promise<Sent> {
  const query = new URLSearchParams(dryRun ? { dryRun: '1' } : {});
  for (const [what, name] of Object.entries(choice)) if (name !== null) query.set(what, name);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(board.apiPath('import') + (query.size > 0 ? `?${query}` : ''), {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': contentTypeOf(source) },
      body: source.kind === 'text' ? source.text : await source.file.arrayBuffer(),
      credentials: 'same-origin',
      signal: signal ?? null,
    });
    body = readJson(await response.text());
  } catch (error) {
    // A folder can be dropped like a file, but not read.
    const isUnreadable = error instanceof DOMException && error.name.startsWith('Not');
    return { ok: false, message: t(isUnreadable ? 'import.cannotRead' : 'import.unreachable') };
  }
  if (!response.ok) return { ok: false, message: refusal(response.status, body) };
  const parsed = v.safeParse(importReportSchema, body);
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false, message: t('import.unreadable') };
}

const refusalSchema = v.object({
  error: v.object({
    code: v.string(),
    message: v.string(),
    /** What in particular is wrong with this file. */
    why: v.optional(
      v.object({ code: v.string(), values: v.record(v.string(), v.union([v.string(), v.number()])) }),
    ),
  }),
});

/** What is wrong with this very file, then what is wrong with such files; what is wrong with the moment needs no words of ours. */
export function refusal(status: number, body: unknown): string {
  if (status === 401 || status === 403) return t('import.forbidden');
  if (status === 429) return t('import.rate');
  const parsed = v.safeParse(refusalSchema, body);
  if (!parsed.success) return t('import.unreadable');
  const { error } = parsed.output;
  if (error.why !== undefined && isProblem(error.why.code))
    return t(`import.why.${error.why.code}`, error.why.values);
  return isRefusal(error.code) ? t(`import.refused.${error.code}`) : whyNot(error);
}

const refusals = [
  'empty',
  'not-text',
  'not-a-board',
  'too-many',
  'too-large',
  'no-such-column',
  'no-such-sheet',
  'took-too-long',
  'board-full',
] as const;

function isRefusal(code: string): code is (typeof refusals)[number] {
  return refusals.some((known) => known === code);
}

/** What is wrong with a row, in this reader's language; in the server's words where this version knows no better. */
export function problemWords({ code, values = {}, message }: ImportReport['problems'][number]): string {
  return code !== undefined && isProblem(code) ? t(`import.why.${code}`, values) : message;
}

function isProblem(code: string): code is ProblemCode {
  return Object.hasOwn(problemTexts, code);
}

const kinds = [
  ...['lines', 'table', 'workbook', 'mural', 'markdown', 'opml', 'mindmap'],
  ...['miro', 'excalidraw', 'tldraw', 'board'],
] as const;

/** What the file turned out to be, in words; null for what this version has none for. */
export function kindWords({ kind }: ImportReport): string | null {
  const known = kinds.find((one) => one === kind);
  return known === undefined ? null : t('import.kind', { kind: t(`import.kinds.${known}`) });
}
