// Secrecy by difference: two runs of one session that differ only in what one person writes privately, letter for letter of
// the same length, are the same to everybody else, byte for byte and moment for moment, until the reveal: every frame, every
// line of the log, every refusal, every export, every figure. With the server dying and connections breaking at every step.

import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RoomDrafts } from '../../server/session/roomDrafts.ts';
import { draftText } from '../../shared/board/drafts.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { encode } from '../../shared/protocol/messages.ts';
import { encodeCursor } from '../../shared/protocol/presence.ts';
import type { SimMember } from '../support/simMember.ts';
import { SimSession } from '../support/simSession.ts';

const oneWay = ['we should sing', 'grüße', 'no! e\u0301'] as const;
const another = ['they must quit', 'süßer', 'ja: o\u0300'] as const;

type Fault = 'none' | 'the server dies' | 'her connection breaks' | 'all connections break';

interface Trouble {
  readonly fault: Fault;
  /** Before which step of the story, and how long after the step before. */
  readonly step: number;
  readonly afterMs: number;
}

afterEach(() => vi.restoreAllMocks());

/** The session as a list of steps; everything in it but `texts` is always the same. */
function storyOf(world: SimSession, cast: Record<string, SimMember>, texts: readonly string[]) {
  const { fay, ada, ben, cy, dan } = cast as Record<'fay' | 'ada' | 'ben' | 'cy' | 'dan', SimMember>;
  const steps: (() => unknown)[] = [() => fay.ask('phase.set', { kind: 'silent', anonymous: true })];
  let current = '';
  for (const text of texts) {
    const [first = '', ...letters] = text;
    steps.push(() => {
      current = ada.idea(first, { nameless: true });
    });
    for (const letter of letters) steps.push(() => ada.types(current, letter));
    // She strikes her last letter out, as one does.
    steps.push(() => {
      const live = draftText(ada.lines.personal.doc, current);
      live?.delete(live.length - 1, 1);
    });
  }
  // What the others do meanwhile, between her letters.
  const others: (() => unknown)[] = [
    () => ben.idea('from ben', { nameless: true }),
    () => cy.idea('from cy', { nameless: true }),
    () => dan.idea('from dan', { nameless: true }),
    () =>
      ben.lines.session.socket?.sendToServer(encode.cursor(encodeCursor({ at: { x: 3, y: 4 }, drag: null }))),
    () => cy.ask('me.hand', { up: true }),
    () => ben.ask('reveal', { confirm: true }),
    () => dan.note('against the rules'),
    () => fay.note('the question'),
    () => cy.ask('win.add', { text: 'we began' }),
    () => ben.ask('me.ready', { ready: true }),
    () => cy.lines.session.socket?.sendToServer(Uint8Array.of(0, 2, 200)),
    () => world.time.pass(6_000),
  ];
  const all = steps.flatMap((step, i) => (i % 2 === 1 ? [step, others[(i - 1) / 2] ?? (() => {})] : [step]));
  return [...all, () => world.time.pass(6_000), () => fay.ask('reveal', {})];
}

/** Everything that anybody but ada could get hold of, in order, until the ideas are on the wall. */
async function seenByOthers(texts: readonly string[], trouble: Trouble): Promise<string[]> {
  const world = new SimSession({
    seed: 11,
    network: { delayMsMin: 1, delayMsMax: 6, noticeMsMax: 30 },
    disk: { latencyMs: [1, 5] },
  });
  const seen: string[] = [];
  const isOver = () => world.state().reveals.length > 0;
  world.onSent = ({ at, to, kind, frame }) => {
    if (to !== 'ada' && !isOver()) seen.push(`${at} ${to} ${kind} ${Buffer.from(frame).toString('base64')}`);
  };
  await world.start();
  const cast: Record<string, SimMember> = { fay: await world.join('fay', 'facilitator') };
  for (const name of ['ada', 'ben', 'cy', 'dan']) cast[name] = await world.join(name);
  for (const [i, step] of storyOf(world, cast, texts).entries()) {
    if (i === trouble.step) await strikes(world, trouble);
    await step();
    await world.time.pass(23);
    if (i % 12 === 0 && !isOver()) seen.push(...(await asked(world)));
  }
  await world.time.pass(2_000);
  const log = world.logLines.map((line) => `log ${line}`);
  return [...seen, ...log, `reveals ${world.state().reveals.length}`, ...world.wrongs];
}

async function strikes(world: SimSession, { fault, afterMs }: Trouble): Promise<void> {
  await world.time.pass(afterMs);
  if (fault === 'the server dies') await world.restart();
  for (const member of world.members) {
    const isMeant =
      fault === 'all connections break' || (fault === 'her connection breaks' && member.id === 'ada');
    if (isMeant) member.drop();
  }
}

