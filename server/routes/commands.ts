// Commands by HTTP, for those without a socket. The same table, the same answers.

import type { FastifyInstance } from 'fastify';
import { commandSchema } from '../../shared/protocol/messages.ts';
import { statusOfRefusal } from '../commands.ts';
import { ApiError, parseBody } from '../errors.ts';
import { RateLimit } from '../rateLimit.ts';
import { enteredBy, type HttpDeps, notTooOften } from './context.ts';

export function commandRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const commands = new RateLimit({ clock: deps.env.clock, burst: 100, perSecond: 20 });

  app.post('/api/boards/:id/commands', async (request) => {
    const { room, visitor } = await enteredBy(deps, request, 'read');
    notTooOften(commands, `${room.id} ${visitor.id}`);
    const result = await deps.commands.run(room, visitor, parseBody(commandSchema, request.body));
    if (result.ok) return result.data === undefined ? { ok: true } : { ok: true, data: result.data };
    throw new ApiError(statusOfRefusal(result.code), result.code ?? 'refused', result.message ?? '');
  });
}
