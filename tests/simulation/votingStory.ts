// A random week of votes on one board: people vote on two devices, with and without a network, and try what they may not;
// ballots are announced, opened, reminded of and closed by people and by the clock; the server dies, and is away for hours.
// What a ballot must come to is counted a second time, from what was durable, by rules written down again here.

import type { Ballot } from '../../shared/features/voting/ballot.ts';
import { readResult } from '../../shared/features/voting/result.ts';
import { pick } from '../support/randomEdits.ts';
import { type Device, VotingWorld } from '../support/votingWorld.ts';

const minute = 60_000;
const hour = 60 * minute;
const options = ['a', 'b', 'c'];

/** What is durable at a moment in which nothing is under way. */
interface Seen {
  readonly ballots: readonly Ballot[];
  /** What each ballot would come to: totals and voters, as text. */
  readonly counts: ReadonlyMap<string, string>;
}

/** Everything that went wrong, nothing when all is well; and how many votes were counted in it. */
export async function tellVotes(seed: number, steps = 30): Promise<{ wrongs: string[]; voted: number }> {
  const story = new VotingStory(new VotingWorld(seed));
  await story.begin();
  for (let step = 0; step < steps; step++) await story.step();
  await story.end();
  return { wrongs: story.wrongs, voted: story.voted };
}

class VotingStory {
  readonly wrongs: string[] = [];
  voted = 0;
  private readonly world: VotingWorld;
  private readonly people = new Map<string, { removed: boolean; neutral: boolean }>();
  private devices: Device[] = [];
  private titles = 0;
  private asked = 0;
  private readonly finals = new Map<string, string>();

  constructor(world: VotingWorld) {
    this.world = world;
  }

  async begin(): Promise<void> {
    const { world } = this;
    await world.hook();
    await world.notes(...options);
    await this.comes('fay', 'facilitator');
    for (const who of ['ann', 'ben', 'cyd']) await this.comes(who);
    this.devices.push(await world.device('ann'));
  }

  /** People do something, each time it comes to rest, and then time passes in which nobody does anything. */
  async step(): Promise<void> {
    const { random } = this.world.env;
    for (const device of this.devices)
      if (!device.isOnline && random.next() < 0.7) await this.world.connect(device);
    let seen = await this.see();
    const deeds = 1 + Math.floor(random.next() * 4);
    for (let deed = 0; deed < deeds; deed++) {
      const before = seen;
      await this.act();
      await this.world.time.pass(150);
      seen = await this.see();
      // What its time came for meanwhile may have been counted on either side of the deed.
      await this.check(before, seen);
    }
    await this.timePasses();
    await this.check(seen);
  }

  async end(): Promise<void> {
    const { world } = this;
    for (const device of this.devices) if (!device.isOnline) await world.connect(device);
    for (const { id, closedAt } of await world.ballots())
      if (closedAt === null) await world.ask('fay', 'ballot.close', { ballot: id });
    await world.time.pass(21_000);
    for (const who of this.people.keys()) {
      const left = Object.keys(await world.left(who));
      if (left.length > 0) this.wrongs.push(`votes of ${who} are left: ${left}`);
    }
    const erasures = await world.disk.peek().list(['erase']);
    if (erasures.length > 0) this.wrongs.push('something that is over can still be read');
    const due = (await world.disk.peek().list(['due'])).filter(
      ({ value }) => (value as { at: unknown }).at !== null,
    );
    if (due.length > 0) this.wrongs.push('something is due where nothing is to come');
    await this.checkTold();
  }

  private async act(): Promise<void> {
    const { random } = this.world.env;
    const device = pick(random, this.devices);
    const all = await this.world.ballots();
    const open = all.filter(({ closedAt }) => closedAt === null);
    const ballot = pick(random, random.next() < 0.9 ? open : all);
    const chance = random.next();
    if (device === undefined) return;
    if (chance < 0.6 && ballot !== undefined) await this.votes(device, ballot);
    else if (chance < 0.65) {
      if (device.isOnline) this.world.leave(device);
      else await this.world.connect(device);
    } else if (chance < 0.77) await this.opens();
    else if (chance < 0.82 && ballot !== undefined) await this.asks('ballot.close', { ballot: ballot.id });
    else if (chance < 0.86 && ballot !== undefined) await this.asks('ballot.remind', { ballot: ballot.id });
    else if (chance < 0.9) await this.comes(`p${this.people.size}`);
    else if (chance < 0.94) await this.goes(device.who);
    else await this.tries(device, ballot);
  }

