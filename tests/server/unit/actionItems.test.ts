// Action items: written by whoever may write on the wall, in every phase, each exactly once; carried over to the next session.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskFullError } from '../../../server/storage/storage.ts';
import { readActionItems } from '../../../shared/features/actionItems/actionItems.ts';
import type { BoardCreated, CodeFound, MyActionItems } from '../../../shared/protocol/api.ts';
import { type Ask, aServer, type Guest, type TestServer } from '../../support/testServer.ts';
import { VotingWorld } from '../../support/votingWorld.ts';

async function aRoom() {
  const world = await VotingWorld.withEveryRole();
  const items = async () => readActionItems((await world.session()).getMap('actionItems').entries());
  const code = (who: string, name: string, args: Record<string, unknown>, id = '') =>
    world.code(who, `actionItem.${name}`, args, id);
  const add = async (who: string, args: Record<string, unknown>) =>
    ((await world.ask(who, 'actionItem.add', args)).data as { actionItem: string }).actionItem;
  return { world, items, code, add };
}

describe('an action item', () => {
  it('is written down, changed in part, done, opened again and removed', async () => {
    const { world, items, code, add } = await aRoom();
    const at = world.time.now();
    const id = await add('ann', {
      text: ' Ask for offers. ',
      owner: { person: 'ben' },
      due: '2026-12-01',
      item: 'a',
    });
    const told = [await items()];
    await code('fay', 'change', { actionItem: id, owner: { name: 'Kim' }, due: null });
    told.push(await items());
    await world.time.pass(1_000);
    await code('ann', 'change', { actionItem: id, status: 'done' });
    const doneAt = (await items())[0]?.doneAt ?? 0;
    await code('ann', 'change', { actionItem: id, text: 'Ask.' });
    told.push(await items());
    await code('ann', 'change', { actionItem: id, status: 'doing', item: null });
    told.push(await items());
    await code('ann', 'remove', { actionItem: id });
    const plain = { id, from: null, to: null, by: 'ann', at: told[0]?.[0]?.at, doneAt: null, item: 'a' };
    const words = { text: 'Ask for offers.', owner: { name: 'Kim' }, due: null };
    expect([
      told,
      doneAt >= at + 1_000,
      await items(),
      await code('ann', 'remove', { actionItem: id }),
    ]).toEqual([
      [
        [{ ...plain, text: words.text, owner: { person: 'ben' }, due: '2026-12-01', status: 'open' }],
        [{ ...plain, ...words, status: 'open' }],
        [{ ...plain, ...words, text: 'Ask.', status: 'done', doneAt }],
        [{ ...plain, ...words, text: 'Ask.', status: 'doing', item: null }],
      ],
      true,
      [],
      'ok',
    ]);
  });

  it('is refused from those who may not write on the wall, about what is not there, and when it makes no sense', async () => {
    const { items, code, add } = await aRoom();
    const actionItem = await add('ann', { text: 'Ask.' });
    const before = await items();
    const codes = [
      await code('ben', 'add', { text: 'No.' }),
      await code('vic', 'change', { actionItem, status: 'done' }),
      await code('ben', 'remove', { actionItem }),
      await code('ann', 'add', { text: '  ' }),
      await code('ann', 'add', { text: 'x'.repeat(1_001) }),
      await code('ann', 'add', { text: 'Yes.', due: '2026-02-30' }),
      await code('ann', 'add', { text: 'Yes.', owner: 'ben' }),
      await code('ann', 'add', { text: 'Yes.', owner: { person: 'ben', name: 'Ben' } }),
      await code('ann', 'add', { text: 'Yes.', owner: { name: ' ' } }),
      await code('ann', 'add', { text: 'Yes.', by: 'ben' }),
      await code('ann', 'add', { text: 'Yes.', from: 'other' }),
      await code('ann', 'change', { actionItem, status: 'later' }),
      await code('ann', 'change', { actionItem: 'none', status: 'done' }),
      await code('ann', 'carry', { board: 'none' }),
    ];
    expect([codes, await items()]).toEqual([
      [
        ...['forbidden', 'forbidden', 'forbidden'],
        ...Array.from({ length: 9 }, () => 'bad-request'),
        ...['not-found', 'not-found'],
      ],
      before,
    ]);
  });

  it('is written in every phase and after the session, and by nobody where nobody is named', async () => {
    const { world, items, code } = await aRoom();
    const codes = [];
    for (const kind of ['silent', 'group', 'vote', 'discuss']) {
      await world.ask('fay', 'phase.set', { kind, anonymous: kind === 'silent' });
      codes.push(await code('ann', 'add', { text: kind }));
    }
    await world.ask('fay', 'session.end', {});
    codes.push(await code('ann', 'add', { text: 'after' }));
    expect([codes, (await items()).map(({ text, by }) => [text, by])]).toEqual([
      ['ok', 'ok', 'ok', 'ok', 'ok'],
      [
        ['silent', null],
        ['group', 'ann'],
        ['vote', 'ann'],
        ['discuss', 'ann'],
        ['after', 'ann'],
      ],
    ]);
  });

  it('is written once, however often it is asked for and wherever the server dies', async () => {
    for (let ms = 0; ms < 10; ms++) {
      const { world, items } = await aRoom();
      await world.begin('ann', 'actionItem.add', { text: 'Yes.' }, 'same');
      await world.time.pass(ms);
      world.crash();
      const first = await world.ask('ann', 'actionItem.add', { text: 'Yes.' }, 'same');
      const again = await world.ask('ann', 'actionItem.add', { text: 'Yes.' }, 'same');
      const ids = (await items()).map(({ id }) => id);
      const answer = { ok: true, data: { actionItem: ids[0] } };
      expect([ms, first, again, ids.length]).toEqual([ms, answer, answer, 1]);
    }
  });
});

