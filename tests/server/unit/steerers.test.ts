// Who steers, and who is let in: roles that change while a session runs, the wheel taken in trust, the lobby.

import { afterEach, describe, expect, it } from 'vitest';
import type { BoardCreated, Joined } from '../../../shared/protocol/api.ts';
import { SimSession } from '../../support/simSession.ts';
import { aServer, type Guest, type TestServer } from '../../support/testServer.ts';

const minute = 60_000;

async function aSession() {
  const world = new SimSession();
  await world.start();
  const fay = await world.join('fay', 'facilitator');
  const [ada, ben] = [await world.join('ada'), await world.join('ben', 'commenter')];
  await world.does(fay, 'phase.set', { kind: 'open' });
  return { world, fay, ada, ben };
}

describe('the wheel', () => {
  it('is free three minutes after the last facilitator has gone, however long they were here', async () => {
    const { world, fay, ada } = await aSession();
    const codes: unknown[] = [];
    const reach = async () => codes.push((await world.does(ada, 'wheel.take')).code ?? 'ok');
    await reach();
    await world.time.pass(10 * minute);
    fay.leave();
    await world.time.pass(100);
    await reach();
    await world.time.pass(2.9 * minute);
    await reach();
    await world.time.pass(0.2 * minute);
    await reach();
    const steers = (await world.does(ada, 'phase.next')).code;
    const facilitates = (await world.does(ada, 'session.set', { lobby: true })).code;
    // Not by way of a plan either, but for the promise that it makes.
    const settings = { anonymous: true, lobby: true, canvasLock: true };
    const template = { format: 'wallflower-template', version: 1, title: 'Mine', settings };
    const applied = (await world.does(ada, 'template.apply', { template })).ok;
    expect([codes, steers, facilitates, applied, world.state().settings]).toEqual([
      ['wheel-taken', 'wheel-taken', 'wheel-taken', 'ok'],
      'no-step',
      'forbidden',
      true,
      { anonymous: true, lobby: false, canvasLock: false, hideCursors: false },
    ]);
  });

  it('is taken by one of two who reach for it at once', async () => {
    const { world, fay, ada, ben } = await aSession();
    fay.leave();
    await world.time.pass(4 * minute);
    // Behind something else, so that both wait for the same commit.
    ben.ask('me.hand', { up: true });
    const asked = [ada.ask('wheel.take'), ben.ask('wheel.take')];
    await world.time.pass(500);
    const codes = [ada, ben].map(({ answers }, i) => answers.get(asked[i] ?? '')?.code ?? 'ok');
    expect([codes.sort(), [ada.id, ben.id].includes(world.state().acting ?? ('' as never))]).toEqual([
      ['ok', 'wheel-taken'],
      true,
    ]);
  });

  it('stays with whoever took it until a facilitator is back and takes it, or they lose their part', async () => {
    const { world, fay, ada } = await aSession();
    fay.leave();
    await world.time.pass(4 * minute);
    await world.does(ada, 'wheel.take');
    const gus = await world.join('gus', 'facilitator');
    const walk: unknown[] = [world.state().acting];
    await world.does(gus, 'wheel.leave');
    walk.push(world.state().acting, (await world.does(ada, 'phase.end')).code);
    gus.leave();
    await world.time.pass(4 * minute);
    await world.does(ada, 'wheel.take');
    const hal = await world.join('hal', 'facilitator');
    await world.does(hal, 'role.set', { participant: 'ada', role: 'viewer' });
    walk.push(world.state().acting, (await world.does(ada, 'phase.end')).code);
    expect(walk).toEqual(['ada', null, 'forbidden', null, 'forbidden']);
  });

  it('is nobody’s to take outside of a session', async () => {
    const { world, fay, ada } = await aSession();
    await world.does(fay, 'phase.end');
    fay.leave();
    await world.time.pass(4 * minute);
    expect((await world.does(ada, 'wheel.take')).code).toBe('wheel-taken');
  });
});

