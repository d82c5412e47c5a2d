// Action items over HTTP: as files for other tools, mine on one board, and the next session of a series.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  actionItemsRoot,
  isMine,
  isOpenAction,
  readActionItems,
} from '../../shared/features/actionItems/actionItems.ts';
import { readSeries, seriesRoot } from '../../shared/features/actionItems/series.ts';
import {
  type BoardCreated,
  type CodeFound,
  duplicateSchema,
  type MyActionItems,
} from '../../shared/protocol/api.ts';
import { actionsToCsv, isActionTool } from '../../shared/transfer/actionItems/csv.ts';
import { actionsToIcs } from '../../shared/transfer/actionItems/ics.ts';
import { type ToldAction, tellActions } from '../../shared/transfer/actionItems/told.ts';
import { actionFileWords } from '../../shared/transfer/actionItems/words.ts';
import { downloadName } from '../../shared/transfer/formats.ts';
import { summaryLanguage } from '../../shared/transfer/summaryWords.ts';
import { ApiError, parseBody } from '../errors.ts';
import { readWithStory } from '../features/summary.ts';
import { attachment, fileHeaders } from '../headers.ts';
import { addressKey, RateLimit } from '../rateLimit.ts';
import { nextBoardOf, sessionBefore, tellOfNext } from '../series/nextBoard.ts';
import { createdOf } from './answers.ts';
import { numbered } from './boards.ts';
import { enteredBy, entryOf, type HttpDeps, notTooOften } from './context.ts';

export function actionItemRoutes(app: FastifyInstance, deps: HttpDeps): void {
  fileRoutes(app, deps);
  const looks = new RateLimit({ clock: deps.env.clock, burst: 30, perSecond: 1 });

  // For the start page, which asks about several boards: none of them stays open for it.
  app.get('/api/boards/:id/action-items/mine', async (request): Promise<MyActionItems> => {
    const { board, participant } = await entryOf(deps, request, 'read');
    notTooOften(looks, `${board.id} ${participant.id}`);
    let items: MyActionItems['items'] = [];
    await deps.rooms.visit(board, async (room) => {
      const { doc } = await room.docs.open('session');
      items = readActionItems(doc.getMap(actionItemsRoot).entries())
        .filter((item) => isOpenAction(item) && isMine(item.owner, participant))
        .map(({ id, text, due, status }) => ({ id, text, due, status }));
    });
    return { title: board.title, items };
  });

  seriesRoutes(app, deps);
}

function fileRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const exports = new RateLimit({ clock: deps.env.clock, burst: 30, perSecond: 1 });
  const toldFor = async (request: FastifyRequest) => {
    const { room, visitor } = await enteredBy(deps, request, 'read');
    notTooOften(exports, `${room.id} ${visitor.id}`);
    const { lang } = request.query as { lang?: unknown };
    const words = actionFileWords[summaryLanguage(lang, request.headers['accept-language'])];
    const { title, people, items: wall, story } = await readWithStory(room);
    const page = `${deps.site.originFor(request)}${deps.site.basePath}/b/${room.id}`;
    const actions: ToldAction[] = tellActions({
      items: story.actionItems,
      people,
      wall,
      linkTo: (id) => `${page}?action=${id}`,
    });
    return { actions, title, words };
  };

  app.get('/api/boards/:id/export/actions.csv', async (request, reply) => {
    const { for: tool = 'trello' } = request.query as { for?: unknown };
    if (!isActionTool(tool))
      throw new ApiError(404, 'no-such-format', 'Action items are exported for trello, asana or jira.');
    const { actions, title, words } = await toldFor(request);
    reply.headers({
      ...fileHeaders,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(downloadName(title, `actions-${tool}.csv`)),
    });
    return actionsToCsv(actions, { tool, title, words });
  });

  app.get('/api/boards/:id/export/actions.ics', async (request, reply) => {
    const { actions, title, words } = await toldFor(request);
    reply.headers({
      ...fileHeaders,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': attachment(downloadName(title, 'actions.ics')),
    });
    return actionsToIcs(actions, { title, words, at: deps.env.clock.now() });
  });
}

function seriesRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const creations = new RateLimit({ clock: deps.env.clock, burst: 60, perSecond: 1 });

  app.post('/api/boards/:id/next', async (request, reply): Promise<BoardCreated> => {
    const { room, board } = await enteredBy(deps, request, 'facilitate');
    if (deps.site.reach === 'network') notTooOften(creations, addressKey(request.ip));
    const { title } = parseBody(duplicateSchema, request.body ?? {});
    const before = await sessionBefore(room);
    const next = await deps.boards.create({ title: title ?? numbered(board.title) }, (made) =>
      nextBoardOf(before, made, deps.env),
    );
    try {
      await tellOfNext(room, next, before);
    } catch (error) {
      // Nobody has its link yet: whoever tries again gets one next session, and not two.
      await deps.boards.erase(next.id).catch((why: unknown) => {
        deps.log.warn(
          { board: next.id, error: String(why) },
          'a board that nobody knows of could not be removed',
        );
      });
      throw error;
    }
    reply.code(201);
    return createdOf(deps.site, request, next);
  });

  // Whoever takes part in a session may come to the next one, as what they are here.
  app.get('/api/boards/:id/next', async (request): Promise<CodeFound> => {
    const { room, participant } = await enteredBy(deps, request, 'read');
    const { doc } = await room.docs.open('session');
    const { next } = readSeries(doc.getMap(seriesRoot).entries());
    const board = next === null ? null : await deps.boards.open(next.board);
    if (board === null) throw new ApiError(404, 'no-next', 'There is no next session of this board.');
    return { board: board.id, key: board.keys[participant.role] };
  });
}
