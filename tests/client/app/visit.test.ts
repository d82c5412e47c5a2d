import { describe, expect, it, vi } from 'vitest';
import type { Answer, Api, Failure } from '../../../client/app/api.ts';
import type { BoardEnd } from '../../../client/app/boardEnd.ts';
import { BoardMemory } from '../../../client/app/boardMemory.ts';
import type { Leftovers } from '../../../client/app/leftovers.ts';
import { LocalStore } from '../../../client/app/localStore.ts';
import type { OpenBoard } from '../../../client/app/openBoard.ts';
import { type Stage, Visit } from '../../../client/app/visit.ts';
import { deviceInMemory } from '../../../client/sync/offline/device.ts';
import { MemoryStore } from '../../../client/sync/offline/memoryStore.ts';
import { paths } from '../../../client/sync/offline/records.ts';
import { realEnv, type Scheduler } from '../../../shared/lib/env.ts';
import type { BoardId } from '../../../shared/lib/ids.ts';
import type { BoardInfo, Joined } from '../../../shared/protocol/api.ts';
import { aBoard } from '../../support/aBoard.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

const id = 'board' as BoardId;
const refused = (status: number): Failure => ({ ok: false, status, code: 'no' });
const refusedAs = (status: number, code: string): Failure => ({ ok: false, status, code });

/** A server that lets in whoever has the key `right`, and a browser that remembers. */
function aWorld(options: { key?: string | null; joined?: boolean; name?: string; down?: boolean } = {}) {
  const shelf = new Map<string, string>();
  const store = new LocalStore({
    getItem: (key) => shelf.get(key) ?? null,
    setItem: (key, value) => void shelf.set(key, value),
    removeItem: (key) => void shelf.delete(key),
    key: () => null,
  });
  if (options.name !== undefined) store.rememberName(options.name);
  const device = new MemoryStore(true);
  const memory = new BoardMemory(Promise.resolve(deviceInMemory('tab', device)), realEnv);
  const world = {
    joined: options.joined ?? false,
    down: options.down ?? false,
    inTrash: false,
    joins: [] as string[],
    keysUsed: 0,
    opened: 0,
    closed: 0,
    end: (_end: BoardEnd): void => {},
    met: 0,
    participant: 'me',
    store,
    device,
    memory,
  };
  const info = (): BoardInfo => ({
    board: { id, title: 'Retro' },
    participant: { id: world.participant, name: 'Ann', role: 'editor' },
    docs: { canvas: 'c', session: 's', talk: 't', personal: 'p' },
    links: {},
    reach: 'network',
  });
  const api: Pick<Api, 'board' | 'join'> = {
    async board(): Promise<Answer<BoardInfo>> {
      if (world.down) return refused(0);
      if (world.joined && world.inTrash) return refused(410);
      return world.joined ? { ok: true, value: info() } : refused(404);
    },
    async join(_board, key, name): Promise<Answer<Joined>> {
      world.joins.push(`${key} as ${name}`);
      if (key !== 'right') return refused(404);
      world.joined = true;
      return {
        ok: true,
        value: { participant: { id: 'me', name, role: 'editor' }, token: '', docs: info().docs },
      };
    },
  };
  const whole = Object.assign(world, { api: api as Api });
  return { visit: aVisit(whole, options.key === undefined ? 'right' : options.key), world: whole };
}

interface World {
  readonly api: Api;
  readonly store: LocalStore;
  readonly memory: BoardMemory;
  keysUsed: number;
  opened: number;
  closed: number;
  met: number;
  end: (end: BoardEnd) => void;
}

function aVisit(
  world: World,
  key: string | null = null,
  scheduler: Scheduler = realEnv.scheduler,
): Visit<OpenBoard> {
  return new Visit({
    id,
    key,
    api: world.api,
    store: world.store,
    memory: world.memory,
    now: () => 1,
    scheduler,
    open: (_info, onEnd) => {
      world.opened++;
      world.end = onEnd;
      return { close: () => world.closed++, meet: () => world.met++ } as unknown as OpenBoard;
    },
    onKeyUsed: () => world.keysUsed++,
  });
}

function wordsOf(stage: Stage<OpenBoard>) {
  return stage.kind === 'waiting' ? [stage.name, stage.away] : told(stage);
}

function told(stage: Stage<OpenBoard>): string {
  return stage.kind === 'trouble' ? stage.trouble : stage.kind;
}

const lost: Leftovers = [...aBoard().note('lost').board.items.values()];