  private async votes(device: Device, { id, method, votes }: Ballot): Promise<void> {
    const { random } = this.world.env;
    const entries: Record<string, unknown> = {};
    const option = () => pick(random, options) ?? 'a';
    if (method === 'approval') entries[`${id}/${option()}`] = random.next() < 0.7 ? 1 : null;
    else
      for (let slot = 0; slot < votes; slot++)
        entries[`${id}/${slot}`] = random.next() < 0.8 ? option() : null;
    await this.world.votes(device, entries);
  }

  /** What counts for nothing: slots there are not, options there are not, values that are none. */
  private async tries(device: Device, ballot: Ballot | undefined): Promise<void> {
    const id = ballot?.id ?? 'none';
    const stuffed = Object.fromEntries(Array.from({ length: 20 }, (_, slot) => [`${id}/${slot + 50}`, 'a']));
    await this.world.votes(device, { ...stuffed, [`${id}/00`]: 'b', [`${id}/zzz`]: 1, 'other/a': 1 });
    await this.world.ask(device.who === 'fay' ? 'ann' : device.who, 'ballot.close', { ballot: id });
  }

  private async opens(): Promise<void> {
    const { env, time } = this.world;
    const chance = () => env.random.next();
    const isLater = chance() < 0.4;
    const opensAt = isLater ? time.now() + Math.round(chance() * 2 * hour) + 1_000 : null;
    const lasts = chance() < 0.7 ? Math.round(chance() * 4 * hour) + 1_000 : null;
    await this.asks('ballot.open', {
      title: `t${this.titles++}`,
      options,
      method: chance() < 0.5 ? 'dots' : 'approval',
      votes: 1 + Math.floor(chance() * 3),
      maxPerOption: 2,
      who: 'link',
      opensAt,
      closesAt: lasts === null ? null : (opensAt ?? time.now()) + lasts,
      graceHours: chance() < 0.4 ? 1 : 0,
    });
  }

  /** As a client that does not hear the answer: again, with the same id, perhaps over a crash. */
  private async asks(name: string, args: Record<string, unknown>): Promise<void> {
    const { world } = this;
    const id = `s${this.asked++}`;
    await world.begin('fay', name, args, id);
    await world.time.pass(Math.floor(world.env.random.next() * 12));
    if (world.env.random.next() < 0.3) this.dies();
    const first = JSON.stringify(await world.ask('fay', name, args, id));
    const again = JSON.stringify(await world.ask('fay', name, args, id));
    if (first !== again && first.includes('"ok":true')) this.wrongs.push(`${name}: ${first}, then ${again}`);
  }

  private async comes(who: string, role: 'facilitator' | 'editor' = 'editor'): Promise<void> {
    if (this.people.size > 9) return;
    this.people.set(who, { removed: false, neutral: false });
    this.devices.push(await this.world.joins(who, role));
  }

  private async goes(who: string): Promise<void> {
    if (who === 'fay' || this.people.size < 5) return;
    this.people.set(who, { removed: true, neutral: false });
    await this.world.person(who, 'editor', { removed: true });
    for (const device of this.devices) if (device.who === who) this.world.leave(device);
    this.devices = this.devices.filter((device) => device.who !== who);
  }

  private dies(): void {
    this.world.crash();
    for (const device of this.devices) device.isOnline = false;
  }

  private async timePasses(): Promise<void> {
    const { world } = this;
    const { random } = world.env;
    const ms = Math.floor(random.next() ** 3 * 3 * hour);
    const next = (await world.ballots()).flatMap(({ closedAt, closesAt, opensAt }) =>
      closedAt === null ? [closesAt ?? 0, opensAt ?? 0] : [],
    );
    // Often to where something is due, and dead a moment after.
    const due = pick(
      random,
      next.filter((at) => at > world.time.now()),
    );
    const isSharp = due !== undefined && random.next() < 0.4;
    for (const device of this.devices) if (device.isOnline && random.next() < 0.9) world.leave(device);
    await world.time.pass(isSharp ? due - world.time.now() + Math.floor(random.next() * 15) : ms);
    if (random.next() < 0.5) return;
    world.down();
    for (const device of this.devices) device.isOnline = false;
    if (random.next() < 0.3) await world.time.pass(Math.floor(random.next() * 3 * hour));
    world.up();
    await world.time.pass(150);
  }