describe('a role', () => {
  it('changes at once on open connections, and an old link does not bring the old one back', async () => {
    const { world, fay, ada } = await aSession();
    await world.does(fay, 'role.set', { participant: 'ada', role: 'viewer' });
    const now = [ada.lines.canvas.mayWrite, ada.lines.personal.mayWrite];
    const known = { board: 'board' as never, person: 'ada', known: null, fresh: ada.id, lobby: false };
    const joined = await world.until(world.participants.join({ ...known, name: 'ada', role: 'editor' }));
    expect([now, joined.role]).toEqual([[false, false], 'viewer']);
  });

  it('is not taken from two facilitators by each other at the same moment', async () => {
    const { world, fay } = await aSession();
    const gus = await world.join('gus', 'facilitator');
    const asked = [
      fay.ask('role.set', { participant: 'gus', role: 'editor' }),
      gus.ask('role.set', { participant: 'fay', role: 'editor' }),
    ];
    await world.time.pass(500);
    const codes = [fay, gus].map(({ answers }, i) => answers.get(asked[i] ?? '')?.code ?? 'ok');
    const people = world.docOf('board/session').getMap('people');
    const left = [fay, gus].filter(({ id }) => (people.get(id) as { role: string }).role === 'facilitator');
    expect([codes.sort(), left.length]).toEqual([['forbidden', 'ok'], 1]);
  });

  it('is handed over whole, once, whenever the server dies', async () => {
    for (let diesAfterMs = 0; diesAfterMs <= 8; diesAfterMs++) {
      const { world, fay, ada } = await aSession();
      const id = fay.ask('role.handOver', { participant: 'ada' });
      await world.time.pass(diesAfterMs);
      await world.restart();
      await world.time.pass(1_000);
      const people = world.docOf('board/session').getMap('people');
      const roles = [fay, ada].map((one) => (people.get(one.id) as { role: string }).role);
      const stored = await Promise.all(
        [fay, ada].map((one) => world.until(world.participants.find('board' as never, one.id))),
      );
      expect([diesAfterMs, fay.answers.get(id)?.ok, roles, stored.map((one) => one?.role)]).toEqual([
        diesAfterMs,
        true,
        ['editor', 'facilitator'],
        ['editor', 'facilitator'],
      ]);
    }
  });

  it('that is handed over to somebody who takes no side leaves them without one', async () => {
    const { world, fay } = await aSession();
    await world.join('gus', 'facilitator');
    await world.does(fay, 'role.set', { participant: 'gus', role: 'facilitator', neutral: true });
    await world.does(fay, 'role.handOver', { participant: 'gus' });
    const people = world.docOf('board/session').getMap('people');
    const told = ['fay', 'gus'].map((id) => {
      const { role, neutral = false } = people.get(id) as { role: string; neutral?: boolean };
      return [role, neutral];
    });
    expect(told).toEqual([
      ['editor', false],
      ['facilitator', true],
    ]);
  });

  it('ends with a removal, together with the hand, the spotlight and the wheel of whoever had it', async () => {
    const { world, fay, ada } = await aSession();
    const gus = await world.join('gus', 'facilitator');
    await world.does(gus, 'me.hand', { up: true });
    await world.does(gus, 'me.ready', { ready: true });
    await world.does(fay, 'guide.spotlight', { participant: 'gus' });
    await world.does(fay, 'person.remove', { participant: 'gus' });
    await world.time.pass(100);
    const { hands, ready, spotlight, acting } = world.state();
    const closed = gus.all.map(({ closedWith }) => closedWith);
    expect([hands, [...ready], spotlight, acting, closed, ada.lines.canvas.closedWith]).toEqual([
      [],
      [],
      null,
      null,
      [4403, 4403, 4403],
      null,
    ]);
  });
});

describe('the lobby', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const command = async (board: BoardCreated, by: Joined, name: string, args: object = {}) =>
    (
      await server.ask(`/api/boards/${board.board.id}/commands`, {
        token: by.token,
        origin: null,
        body: { id: `${name} ${JSON.stringify(args)}`, name, args },
      })
    ).status;

  async function aLobby(): Promise<{ board: BoardCreated; fay: Guest }> {
    server = await aServer();
    const board = await server.createBoard();
    const fay = await server.join(board, { name: 'Fay', role: 'facilitator' });
    await command(board, fay, 'session.set', { lobby: true });
    return { board, fay };
  }

  const knock = async (board: BoardCreated, name: string, cookie?: string) => {
    const answer = await server.ask(`/api/boards/${board.board.id}/join`, {
      body: { key: board.keys.editor, name },
      ...(cookie !== undefined && { cookie }),
    });
    const code = (answer.json as { error?: { code: string } }).error?.code ?? answer.status;
    return { code, cookie: cookie ?? String(answer.headers['set-cookie']).split(';')[0] ?? '' };
  };

  const waiting = async (board: BoardCreated) => {
    const room = server.rooms.find(board.board.id as never);
    return room?.session.state?.waiting.map(({ id, name }) => ({ id, name })) ?? [];
  };

  it('keeps newcomers outside until they are let in, and lets them in for good', async () => {
    const { board, fay } = await aLobby();
    const ada = await knock(board, 'Ada');
    const again = await knock(board, 'Ada', ada.cookie);
    const outside = await server.ask(`/api/boards/${board.board.id}`, { cookie: ada.cookie });
    const [first, ...others] = await waiting(board);
    await command(board, fay, 'lobby.admit', { participant: first?.id });
    const inside = await knock(board, 'Ada', ada.cookie);
    expect([
      ada.code,
      again.code,
      outside.status,
      first?.name,
      others,
      inside.code,
      await waiting(board),
    ]).toEqual(['waiting', 'waiting', 404, 'Ada', [], 200, []]);
  });

  it('turns somebody away for good', async () => {
    const { board, fay } = await aLobby();
    const eve = await knock(board, 'Eve');
    const [who] = await waiting(board);
    const refused = await command(board, fay, 'lobby.refuse', { participant: who?.id });
    expect([refused, (await knock(board, 'Eve', eve.cookie)).code, await waiting(board)]).toEqual([
      200,
      'removed',
      [],
    ]);
  });

  it('lets everybody in who waits when it is closed', async () => {
    const { board, fay } = await aLobby();
    const ada = await knock(board, 'Ada');
    await command(board, fay, 'session.set', { lobby: false });
    expect([(await knock(board, 'Ada', ada.cookie)).code, await waiting(board)]).toEqual([200, []]);
  });

  it('is passed by a facilitator’s link, and its list by nobody without one', async () => {
    const { board } = await aLobby();
    const gus = await server.join(board, { name: 'Gus', role: 'facilitator' });
    const ada = await knock(board, 'Ada');
    const [who] = await waiting(board);
    const asStranger = await command(board, { token: 'none' } as Joined, 'lobby.admit', {
      participant: who?.id,
    });
    const admitted = await command(board, gus, 'lobby.admit');
    const nobody = await command(board, gus, 'lobby.admit', { participant: 'nobody' });
    expect([asStranger, admitted, nobody, (await knock(board, 'Ada', ada.cookie)).code]).toEqual([
      404, 200, 404, 200,
    ]);
  });
});
