import { describe, expect, it } from 'vitest';
import { WebhookWorld } from '../../../support/webhookWorld.ts';

const hour = 60 * 60_000;

/** Two things happen; the server dies `crashAfter` ms after the first began, and comes back. */
async function storyWithCrash(seed: number, crashAfter: number) {
  const world = await WebhookWorld.open({ seed });
  const room = await world.room();
  let isAcked = false;
  void world.begins(room, { kind: 'session.summary' }).then(
    () => {
      isAcked = true;
    },
    () => {},
  );
  await world.time.pass(crashAfter);
  world.crash();
  const wasAcked = isAcked;
  const kept = await world.waiting();
  await world.happens();
  const later = (await world.waiting()).filter((event) => !kept.includes(event));
  await world.time.pass(hour);
  return { world, wasAcked, kept, later };
}

describe('a server that dies while messages are on their way', () => {
  it('loses nothing that was durable, tells nothing that was not, and repeats only with the same id', async () => {
    const wrongs: string[] = [];
    const seen = { before: 0, lost: 0, repeated: 0 };
    // An attempt takes some 75 ms: the crash comes into every part of it.
    for (let crashAfter = 0; crashAfter <= 110; crashAfter++) {
      const { world, wasAcked, kept, later } = await storyWithCrash(crashAfter + 1, crashAfter);
      const { taken, problems } = world.receiver;
      const told = new Set(taken);
      const say = (what: string) => wrongs.push(`${crashAfter} ms: ${what}`);
      if (wasAcked && told.size !== 2) say(`${told.size} events of 2 arrived`);
      if (taken.length - told.size > 1) say('told more than twice');
      if (!later.every((event) => taken.filter((one) => one === event).length === 1))
        say('what came after the crash did not arrive exactly once');
      for (const event of kept) if (!told.has(event)) say('what was durable did not arrive');
      if ((await world.waiting()).length > 0) say('something still waits');
      wrongs.push(...problems);
      if (told.size === 1) seen.lost++;
      else if (taken.length > told.size) seen.repeated++;
      else seen.before++;
    }
    // Each of the three was in it, or it would prove nothing.
    expect([wrongs, Object.values(seen).map((count) => count > 0)]).toEqual([[], [true, true, true]]);
  });

  it('sends nothing twice over an orderly end, which waits for the attempt under way', async () => {
    for (let stopAfter = 0; stopAfter <= 110; stopAfter += 5) {
      const world = await WebhookWorld.open({ seed: stopAfter });
      await world.happens();
      await world.time.pass(stopAfter);
      await world.restart();
      await world.time.pass(hour);
      expect([stopAfter, world.receiver.taken.length]).toEqual([stopAfter, 1]);
    }
  });

  it('goes on with the attempts where it was, and not from the beginning', async () => {
    const world = await WebhookWorld.open();
    world.receiver.answers.push({ status: 503, headers: { 'retry-after': '1800' } });
    await world.happens();
    await world.time.pass(10_000);
    await world.restart();
    await world.time.pass(25 * 60_000);
    const early = world.receiver.arrived.length;
    await world.time.pass(10 * 60_000);
    expect([early, world.receiver.taken.length, (await world.state()).last?.attempts]).toEqual([1, 1, 2]);
  });
});

describe('a disk without room', () => {
  it('makes nobody hear anything twice', async () => {
    const world = await WebhookWorld.open();
    await world.happens();
    world.hasNoRoomFor = ({ removes = [] }) => removes.some(([kind]) => kind === 'outbox');
    await world.time.pass(hour);
    const meanwhile = [world.receiver.taken.length, (await world.waiting()).length];
    world.hasNoRoomFor = () => false;
    await world.time.pass(hour);
    expect([meanwhile, world.receiver.taken.length, await world.waiting()]).toEqual([[1, 1], 1, []]);
  });
});

describe('a board that is not what it was', () => {
  it('tells nothing of before a restore, and nothing when it is gone', async () => {
    const world = await WebhookWorld.open();
    world.receiver.otherwise = { status: 500 };
    await world.happens();
    const [before] = await world.disk.peek().list(['board']);
    const record = before?.value as { epoch: number };
    await world.disk.peek().commit({
      puts: [{ key: before?.key ?? [], value: { ...record, epoch: record.epoch + 1 } }],
    });
    world.receiver.otherwise = { status: 200 };
    world.crash();
    await world.time.pass(hour);
    expect([world.receiver.taken, await world.waiting()]).toEqual([[], []]);
  });
});