  private async see(): Promise<Seen> {
    const ballots = await this.world.ballots();
    const counts = new Map<string, string>();
    for (const ballot of ballots)
      if (ballot.closedAt === null) counts.set(ballot.id, await this.count(ballot));
    return { ballots, counts };
  }

  /** By hand: who may vote, and what of their entries counts. */
  private async count(ballot: Ballot): Promise<string> {
    const totals = new Map(options.map((option) => [option, 0]));
    let voted = 0;
    let hasLost = false;
    const isStillToCome = ballot.opensAt !== null && ballot.openedAt < ballot.opensAt;
    for (const [who, { removed, neutral }] of this.people) {
      if (isStillToCome) continue;
      const given = countedOf(ballot, await this.world.left(who));
      if (removed || neutral) {
        hasLost ||= given.length > 0;
        continue;
      }
      if (ballot.voters !== null && !(ballot.voters as readonly string[]).includes(who)) continue;
      if (given.length > 0) voted++;
      for (const option of given) totals.set(option, (totals.get(option) ?? 0) + 1);
    }
    // Of one or two it is not told where others lost their votes.
    if (hasLost && voted < 3) for (const option of options) totals.set(option, 0);
    return JSON.stringify([Object.fromEntries(totals), voted]);
  }

  /** A result is what was durable at `moments`, and stays what it was. */
  private async check(...moments: readonly Seen[]): Promise<void> {
    const results = (await this.world.session()).getMap('results');
    for (const [id, value] of results.entries()) {
      const text = JSON.stringify(value);
      const known = this.finals.get(id);
      if (known !== undefined) {
        if (known !== text) this.wrongs.push(`${id} was counted again: ${known}, then ${text}`);
        continue;
      }
      this.finals.set(id, text);
      const result = readResult(value);
      this.voted += result?.voted ?? 0;
      const totals = Object.fromEntries(options.map((o) => [o, result?.tally.get(o as never) ?? -1]));
      const counted = JSON.stringify([totals, result?.voted]);
      const wanted = moments.flatMap(({ counts }) => counts.get(id) ?? []);
      if (wanted.length > 0 && !wanted.includes(counted))
        this.wrongs.push(`${id} came to ${counted} and not to ${wanted.join(' or ')}`);
    }
  }

  /** Everything is told once, and the result of everything that was counted. */
  private async checkTold(): Promise<void> {
    const waiting = await this.world.disk.peek().list(['outbox']);
    const facts = waiting.map(
      ({ value }) => (value as { facts: { kind: string; ballot: { title: string } } }).facts,
    );
    for (const { title, id, opensAt, openedAt } of await this.world.ballots()) {
      const times = (kind: string) => facts.filter((f) => f.kind === kind && f.ballot.title === title).length;
      if (times('ballot.result') !== 1) this.wrongs.push(`${id}: ${times('ballot.result')} results told`);
      if (times('ballot.opened') > 1) this.wrongs.push(`${id}: opened ${times('ballot.opened')} times`);
      if (opensAt === null && times('ballot.opened') !== 1)
        this.wrongs.push(`${id} at ${openedAt}: not told`);
    }
  }
}

/** The options that somebody's entries give something, as often as they count. */
function countedOf({ id, method, votes, maxPerOption }: Ballot, entries: Record<string, unknown>): string[] {
  if (method === 'approval') return options.filter((option) => entries[`${id}/${option}`] === 1);
  const given: string[] = [];
  for (let slot = 0; slot < votes; slot++) {
    const option = entries[`${id}/${slot}`];
    if (typeof option !== 'string' || !options.includes(option)) continue;
    if (given.filter((each) => each === option).length < maxPerOption) given.push(option);
  }
  return given;
}