/** What one can ask for: exports, the board, the figures of the server. */
async function asked(world: SimSession): Promise<string[]> {
  const room = await world.room();
  const files = [];
  for (const format of ['board.json', 'summary.md', 'notes.csv'] as const)
    files.push((await world.until(world.transfer.export(room, format, 'en'))).text);
  return [...files, JSON.stringify(world.rooms?.stats())];
}

/** The first thing that differs; null when nothing does. */
async function difference(trouble: Trouble): Promise<string | null> {
  const [one, other] = [await seenByOthers(oneWay, trouble), await seenByOthers(another, trouble)];
  const at = one.findIndex((line, i) => line !== other[i]);
  const where = `${trouble.fault} before step ${trouble.step}, ${trouble.afterMs} ms after the one before`;
  if (at >= 0) return `${where}:\n  ${one[at]}\n  ${other[at]}`;
  return one.length === other.length ? null : `${where}: one of both goes on`;
}

const stepsMax = 44;
const calm: Trouble = { fault: 'none', step: -1, afterMs: 0 };

describe('what one person writes privately', () => {
  it('has as many letters in both runs, is revealed in both, and the rest of the session is there to be seen', async () => {
    const sizes = [oneWay, another].map((texts) =>
      texts.map((text) => [text.length, Buffer.byteLength(text)]),
    );
    const seen = await seenByOthers(oneWay, calm);
    const text = seen.map((line) => Buffer.from(line.split(' ')[3] ?? '', 'base64').toString('utf8')).join();
    expect([
      sizes[0],
      seen.at(-1),
      seen.length > 100,
      ['the question', 'we began'].every((word) => text.includes(word)),
      (await seenByOthers(oneWay, { ...calm, fault: 'the server dies', step: 30 })).at(-1),
    ]).toEqual([sizes[1], 'reveals 1', true, true, 'reveals 1']);
  });

  it('makes no difference to anybody else', async () => {
    expect(await difference(calm)).toBeNull();
  });

  it.each(['the server dies', 'her connection breaks', 'all connections break'] as const)(
    'makes none when %s, whenever that is',
    async (fault) => {
      const found: string[] = [];
      for (let step = 0; step < stepsMax; step++) {
        const different = await difference({ fault, step, afterMs: (step * 3) % 8 });
        if (different !== null) found.push(different);
      }
      expect(found.slice(0, 2)).toEqual([]);
    },
  );
});

interface Inside {
  readonly room: {
    readonly connections: Iterable<{
      readonly live: { address: { kind: string } };
      send(frame: Uint8Array): void;
    }>;
    readonly log: { info(facts: object, message: string): void };
    readonly docs: { openPersonal(owner: ParticipantId): Promise<{ doc: { getMap(name: string): object } }> };
  };
}

/** Four hexadecimal letters that say nothing to anybody, and always the same for the same ideas. */
function leaking(tell: (inside: Inside, hash: string) => void): void {
  const changed = RoomDrafts.prototype.changed;
  vi.spyOn(RoomDrafts.prototype, 'changed').mockImplementation(function (this: RoomDrafts, owner) {
    changed.call(this, owner);
    const inside = this as unknown as Inside;
    void inside.room.docs.openPersonal(owner).then(({ doc }) => {
      const text = JSON.stringify(doc.getMap('drafts'));
      tell(inside, createHash('sha256').update(text).digest('hex').slice(0, 4));
    });
  });
}

describe('known-bad servers are caught', () => {
  it('that sends everybody a hash of what was written, of always the same length', async () => {
    leaking(({ room }, hash) => {
      for (const connection of room.connections)
        if (connection.live.address.kind === 'session') connection.send(encode.digest(hash));
    });
    expect(await difference(calm)).toMatch(/session/);
  });

  it('that logs it', async () => {
    leaking(({ room }, hash) => room.log.info({ hash }, 'somebody writes'));
    expect(await difference(calm)).toMatch(/log .*somebody writes/);
  });

  it('that counts another number of ideas for another word', async () => {
    const prototype = RoomDrafts.prototype as unknown as { shown(): number | null };
    const shown = prototype.shown;
    leaking(({ room }, hash) => {
      Object.assign(room, { hash });
    });
    vi.spyOn(prototype, 'shown').mockImplementation(function (this: typeof prototype) {
      const { hash = '0' } = (this as unknown as { room: { hash?: string } }).room;
      const count = shown.call(this);
      return count === null ? null : count + (Number.parseInt(hash, 16) % 1000);
    });
    expect(await difference(calm)).toMatch(/session/);
  });
});
