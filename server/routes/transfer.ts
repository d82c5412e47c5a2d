// Files in and out.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits } from '../../shared/board/limits.ts';
import type { ImportReport } from '../../shared/protocol/api.ts';
import { isExportFormat } from '../../shared/transfer/formats.ts';
import { knownZone } from '../../shared/transfer/summary/figures.ts';
import { summaryLanguage } from '../../shared/transfer/summaryWords.ts';
import { ApiError } from '../errors.ts';
import type { FileToImport } from '../features/transfer.ts';
import { attachment, fileHeaders } from '../headers.ts';
import { RateLimit } from '../rateLimit.ts';
import { enteredBy, type HttpDeps, notTooOften } from './context.ts';

export function transferRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const exports = new RateLimit({ clock: deps.env.clock, burst: 30, perSecond: 1 });

  app.get('/api/boards/:id/export/:format', async (request, reply) => {
    const { room, visitor } = await enteredBy(deps, request, 'read');
    const { format } = request.params as { format: string };
    if (!isExportFormat(format)) {
      throw new ApiError(404, 'no-such-format', 'Boards are not exported in that format.');
    }
    notTooOften(exports, `${room.id} ${visitor.id}`);
    const { lang, tz } = request.query as { lang?: unknown; tz?: unknown };
    const language = summaryLanguage(lang, request.headers['accept-language']);
    const reader = { language, timeZone: knownZone(tz) };
    const file = await deps.transfer.export(room, format, reader, visitor);
    reply.headers({
      ...fileHeaders,
      'content-type': file.contentType,
      'content-disposition': attachment(file.name),
    });
    const { text } = file;
    return typeof text === 'string' ? text : Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  });

  void app.register(async (files) => importRoute(files, deps));
}

// In a scope of its own: here a body is bytes, whatever it says it is.
function importRoute(app: FastifyInstance, deps: HttpDeps): void {
  const imports = new RateLimit({ clock: deps.env.clock, burst: 20, perSecond: 0.5 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post(
    '/api/boards/:id/import',
    {
      bodyLimit: limits.importBytesMax,
      // Before eight megabytes are read for a stranger.
      onRequest: async (request) => {
        const { room, visitor } = await enteredBy(deps, request, 'writeCanvas');
        notTooOften(imports, `${room.id} ${visitor.id}`);
      },
    },
    async (request): Promise<ImportReport> => {
      const { room, visitor } = await enteredBy(deps, request, 'writeCanvas');
      return deps.transfer.import(room, visitor, {
        bytes: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
        contentType: request.headers['content-type'] ?? 'application/octet-stream',
        ...wishesIn(request),
      });
    },
  );
}

function wishesIn(request: FastifyRequest): Pick<FileToImport, 'column' | 'sheet' | 'dryRun'> {
  const { column, sheet, dryRun } = request.query as Readonly<Record<string, unknown>>;
  return {
    column: nameIn(column),
    sheet: nameIn(sheet),
    dryRun: dryRun === '1' || dryRun === 'true',
  };
}

function nameIn(wish: unknown): string | null {
  return typeof wish === 'string' && wish !== '' ? wish.slice(0, 1_000) : null;
}
