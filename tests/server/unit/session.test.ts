// The session as the server keeps it: phases with rules that hold on the wire, a plan, a clock, promises that only tighten,
// commands that have one effect, and refusals that change nothing.

import { describe, expect, it } from 'vitest';
import { can } from '../../../shared/board/roles.ts';
import type { SimMember } from '../../support/simMember.ts';
import { SimSession } from '../../support/simSession.ts';

async function aSession(): Promise<{ world: SimSession; fay: SimMember; ada: SimMember; vic: SimMember }> {
  const world = new SimSession();
  await world.start();
  const fay = await world.join('fay', 'facilitator');
  const ada = await world.join('ada', 'editor');
  const vic = await world.join('vic', 'viewer');
  return { world, fay, ada, vic };
}

const minute = 60_000;

/** What everybody can read of the phase under way. */
function phaseOf(world: SimSession) {
  const { phase } = world.state();
  return phase && { kind: phase.kind, title: phase.title, anonymous: phase.anonymous };
}

describe('a phase', () => {
  it('closes the wall to editors on the server, says so, and opens it again', async () => {
    const { world, fay, ada } = await aSession();
    const told: (boolean | null)[] = [ada.lines.canvas.mayWrite];
    await world.does(fay, 'phase.set', { kind: 'silent' });
    told.push(ada.lines.canvas.mayWrite, fay.lines.canvas.mayWrite);
    await world.time.pass(3_500);
    ada.note('against the rules');
    fay.note('the prompt');
    await world.time.pass(100);
    await world.does(fay, 'phase.set', { kind: 'group' });
    told.push(ada.lines.canvas.mayWrite);
    expect({ told, refused: ada.lines.canvas.rejects, wall: world.wall() }).toEqual({
      told: [true, false, true, true],
      refused: ['read-only'],
      wall: ['the prompt'],
    });
  });

  it('keeps what was under way when it began, for three seconds and no longer', async () => {
    const { world, fay, ada } = await aSession();
    const cy = await world.join('cy');
    await world.does(fay, 'phase.set', { kind: 'vote' });
    // A second change of what they may do takes nothing from the first one's grace.
    await world.does(fay, 'role.set', { participant: 'ada', role: 'commenter' });
    ada.note('on its way');
    await world.time.pass(4_000);
    cy.note('too late');
    await world.time.pass(100);
    expect([world.wall(), ada.lines.canvas.rejects, cy.lines.canvas.rejects]).toEqual([
      ['on its way'],
      [],
      ['read-only'],
    ]);
  });

  it('gives no grace to whoever could not write before', async () => {
    const { world, fay, vic } = await aSession();
    await world.does(fay, 'role.set', { participant: 'vic', role: 'commenter' });
    vic.note('never allowed');
    await world.time.pass(100);
    expect([world.wall(), vic.lines.canvas.rejects]).toEqual([[], ['read-only']]);
  });

  it('lets editors write where its step says so', async () => {
    const { world, fay, ada } = await aSession();
    await world.does(fay, 'phase.set', { kind: 'silent', editorsWrite: true });
    await world.time.pass(4_000);
    ada.note('allowed');
    await world.time.pass(100);
    expect(world.wall()).toEqual(['allowed']);
  });

  it('holds over a restart, for those who come back too', async () => {
    const { world, fay, ada } = await aSession();
    await world.does(fay, 'phase.set', { kind: 'silent', title: 'Think', minutes: 5 });
    const before = world.state();
    await world.restart();
    await world.time.pass(500);
    ada.note('against the rules');
    await world.time.pass(500);
    expect([world.state(), ada.lines.canvas.rejects, ada.state.phase]).toEqual([
      before,
      ['read-only'],
      before.phase,
    ]);
  });

  it('has a timer on the server’s clock that stops, goes on, and can be made longer', async () => {
    const { world, fay } = await aSession();
    await world.does(fay, 'phase.set', { kind: 'open', minutes: 5 });
    const { startedAt = 0 } = world.state().phase ?? {};
    const ends = () => {
      const { endsAt = null, leftMs = null } = world.state().phase ?? {};
      return [endsAt === null ? null : endsAt - startedAt, leftMs];
    };
    const told = [ends()];
    await world.does(fay, 'phase.extend', { minutes: 2 });
    told.push(ends());
    await world.does(fay, 'phase.pause');
    const paused = ends();
    await world.time.pass(10 * minute);
    told.push([paused[0] ?? null, ends()[1] === paused[1] ? 0 : 1]);
    await world.does(fay, 'phase.resume');
    const resumedAt = world.time.now() - startedAt;
    const [end] = ends();
    expect([told, Math.abs((end ?? 0) - resumedAt - (paused[1] ?? 0)) < 50]).toEqual([
      [
        [5 * minute, null],
        [7 * minute, null],
        [null, 0],
      ],
      true,
    ]);
  });
});

