// What went round leaves no trace but the wall: after the reveal no key in the data folder opens the plan, a sheet that was
// dealt, or a draft that was taken onto one. On the real storage, with its key file and the copy beside the backups.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { roundsOwner } from '../../../server/session/roundsPlan.ts';
import { openStorage } from '../../../server/storage/openStorage.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import { RoundsWorld } from '../../support/roundsWorld.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const people = ['ada', 'ben', 'cy'];
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** The ids of all keys in all key files of a data folder, by document. */
async function keysIn(folder: string): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('keys.json')) continue;
    const { keys } = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as {
      keys: { id: string; doc: string }[];
    };
    for (const { id, doc } of keys) found.set(doc, (found.get(doc) ?? new Set()).add(id));
  }
  return found;
}

describe('after the reveal of what went round', () => {
  it('no key opens the plan, the dealt sheets or the drafts, for those who have left either', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rounds-'));
    folders.push(folder);
    const disk = await openStorage({ folder, env: realEnv, log: quiet, reserveBytes: 0 });
    const world = await RoundsWorld.begun(people, {}, { storage: disk });
    await world.passUntil(() => world.writers.every(({ sheet }) => sheet !== null));
    await world.round();
    await world.passUntil(() => world.writers.every(({ lines }) => lines.personal.isSafe));
    await world.next();
    await world.passUntil(() => world.writers.every(({ sheet }) => sheet?.round === 2));
    // Her sheet goes on without her: nothing of it lies in her document when the reveal comes.
    world.writer('cy').leave();
    await world.pass(200);
    await world.next();
    await world.passUntil(() => world.writers[0]?.sheet?.round === 3);
    await disk.saveKeyCopy();
    const docs = [...people, roundsOwner].map((owner) => `board/personal/${owner}`);
    const before = await keysIn(folder);
    const hadKeys = docs.map((doc) => (before.get(doc)?.size ?? 0) > 0);
    const { data } = await world.does(world.fay, 'reveal', { confirm: true });
    await world.passUntil(async () => (await disk.list(['erase'])).length === 0);
    const after = await keysIn(folder);
    const survived = docs.filter((doc) => [...(before.get(doc) ?? [])].some((id) => after.get(doc)?.has(id)));
    const kept: string[] = [];
    for (const doc of docs) {
      const { snapshot, tail } = await disk.load(doc);
      const bytes = [...(snapshot ? [snapshot] : []), ...tail].map((part) => Buffer.from(part.bytes));
      if (/(ada|ben|cy) 1/.test(Buffer.concat(bytes).toString('latin1'))) kept.push(doc);
    }
    await world.stop();
    await disk.close();
    expect({ hadKeys, data, survived, kept }).toEqual({
      hadKeys: [true, true, true, true],
      data: { ideas: 3 },
      survived: [],
      kept: [],
    });
  });
});
