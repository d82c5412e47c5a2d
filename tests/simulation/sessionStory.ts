// A random session: people write privately while facilitators go through phases and reveal, and everything breaks that can.

import { NotWritableError } from '../../server/core.ts';
import { pick } from '../support/randomEdits.ts';
import { SessionOracle } from '../support/sessionOracle.ts';
import type { SimMember } from '../support/simMember.ts';
import { SimSession } from '../support/simSession.ts';

export interface Weather {
  readonly cut: number;
  readonly crash: number;
  readonly diskFull: number;
  readonly latencyMs: readonly [number, number];
  readonly slowChance?: number;
}

export const weathers = {
  'a calm session': { cut: 0, crash: 0, diskFull: 0, latencyMs: [0, 4] },
  'a session on a bad network': { cut: 0.15, crash: 0, diskFull: 0, latencyMs: [0, 4] },
  'a session whose server dies': { cut: 0.04, crash: 0.08, diskFull: 0, latencyMs: [2, 30] },
  'a session on a slow disk': { cut: 0.05, crash: 0.06, diskFull: 0, latencyMs: [10, 120], slowChance: 0.02 },
  'a session on a full disk': { cut: 0.04, crash: 0.03, diskFull: 0.06, latencyMs: [0, 8] },
} satisfies Record<string, Weather>;

/** Everything that went wrong; nothing when all is well. */
export async function tellSession(seed: number, weather: Weather, steps = 60): Promise<string[]> {
  const world = new SimSession({
    seed,
    network: { delayMsMin: 1, delayMsMax: 40, noticeMsMax: 200 },
    disk: weather,
  });
  const oracle = new SessionOracle(world);
  await world.start();
  const facilitators = [await world.join('fay', 'facilitator'), await world.join('gus', 'facilitator')];
  const writers: SimMember[] = [];
  for (const name of ['ada', 'ben', 'cy', 'dan']) writers.push(await world.join(name));
  const story = new Story(world, oracle, { facilitators, writers });
  for (let step = 0; step < steps; step++) {
    await story.step(weather);
    await world.time.pass(world.random.next() * 120);
    oracle.check();
  }
  await story.heal();
  await oracle.checkEnd();
  return [...oracle.wrongs, ...world.wrongs];
}

class Story {
  private readonly world: SimSession;
  private readonly oracle: SessionOracle;
  private readonly cast: { readonly facilitators: readonly SimMember[]; readonly writers: SimMember[] };
  private readonly mine = new Map<SimMember, { id: string; text: string }[]>();
  private words = 0;

  constructor(world: SimSession, oracle: SessionOracle, cast: Story['cast']) {
    this.world = world;
    this.oracle = oracle;
    this.cast = cast;
  }

  async step({ cut, crash, diskFull }: Weather): Promise<void> {
    const { world } = this;
    const fate = world.random.next();
    const anybody = pick(world.random, world.members);
    // As a person does who is told that there is no room: later, again.
    for (const line of world.members.flatMap(({ all }) => all)) if (line.isFenced) line.drop();
    if (fate < cut) anybody?.drop();
    else if (fate < cut + crash) await this.dies();
    else if (fate < cut + crash + diskFull) world.disk.isFull = !world.disk.isFull;
    else if (fate > 0.72) this.steer();
    else if (fate > 0.7 && this.cast.writers.length < 6 && !world.disk.isFull)
      await this.comesLate(`late${this.cast.writers.length}`);
    else this.write();
  }

  async heal(): Promise<void> {
    const { world } = this;
    world.disk.isFull = false;
    await world.time.pass(20_000);
    for (const line of world.members.flatMap(({ all }) => all)) if (line.isFenced) line.drop();
    await world.time.pass(30_000);
    // On a slow disk an erasure takes its time; it ends.
    const isErased = async () => (await world.disk.peek().list(['erase'])).length === 0;
    for (let i = 0; i < 30 && !(await isErased()); i++) await world.time.pass(10_000);
  }

  /** Or finds the disk full a moment ago, and does not come. */
  private async comesLate(name: string): Promise<void> {
    const come = await this.world.join(name).catch((error: unknown) => {
      if (error instanceof NotWritableError) return null;
      throw error;
    });
    if (come !== null) this.cast.writers.push(come);
  }

  private async dies(): Promise<void> {
    this.world.crash();
    await this.world.time.pass(this.world.random.next() * 200);
    await this.world.start();
  }

  private write(): void {
    const { random } = this.world;
    const who = pick(random, this.cast.writers);
    if (who === undefined) return;
    const ideas = this.mine.get(who) ?? [];
    this.mine.set(who, ideas);
    const old = pick(random, ideas);
    const what = random.next();
    if (old === undefined || what < 0.6) {
      const { settings, phase } = who.state;
      const promised = settings.anonymous || phase?.anonymous === true;
      const text = `${this.oracle.mark(who.id, promised)} idea`;
      ideas.push({ id: who.idea(text, { nameless: promised }), text });
    } else if (what < 0.9) who.types(old.id, '!');
    else {
      this.oracle.givenUp(old.text);
      who.lines.personal.doc.getMap('drafts').delete(old.id);
    }
  }

  private steer(): void {
    const { random } = this.world;
    const [one, other] = this.cast.facilitators;
    const who = random.next() < 0.5 ? one : other;
    const word = `word ${this.words++}`;
    const chance = random.next();
    const ask = (name: string, args: Record<string, unknown> = {}) => void who?.ask(name, args);
    if (chance < 0.25) ask('phase.set', { kind: 'silent', title: word, anonymous: random.next() < 0.4 });
    else if (chance < 0.35) ask('phase.set', { kind: 'group', title: word });
    else if (chance < 0.6) {
      ask('reveal', { confirm: true });
      // Two who press at once.
      if (random.next() < 0.2) other?.ask('reveal', { confirm: true });
    } else if (chance < 0.7) ask('session.set', { anonymous: random.next() < 0.5 });
    else if (chance < 0.75) ask('phase.nameless');
    else if (chance < 0.9) ask('win.add', { text: word });
    else if (chance < 0.95) ask('phase.end');
    else ask(random.next() < 0.3 ? 'session.end' : 'session.reopen');
  }
}
