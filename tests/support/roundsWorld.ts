// A simulated session in which ideas are passed on in rounds: writers who write on the sheet before them, and what the server
// alone knows about who holds what.

import { type Plan, readPlan, roundsOwner } from '../../server/session/roundsPlan.ts';
import { readItems } from '../../shared/board/reader.ts';
import type { Item } from '../../shared/items/item.ts';
import type { SimMember } from './simMember.ts';
import { SimSession, type SimSessionOptions } from './simSession.ts';

export interface RoundsPhase {
  readonly count?: number;
  readonly minutes?: number | null;
  readonly anonymous?: boolean;
}

export class RoundsWorld extends SimSession {
  fay!: SimMember;
  readonly writers: SimMember[] = [];

  /** A neutral facilitator and these writers, with the first round under way. */
  static async begun(
    names: readonly string[],
    phase: RoundsPhase = {},
    options: SimSessionOptions = {},
  ): Promise<RoundsWorld> {
    const world = new RoundsWorld(options);
    await world.start();
    world.fay = await world.join('fay', 'facilitator');
    const chief = await world.join('chief', 'facilitator');
    await world.does(chief, 'role.set', { participant: 'fay', role: 'facilitator', neutral: true });
    chief.leave();
    for (const name of names) world.writers.push(await world.join(name));
    await world.beginRounds(phase);
    return world;
  }

  async beginRounds({ count = 3, minutes = null, anonymous = false }: RoundsPhase = {}): Promise<void> {
    await this.does(this.fay, 'phase.set', {
      kind: 'silent',
      minutes,
      anonymous,
      rounds: { count, ideas: 3 },
    });
    await this.time.pass(200);
  }

  writer(name: string): SimMember {
    const found = this.writers.find(({ id }) => id === name);
    if (found === undefined) throw new Error(`${name} does not write here`);
    return found;
  }

  /** On the sheet before them. */
  writes(name: string, text: string, nameless = false): string {
    const writer = this.writer(name);
    return writer.idea(text, { sheet: writer.sheet?.id ?? null, nameless });
  }

  /** Everybody writes one idea called after them and the round, and the sheets go on. */
  async round(): Promise<void> {
    const { number } = this.here;
    for (const { id, sheet, lines } of this.writers)
      if (sheet !== null && lines.personal.socket !== null) this.writes(id, `${id} ${number}`);
    await this.time.pass(200);
  }

  async next(): Promise<Awaited<ReturnType<SimSession['does']>>> {
    const answer = await this.does(this.fay, 'round.next', {});
    await this.time.pass(100);
    return answer;
  }

  /** The round under way as the disk has it. */
  get here(): { readonly number: number; readonly of: number } {
    const round = this.state().phase?.round;
    if (!round) throw new Error('nothing goes round');
    return { number: round.number, of: round.of };
  }

  get plan(): Plan {
    return readPlan(this.docOf(`board/personal/${roundsOwner}`));
  }

  /** Who holds a sheet in the round under way, as everybody's own copy has it: what stands on it. */
  get laidOut(): Record<string, readonly (readonly string[])[] | null> {
    const { number } = this.here;
    return Object.fromEntries(
      this.writers.map(({ id, sheet }) => [id, sheet?.round === number ? sheet.rows : null]),
    );
  }

  /** Everything on all sheets, whoever holds them. */
  get onSheets(): string[] {
    return this.plan.sheets.flatMap(({ ideas }) => ideas.map(({ text }) => text)).sort();
  }

  /** The clusters on the wall: each title with its notes in reading order. */
  get clusters(): Record<string, string[]> {
    const items = [...readItems(this.docOf('board/canvas')).values()];
    const reading = (a: Item, b: Item) => a.y - b.y || a.x - b.x;
    return Object.fromEntries(
      items
        .filter(({ kind }) => kind === 'cluster')
        .map(({ id, text }) => [
          text,
          items
            .filter(({ parent }) => parent === id)
            .sort(reading)
            .map((note) => note.text),
        ]),
    );
  }

  get notes(): string[] {
    const items = [...readItems(this.docOf('board/canvas')).values()];
    return items.flatMap(({ kind, text }) => (kind === 'note' ? [text] : [])).sort();
  }
}