describe('a board in the trash', () => {
  it('is told from one that is gone, on the way in and while it is open', async () => {
    const before = aWorld({ joined: true, key: null });
    before.world.inTrash = true;
    await before.visit.arrive();
    const during = aWorld({ joined: true, key: null });
    await during.visit.arrive();
    during.world.inTrash = true;
    during.world.end({ kind: 'closed', code: 4404, unsaved: [] });
    await vi.waitFor(() => expect(during.visit.stage.get().kind).toBe('trouble'));
    expect([told(before.visit.stage.get()), told(during.visit.stage.get())]).toEqual(['inTrash', 'inTrash']);
  });
});

describe('a board whose newcomers wait', () => {
  it('asks again and again, less and less, and opens when somebody lets them in', async () => {
    const { visit, world } = aWorld({ name: 'Ann' });
    const time = new VirtualTime();
    const open = world.api.join;
    const said: Failure[] = [
      refusedAs(403, 'waiting'),
      refusedAs(403, 'waiting'),
      refused(0),
      refusedAs(403, 'waiting'),
    ];
    world.api.join = async (...asked) => said.shift() ?? open(...asked);
    const atDoor = aVisit(world, 'right', time);
    const stages: string[] = [];
    atDoor.stage.subscribe(() => stages.push(JSON.stringify(wordsOf(atDoor.stage.get()))));
    await atDoor.arrive();
    await time.pass(1_900);
    const before = said.length;
    await time.pass(20_000);
    visit.leave();
    expect({ before, stages, opened: world.opened }).toEqual({
      before: 3,
      stages: ['"arriving"', '["Ann",false]', '["Ann",false]', '["Ann",true]', '["Ann",false]', '"open"'],
      opened: 1,
    });
  });

  it('tells who is refused, and asks no more of who has left', async () => {
    const { world } = aWorld({ name: 'Ann' });
    const time = new VirtualTime();
    let asked = 0;
    const answers = [refusedAs(403, 'waiting'), refusedAs(403, 'removed')];
    world.api.join = async () => answers[asked++] ?? refused(403);
    const refusedOne = aVisit(world, 'right', time);
    await refusedOne.arrive();
    await time.pass(60_000);
    const askedThen = asked;
    asked = 0;
    const gone = aVisit(world, 'right', time);
    await gone.arrive();
    gone.leave();
    await time.pass(60_000);
    expect([told(refusedOne.stage.get()), askedThen, asked]).toEqual(['notLetIn', 2, 1]);
  });
});

describe('coming to a board by its link', () => {
  it('asks for a name once, joins, strips the key and remembers', async () => {
    const { visit, world } = aWorld();
    await visit.arrive();
    const first = told(visit.stage.get());
    await visit.join('Ann');
    expect([first, told(visit.stage.get()), world.joins, world.keysUsed]).toEqual([
      'asking',
      'open',
      ['right as Ann'],
      1,
    ]);
    expect([world.store.name(), world.store.boards()]).toEqual([
      'Ann',
      [{ id, title: 'Retro', role: 'editor', openedAt: 1, key: 'right' }],
    ]);
  });

  it('asks nothing of those whose name is known', async () => {
    const { visit, world } = aWorld({ name: 'Bo' });
    await visit.arrive();
    expect([told(visit.stage.get()), world.joins]).toEqual(['open', ['right as Bo']]);
  });

  it('asks nothing of those who have joined, and without a link does not join again', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    expect([told(visit.stage.get()), world.joins]).toEqual(['open', []]);
  });

  it('joins again with a new link, which may allow more', async () => {
    const { visit, world } = aWorld({ joined: true });
    await visit.arrive();
    // What they are called there is not what they said here.
    expect([told(visit.stage.get()), world.joins, world.store.name()]).toEqual([
      'open',
      ['right as Ann'],
      '',
    ]);
  });

  it('lets those in who have joined, even with a link that stopped working', async () => {
    const { visit } = aWorld({ joined: true, key: 'stale' });
    await visit.arrive();
    expect(told(visit.stage.get())).toBe('open');
  });
});

describe('a door that stays closed', () => {
  it('without a key asks for an invitation', async () => {
    const { visit } = aWorld({ key: null });
    await visit.arrive();
    expect(told(visit.stage.get())).toBe('needsLink');
  });

  it('with a wrong key says so', async () => {
    const { visit } = aWorld({ key: 'wrong', name: 'Ann' });
    await visit.arrive();
    expect(told(visit.stage.get())).toBe('wrongKey');
  });

  it('opens with the key this browser kept, when the cookie is gone', async () => {
    const { visit, world } = aWorld({ key: null, name: 'Ann' });
    world.store.rememberBoard({ id, title: 'Retro', role: 'editor', openedAt: 0, key: 'right' });
    await visit.arrive();
    expect([told(visit.stage.get()), world.joins]).toEqual(['open', ['right as Ann']]);
  });

  it('of a server that does not answer can be tried again', async () => {
    const { visit, world } = aWorld({ down: true, name: 'Ann' });
    await visit.arrive();
    const first = told(visit.stage.get());
    world.down = false;
    await visit.arrive();
    expect([first, told(visit.stage.get())]).toEqual(['unreachable', 'open']);
  });
});