describe('a series of sessions', () => {
  let server: TestServer;
  let board: BoardCreated;
  let fay: Guest;
  let ann: Guest;
  beforeEach(async () => {
    server = await aServer();
    board = await server.createBoard('Retro');
    fay = await server.join(board, { name: 'Fay', role: 'facilitator' });
    ann = await server.join(board, { name: 'Ann', role: 'editor' });
  });
  afterEach(() => server.close());

  const on = (of: BoardCreated, path: string, how: Ask = {}) =>
    server.ask(`/api/boards/${of.board.id}${path}`, how);
  let commands = 0;
  const run = async (of: BoardCreated, token: string, name: string, args: object) =>
    (await on(of, '/commands', { token, body: { id: `c${commands++}`, name, args } })).json as {
      data?: object;
    };
  const roomOf = async (of: BoardCreated) => {
    const facts = await server.boards.open(of.board.id);
    if (facts === null) throw new Error('there is no such board');
    return server.rooms.open(facts);
  };
  const itemsOf = async (of: BoardCreated) => {
    const { doc } = await (await roomOf(of)).docs.open('session');
    return readActionItems(doc.getMap('actionItems').entries());
  };
  /** The disk has no room for what this board is told next. */
  const breakOff = async (of: BoardCreated) =>
    vi.spyOn((await roomOf(of)).changes, 'changeSession').mockRejectedValueOnce(new DiskFullError());
  const next = async (of: BoardCreated, token: string) =>
    (await on(of, '/next', { method: 'POST', token, body: {} })).json as BoardCreated;

  it('goes on with the plan, the places and what is open, and the sessions know one another', async () => {
    await run(board, fay.token, 'template.apply', { template: 'retrospective' });
    await run(board, fay.token, 'actionItem.add', {
      text: 'Open',
      owner: { person: ann.participant.id },
      due: '2026-12-01',
    });
    await run(board, fay.token, 'actionItem.add', { text: 'Done', status: 'done' });
    const after = await next(board, fay.token);
    const fayThere = await server.join(after, { name: 'Fay', role: 'facilitator' });
    const texts = async (of: BoardCreated, token: string) => {
      const { items } = (await on(of, '/export/board.json', { token })).json as { items: { text: string }[] };
      return items.map(({ text }) => text).sort();
    };
    const told = (items: Awaited<ReturnType<typeof itemsOf>>) =>
      items.map(({ text, owner, due, from, to }) => ({ text, owner, due, from, to }));
    const [here, there] = [await itemsOf(board), await itemsOf(after)];
    const open = { text: 'Open', due: '2026-12-01' };
    expect([
      after.board.title,
      await texts(after, fayThere.token),
      told(here),
      told(there),
      here[0]?.id === there[0]?.id,
      (await on(board, '/next', { token: ann.token })).json as CodeFound,
    ]).toEqual([
      'Retro (2)',
      await texts(board, fay.token),
      [
        { ...open, owner: { person: ann.participant.id }, from: null, to: after.board.id },
        { text: 'Done', owner: null, due: null, from: null, to: null },
      ],
      [{ ...open, owner: { name: 'Ann' }, from: board.board.id, to: null }],
      true,
      { board: after.board.id, key: after.keys.editor },
    ]);
  });

  it('brings along later what was left open later, each once, and leaves alone what went', async () => {
    const after = await next(board, fay.token);
    const bo = await server.join(after, { name: 'Bo', role: 'editor' });
    const late = (await run(board, ann.token, 'actionItem.add', { text: 'Late' })).data as {
      actionItem: string;
    };
    const first = await run(after, bo.token, 'actionItem.carry', { board: board.board.id });
    const second = await run(after, bo.token, 'actionItem.carry', { board: board.board.id });
    const changed = await run(board, ann.token, 'actionItem.change', { ...late, status: 'done' });
    expect([first, second, changed, (await itemsOf(after)).map(({ text }) => text)]).toMatchObject([
      { data: { carried: 1 } },
      { data: { carried: 0 } },
      { error: { code: 'carried-over' } },
      ['Late'],
    ]);
  });

  it('goes on where bringing along broke off between the two boards, asked for by the same command or another', async () => {
    const after = await next(board, fay.token);
    const bo = await server.join(after, { name: 'Bo', role: 'editor' });
    await run(board, ann.token, 'actionItem.add', { text: 'Late' });
    const carry = async (id: string) => {
      const body = { id, name: 'actionItem.carry', args: { board: board.board.id } };
      return (await on(after, '/commands', { token: bo.token, body })).json;
    };
    await breakOff(board);
    const broken = await carry('same');
    const between = [await itemsOf(board), await itemsOf(after)].flatMap((items) =>
      items.map(({ to }) => to),
    );
    const again = [await carry('same'), await carry('same'), await carry('another')];
    const told = [await itemsOf(board), await itemsOf(after)].map((items) =>
      items.map(({ text, to }) => [text, to]),
    );
    expect([broken, between, again, told]).toMatchObject([
      { error: { code: 'disk-full' } },
      [null, null],
      [{ data: { carried: 1 } }, { data: { carried: 1 } }, { data: { carried: 0 } }],
      [[['Late', after.board.id]], [['Late', null]]],
    ]);
  });

  it('has no next session that nobody knows of, when making it broke off', async () => {
    await run(board, ann.token, 'actionItem.add', { text: 'Late' });
    await breakOff(board);
    const broken = (await on(board, '/next', { method: 'POST', token: fay.token, body: {} })).json;
    const boards = (await server.boards.list()).map(({ title }) => title);
    const after = await next(board, fay.token);
    expect([
      broken,
      boards,
      (await server.boards.list()).length,
      (await itemsOf(after)).map(({ text }) => text),
    ]).toMatchObject([{ error: { code: 'disk-full' } }, ['Retro'], 2, ['Late']]);
  });

  it('is gone on with by facilitators alone, and nobody comes to the next one who is not in this', async () => {
    const refused = await on(board, '/next', { method: 'POST', token: ann.token, body: {} });
    const none = await on(board, '/next', { token: ann.token });
    await next(board, fay.token);
    const stranger = await on(board, '/next');
    expect([refused.status, none.status, stranger.status]).toEqual([403, 404, 404]);
  });

  it('tells each who asks what is theirs, and gives it as files', async () => {
    await run(board, fay.token, 'actionItem.add', { text: 'Mine', owner: { person: ann.participant.id } });
    await run(board, fay.token, 'actionItem.add', {
      text: 'By name',
      owner: { name: 'ann' },
      due: '2026-12-01',
    });
    await run(board, fay.token, 'actionItem.add', { text: 'Done', owner: { name: 'Ann' }, status: 'done' });
    const mine = (await on(board, '/action-items/mine', { token: ann.token })).json as MyActionItems;
    const csv = await on(board, '/export/actions.csv?for=jira&lang=en', { token: ann.token });
    const ics = await on(board, '/export/actions.ics', { token: ann.token });
    expect([
      [mine.title, mine.items.map(({ text }) => text)],
      [csv.headers['content-type'], csv.headers['content-disposition'], csv.text.split('\r\n')[0]],
      [ics.headers['content-type'], ics.text.match(/^DTSTART.*$/gm)],
      [(await on(board, '/export/actions.csv?for=excel', { token: ann.token })).status],
      [(await on(board, '/export/actions.csv')).status, (await on(board, '/action-items/mine')).status],
    ]).toEqual([
      ['Retro', ['By name', 'Mine']],
      [
        'text/csv; charset=utf-8',
        expect.stringContaining('Retro - actions-jira.csv'),
        '\ufeffSummary,Issue Type,Description,Priority,Labels',
      ],
      ['text/calendar; charset=utf-8', ['DTSTART;VALUE=DATE:20261201']],
      [404],
      [404, 404],
    ]);
  });
});
