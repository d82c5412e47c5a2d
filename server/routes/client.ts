// The built client: hashed files kept by browsers for ever, one page for every address a person can open, and another for
// those of votes, which is small and has no wall.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorOfStatus } from '../errors.ts';
import type { HttpDeps } from './context.ts';

/** Answers an address that has no route: the page for a person's browser, an error for everybody else. */
export type Elsewhere = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export async function clientRoutes(app: FastifyInstance, deps: HttpDeps): Promise<Elsewhere> {
  const page = await readPage(deps, 'index.html');
  const votingPage = await readPage(deps, 'vote.html');
  const base = deps.site.basePath;

  if (page !== null) {
    await app.register(fastifyStatic, {
      root: deps.clientFolder,
      prefix: `${base}/`,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      cacheControl: false,
      decorateReply: false,
      setHeaders(response, file) {
        const isHashed = path.dirname(file).endsWith(`${path.sep}assets`);
        response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get(`${base}/index.html`, async (_request, reply) => sendPage(reply, page, 200));
    app.get(`${base}/`, async (_request, reply) => sendPage(reply, page, 200));
    for (const address of ['workspace', 'trash'])
      app.get(`${base}/${address}`, async (_request, reply) => sendPage(reply, page, 200));
    app.get(`${base}/b/:id`, async (_request, reply) => sendPage(reply, page, 200));
  }
  if (votingPage !== null) {
    for (const address of ['vote.html', 'b/:id/vote', 'b/:id/vote/:ballot'])
      app.get(`${base}/${address}`, async (_request, reply) => sendPage(reply, votingPage, 200));
  }
  if (base !== '') {
    app.get('/', async (_request, reply) => reply.redirect(`${base}/`));
    app.get(base, async (_request, reply) => reply.redirect(`${base}/`));
  }

  return async (request, reply) => {
    const inside = request.url.split('?')[0]?.slice(base.length) ?? '';
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
    // The page itself tells a person that there is nothing here.
    if (page !== null && isPage && !/^\/(?:api|sync|assets)(?:\/|$)/.test(inside))
      return sendPage(reply, page, 404);
    throw errorOfStatus(404);
  };
}

function sendPage(reply: FastifyReply, page: string, status: number): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(page);
}

/** The page with the place where it lives written into it; null when the client has not been built. */
async function readPage(deps: HttpDeps, file: string): Promise<string | null> {
  try {
    const html = await readFile(path.join(deps.clientFolder, file), 'utf8');
    return withBase(html, `${deps.site.basePath}/`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    deps.log.warn({ file }, 'the client is not built: only the API is served');
    return null;
  }
}

/** The page with `href` as its `<base>`, whether it had one or not. */
function withBase(html: string, href: string): string {
  const base = `<base href="${href}" />`;
  const marked = html.replace(/<base\s[^>]*>/i, base);
  return marked === html && !html.includes(base) ? html.replace(/<head([^>]*)>/i, `<head$1>${base}`) : marked;
}