describe('the plan', () => {
  const steps = [
    { id: 'a', kind: 'silent', title: 'Think', minutes: 5 },
    { id: 'b', kind: 'group', title: 'Group' },
    { id: 'c', kind: 'vote', title: 'Vote' },
  ];

  it('is walked forwards and backwards, and says where it ends', async () => {
    const { world, fay } = await aSession();
    await world.does(fay, 'agenda.set', { steps });
    const walk: unknown[] = [];
    for (const [name, args] of [
      ['phase.back', {}],
      ['phase.next', {}],
      ['phase.next', {}],
      ['phase.back', {}],
      ['phase.start', { step: 'c' }],
      ['phase.next', {}],
      ['phase.start', { step: 'nowhere' }],
    ] as const) {
      const { ok: isDone, code } = await world.does(fay, name, args);
      walk.push([isDone ? 'ok' : code, phaseOf(world)?.title]);
    }
    expect([walk, world.state().past.map(({ title }) => title)]).toEqual([
      [
        ['no-step', undefined],
        ['ok', 'Think'],
        ['ok', 'Group'],
        ['ok', 'Think'],
        ['ok', 'Vote'],
        ['no-step', 'Vote'],
        ['no-step', 'Vote'],
      ],
      ['Think', 'Group', 'Think'],
    ]);
  });

  it('goes on once when two press at the same moment', async () => {
    const { world, fay } = await aSession();
    const gus = await world.join('gus', 'facilitator');
    await world.does(fay, 'agenda.set', { steps });
    await world.does(fay, 'phase.next');
    const from = world.state().phase?.id;
    const asked = [fay.ask('phase.next', { from }), gus.ask('phase.next', { from })];
    await world.time.pass(500);
    const codes = [fay, gus].map(({ answers }, i) => answers.get(asked[i] ?? '')?.code ?? 'ok').sort();
    expect([codes, phaseOf(world)?.title]).toEqual([['moved-on', 'ok'], 'Group']);
  });

  it('is taken whole or not at all', async () => {
    const { world, fay } = await aSession();
    await world.does(fay, 'agenda.set', { steps });
    const answers = [
      await world.does(fay, 'agenda.set', { steps: [...steps, { id: 'd', kind: 'nap' }] }),
      await world.does(fay, 'agenda.set', { steps: [...steps, steps[0]] }),
      await world.does(fay, 'agenda.set', { steps: 'none' }),
    ];
    expect([answers.map(({ code }) => code), world.state().agenda.map(({ id }) => id)]).toEqual([
      ['bad-agenda', 'bad-agenda', 'bad-request'],
      ['a', 'b', 'c'],
    ]);
  });
});