describe('a board that cannot stay open', () => {
  it('is closed and opened anew, and what was not saved comes along', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    world.end({ kind: 'refused', code: 'malformed', unsaved: lost });
    await vi.waitFor(() => expect(world.opened).toBe(2));
    const [kept] = await world.memory.kept(id);
    expect([world.closed, kept?.why, kept?.items]).toEqual([1, 'malformed', lost]);
  });

  it('keeps what was not saved through a server that is away meanwhile', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    world.down = true;
    world.end({ kind: 'closed', code: 4409, unsaved: lost });
    await vi.waitFor(() => expect(told(visit.stage.get())).toBe('unreachable'));
    world.down = false;
    await visit.arrive();
    const [kept] = await world.memory.kept(id);
    expect([told(visit.stage.get()), kept?.why, kept?.items]).toEqual(['open', 'replaced', lost]);
  });

  it('does not knock for ever at a door that opens and throws out', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    for (let i = 0; i < 3; i++) {
      world.end({ kind: 'closed', code: 4401, unsaved: [] });
      await vi.waitFor(() => expect(told(visit.stage.get())).not.toBe('arriving'));
    }
    expect([told(visit.stage.get()), world.opened, world.closed]).toEqual(['failed', 3, 3]);
  });

  it.each([
    [4403, 'noLongerAllowed'],
    [4404, 'gone'],
    [4426, 'outdated'],
  ])('closed with %i it says what happened', async (code, trouble) => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    world.end({ kind: 'closed', code, unsaved: [] });
    await vi.waitFor(() => expect(told(visit.stage.get())).not.toBe('arriving'));
    expect([told(visit.stage.get()), world.closed]).toEqual([trouble, 1]);
  });

  it('is closed when the visitor leaves, and nothing follows', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    visit.leave();
    world.end({ kind: 'closed', code: 4409, unsaved: [] });
    await Promise.resolve();
    expect([world.opened, world.closed]).toEqual([1, 1]);
  });
});

describe('a copy that differs from the server’s', () => {
  it('is read anew, and given up only when it keeps differing', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    for (let i = 0; i < 3; i++) {
      world.end({ kind: 'diverged', unsaved: [] });
      await vi.waitFor(() => expect(world.opened).toBe(i + 2));
    }
    const opened = world.opened;
    world.end({ kind: 'diverged', unsaved: [] });
    await vi.waitFor(() => expect(told(visit.stage.get())).not.toBe('arriving'));
    expect([opened, told(visit.stage.get())]).toEqual([4, 'failed']);
  });
});

describe('a board that this device holds', () => {
  const hold = (world: ReturnType<typeof aWorld>['world']) =>
    world.device.change((tx) => {
      const address = { board: id, participant: 'me', name: 'c' };
      tx.put(paths.about(address), { participant: 'me', name: 'c', whole: true });
    });

  it('opens at once, and hears afterwards what the server says of it', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    await hold(world);
    visit.leave();
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { board } = world.api;
    const slow: Api = { ...world.api, board: (which) => waiting.then(() => board(which)) };
    const again = aVisit(Object.assign(world, { api: slow }));
    await again.arrive();
    const before = [told(again.stage.get()), world.met];
    answer();
    await vi.waitFor(() => expect(world.met).toBe(1));
    expect([before, world.opened]).toEqual([['open', 0], 2]);
  });

  it('opens without any network, by its link too', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    await hold(world);
    visit.leave();
    world.down = true;
    const stages = [];
    for (const key of [null, 'right']) {
      const again = aVisit(world, key);
      await again.arrive();
      stages.push(told(again.stage.get()));
      again.leave();
    }
    expect(stages).toEqual(['open', 'open']);
  });

  it('is opened anew when the server knows this browser as somebody else', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    await hold(world);
    visit.leave();
    world.participant = 'somebody else';
    await aVisit(world).arrive();
    await vi.waitFor(() => expect([world.opened, world.closed, world.met]).toEqual([3, 2, 0]));
  });

  it('is no way back in for somebody who was taken off it', async () => {
    const { visit, world } = aWorld({ joined: true, key: null });
    await visit.arrive();
    await hold(world);
    world.end({ kind: 'closed', code: 4403, unsaved: lost });
    await vi.waitFor(() => expect(told(visit.stage.get())).toBe('noLongerAllowed'));
    const [kept] = await world.memory.kept(id);
    expect([await world.memory.info(id), kept?.why, kept?.items]).toEqual([null, 'removed', lost]);
  });
});
