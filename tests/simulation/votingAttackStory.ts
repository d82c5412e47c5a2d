// One day of six ballots, one by each method, told twice: as honest people live it, and with people among them who try to count
// for more than they may. Who may vote tries with two devices, replays and stuffed documents; others without having a vote.

import * as Y from 'yjs';
import type { Ballot, Method } from '../../shared/features/voting/ballot.ts';
import { methods } from '../../shared/features/voting/ballot.ts';
import { type Random, seededRandom } from '../../shared/lib/env.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { encode, protocolVersion, schemaVersion } from '../../shared/protocol/messages.ts';
import { pick } from '../support/randomEdits.ts';
import { updatesOf, Wire } from '../support/simRoom.ts';
import { type Device, VotingWorld } from '../support/votingWorld.ts';

const options = ['a', 'b', 'c', 'd'];
const size: Readonly<Record<Method, Record<string, number>>> = {
  dots: { votes: 3, maxPerOption: 2 },
  ranked: { votes: 3 },
  quadratic: { votes: 10 },
  approval: {},
  score: {},
  matrix: {},
};

/** What somebody says in one ballot, without the ballot's id in the keys. */
export type Said = Readonly<Record<string, unknown>>;
export type Own = ReadonlyMap<Method, Said>;

export interface Told {
  /** By method: the result without its moment. */
  readonly results: Readonly<Record<string, unknown>>;
  /** The one vote that mal had in each ballot when it was closed, as the rules read it. */
  readonly own: Own;
  /** Commands of people who may not that were not refused. */
  readonly allowed: readonly string[];
}

/** With `own` everybody is honest and that is what mal votes for; without it he and his friends attack. */
export async function tellDay(seed: number, own: Own | null): Promise<Told> {
  const day = new Day(seed, own === null);
  await day.begin();
  for (let step = 0; step < 14; step++) await day.step(step);
  if (own !== null) await day.votesOwn(own);
  return day.end();
}

class Day {
  private readonly world: VotingWorld;
  /** The same in both tellings: nothing of an attack draws from it. */
  private readonly plan: Random;
  private readonly chance: Random;
  private readonly seed: number;
  private readonly attacks: boolean;
  private readonly devices: Device[] = [];
  private readonly evil = new Map<string, Device>();
  private readonly allowed: string[] = [];
  private readonly sent: Uint8Array[] = [];
  private ballots: readonly Ballot[] = [];

  constructor(seed: number, attacks: boolean) {
    this.seed = seed;
    this.attacks = attacks;
    this.world = new VotingWorld(seed);
    this.plan = seededRandom(seed);
    this.chance = seededRandom(seed + 7_000_000);
  }

  async begin(): Promise<void> {
    const { world } = this;
    await world.notes(...options);
    await world.joins('fay', 'facilitator');
    for (const who of ['ann', 'ben', 'cyd']) this.devices.push(await world.joins(who));
    for (const who of ['mal', 'gone']) this.evil.set(who, await world.joins(who));
    this.evil.set('vic', await world.joins('vic', 'viewer'));
    this.evil.set('ned', await world.joins('ned', 'facilitator', { neutral: true }));
    for (const [i, method] of methods.entries()) {
      // Those who come later may vote in all of them but this one.
      const who = i === this.seed % methods.length ? 'present' : 'link';
      const show = this.plan.next() < 0.3 ? 'live' : 'close';
      await world.open('fay', { title: method, method, options, who, show, ...size[method] });
    }
    this.evil.set('late', await world.joins('late'));
    this.evil.set('phone', await world.device('mal'));
    this.ballots = await world.ballots();
    const mal = this.evil.get('mal');
    mal?.doc.on('update', (update: Uint8Array) => this.sent.push(update));
    // Enough of them that most results are told: of one or two they are not, once somebody who had voted was removed.
    for (const device of this.devices) await this.votesInAll(device);
  }

  async step(step: number): Promise<void> {
    const { world, plan } = this;
    const device = pick(plan, this.devices);
    const ballot = pick(plan, this.ballots);
    const dies = plan.next() < 0.2;
    if (device && ballot) await this.says(device, ballot, saidIn(ballot, plan));
    if (this.attacks) await this.attack();
    if (step === 8) {
      const gone = this.evil.get('gone');
      if (gone) await this.votesInAll(gone);
      await world.person('gone', 'editor', { removed: true });
      if (gone) world.leave(gone);
    }
    if (step % 5 === 4) await world.time.pass(5_100);
    if (dies) await this.dies();
  }

  async votesOwn(own: Own): Promise<void> {
    const mal = this.evil.get('mal');
    for (const ballot of this.ballots) if (mal) await this.says(mal, ballot, own.get(ballot.method) ?? {});
  }

