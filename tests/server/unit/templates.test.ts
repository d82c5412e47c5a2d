// Templates over HTTP: a board made of one is whole or not there, a bad one is named part by part, and one laid on an open
// board goes away again with one word.

import { afterEach, describe, expect, it } from 'vitest';
import { Boards } from '../../../server/boards.ts';
import { memoryStorage } from '../../../server/storage/memoryStorage.ts';
import { DiskFullError, type Storage } from '../../../server/storage/storage.ts';
import { boardMadeOf, templateAsked } from '../../../server/templates.ts';
import { builtIn } from '../../../shared/features/templates/builtIn.ts';
import { english } from '../../../shared/features/templates/english.ts';
import { templateToJson } from '../../../shared/features/templates/read.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import type { BoardId } from '../../../shared/lib/ids.ts';
import type { BoardCreated } from '../../../shared/protocol/api.ts';
import { type Answer, aServer, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
const open = async () => {
  server = await aServer();
  return server;
};
afterEach(() => server?.close());

const brainstorm = builtIn('brainstorm', english);
const asFile = (change: object = {}) => ({
  ...(JSON.parse(templateToJson(brainstorm)) as object),
  ...change,
});
const make = (body: object, headers: Record<string, string> = {}) =>
  server.ask('/api/boards', { body: { title: 'Ours', ...body }, headers });

async function stateOf(id: string) {
  const record = await server.boards.open(id);
  if (record === null) throw new Error('there is no such board');
  const room = await server.rooms.open(record);
  const { items, title } = await room.readBoard();
  const { agenda, settings } = room.session.state ?? { agenda: [], settings: null };
  return { title, items, steps: agenda.map((step) => step.title), settings };
}

/** The same words mean the same command to the server only once. */
let asked = 0;
const command = (id: string, token: string, name: string, args: object, as = `${asked++}`): Promise<Answer> =>
  server.ask(`/api/boards/${id}/commands`, { token, body: { id: as, name, args } });

const errorOf = ({ status, json }: Answer) => {
  const { error } = json as { error: { code: string; message: string } };
  return [status, error.code, error.message];
};

describe('a board made of a template', () => {
  it('has its layout, its agenda and its title, in the language that was asked for', async () => {
    await open();
    const made = (await make({ template: 'brainstorm' })).json as BoardCreated;
    const german = (await make({ template: 'brainstorm', lang: 'de' })).json as BoardCreated;
    const alsoGerman = (await make({ template: 'brainstorm' }, { 'accept-language': 'de-AT,en' })).json;
    const { items, ...board } = await stateOf(made.board.id);
    const shown = items.map(({ kind, x, y, w, h, text, colour, locked }) => {
      return { kind, x, y, w, h, text, colour, locked };
    });
    const inside = items.filter(({ parent }) => items.some(({ id }) => id === parent)).length;
    expect([
      board,
      shown.sort((a, b) => a.y - b.y || a.x - b.x),
      inside,
      (await stateOf(german.board.id)).steps[1],
      (await stateOf((alsoGerman as BoardCreated).board.id)).steps[1],
    ]).toEqual([
      {
        title: 'Ours',
        steps: brainstorm.agenda.map(({ title }) => title),
        settings: { anonymous: false, canvasLock: false, hideCursors: false, lobby: false },
      },
      brainstorm.layout
        .map(({ kind, x, y, w, h, text, colour, locked }) => ({ kind, x, y, w, h, text, colour, locked }))
        .sort((a, b) => a.y - b.y || a.x - b.x),
      brainstorm.layout.filter((piece) => piece.in !== null).length,
      'Denken',
      'Denken',
    ]);
  });

  it('is made of a whole template as well, with the settings that it wants', async () => {
    await open();
    const made = (await make({ template: asFile({ settings: { anonymous: true } }) })).json as BoardCreated;
    const { items, steps, settings } = await stateOf(made.board.id);
    expect([items.length, steps.length, settings?.anonymous]).toEqual([
      brainstorm.layout.length,
      brainstorm.agenda.length,
      true,
    ]);
  });

  it('is there whole or not at all: one commit, and none where the disk is full', async () => {
    const commits: number[] = [];
    const disk: Storage = memoryStorage();
    const counting = (isFull: boolean): Storage =>
      new Proxy(disk, {
        get: (target, key: keyof Storage) =>
          key === 'commit'
            ? async (batch: Parameters<Storage['commit']>[0]) => {
                commits.push(batch.appends?.length ?? 0);
                if (isFull) throw new DiskFullError('full');
                return target.commit(batch);
              }
            : typeof target[key] === 'function'
              ? (target[key] as () => unknown).bind(target)
              : target[key],
      });
    const template = templateAsked('swot', 'en');
    const create = (isFull: boolean) =>
      new Boards(counting(isFull), realEnv).create({ title: 'Ours' }, (made) =>
        boardMadeOf(template, made, realEnv),
      );
    const refused = await create(true).catch((error: Error) => error.name);
    const after = await new Boards(disk, realEnv).list();
    const made = await create(false);
    const heads = [await disk.load(`${made.id}/canvas`), await disk.load(`${made.id}/session`)].map(
      ({ head }) => head > 0,
    );
    expect([refused, after, commits, heads]).toEqual(['DiskFullError', [], [2, 2], [true, true]]);
  });

  it('is refused with the name of the part that is wrong, and then there is no board', async () => {
    await open();
    const layout = brainstorm.layout;
    const step = { id: 'a', kind: 'open' };
    const answers = [
      await make({ template: 'no-such-thing' }),
      await make({ template: 7 }),
      await make({ template: { format: 'wallflower-board', version: 1 } }),
      await make({ template: asFile({ version: 2 }) }),
      await make({ template: asFile({ title: ' ' }) }),
      await make({ template: asFile({ agenda: [step, { ...step, id: 'b', minutes: 'five' }] }) }),
      await make({ template: asFile({ agenda: [step, step] }) }),
      await make({ template: asFile({ layout: [{ ...layout[1] }] }) }),
      await make({ template: asFile({ layout: [{ ...layout[0], x: 2_000_000 }] }) }),
      await make({ template: asFile({ people: { min: 9, max: 3 } }) }),
      await make({ template: asFile({ purpose: 'x'.repeat(60_000) }) }),
    ].map(errorOf);
    const bad = (part: string) => [400, 'bad-template', `"template.${part}" is missing or malformed.`];
    expect([answers, await server.boards.list()]).toEqual([
      [
        [400, 'no-such-template', 'This server has no template of that name.'],
        [400, 'not-a-template', 'This is not a Wallflower template.'],
        [400, 'not-a-template', 'This is not a Wallflower template.'],
        [400, 'newer-template', 'This template was made by a newer version of Wallflower.'],
        bad('title'),
        bad('agenda.1.minutes'),
        bad('agenda.1.id'),
        bad('layout.0.in'),
        bad('layout.0.x'),
        bad('people.max'),
        [413, 'template-too-large', 'A template has at most 56 kB.'],
      ],
      [],
    ]);
  });
});

describe('a template on an open board', () => {
  async function anOpenBoard() {
    await open();
    const made = await server.createBoard();
    const { token } = await server.join(made, { name: 'Fay', role: 'facilitator' });
    const ed = await server.join(made, { name: 'Ed' });
    return { id: made.board.id, token, editor: ed.token };
  }

  it('lies beside what is there, brings its agenda, and is taken back with it', async () => {
    const { id, token } = await anOpenBoard();
    await server.ask(`/api/boards/${id}/import`, {
      token,
      body: 'mine',
      headers: { 'content-type': 'text/plain' },
    });
    await command(id, token, 'agenda.set', { steps: [{ id: 'mine', kind: 'open', title: 'Mine' }] });
    const answer = await command(id, token, 'template.apply', { template: 'swot' }, 'once');
    const again = await command(id, token, 'template.apply', { template: 'swot' }, 'once');
    const { created, undo } = (answer.json as { data: { created: number; undo: string } }).data;
    const during = await stateOf(id);
    const mine = during.items.find(({ text }) => text === 'mine');
    const beside = during.items.every((item) => item === mine || item.x >= (mine?.x ?? 0) + (mine?.w ?? 0));
    const taken = await command(id, token, 'undo.apply', { undo });
    const after = await stateOf(id);
    expect([
      again.json,
      [created, during.items.length, beside, during.steps.length],
      (taken.json as { data: unknown }).data,
      [after.items.map(({ text }) => text), after.steps],
    ]).toEqual([answer.json, [8, 9, true, 6], { removed: 8 }, [['mine'], ['Mine']]]);
  });

  it('leaves an agenda alone that somebody has changed since', async () => {
    const { id, token } = await anOpenBoard();
    const answer = await command(id, token, 'template.apply', { template: 'swot', lang: 'de' });
    const { undo } = (answer.json as { data: { undo: string } }).data;
    await command(id, token, 'agenda.set', { steps: [{ id: 'x', kind: 'open', title: 'Changed' }] });
    await command(id, token, 'undo.apply', { undo });
    const { items, steps } = await stateOf(id);
    expect([items, steps]).toEqual([[], ['Changed']]);
  });

  it('is for those who steer, while the wall can be written on', async () => {
    const { id, token, editor } = await anOpenBoard();
    const refused = [
      await command(id, editor, 'template.apply', { template: 'swot' }),
      await command(id, token, 'template.apply', { template: 'nothing' }),
      await command(id, token, 'template.apply', { template: asFile({ layout: 7 }) }),
    ];
    await command(id, token, 'session.end', {});
    refused.push(await command(id, token, 'template.apply', { template: 'swot' }));
    const { items, steps } = await stateOf(id);
    expect([refused.map((answer) => errorOf(answer).slice(0, 2)), items, steps]).toEqual([
      [
        [403, 'forbidden'],
        [400, 'no-such-template'],
        [400, 'bad-template'],
        [409, 'not-now'],
      ],
      [],
      [],
    ]);
  });
});

describe('what is part of the wall', () => {
  it('is nothing to vote for: neither what is locked nor what lies in it', async () => {
    await open();
    const made = (await make({ template: 'brainstorm' })).json as BoardCreated;
    const { token } = await server.join(made, { name: 'Fay', role: 'facilitator' });
    const args = { title: 'Try', options: 'notes', method: 'dots', who: 'link', show: 'close' };
    await command(made.board.id, token, 'ballot.open', args);
    const room = await server.rooms.open({ id: made.board.id as BoardId, epoch: 1, title: 'Ours' });
    const [ballot] = [...(room.docs.find('session')?.doc.getMap('ballots').values() ?? [])];
    const { items } = await stateOf(made.board.id);
    const options = (ballot as { options?: string[] } | undefined)?.options ?? [];
    expect(options.map((id) => items.find((item) => item.id === id)?.text).sort()).toEqual([
      'A nap',
      'A walk',
      'Coffee with somebody',
    ]);
  });
});