describe('whoever may not', () => {
  const steering: [string, Record<string, unknown>][] = [
    ['session.set', { anonymous: true }],
    ['agenda.set', { steps: [] }],
    ['phase.set', { kind: 'open' }],
    ['phase.start', { step: 'a' }],
    ['phase.next', {}],
    ['phase.back', {}],
    ['phase.end', {}],
    ['phase.extend', { minutes: 1 }],
    ['phase.pause', {}],
    ['phase.resume', {}],
    ['phase.nameless', {}],
    ['session.end', {}],
    ['session.reopen', {}],
    ['reveal', { confirm: true }],
    ['hand.lower', {}],
    ['guide.summon', { view: [0, 0, 9, 9] }],
    ['guide.spotlight', { participant: 'ada' }],
    ['win.remove', { id: 'something' }],
    ['wheel.leave', {}],
    ['role.handOver', { participant: 'ada' }],
    ['role.set', { participant: 'ada', role: 'facilitator' }],
    ['lobby.admit', {}],
    ['lobby.refuse', { participant: 'ada' }],
    ['person.remove', { participant: 'fay' }],
    ['person.readmit', { participant: 'vic' }],
    ['round.next', {}],
    ['board.rename', { title: 'Mine' }],
    ['template.apply', { template: 'swot' }],
    ['ballot.open', { options: 'notes', method: 'dots' }],
    ['ballot.remind', { ballot: 'something' }],
    ['ballot.close', { ballot: 'something' }],
  ];

  it('is refused with one clear code, and nothing changes', async () => {
    const { world, ada, vic } = await aSession();
    ada.idea('mine');
    await world.time.pass(200);
    const before = [world.state(), world.wall(), [...world.puts.keys()]];
    const heard = new Set<string>();
    for (const [name, args] of steering) {
      const { code } = await world.does(ada, name, args);
      heard.add(`editor ${code}`);
    }
    for (const [name, args] of [
      ['me.ready', { ready: true }],
      ['me.hand', { up: true }],
      ['win.add', { text: 'well done' }],
      ['wheel.take', {}],
    ] as const) {
      const { code } = await world.does(vic, name, args);
      heard.add(`viewer ${code}`);
    }
    const all = Object.entries(world.table).filter(([, { needs }]) => !can('editor', needs));
    expect([
      steering.map(([name]) => name).sort(),
      [[...heard], world.state(), world.wall(), [...world.puts.keys()]],
    ]).toEqual([all.map(([name]) => name).sort(), [['editor forbidden', 'viewer forbidden'], ...before]]);
  });

  it('cannot write private ideas as a viewer, as a neutral facilitator, or in somebody else’s document', async () => {
    const { world, fay, vic } = await aSession();
    const gus = await world.join('gus', 'facilitator');
    await world.does(fay, 'role.set', { participant: 'gus', role: 'facilitator', neutral: true });
    await world.time.pass(3_500);
    vic.idea('from a viewer');
    gus.idea('from somebody who takes no side');
    await world.time.pass(200);
    const kept = ['vic', 'gus'].map((name) => [
      ...world.docOf(`board/personal/${name}`).getMap('drafts').keys(),
    ]);
    expect([vic.lines.personal.rejects, gus.lines.personal.rejects, kept]).toEqual([
      ['read-only'],
      ['read-only'],
      [[], []],
    ]);
  });
});

describe('an ended session', () => {
  it('is for reading by everybody, takes no file, no undo and no reveal, and opens again', async () => {
    const { world, fay, ada } = await aSession();
    const room = await world.room();
    const gus = { id: fay.id, role: 'facilitator' as const, neutral: false };
    const file = {
      bytes: new TextEncoder().encode('one\ntwo'),
      contentType: 'text/plain',
      column: null,
      sheet: null,
      dryRun: false,
    };
    const { undo } = await world.until(world.transfer.import(room, gus, file));
    ada.idea('too late');
    await world.does(fay, 'phase.set', { kind: 'silent' });
    await world.does(fay, 'session.end');
    await world.time.pass(3_500);
    fay.note('too late too');
    await world.time.pass(100);
    const codes = [
      (await world.does(fay, 'reveal', { confirm: true })).code,
      (await world.does(fay, 'undo.apply', { undo })).code,
      await world.until(world.transfer.import(room, gus, file)).catch((error) => error.code),
    ];
    const ended = [world.wall(), fay.lines.canvas.rejects, phaseOf(world)];
    await world.does(fay, 'session.reopen');
    await world.does(fay, 'undo.apply', { undo });
    expect([codes, ended, world.state().endedAt]).toEqual([
      ['ended', 'not-now', 'not-now'],
      [['one', 'two'], ['read-only'], null],
      null,
    ]);
  });

  it('takes no file that was on its way when it ended', async () => {
    const { world, fay } = await aSession();
    const room = await world.room();
    const visitor = { id: fay.id, role: 'facilitator' as const, neutral: false };
    const bytes = new TextEncoder().encode('one\ntwo');
    // The file has been looked at, and waits for its turn on the disk.
    const check = room.mayWriteCanvas.bind(room);
    let looks = 0;
    room.mayWriteCanvas = (who) => ++looks === 1 || check(who);
    await world.does(fay, 'session.end');
    const taken = world.transfer.import(room, visitor, {
      bytes,
      contentType: 'text/plain',
      column: null,
      sheet: null,
      dryRun: false,
    });
    const code = await world.until(taken).catch((error) => error.code);
    expect([code, world.wall()]).toEqual(['not-now', []]);
  });
});

