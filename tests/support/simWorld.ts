// A seeded world: people in tabs, a network that delays and cuts, a disk that is slow or full, a server that dies. It runs
// one story and says what went wrong; the same seed tells the same story.

import type * as Y from 'yjs';
import { MemoryStore } from '../../client/sync/offline/memoryStore.ts';
import { decodeUpdate } from '../../server/gate/wire.ts';
import { LiveDoc } from '../../server/liveDoc.ts';
import { readItems } from '../../shared/board/reader.ts';
import { type Random, seededRandom } from '../../shared/lib/env.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { pick, randomEdit } from './randomEdits.ts';
import { SimClient, type SimPerson } from './simClient.ts';
import { SimDisk } from './simDisk.ts';
import { type NetworkWeather, SimSocket } from './simNetwork.ts';
import { canvas, SimServer } from './simServer.ts';
import { VirtualTime } from './virtualTime.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly steps: number;
  readonly network: NetworkWeather;
  readonly disk: { readonly latencyMs: readonly [number, number]; readonly slowChance?: number };
  /** How often, per step, each misfortune strikes. */
  readonly chances: {
    readonly cut: number;
    readonly crash: number;
    readonly tabDeath: number;
    readonly secondTab: number;
    readonly diskFull: number;
    /** People work on offline, reload, and work on. Without it nobody's device keeps anything. */
    readonly offlineReload?: number;
  };
  /** Whether everybody goes to sleep at the end and comes back; yes unless said otherwise. */
  readonly nights?: boolean;
}

export const roughWeather = { delayMsMin: 1, delayMsMax: 80, noticeMsMax: 400 };

export class SimWorld {
  readonly time = new VirtualTime();
  readonly random: Random;
  readonly disk: SimDisk;
  readonly server: SimServer;
  readonly wrongs: string[] = [];
  /** Refusals heard by people who did nothing wrong. */
  readonly refusals: string[] = [];
  clients: SimClient[] = [];
  private readonly options: WorldOptions;
  private tabCount = 0;
  private isNight = false;
  /** What people's devices keep, by person. */
  private readonly devices = new Map<string, MemoryStore>();
  private readonly offline = new Set<SimClient>();

  constructor(options: WorldOptions) {
    this.options = options;
    this.random = seededRandom(options.seed);
    this.disk = new SimDisk({ scheduler: this.time, random: this.random, ...options.disk });
    this.server = new SimServer(this.disk, this.time, this.random);
  }

  /** Runs the whole story; returns everything that went wrong, nothing when all is well. */
  async tell(people: readonly SimPerson[]): Promise<string[]> {
    await this.server.start();
    for (const person of people) this.openTab(person);
    for (let step = 0; step < this.options.steps; step++) {
      await this.step();
      await this.time.pass(this.random.next() * 60);
    }
    await this.heal();
    await this.check();
    return this.wrongs;
  }

  openTab(person: SimPerson): SimClient {
    const client = new SimClient(`${person.id}#${this.tabCount++}`, person, this.random);
    this.clients.push(client);
    if (this.options.chances.offlineReload === undefined || person.speaks === 'stock') this.dial(client);
    else void this.openFromDevice(client);
    return client;
  }

  /** The device first, then the network. */
  private async openFromDevice(client: SimClient): Promise<void> {
    const { id } = client.person;
    const device = this.devices.get(id) ?? new MemoryStore(true);
    this.devices.set(id, device);
    await client.keepOn(device, { clock: this.time, scheduler: this.time, random: this.random });
    this.dial(client);
  }

  dial(client: SimClient): void {
    if (this.offline.has(client)) return;
    if (client.isConnected || this.isNight || !this.clients.includes(client)) return;
    const socket = new SimSocket(this.time, this.random, this.options.network, {
      onMessage: (frame) => client.onMessage(frame),
      onClose: () => {
        client.onClose();
        this.time.after(50 + this.random.next() * 500, () => this.dial(client));
      },
    });
    client.opened(socket);
    this.time.after(this.options.network.delayMsMin, () => this.server.admit(client, socket));
  }

  /** Faults end, everybody is online, and enough time passes for every message to arrive. */
  async heal(): Promise<void> {
    this.disk.isFull = false;
    if (!this.server.isUp) await this.server.start();
    await this.time.pass(20_000);
    // Whoever was refused tries again, as a person does once the banner says that there is room.
    for (const client of this.clients) if (client.isFenced) client.drop();
    await this.time.pass(20_000);
    if (this.options.nights ?? true) await this.sleep();
  }

  /** Everybody leaves for so long that the server lets go of the board; the next morning it is read from its snapshot. */
  private async sleep(): Promise<void> {
    this.isNight = true;
    for (const client of this.clients) client.drop();
    await this.time.pass(200_000);
    this.isNight = false;
    for (const client of this.clients) {
      if (client.person.role === 'editor') randomEdit(client.board, this.random);
      this.dial(client);
    }
    await this.time.pass(20_000);
  }

