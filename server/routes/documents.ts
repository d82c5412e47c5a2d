// A board as a document: what takes a while to write. Rights as for every other file; whoever hangs up stops it.

import type { FastifyInstance } from 'fastify';
import { documentFormats, mediaTypes } from '../../shared/transfer/formats.ts';
import { knownZone } from '../../shared/transfer/summary/figures.ts';
import { summaryLanguage } from '../../shared/transfer/summaryWords.ts';
import { attachment, fileHeaders } from '../headers.ts';
import { RateLimit } from '../rateLimit.ts';
import { enteredBy, type HttpDeps, notTooOften } from './context.ts';

export function documentRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const limit = new RateLimit({ clock: deps.env.clock, burst: 12, perSecond: 0.2 });

  for (const format of documentFormats) {
    app.get(`/api/boards/:id/export/${format}`, async (request, reply) => {
      const { room, visitor } = await enteredBy(deps, request, 'read');
      notTooOften(limit, `${room.id} ${visitor.id}`);
      const { lang, tz } = request.query as { lang?: unknown; tz?: unknown };
      const language = summaryLanguage(lang, request.headers['accept-language']);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const wish = { format, reader: { language, timeZone: knownZone(tz) }, gone: gone.signal };
      const { name, bytes, missing } = await deps.transfer.document(room, wish, visitor);
      reply.headers({
        ...fileHeaders,
        'content-type': mediaTypes[format],
        'content-disposition': attachment(name),
        // ISO 15924, for programs; people read it in the document.
        ...(missing.length > 0 && { 'x-missing-scripts': missing.join(', ') }),
      });
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
  }
}
