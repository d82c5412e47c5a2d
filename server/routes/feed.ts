// Live feeds for spreadsheets and dashboards: no cookie and no header, the address is the proof. It stands in no log.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { feedFiles } from '../../shared/features/feed/feed.ts';
import { feedTypes } from '../../shared/transfer/feed.ts';
import { summaryLanguage } from '../../shared/transfer/summaryWords.ts';
import { ApiError, tooOften } from '../errors.ts';
import { fileHeaders } from '../headers.ts';
import { addressKey, RateLimit } from '../rateLimit.ts';
import { type HttpDeps, notTooOften } from './context.ts';

const seconds = 10;

const headers = {
  ...fileHeaders,
  // A shared cache would go on answering for a link that was revoked.
  'cache-control': `private, max-age=${seconds}, must-revalidate`,
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const;

/** Pages elsewhere may read it: whoever has the address may read it anyway, and nothing of the reader goes along. */
const forPages = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

export function feedRoutes(app: FastifyInstance, deps: HttpDeps): void {
  // All of a dashboard's parts may ask at once; after that, one a second.
  const reads = new RateLimit({ clock: deps.env.clock, burst: 5, perSecond: 1 });
  const misses = new RateLimit({ clock: deps.env.clock, burst: 30, perSecond: 0.5 });

  for (const file of feedFiles) {
    app.get(`/feed/:token/${file}`, async (request, reply) => {
      const allowed = file === 'ideas.json' ? forPages : {};
      reply.headers({ 'x-robots-tag': headers['x-robots-tag'], ...allowed });
      const room = await roomOf(request);
      const { lang } = request.query as { lang?: unknown };
      // Asked for by programs, whose language says nothing about who reads it.
      const { text, tag } = await deps.feeds.read(room, file, summaryLanguage(lang, undefined));
      void deps.feeds.used(room.id);
      reply.headers({ ...headers, etag: tag });
      if (isKnown(request, tag)) return reply.code(304).send();
      return reply.header('content-type', feedTypes[file]).send(text);
    });
  }

  async function roomOf(request: FastifyRequest) {
    const { token } = request.params as { token: string };
    const address = addressKey(request.ip);
    const wait = misses.wait(address);
    if (wait > 0) throw tooOften(wait);
    const board = await deps.feeds.opens(token);
    if (board === null) {
      misses.charge(address);
      throw new ApiError(404, 'not-found', 'This link leads nowhere (any more).');
    }
    notTooOften(reads, board.id);
    return deps.rooms.open(board);
  }
}

function isKnown(request: FastifyRequest, tag: string): boolean {
  const given = request.headers['if-none-match'];
  if (given === undefined) return false;
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  return given.trim() === '*' || given.split(',').some((one) => bare(one) === tag);
}
