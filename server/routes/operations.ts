// For whoever runs the server: is it alive, may it get requests, what does it do.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../errors.ts';
import { isLoopback } from '../lan.ts';
import { type HttpDeps, proofsIn } from './context.ts';

export function operationRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/healthz', async () => ({ ok: true }));

  app.get('/readyz', async () => {
    if (deps.isDraining()) throw new ApiError(503, 'restarting', 'The server is stopping.');
    return { ok: true };
  });

  app.get('/metrics', async (request, reply) => {
    if (!mayMeasure(deps, request)) {
      throw new ApiError(401, 'workspace-key', 'Metrics need the workspace key as Bearer token.');
    }
    reply.header('content-type', deps.metrics.contentType);
    return deps.metrics.text();
  });
}

// On loopback a proxy on the same machine may be what asks; then it asks for others.
function mayMeasure(deps: HttpDeps, request: FastifyRequest): boolean {
  if (deps.auth.isWorkspaceKey(proofsIn(request).token)) return true;
  const isPassedOn =
    request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  // A page elsewhere can have its own name lead here; what it asks for then comes under that name.
  const isOwnName = isLoopback(request.hostname);
  return deps.site.reach === 'loopback' && isLoopback(request.ip) && isOwnName && !isPassedOn;
}
