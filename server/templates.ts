// Templates on the server: what a request means by one, and what a board made of it holds from its first moment.

import { Board } from '../shared/board/board.ts';
import { createItems } from '../shared/board/verbs.ts';
import { builtIn, isTemplateId } from '../shared/features/templates/builtIn.ts';
import { english } from '../shared/features/templates/english.ts';
import { furnitureOf } from '../shared/features/templates/furniture.ts';
import { german } from '../shared/features/templates/german.ts';
import { readTemplate } from '../shared/features/templates/read.ts';
import { itemsOf, type Template } from '../shared/features/templates/template.ts';
import type { Env } from '../shared/lib/env.ts';
import { origin } from '../shared/lib/geometry.ts';
import { LastChange } from './changes.ts';
import type { BoardFacts } from './core.ts';
import { ApiError } from './errors.ts';
import { LiveDoc, serverParticipant } from './liveDoc.ts';
import { writeAgenda, writeSettings } from './session/steering.ts';
import { writeFacts, writeFurniture } from './sessionDoc.ts';
import type { Batch } from './storage/storage.ts';
import { WriteBatch } from './writeBatch.ts';

export type TemplateLanguage = 'en' | 'de';

/**
 * One that came with the product, by its id, or a whole one.
 * @throws ApiError that names the part which is wrong
 */
export function templateAsked(asked: unknown, language: TemplateLanguage): Template {
  if (isTemplateId(asked)) return builtIn(asked, language === 'de' ? german : english);
  if (typeof asked === 'string')
    throw new ApiError(400, 'no-such-template', 'This server has no template of that name.');
  const { template, problem } = readTemplate(asked);
  if (problem === null) return template;
  throw new ApiError(problem.code === 'template-too-large' ? 413 : 400, problem.code, problem.message);
}

/** The documents of a new board, to be kept in the commit that makes the board: it is whole or not there. */
export function boardMadeOf(template: Template, board: BoardFacts, env: Env): Batch {
  const address = { board: board.id, epoch: board.epoch, owner: null };
  const canvas = new LiveDoc({ ...address, kind: 'canvas' }, env);
  const session = new LiveDoc({ ...address, kind: 'session' }, env);
  const items = itemsOf(template.layout, origin, env.random);
  const batch = new WriteBatch();
  batch.addEntries(
    canvas.write('import', serverParticipant, (doc) => {
      const wall = new Board(doc, env.random);
      createItems(wall, items, 'server');
      wall.destroy();
    }),
  );
  batch.addEntries(
    session.write('server', serverParticipant, (doc) => {
      writeFacts(doc, board);
      writeFurniture(doc, furnitureOf(template.layout, items));
      if (template.agenda.length > 0) writeAgenda(doc, template.agenda);
      // Nobody has written anything yet.
      if (Object.keys(template.settings).length > 0) writeSettings(doc, template.settings, () => false);
    }),
  );
  return batch.toStorage({ env, lastChange: new LastChange(board.id, env.clock) });
}
