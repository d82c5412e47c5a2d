// A board as a picture, or as an archive of all its files. Rights as for every other file; whoever hangs up stops it.

import type { FastifyInstance } from 'fastify';
import { pictureFormats, pictureTypes } from '../../shared/transfer/picture/formats.ts';
import { knownZone } from '../../shared/transfer/summary/figures.ts';
import { summaryLanguage } from '../../shared/transfer/summaryWords.ts';
import { attachment, fileHeaders } from '../headers.ts';
import { pictureQuery } from '../pictures/asked.ts';
import { RateLimit } from '../rateLimit.ts';
import { enteredBy, type HttpDeps, notTooOften } from './context.ts';

export function pictureRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const limit = new RateLimit({ clock: deps.env.clock, burst: 12, perSecond: 0.2 });

  for (const format of pictureFormats) {
    app.get(`/api/boards/:id/export/${format}`, async (request, reply) => {
      const { room, visitor } = await enteredBy(deps, request, 'read');
      const query = request.query as Readonly<Record<string, unknown>>;
      const picture = format === 'archive.zip' ? undefined : pictureQuery(query);
      notTooOften(limit, `${room.id} ${visitor.id}`);
      const language = summaryLanguage(query.lang, request.headers['accept-language']);
      const reader = { language, timeZone: knownZone(query.tz) };
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const wish = { format, reader, gone: gone.signal, ...(picture && { picture }) };
      const { name, bytes } = await deps.transfer.document(room, wish, visitor);
      reply.headers({
        ...fileHeaders,
        'content-type': pictureTypes[format],
        'content-disposition': attachment(name),
      });
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
  }
}