describe('a command', () => {
  it('that is asked again after a crash has had one effect and gives the same answer', async () => {
    for (let lostAfterMs = 0; lostAfterMs <= 8; lostAfterMs++) {
      const { world, fay } = await aSession();
      const ids = [
        fay.ask('phase.set', { kind: 'open', title: 'Once' }),
        fay.ask('win.add', { text: 'Once' }),
      ];
      await world.time.pass(lostAfterMs);
      await world.restart();
      await world.time.pass(1_000);
      const { phase, past, wins } = world.state();
      const [first] = ids.map((id) => fay.answers.get(id)?.data as { phase?: string } | undefined);
      expect([lostAfterMs, phase?.title, past, wins.map(({ text }) => text), first?.phase]).toEqual([
        lostAfterMs,
        'Once',
        [],
        ['Once'],
        phase?.id,
      ]);
    }
  });

  it('is remembered in the very commit that has its effect', async () => {
    const { world, fay, ada } = await aSession();
    const gus = await world.join('gus', 'editor');
    const apart: string[] = [];
    let name = '';
    world.onCommit = ({ appends = [], puts = [] }) => {
      const changes = appends.length > 0 || puts.some(({ key }) => key[0] === 'participant');
      if (changes && !puts.some(({ key }) => key[0] === 'command')) apart.push(name);
    };
    const commands: [string, Record<string, unknown>][] = [
      ['session.set', { hideCursors: true }],
      ['agenda.set', { steps: [{ id: 'a', kind: 'open' }] }],
      ['phase.next', {}],
      ['phase.nameless', {}],
      ['phase.extend', { minutes: 3 }],
      ['phase.pause', {}],
      ['phase.resume', {}],
      ['phase.end', {}],
      ['me.hand', { up: true }],
      ['hand.lower', {}],
      ['guide.summon', { view: [0, 0, 9, 9] }],
      ['guide.spotlight', { participant: 'ada' }],
      ['guide.spotlight', { participant: null }],
      ['guide.park', { item: 'park' }],
      ['win.add', { text: 'well done' }],
      ['me.rename', { name: 'Fay' }],
      ['role.set', { participant: gus.id, role: 'commenter' }],
      ['session.end', {}],
      ['session.reopen', {}],
      ['role.handOver', { participant: ada.id }],
    ];
    for (const [command, args] of commands) {
      name = command;
      expect([command, (await world.does(fay, command, args)).ok]).toEqual([command, true]);
    }
    expect(apart).toEqual([]);
  });
});

describe('a promise of anonymity', () => {
  it('is made while a phase runs and not taken back before what was written under it is on the wall', async () => {
    const { world, fay, ada } = await aSession();
    const walk: unknown[] = [];
    const set = async (anonymous: boolean) => {
      const { ok: isDone, code } = await world.does(fay, 'session.set', { anonymous });
      walk.push([anonymous, isDone ? 'ok' : code]);
    };
    await world.does(fay, 'phase.set', { kind: 'silent' });
    walk.push(phaseOf(world)?.anonymous);
    await set(true);
    walk.push(phaseOf(world)?.anonymous);
    ada.idea('mine', { nameless: true });
    await set(false);
    await world.does(fay, 'phase.end');
    await set(false);
    await world.does(fay, 'reveal', { confirm: true });
    await set(false);
    walk.push(world.state().promisedNameless, world.authors());
    expect(walk).toEqual([
      false,
      [true, 'ok'],
      true,
      [false, 'promise-holds'],
      [false, 'promise-holds'],
      [false, 'ok'],
      false,
      {},
    ]);
  });

  it('binds the next silent phase too while something waits under it, and nothing where nobody wrote', async () => {
    const { world, fay, ada } = await aSession();
    const kinds: unknown[] = [];
    await world.does(fay, 'phase.set', { kind: 'silent', anonymous: true });
    await world.does(fay, 'phase.set', { kind: 'silent' });
    kinds.push(phaseOf(world)?.anonymous);
    await world.does(fay, 'phase.nameless');
    ada.idea('mine');
    await world.time.pass(100);
    await world.does(fay, 'phase.set', { kind: 'group' });
    kinds.push(phaseOf(world)?.anonymous);
    await world.does(fay, 'phase.set', { kind: 'silent' });
    kinds.push(phaseOf(world)?.anonymous);
    expect(kinds).toEqual([false, false, true]);
  });
});
