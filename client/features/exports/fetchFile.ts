// A file from the server, with word of how far it is. Fetched first, so that a failure is said in words and not saved as a file.
// Whoever breaks it off breaks off the work on the server, too.

import * as v from 'valibot';
import { readJson } from '../../../shared/lib/fields.ts';
import { errorSchema } from '../../../shared/protocol/api.ts';
import { t } from '../../text/exportWords.ts';
import { whyNot } from '../../text/whyNot.ts';

export interface SavedFile {
  readonly name: string;
  readonly blob: Blob;
  /** Scripts of which the server has no letters, by their codes in ISO 15924. */
  readonly missing: readonly string[];
}

export type Fetched =
  | { readonly ok: true; readonly file: SavedFile }
  | { readonly ok: false; readonly why: string }
  /** Broken off by whoever asked. */
  | { readonly ok: null };

/** How much of it has arrived; null until its writing is done. `of` is null where the server does not say. */
export type Progress = { readonly bytes: number; readonly of: number | null } | null;

export async function fetchFile(
  address: string,
  how: {
    /** What it is called if the server gives no name. */
    readonly file: string;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: Progress) => void;
  },
): Promise<Fetched> {
  try {
    const response = await fetch(address, { credentials: 'same-origin', signal: how.signal });
    if (!response.ok) return { ok: false, why: refusal(await response.text()) };
    const chunks = await read(response, how.onProgress);
    const { headers } = response;
    const type = headers.get('content-type') ?? 'application/octet-stream';
    const missing = headers.get('x-missing-scripts')?.split(/,\s*/) ?? [];
    return {
      ok: true,
      file: {
        name: fileNameIn(headers.get('content-disposition')) ?? how.file,
        blob: new Blob(chunks, { type }),
        missing,
      },
    };
  } catch {
    return how.signal.aborted ? { ok: null } : { ok: false, why: t('export.unreachable') };
  }
}

async function read(response: Response, onProgress: (progress: Progress) => void): Promise<BlobPart[]> {
  const length = Number(response.headers.get('content-length'));
  // Packed on its way, it is longer when it has arrived.
  const isPacked = response.headers.get('content-encoding') !== null;
  const of = length > 0 && !isPacked ? length : null;
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return [await response.blob()];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
    bytes += value.length;
    onProgress({ bytes, of });
  }
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

/** What is wrong with this wish is said here; what is wrong with the moment, as everywhere. */
function refusal(body: string): string {
  const parsed = v.safeParse(errorSchema, readJson(body));
  if (!parsed.success) return whyNot({ code: 'unreadable' });
  const { code } = parsed.output.error;
  const known = refusals.find((each) => each === code);
  return known === undefined ? whyNot(parsed.output.error) : t(`export.refused.${known}`);
}

const refusals = ['too-large', 'nothing-there', 'no-such-format', 'too-slow'] as const;
