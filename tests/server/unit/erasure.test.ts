// What was private leaves no trace: after a reveal nothing that is kept of a personal document opens with any key in the
// data folder, whatever its owner does meanwhile and whenever the process dies. On the real storage, with its key file and
// the copy of the keys beside the backups.

import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type DataFolder, openStorage } from '../../../server/storage/openStorage.ts';
import { ConflictError } from '../../../server/storage/storage.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import { SimSession } from '../../support/simSession.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const secret = 'qzsecretqz';
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function aFolder(): Promise<{ folder: string; disk: DataFolder }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'erasure-'));
  folders.push(folder);
  return { folder, disk: await openStorage({ folder, env: realEnv, log: quiet, reserveBytes: 0 }) };
}

/** All key files of a data folder, and what they can open of everything that was ever kept of ada's document. */
async function keysIn(folder: string): Promise<{ file: string; ids: string[] }[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('keys.json'));
  return Promise.all(
    files.sort().map(async (file) => {
      const { keys } = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as {
        keys: { id: string; doc: string }[];
      };
      return { file, ids: keys.filter(({ doc }) => doc === 'board/personal/ada').map(({ id }) => id) };
    }),
  );
}

/** Three people have written; the backup of this very moment holds their sealed drafts. */
async function written() {
  const { folder, disk } = await aFolder();
  const world = new SimSession({ storage: disk });
  await world.start();
  const fay = await world.join('fay', 'facilitator');
  const [ada, ben, cy] = [await world.join('ada'), await world.join('ben'), await world.join('cy')];
  await world.passUntil(() => ben.lines.personal.isSafe && ada.lines.personal.isSafe);
  for (const person of [ada, ben, cy]) person.idea(`${secret} ${person.id}`);
  await world.passUntil(() => [ada, ben, cy].every(({ lines }) => lines.personal.isSafe));
  await disk.saveKeyCopy();
  const backup = path.join(folder, 'backups', 'then');
  await mkdir(backup, { recursive: true });
  await disk.backup(backup);
  const before = await keysIn(folder);
  return { folder, disk, world, fay, ada, before, backup };
}

/** What a reader of the folder finds in ada's document. */
async function textIn(disk: Pick<DataFolder, 'load' | 'readLog'>): Promise<string> {
  const stored = await disk.load('board/personal/ada');
  const doc = new Y.Doc();
  const bytes: Uint8Array[] = [];
  if (stored.snapshot) bytes.push(stored.snapshot.bytes);
  for (const record of stored.tail) bytes.push(record.bytes);
  for await (const record of disk.readLog('board/personal/ada', 0)) bytes.push(record.bytes);
  for (const update of bytes) Y.applyUpdate(doc, update);
  return Buffer.concat(bytes).toString('latin1') + JSON.stringify(doc.getMap('drafts').toJSON());
}

describe('after a reveal', () => {
  it('no key in the folder opens what was written, in the log, in a backup, or in the copy of the keys', async () => {
    const { folder, disk, world, fay, before, backup } = await written();
    const { ok } = await world.does(fay, 'reveal', {});
    await world.passUntil(async () => (await disk.list(['erase'])).length === 0);
    const after = await keysIn(folder);
    const text = await textIn(disk);
    await world.stop();
    await disk.close();
    const raw = await Promise.all(
      [path.join(folder, 'records'), backup].map(async (place) => {
        const files = await readdir(place, { withFileTypes: true });
        const all = files
          .filter((file) => file.isFile())
          .map((file) => readFile(path.join(place, file.name)));
        return Buffer.concat(await Promise.all(all)).includes(secret);
      }),
    );
    const kept = before.flatMap(({ ids }) => ids).filter((id) => after.some(({ ids }) => ids.includes(id)));
    expect({
      ok,
      before: before.map(({ file, ids }) => [file, ids.length]),
      kept,
      text: text.includes(secret),
      // The wall is not secret: there it stands, and nowhere else.
      onWall: world.wall().filter((line) => line.startsWith(secret)).length,
      inBackup: raw[1],
    }).toEqual({
      ok: true,
      before: [
        ['backups/keys.json', 1],
        ['keys.json', 1],
      ],
      kept: [],
      text: false,
      onWall: 3,
      inBackup: false,
    });
  }, 30_000);

  it('its owner can write on through the erasure, and loses nothing', async () => {
    const { disk, world, fay, ada } = await written();
    const asked = fay.ask('reveal', {});
    let id: string | null = null;
    // However long the disk takes for the reveal.
    for (let i = 0, typed = 0; typed < 30 && i < 3_000; i++) {
      if (fay.answers.has(asked)) {
        if (id === null) id = ada.idea('the next');
        else ada.types(id, ` ${typed++}`);
      }
      await world.pass(100);
    }
    await world.passUntil(async () => (await disk.list(['erase'])).length === 0 && ada.lines.personal.isSafe);
    const text = await textIn(disk);
    const [mine = ''] = ada.ideas;
    await world.stop();
    await disk.close();
    expect([text.includes(secret), mine.length > 30, text.includes(JSON.stringify(mine))]).toEqual([
      false,
      true,
      true,
    ]);
  }, 30_000);

  it('an erasure that the death of the process interrupted is finished by the next one', async () => {
    const { folder, disk, world, fay, before } = await written();
    const destroyKey = disk.destroyKey.bind(disk);
    disk.destroyKey = () => new Promise(() => {});
    await world.does(fay, 'reveal', {});
    await world.stop();
    disk.destroyKey = destroyKey;
    await disk.close();
    const again = await openStorage({ folder, env: realEnv, log: quiet, reserveBytes: 0 });
    const left = (await again.list(['erase'])).length;
    const next = new SimSession({ storage: again });
    await next.start();
    await next.room();
    await next.passUntil(async () => (await again.list(['erase'])).length === 0);
    const after = await keysIn(folder);
    const kept = before.flatMap(({ ids }) => ids).filter((id) => after.some(({ ids }) => ids.includes(id)));
    const text = await textIn(again);
    await next.stop();
    await again.close();
    expect([left, kept, text.includes(secret)]).toEqual([3, [], false]);
  }, 30_000);
});

describe('two erasures of one document', () => {
  it('at once never take the key of what was written between them', async () => {
    const { disk } = await aFolder();
    const doc = 'board/personal/ada';
    const bytes = (text: string) => {
      const ydoc = new Y.Doc();
      ydoc.getMap('drafts').set('x', text);
      return Y.encodeStateAsUpdate(ydoc);
    };
    const commit = (expectedHead: number, text: string) =>
      disk.commit({
        appends: [
          {
            doc,
            expectedHead,
            records: [{ time: 0, participant: 'ada', kind: 'update', bytes: bytes(text) }],
          },
        ],
      });
    await commit(0, 'first');
    const keep = { uptoSeq: 1, bytes: bytes('kept') };
    const both = await Promise.allSettled([disk.destroyKey(doc, keep), disk.destroyKey(doc, keep)]);
    await commit(1, 'second');
    const stored = await disk.load(doc);
    await disk.close();
    const conflicts = both.filter(
      (one) => one.status === 'rejected' && !(one.reason instanceof ConflictError),
    );
    expect([conflicts, stored.snapshot !== null, stored.tail.length, stored.damage]).toEqual([
      [],
      true,
      1,
      null,
    ]);
  });
});
