// Two runs of one session that differ only in what one person does privately, listened to by everybody else: every frame with
// its moment, every line of the log, every export, every figure. With the server dying and connections breaking at any step.

import type { SimMember } from '../support/simMember.ts';
import { SimSession } from '../support/simSession.ts';

export type Fault = 'none' | 'the server dies' | 'her connection breaks' | 'all connections break';
export const faults = ['the server dies', 'her connection breaks', 'all connections break'] as const;

export interface Trouble {
  readonly fault: Fault;
  /** Before which step of the story, and how long after the step before. */
  readonly step: number;
  readonly afterMs: number;
}

export const calm: Trouble = { fault: 'none', step: -1, afterMs: 0 };

/** fay facilitates; what ada does is private. */
export type Cast = Readonly<Record<'fay' | 'ada' | 'ben' | 'cy' | 'dan', SimMember>>;

export interface Story {
  /** Before anybody listens. */
  readonly begin?: (world: SimSession, cast: Cast) => Promise<void>;
  readonly steps: (world: SimSession, cast: Cast) => readonly (() => unknown)[];
  /** What comes from here on is no secret any more. */
  readonly isOver: (world: SimSession) => boolean;
  /** Whose frames are their own business. */
  readonly insiders?: readonly string[];
  /** What is told at the end, beside the rest. */
  readonly ending: (world: SimSession) => string;
}

/** Everything that anybody but the insiders could get hold of, in order, until it is over. */
export async function seenByOthers(story: Story, trouble: Trouble): Promise<string[]> {
  const world = new SimSession({
    seed: 11,
    network: { delayMsMin: 1, delayMsMax: 6, noticeMsMax: 30 },
    disk: { latencyMs: [1, 5] },
  });
  const seen: string[] = [];
  const insiders = story.insiders ?? ['ada'];
  const isOver = () => story.isOver(world);
  world.onSent = ({ at, to, kind, frame }) => {
    if (!insiders.includes(to) && !isOver())
      seen.push(`${at} ${to} ${kind} ${Buffer.from(frame).toString('base64')}`);
  };
  await world.start();
  const fay = await world.join('fay', 'facilitator');
  const [ada, ben, cy, dan] = [
    await world.join('ada'),
    await world.join('ben'),
    await world.join('cy'),
    await world.join('dan'),
  ];
  const cast = { fay, ada, ben, cy, dan };
  await story.begin?.(world, cast);
  for (const [i, step] of story.steps(world, cast).entries()) {
    if (i === trouble.step) await strikes(world, trouble);
    await step();
    await world.time.pass(23);
    if (i % 12 === 0 && !isOver()) seen.push(...(await asked(world)));
  }
  await world.time.pass(2_000);
  const log = world.logLines.map((line) => `log ${line}`);
  return [...seen, ...log, story.ending(world), ...world.wrongs];
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
  const reader = { language: 'en', timeZone: 'UTC' } as const;
  for (const format of ['board.json', 'summary.md', 'summary.html', 'notes.csv'] as const)
    files.push(Buffer.from((await world.until(world.transfer.export(room, format, reader))).text).toString());
  return [...files, JSON.stringify(world.rooms?.stats())];
}

/** The first thing that differs; null when nothing does. */
export async function difference(one: Story, other: Story, trouble: Trouble): Promise<string | null> {
  const [first, second] = [await seenByOthers(one, trouble), await seenByOthers(other, trouble)];
  const at = first.findIndex((line, i) => line !== second[i]);
  const where = `${trouble.fault} before step ${trouble.step}, ${trouble.afterMs} ms after the one before`;
  if (at >= 0) return `${where}:\n  ${first[at]}\n  ${second[at]}`;
  return first.length === second.length ? null : `${where}: one of both goes on`;
}

/** The first differences with the same fault at every step of the story. */
export async function differences(
  [one, other]: readonly [Story, Story],
  fault: Fault,
  stepsMax: number,
): Promise<string[]> {
  const found: string[] = [];
  for (let step = 0; step < stepsMax && found.length < 2; step++) {
    const different = await difference(one, other, { fault, step, afterMs: (step * 3) % 8 });
    if (different !== null) found.push(different);
  }
  return found;
}
