// The request of an export. The answer is parsed; whatever goes wrong becomes words for a person, never a throw.

import * as v from 'valibot';
import { errorSchema } from '../../../shared/protocol/api.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { language, t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

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

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
