// A template on a board that is open: its layout beside what is there, its agenda instead of the one there was, in one commit
// and with one way back.

import * as v from 'valibot';
import { limits } from '../../shared/board/limits.ts';
import { can } from '../../shared/board/roles.ts';
import { drawnBox, membersByCluster } from '../../shared/board/tree.ts';
import type { Step } from '../../shared/features/session/agenda.ts';
import { furnitureOf } from '../../shared/features/templates/furniture.ts';
import { boundsOf, itemsOf, type Template } from '../../shared/features/templates/template.ts';
import type { Env } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { freeCorner } from '../../shared/transfer/layout.ts';
import { summaryLanguage } from '../../shared/transfer/summaryWords.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import type { Visitor } from '../core.ts';
import { ApiError } from '../errors.ts';
import { sessionState, writeAgenda, writeSettings } from '../session/steering.ts';
import { writeFurniture } from '../sessionDoc.ts';
import type { Put } from '../storage/storage.ts';
import { templateAsked } from '../templates.ts';
import { mustWriteNow, undoKey } from './transfer.ts';

export function templateCommands(env: Env): CommandTable {
  return {
    'template.apply': command({
      needs: 'steer',
      args: v.strictObject({ template: v.unknown(), lang: v.optional(v.string()) }),
      run: (scope, { template, lang }) => applyTemplate(scope, env, { template, lang }),
    }),
  };
}

/** Settings are for facilitators. Whoever steers in trust brings along only what a plan promises about names. */
function settingsOf({ settings }: Pick<Template, 'settings'>, { role }: Visitor): Template['settings'] {
  if (can(role, 'facilitate')) return settings;
  return settings.anonymous === true ? { anonymous: true } : {};
}

async function applyTemplate(
  scope: CommandScope,
  env: Env,
  asked: { readonly template: unknown; readonly lang: string | undefined },
): Promise<{ created: number; undo: string }> {
  const { room, visitor, remembering } = scope;
  const template = templateAsked(asked.template, summaryLanguage(asked.lang, undefined));
  mustWriteNow(room, visitor);
  const { items: there } = await room.readBoard();
  if (there.length + template.layout.length > limits.itemsMax)
    throw new ApiError(413, 'board-full', `A board holds at most ${limits.itemsMax} items.`);
  const byId = new Map(there.map((item) => [item.id, item]));
  const members = membersByCluster(byId);
  const taken = there.map((item) => drawnBox(item, members));
  const items = itemsOf(template.layout, freeCorner(taken, boundsOf(template.layout)), env.random);
  const undo = randomToken(env.random, 22);
  const done = { created: items.length, undo };
  const puts: Put[] = [remembering(done)];
  await room.changes.addItems(visitor.id, items, {
    puts,
    mustBeAllowed: () => mustWriteNow(room, visitor),
    session: (doc) => {
      writeFurniture(doc, furnitureOf(template.layout, items));
      const before = sessionState(doc).agenda;
      const after: readonly Step[] = template.agenda.length > 0 ? template.agenda : before;
      const settings = settingsOf(template, visitor);
      // Settings are only ever made stricter: an open board has promises of its own.
      if (Object.keys(settings).length > 0) writeSettings(doc, settings, () => true);
      if (after !== before) writeAgenda(doc, after);
      const value = { by: visitor.id, ids: items.map(({ id }) => id), applied: false };
      puts.push({
        key: undoKey(room, undo),
        value: after === before ? value : { ...value, agenda: { before, after } },
      });
    },
  });
  return done;
}
