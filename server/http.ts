// The HTTP side of the server, put together: what holds for every request, then the table of routes.

import { readFileSync } from 'node:fs';
import { type Server, STATUS_CODES } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import Fastify, {
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { type Config, ConfigError } from './config.ts';
import { type ApiError, ExplainedError, errorOfStatus, foreseen, type Why } from './errors.ts';
import { securityHeaders } from './headers.ts';
import { actionItemRoutes } from './routes/actionItems.ts';
import { boardRoutes } from './routes/board.ts';
import { boardsRoutes } from './routes/boards.ts';
import { clientRoutes } from './routes/client.ts';
import { commandRoutes } from './routes/commands.ts';
import { type HttpDeps, mustBeMeant } from './routes/context.ts';
import { documentRoutes } from './routes/documents.ts';
import { feedRoutes } from './routes/feed.ts';
import { operationRoutes } from './routes/operations.ts';
import { peopleRoutes } from './routes/people.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { transferRoutes } from './routes/transfer.ts';

const jsonBytesMax = 128 * 1024;

/** Ready to listen, or to be asked by `inject`. @throws ConfigError when the certificate cannot be used. */
export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const app = newServer(deps.config);
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, securityHeaders(deps.site));
  lenientJson(app);
  app.addHook('onRequest', async (request) => mustBeMeant(request, deps.site));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith(`${deps.site.basePath}/api/`)) reply.header('cache-control', 'no-store');
  });
  recordAnswers(app, deps);
  app.setErrorHandler((error, request, reply) => answerError(deps, error, { request, reply }));
  const elsewhere = await clientRoutes(app, deps);
  app.setNotFoundHandler(elsewhere);

  await app.register(
    async (routes) => {
      operationRoutes(routes, deps);
      boardsRoutes(routes, deps);
      boardRoutes(routes, deps);
      peopleRoutes(routes, deps);
      commandRoutes(routes, deps);
      actionItemRoutes(routes, deps);
      transferRoutes(routes, deps);
      documentRoutes(routes, deps);
      pictureRoutes(routes, deps);
      feedRoutes(routes, deps);
    },
    { prefix: deps.site.basePath },
  );
  return app;
}

function newServer(config: Config): FastifyInstance {
  const options: FastifyHttpOptions<Server> = {
    // Its own lines would hold addresses with tokens in them; ours are written below.
    logger: false,
    trustProxy: config.trustProxy === false ? false : [...config.trustProxy],
    bodyLimit: jsonBytesMax,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerGarbage,
    frameworkErrors: (_error, _request, reply) => send(reply, errorOfStatus(400)),
  };
  if (config.tls === null) return Fastify(options);
  const { certFile, keyFile } = config.tls;
  try {
    const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
    // Plain HTTP's server and this one differ in nothing that routes can see.
    return Fastify({
      ...options,
      serverFactory: (handler) => createSecureServer(tls, handler) as unknown as Server,
    });
  } catch (error) {
    throw new ConfigError(
      `TLS_CERT and TLS_KEY cannot be used: ${(error as Error).message}. Both must be PEM files that the server may read.`,
    );
  }
}

/** JSON, where no body at all is no mistake: some requests have nothing to say. */
function lenientJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

/** One line an answer. Addresses are written without their query, and codes not at all. */
function recordAnswers(app: FastifyInstance, deps: HttpDeps): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = reply.elapsedTime / 1000;
    const { method } = request;
    deps.metrics.answered({ method, route, status: reply.statusCode, seconds });
    deps.log.debug(
      { method, path: pathForLog(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}

/** Longer than any id, and no name of a file: a key or a token where none belongs, as when a chat sends "#" as "%23". */
const secretLike = /[\w-]{20,}(?![\w-]*\.\w)/g;

/** An address without its query, and without what in it opens something. */
function pathForLog(request: { url: string; routeOptions: { url?: string | undefined } }): string {
  const path = request.url.split(/[?#]/)[0] ?? '';
  const route = request.routeOptions.url;
  // Known by its route: the same address can be written in many ways.
  if (route !== undefined && /:(?:token|code)\b/.test(route)) return route;
  if (path.includes('/feed/')) return '/feed/';
  return path.includes('/codes/') ? '/api/codes/' : path.replace(secretLike, '...');
}

function answerError(
  deps: HttpDeps,
  error: unknown,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): void {
  const known = foreseen(error);
  if (known === null) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    deps.log.error({ method: request.method, path: pathForLog(request), error: detail }, 'a request failed');
  }
  send(reply, known ?? unforeseen(deps));
}

function unforeseen(deps: HttpDeps): ApiError {
  return deps.isDraining() ? errorOfStatus(503) : errorOfStatus(500);
}

function send(reply: FastifyReply, error: ApiError): void {
  if (error.retryAfterMs !== null) reply.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  void reply.code(error.status).send(bodyOf(error));
}

function bodyOf(error: ApiError): { error: { code: string; message: string; why?: Why } } {
  const { code, message } = error;
  return { error: { code, message, ...(error instanceof ExplainedError && { why: error.why }) } };
}

/** For what is no HTTP at all: said once, in our own form, and hung up. */
function answerGarbage(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(bodyOf(errorOfStatus(status)));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