  async end(): Promise<Told> {
    const { world } = this;
    await world.time.pass(200);
    const left = await world.left('mal');
    const own = new Map(this.ballots.map((ballot) => [ballot.method, legal(ballot, left)]));
    for (const [i, { id }] of this.ballots.entries()) {
      const dies = this.plan.next() < 0.3;
      if (dies) {
        await world.begin('fay', 'ballot.close', { ballot: id }, `close ${i}`);
        await world.time.pass(Math.floor(this.plan.next() * 8));
        await this.dies();
      }
      await world.ask('fay', 'ballot.close', { ballot: id }, `close ${i}`);
    }
    if (this.attacks) for (let times = 0; times < 4; times++) await this.attack();
    await this.dies();
    await world.time.pass(11_000);
    const results = (await world.session()).getMap('results');
    const told = this.ballots.map(({ id, method }) => {
      const { closedAt, ...result } = (results.get(id) ?? { closedAt: null }) as Record<string, unknown>;
      return [method, { ...result, isClosed: closedAt !== null }] as const;
    });
    return {
      results: { ...Object.fromEntries(told), count: results.size, ballots: (await world.ballots()).length },
      own,
      allowed: this.allowed,
    };
  }

  /** Something that counts, in every ballot: the same in both tellings. */
  private async votesInAll(device: Device): Promise<void> {
    for (const ballot of this.ballots) {
      const [a = 'a', b = 'b'] = [...options].sort(() => this.plan.next() - 0.5);
      const inSlots = ballot.method === 'dots' || ballot.method === 'ranked';
      const value = ballot.method === 'matrix' ? [0.25, this.plan.next()] : 1;
      await this.says(device, ballot, inSlots ? { 0: a, 1: b, 2: null } : { [a]: value });
    }
  }

  private says(device: Device, { id }: Ballot, said: Said): Promise<void> {
    return this.world.votes(device, prefixed(id, said));
  }

  private async dies(): Promise<void> {
    this.world.crash();
    for (const device of [...this.devices, ...this.evil.values()]) {
      device.isOnline = false;
      await this.world.connect(device);
    }
  }

  private async attack(): Promise<void> {
    const { chance, world } = this;
    const ballot = pick(chance, this.ballots);
    const who = pick(chance, ['mal', 'phone', 'late', 'gone', 'vic', 'ned']) ?? 'mal';
    const device = this.evil.get(who);
    if (ballot === undefined || device === undefined) return;
    if (!device.isOnline) await world.connect(device);
    // Who comes late may vote where it is for whoever has the link: that would be no attack.
    if (who === 'late' && ballot.who === 'link') return;
    const kind = Math.floor(chance.next() * 6);
    if (kind === 0) await this.says(device, ballot, saidIn(ballot, chance));
    else if (kind === 1) await this.says(device, ballot, stuffed(ballot));
    else if (kind === 2) await this.twice(device, ballot);
    else if (kind === 3) {
      // What was sent before is also about ballots in which who comes late has a vote of their own.
      if (who !== 'late') this.replays(device);
    } else if (kind === 4) await this.forges(who === 'phone' ? 'mal' : who, ballot);
    else await this.orders(who, ballot);
    await world.time.pass(40);
  }

  /** Without a network on one device, another vote on the other; both arrive. */
  private async twice(device: Device, ballot: Ballot): Promise<void> {
    const { world, chance } = this;
    world.leave(device);
    await this.says(device, ballot, saidIn(ballot, chance));
    const other = this.evil.get(device.who === 'mal' ? 'phone' : device.who);
    if (other?.isOnline) await this.says(other, ballot, saidIn(ballot, chance));
    await world.connect(device);
  }

  /** What was sent before, once more, also into the documents of friends. */
  private replays(device: Device): void {
    const old = pick(this.chance, this.sent);
    if (old === undefined) return;
    device.wire.says(encode.update(old));
    device.wire.says(encode.update(old));
  }

  /** A result, a ballot and a count of one's own making, where the server keeps its own. */
  private async forges(who: string, { id }: Ballot): Promise<void> {
    const { world } = this;
    const room = await world.room();
    const role = world.roles.get(who) ?? 'viewer';
    const visitor = { id: who as ParticipantId, role, neutral: who === 'ned' };
    for (const kind of ['session', 'personal'] as const) {
      const owner = kind === 'personal' ? (who as ParticipantId) : null;
      const address = { board: world.board.id, epoch: 1, kind, owner };
      const wire = new Wire();
      wire.connection = await world.until(room.connect({ address, visitor, transport: wire }));
      const doc = new Y.Doc();
      doc.clientID = 60_000 + Math.floor(this.chance.next() * 1_000_000);
      const result = {
        method: 'dots',
        tally: { a: 99 },
        voted: 99,
        eligible: 99,
        closedAt: 1,
        voters: { a: 99 },
      };
      const writes = () => {
        doc.getMap('results').set(id, result);
        doc.getMap('ballots').set(id, { method: 'dots', options, openedAt: 1, closedAt: 1 });
        doc.getMap('counts').set(`voted/${id}`, { voted: 99, eligible: 99 });
        doc.getMap('people').set(who, { name: who, role: 'facilitator' });
      };
      const range = { schemaMin: schemaVersion, schemaMax: schemaVersion };
      wire.says(encode.hello({ proto: protocolVersion, ...range, build: 'forged' }));
      wire.says(encode.step1(Uint8Array.of(0)));
      wire.says(encode.step2(Uint8Array.of(0, 0)));
      await world.time.pass(20);
      // What is written over what is there, as a page does it.
      for (const message of wire.received) if (message.type === 'step2') Y.applyUpdate(doc, message.update);
      for (const update of updatesOf(doc, writes)) wire.says(encode.update(update));
      await world.time.pass(40);
      wire.connection?.closed();
    }
  }