  private async step(): Promise<void> {
    const client = pick(this.random, this.clients);
    if (client === undefined) return;
    switch (this.fate()) {
      case 'cut':
        client.drop();
        return;
      case 'crash':
        await this.restartServer();
        return;
      case 'tabDeath':
        this.replaceTab(client);
        return;
      case 'secondTab':
        if (this.clients.length < 8) this.openTab(client.person);
        return;
      case 'offlineReload':
        await this.reloadOffline(client);
        return;
      case 'diskFull':
        this.disk.isFull = !this.disk.isFull;
        return;
      case null:
        if (client.person.role === 'editor') randomEdit(client.board, this.random);
    }
  }

  private fate(): keyof WorldOptions['chances'] | null {
    let left = this.random.next();
    for (const [name, chance] of Object.entries(this.options.chances)) {
      left -= chance;
      if (left < 0) return name as keyof WorldOptions['chances'];
    }
    return null;
  }

  private async restartServer(): Promise<void> {
    this.server.crash();
    await this.checkSafe();
    await this.time.pass(this.random.next() * 300);
    await this.server.start();
  }

  private async reloadOffline(client: SimClient): Promise<void> {
    await this.workOffline(client);
    const { keptOnly, person } = client;
    this.retire(client);
    const reloaded = this.openTab(person);
    reloaded.inherited = keptOnly;
    this.promises.push(...keptOnly);
    await this.workOffline(reloaded);
    this.offline.delete(reloaded);
    this.dial(reloaded);
  }

  private async workOffline(client: SimClient): Promise<void> {
    this.offline.add(client);
    client.drop();
    for (let i = 0; i < 3; i++) {
      if (client.person.role === 'editor') randomEdit(client.board, this.random);
      // Now and then the tab ends before its device has the last of it.
      if (this.random.next() < 0.7) await this.time.pass(this.random.next() * 10);
    }
  }

  private replaceTab(client: SimClient): void {
    this.retire(client);
    this.openTab(client.person);
  }

  private retire(client: SimClient): void {
    this.clients = this.clients.filter((other) => other !== client);
    this.collect(client);
    this.ghosts.push({ name: client.name, safe: client.changes.slice(0, client.safeCount) });
    client.destroy();
  }

  /** Changes that a person was told are on their device when they loaded the page anew. */
  private readonly promises: Uint8Array[] = [];

  private readonly ghosts: { name: string; safe: Uint8Array[] }[] = [];

  private collect(client: SimClient): void {
    this.wrongs.push(...client.wrongs.splice(0));
    for (const code of client.rejects.splice(0)) this.refusals.push(`${client.name}: ${code}`);
  }

  /** Whatever anybody was told is saved is on the disk. */
  private async checkSafe(): Promise<void> {
    await this.server.readDurable();
    const told = [
      ...this.ghosts,
      ...this.clients.map(({ name, changes, safeCount }) => ({ name, safe: changes.slice(0, safeCount) })),
    ];
    for (const { name, safe } of told) {
      const lost = safe.filter((update) => !this.server.isDurable(update)).length;
      if (lost > 0) this.wrongs.push(`${name} was told that ${lost} changes are safe, and they are gone`);
    }
  }

  private async check(): Promise<void> {
    for (const client of this.clients) this.collect(client);
    this.wrongs.push(...this.server.wrongs);
    if (this.server.fatal !== null) this.wrongs.push(`the server stopped: ${String(this.server.fatal)}`);
    await this.checkSafe();
    const forgotten = this.promises.filter((update) => !this.server.isDurable(update)).length;
    if (forgotten > 0) this.wrongs.push(`${forgotten} changes were kept on a device and never arrived`);
    await this.checkEqual();
    await this.checkOwners();
  }

  /** Everybody sees the same board, and so do the log and the snapshot with its tail. */
  private async checkEqual(): Promise<void> {
    const expected = boardText(this.server.durable);
    for (const client of this.clients) {
      const hearsAcks = client.person.speaks === 'ours';
      if (hearsAcks && !client.save.isSafe) this.wrongs.push(`${client.name} never got everything saved`);
      if (boardText(client.doc) !== expected)
        this.wrongs.push(`${client.name} sees another board than the log`);
    }
    const loaded = new LiveDoc(canvas, { clock: this.time, scheduler: this.time, random: this.random });
    await loaded.load(this.disk.peek(), { info: () => {}, warn: () => {}, error: () => {} });
    if (boardText(loaded.doc) !== expected) this.wrongs.push('the snapshot and its tail differ from the log');
    if (loaded.doc.store.pendingStructs !== null || loaded.doc.store.pendingDs !== null)
      this.wrongs.push('the log has a hole');
  }

  /** Every client id in the log belongs to one participant. */
  private async checkOwners(): Promise<void> {
    const owners = new Map<number, string>();
    for await (const record of this.disk.peek().readLog('board/canvas', 0)) {
      for (const client of decodeUpdate(record.bytes).structs.keys()) {
        const owner = owners.get(client) ?? record.participant;
        owners.set(client, owner);
        if (owner !== record.participant) this.wrongs.push(`${record.participant} wrote as ${owner}`);
      }
    }
  }
}

export function editor(name: string, speaks: SimPerson['speaks'] = 'ours'): SimPerson {
  return { id: name as ParticipantId, role: 'editor', speaks };
}

export function viewer(name: string): SimPerson {
  return { id: name as ParticipantId, role: 'viewer', speaks: 'ours' };
}

export function boardText(doc: Y.Doc): string {
  const items = [...readItems(doc).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(items);
}
