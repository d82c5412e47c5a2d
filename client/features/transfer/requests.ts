// The requests of import and export. Every answer is parsed; whatever goes wrong becomes words for a person, never a throw.

import * as v from 'valibot';
import { errorSchema, type ImportReport, importReportSchema } from '../../../shared/protocol/api.ts';
import { type ProblemCode, problemTexts } from '../../../shared/transfer/problems.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { language, t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { contentTypeOf, type Source } from './source.ts';

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

export interface ImportOptions {
  readonly dryRun: boolean;
  /** null lets the server find it. */
  readonly column: string | null;
  readonly signal?: AbortSignal;
}

/** Asks the server what would come of it, or to write it. Waits as long as it takes: a large file on a slow line is no error. */
export async function sendImport(
  board: OpenBoard,
  source: Source,
  { dryRun, column, signal }: ImportOptions,
): Promise<Outcome<ImportReport>> {
  const query = new URLSearchParams(dryRun ? { dryRun: '1' } : {});
  if (column !== null) query.set('column', column);
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

/** The file and the name the server gives it. */
export async function fetchExport(
  board: OpenBoard,
  format: string,
): Promise<Outcome<{ readonly name: string; readonly blob: Blob }>> {
  try {
    const response = await fetch(`${board.apiPath('export', format)}?${ofReader()}`, {
      credentials: 'same-origin',
    });
    if (!response.ok) {
      const error = v.safeParse(errorSchema, readJson(await response.text()));
      const why = whyNot(error.success ? error.output.error : { code: 'unreadable' });
      return { ok: false, message: `${t('export.failed')} ${why}` };
    }
    const name = fileNameIn(response.headers.get('content-disposition')) ?? format;
    return { ok: true, value: { name, blob: await response.blob() } };
  } catch {
    return { ok: false, message: `${t('export.failed')} ${whyNot({ code: 'unreachable' })}` };
  }
}

/** In whose language and on whose clock the file speaks. */
function ofReader(): URLSearchParams {
  return new URLSearchParams({
    lang: language.get(),
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

export function fileNameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded);
  } catch {
    // The plain name is still there.
  }
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

/** By its code where there is one that we know; what is wrong with the moment needs none. */
function refusal(status: number, body: unknown): string {
  if (status === 401 || status === 403) return t('import.forbidden');
  if (status === 429) return t('import.rate');
  const error = v.safeParse(errorSchema, body);
  if (!error.success) return t('import.unreadable');
  const { code } = error.output.error;
  return isRefusal(code) ? t(`import.refused.${code}`) : whyNot(error.output.error);
}

const refusals = [
  'empty',
  'not-text',
  'not-a-board',
  'too-many',
  'too-large',
  'no-such-column',
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

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
