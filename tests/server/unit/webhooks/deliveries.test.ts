import { describe, expect, it } from 'vitest';
import { retryAt } from '../../../../server/webhooks/backOff.ts';
import { seededRandom } from '../../../../shared/lib/env.ts';
import { hookUrl, WebhookWorld } from '../../../support/webhookWorld.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What a facilitator is told about the last attempt, without the times. */
async function last(world: WebhookWorld) {
  const { last: told, waiting, lost } = await world.state();
  return told && { fault: told.fault, status: told.status, said: told.said, waiting, lost };
}

describe('what happened on a board', () => {
  it('arrives once, in order, well-formed, and leaves the outbox', async () => {
    const world = await WebhookWorld.open();
    for (let i = 0; i < 5; i++) await world.happens();
    const ids = await world.waiting();
    await world.time.pass(minute);
    expect({
      taken: world.receiver.taken,
      problems: world.receiver.problems,
      waiting: await world.waiting(),
      last: await last(world),
    }).toEqual({
      taken: ids,
      problems: [],
      waiting: [],
      last: { fault: null, status: 200, said: 'ok', waiting: 0, lost: 0 },
    });
  });

  it('is not told where nobody wants to hear it', async () => {
    const world = await WebhookWorld.open({ url: null });
    await world.happens();
    await world.ask('webhook.set', { url: hookUrl, events: ['ballot.result'] });
    await world.happens();
    await world.time.pass(hour);
    expect(world.receiver.arrived).toEqual([]);
  });

  it('leaves a second between two messages, as Slack asks', async () => {
    const world = await WebhookWorld.open();
    for (let i = 0; i < 3; i++) await world.happens();
    await world.time.pass(900);
    const soon = world.receiver.taken.length;
    await world.time.pass(2_300);
    expect([soon, world.receiver.taken.length]).toEqual([1, 3]);
  });

  it('is tried again after errors, with the same id, and what came later waits for it', async () => {
    const world = await WebhookWorld.open();
    world.receiver.answers.push({ status: 500 }, 'dead', 'silence', { status: 502 });
    await world.happens();
    await world.happens();
    const [first, second] = await world.waiting();
    await world.time.pass(10 * minute);
    expect(world.receiver.arrived.map(({ event, isTaken }) => [event, isTaken])).toEqual([
      [first, false],
      [first, false],
      [first, true],
      [second, true],
    ]);
  });

  it('waits as long as the other end asks, in seconds or until a date', async () => {
    const world = await WebhookWorld.open();
    const until = new Date(world.time.now() + 2 * hour).toUTCString();
    world.receiver.answers.push(
      { status: 429, headers: { 'retry-after': '1800' }, body: 'rate_limited' },
      { status: 503, headers: { 'retry-after': until } },
    );
    await world.happens();
    await world.time.pass(minute);
    const told = await last(world);
    await world.time.pass(28 * minute);
    const early = world.receiver.arrived.length;
    await world.time.pass(2 * minute);
    const second = world.receiver.arrived.length;
    await world.time.pass(85 * minute);
    const beforeDate = world.receiver.taken.length;
    await world.time.pass(10 * minute);
    expect({ told, early, second, beforeDate, taken: world.receiver.taken.length }).toEqual({
      told: { fault: 'answer', status: 429, said: 'rate_limited', waiting: 1, lost: 0 },
      early: 1,
      second: 2,
      beforeDate: 0,
      taken: 1,
    });
  });

  it('is given up after a day, which is shown, and what comes then is sent', async () => {
    const world = await WebhookWorld.open();
    world.receiver.otherwise = { status: 500, body: 'down' };
    await world.happens();
    await world.time.pass(23 * hour);
    const nearly = await last(world);
    await world.time.pass(2 * hour);
    const over = await last(world);
    const tries = world.receiver.arrived.length;
    world.receiver.otherwise = { status: 200 };
    await world.happens();
    await world.time.pass(minute);
    expect({ nearly, over, rarely: tries > 20 && tries < 45, taken: world.receiver.taken.length }).toEqual({
      nearly: { fault: 'answer', status: 500, said: 'down', waiting: 1, lost: 0 },
      over: { fault: 'answer', status: 500, said: 'down', waiting: 0, lost: 1 },
      rarely: true,
      taken: 1,
    });
  });

  it('is given up at once where trying again changes nothing: refused for good, or sent elsewhere', async () => {
    const world = await WebhookWorld.open();
    const told: unknown[] = [];
    for (const answer of [
      { status: 404, body: 'no_service' },
      { status: 400, body: '{"message":"invalid_blocks","code":7}' },
      { status: 302, headers: { location: 'https://169.254.169.254/' }, body: 'moved' },
    ]) {
      world.receiver.answers.push(answer);
      await world.happens();
      await world.time.pass(minute);
      told.push(await last(world));
    }
    expect({ told, reached: world.receiver.reached }).toEqual({
      told: [
        { fault: 'answer', status: 404, said: 'no_service', waiting: 0, lost: 1 },
        { fault: 'answer', status: 400, said: 'invalid_blocks', waiting: 0, lost: 2 },
        { fault: 'redirect', status: 302, said: '', waiting: 0, lost: 3 },
      ],
      reached: ['34.1.2.3', '34.1.2.3', '34.1.2.3'],
    });
  });

  it('counts as never arrived where more waits than is kept, whatever is on its way then', async () => {
    const world = await WebhookWorld.open();
    world.receiver.otherwise = { status: 500, body: 'down' };
    const ids: string[] = [];
    for (let i = 0; i < 205; i++) {
      await world.happens();
      ids.push(...(await world.waiting()).filter((id) => !ids.includes(id)));
    }
    await world.time.pass(2 * minute);
    const told = await last(world);
    world.receiver.otherwise = { status: 200 };
    await world.time.pass(hour);
    const { lost } = await world.state();
    expect([told?.waiting, told?.lost, lost, world.receiver.taken]).toEqual([200, 5, 5, ids.slice(5)]);
  });

  it('counts as taken when the answer began well and never ends', async () => {
    const world = await WebhookWorld.open();
    world.receiver.answers.push('trickle');
    await world.happens();
    await world.time.pass(minute);
    expect([world.receiver.taken.length, await last(world)]).toEqual([
      1,
      { fault: null, status: 200, said: '', waiting: 0, lost: 0 },
    ]);
  });

  it('goes nowhere when the name leads into a private network by now, even with one of its addresses', async () => {
    const world = await WebhookWorld.open();
    const faults: unknown[] = [];
    for (const addresses of [['127.0.0.1'], ['34.1.2.3', '10.0.0.1'], ['::ffff:169.254.169.254'], []]) {
      world.receiver.names.set('hooks.slack.test', addresses);
      await world.happens();
      await world.time.pass(minute);
      faults.push((await world.state()).last?.fault);
    }
    expect({ faults, reached: world.receiver.reached }).toEqual({
      faults: ['private', 'private', 'private', 'unknown-host'],
      reached: [],
    });
  });

  it('goes to a new address at once, and nowhere when the webhook was removed', async () => {
    const world = await WebhookWorld.open();
    world.receiver.answers.push({ status: 500 }, { status: 500 });
    await world.happens();
    await world.time.pass(10_000);
    await world.set({ url: 'https://hooks.slack.test/services/another/place' });
    await world.time.pass(3_000);
    const paths = world.receiver.arrived.map(({ path, isTaken }) => [path.split('/').at(-1), isTaken]);
    world.receiver.answers.push({ status: 500 });
    await world.happens();
    await world.time.pass(2_000);
    await world.ask('webhook.remove');
    await world.time.pass(hour);
    expect({ paths, taken: world.receiver.taken.length, waiting: await world.waiting() }).toEqual({
      paths: [
        ['abcdefghijklmnopWXYZ', false],
        ['abcdefghijklmnopWXYZ', false],
        ['place', true],
      ],
      taken: 1,
      waiting: [],
    });
  });
});

describe('the time between two attempts', () => {
  it('doubles from five seconds to an hour, and ends with the day', () => {
    const random = { ...seededRandom(1), next: () => 0.5 };
    const day = 24 * hour;
    const waits: number[] = [];
    let now = 0;
    for (let attempts = 1; ; attempts++) {
      const at = retryAt({ happenedAt: 0, now, attempts, waitMs: null, random });
      if (at === null) break;
      waits.push((at - now) / 1000);
      now = at;
    }
    expect({ first: waits.slice(0, 11), rest: new Set(waits.slice(10)), isWithinDay: now <= day }).toEqual({
      first: [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600],
      rest: new Set([3600]),
      isWithinDay: true,
    });
  });
});