  private async orders(who: string, { id }: Ballot): Promise<void> {
    const asker = who === 'phone' ? 'mal' : who;
    // A neutral facilitator steers, and may.
    if (asker === 'ned') return;
    for (const [name, args] of [
      ['ballot.close', { ballot: id }],
      ['ballot.remind', { ballot: id }],
      ['ballot.open', { options, method: 'dots', who: 'link', after: { ballot: id, how: 'again' } }],
      ['ballot.close', { ballot: id, result: { a: 99 } }],
      ['ballot.reopen', { ballot: id }],
      ['role.set', { participant: asker, role: 'facilitator' }],
      ['session.end', {}],
    ] as const) {
      const { ok } = await this.world.ask(asker, name, args);
      if (ok) this.allowed.push(`${asker}: ${name}`);
    }
  }
}

function prefixed(id: string, said: Said): Record<string, unknown> {
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [`${id}/${key}`, value]));
}

/** A vote as the screens make them, or one taken back. */
function saidIn({ method, votes }: Ballot, chance: Random): Said {
  const option = () => pick(chance, options) ?? 'a';
  const isBack = chance.next() < 0.2;
  if (method === 'dots' || method === 'ranked') {
    const order = [...options].sort(() => chance.next() - 0.5);
    const slots = Array.from({ length: votes }, (_, slot) => [
      slot,
      method === 'dots' ? option() : order[slot],
    ]);
    return Object.fromEntries(slots.map(([slot, value]) => [slot, isBack ? null : value]));
  }
  const values = {
    approval: 1,
    score: Math.floor(chance.next() * 6),
    quadratic: 1,
    matrix: [chance.next(), 0.5],
  };
  return { [option()]: isBack ? null : values[method], [option()]: values[method] };
}

/** More than anybody has, in slots there are not, for options there are not, in values that are none. */
function stuffed({ method, votes }: Ballot): Said {
  const slots = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [String(votes + n), 'a']));
  const odd = {
    '00': 'a',
    '-1': 'a',
    ' 0': 'a',
    '1e0': 'a',
    zzz: 1,
    'a/a': 1,
    '~seen': 'f',
    '~shown': 'x',
    '': 1,
  };
  const all: Record<Method, Said> = {
    dots: { '0': 'a', '1': 'a', '2': 'a', '3': 'a' },
    ranked: { '0': 'a', '1': 'a', '2': 'a' },
    approval: { a: 99, b: true, c: '1', d: 1 },
    score: { a: 99, b: -5, c: 2.5, d: '5' },
    matrix: { a: [99, 0], b: [0.5], c: 'x', d: [0, 1, 1] },
    quadratic: { a: 9, b: 3, c: 3, d: -4 },
  };
  return { ...slots, ...odd, ...all[method] };
}

/** By hand: the one vote that these entries are, whatever else lies among them. */
function legal({ id, method, votes }: Ballot, entries: Readonly<Record<string, unknown>>): Said {
  const at = (key: string) => entries[`${id}/${key}`];
  const said: Record<string, unknown> = {};
  if (method === 'dots' || method === 'ranked') {
    const most = method === 'dots' ? 2 : 1;
    for (let slot = 0; slot < votes; slot++) {
      const option = at(String(slot));
      const before = Object.values(said).filter((other) => other === option).length;
      if (options.includes(option as string) && before < most) said[slot] = option;
    }
    return said;
  }
  let credits = 10;
  for (const option of options) {
    const value = at(option);
    if (method === 'matrix') {
      const isSpot = Array.isArray(value) && value.length === 2 && value.every((n) => n >= 0 && n <= 1);
      if (isSpot) said[option] = value;
      continue;
    }
    if (typeof value !== 'number' || !Number.isInteger(value)) continue;
    const fits = {
      approval: value === 1,
      score: value >= 0 && value <= 5,
      quadratic: value >= 1 && value <= 3,
    };
    if (!fits[method] || (method === 'quadratic' && value ** 2 > credits)) continue;
    if (method === 'quadratic') credits -= value ** 2;
    said[option] = value;
  }
  return said;
}
