// Backups are made when something changed, kept by hours and days, and restored without losing what they replace.

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepBackups, notKept } from '../../../server/backup.ts';
import { listBackups, writeBackup } from '../../../server/storage/backupFolder.ts';
import { openTables } from '../../../server/storage/lmdbTables.ts';
import { openStorage, StartError } from '../../../server/storage/openStorage.ts';
import { placesIn, timeName } from '../../../server/storage/places.ts';
import { restoreBackup } from '../../../server/storage/restore.ts';
import { verifyTables } from '../../../server/storage/verify.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import { damageTables, keptLog, temporaryFolder } from '../../support/storageBenches.ts';
import { append, canvas, logOf, personal, seen } from '../../support/storageContract.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

const hourMs = 3_600_000;
let top: string;
let folder: string;
beforeEach(async () => {
  top = await temporaryFolder();
  folder = path.join(top, 'data');
});
afterEach(() => rm(top, { recursive: true, force: true }));

const open = (at = folder) => openStorage({ folder: at, env: realEnv, log: keptLog(), reserveBytes: 0 });

describe('of the backups', () => {
  it('the newest of each of 24 hours and 14 days stay, and what is no backup is left alone', () => {
    const now = Date.parse('2026-03-20T12:30:00Z');
    // Two an hour for three weeks.
    const names = Array.from({ length: 21 * 48 }, (_, i) => timeName(now - i * (hourMs / 2)));
    const gone = new Set(notKept([...names, 'keys.json', 'mine']));
    const kept = names.filter((name) => !gone.has(name));
    const hours = Array.from({ length: 24 }, (_, i) => timeName(now - i * hourMs));
    const days = Array.from({ length: 12 }, (_, i) => `2026-03-${String(18 - i).padStart(2, '0')}T23-30-00Z`);
    expect([kept, gone.has('mine')]).toEqual([[...hours, ...days], false]);
  });

  it('the last ones stay however old they are', () => {
    const names = ['2020-01-01T10-00-00Z', '2020-01-01T10-30-00Z', '2021-05-05T00-00-00Z'];
    expect(notKept(names)).toEqual(['2020-01-01T10-00-00Z']);
  });
});

describe('a backup', () => {
  it('is whole although others write while it is made', async () => {
    const disk = await open();
    let isWriting = true;
    const written = (async () => {
      for (let head = 0; isWriting; head += 10) {
        await disk.commit({ appends: [append(canvas, head, ...Array(10).fill('x'.repeat(500)))] });
      }
    })();
    const problems: (readonly string[])[] = [];
    for (const name of ['a', 'b', 'c']) {
      const { root, tables } = openTables(path.join(await writeBackup(disk, name), 'records'));
      problems.push(verifyTables(tables).problems);
      await root.close();
    }
    isWriting = false;
    await written;
    await disk.close();
    expect([problems, await listBackups(folder)]).toEqual([
      [[], [], []],
      ['a', 'b', 'c'],
    ]);
  });

  it('is not begun when it would fill the disk', async () => {
    let free = 1e12;
    const options = { folder, env: realEnv, log: keptLog(), reserveBytes: 0, freeBytes: () => free };
    const disk = await openStorage(options);
    await disk.commit({ appends: [append(canvas, 0, 'x'.repeat(400_000))] });
    free = 16.1 * 1024 * 1024;
    const answer = await writeBackup(disk, 'a').catch((error: Error) => error.message);
    await disk.close();
    expect([answer, await readdir(placesIn(folder).backups)]).toEqual(['there is no room for a backup', []]);
  });
});

describe('the automatic backup', () => {
  it('is made in the hours in which something changed', async () => {
    const time = new VirtualTime();
    const disk = await open();
    const log = keptLog();
    const backups = keepBackups({ disk, env: virtualEnv(time, 1), log });
    const made: number[] = [];
    for (const [hour, delayMs] of [61_000, hourMs, hourMs, hourMs].entries()) {
      if (hour !== 2) await disk.commit({ puts: [{ key: ['k'], value: hour }] });
      await backups.idle();
      await time.pass(delayMs);
      await backups.idle();
      made.push((await listBackups(folder)).length);
    }
    await backups.stop();
    await disk.close();
    expect([made, log.lines]).toEqual([[1, 2, 2, 3], Array(3).fill('info: backup made')]);
  });

  it('that fails is told, leaves nothing half made, and is tried again', async () => {
    const time = new VirtualTime();
    const disk = await open();
    const log = keptLog();
    let isBroken = true;
    const backup = (to: string) => (isBroken ? Promise.reject(new Error('no')) : disk.backup(to));
    const backups = keepBackups({ disk: { ...disk, backup }, env: virtualEnv(time, 1), log });
    await backups.idle();
    await time.pass(61_000);
    await backups.idle();
    const after = await readdir(placesIn(folder).backups);
    isBroken = false;
    await time.pass(hourMs);
    await backups.stop();
    await disk.close();
    expect([after, log.lines]).toEqual([[], ['error: the backup failed', 'info: backup made']]);
  });
});

describe('a restore', () => {
  const said: string[] = [];
  const restore = (backup: string, to = folder) =>
    restoreBackup({ backup, folder: to, env: realEnv, say: (line) => said.push(line) });
  const refusal = (work: Promise<void>) =>
    work.then(
      () => 'restored',
      (error: Error) => `${error instanceof StartError ? '' : 'not a StartError: '}${error.message}`,
    );
  beforeEach(() => said.splice(0));

  /** A folder with one backup, and more written after it. Returns the backup's place. */
  async function lived(): Promise<string> {
    const disk = await open();
    await writeFile(path.join(folder, 'secrets.json'), '{"tokenSecret":"then"}');
    await disk.commit({
      appends: [append(canvas, 0, 'a', 'b'), append(personal, 0, 'draft')],
      puts: [
        { key: ['board', 'B1'], value: { title: 'One', epoch: 1 } },
        { key: ['boardish', 'B1'], value: { epoch: 1 } },
      ],
    });
    const backup = await writeBackup(disk, '2026-03-01T09-00-00Z');
    await disk.commit({ appends: [append(canvas, 2, 'after')] });
    await disk.close();
    await writeFile(path.join(folder, 'secrets.json'), '{"tokenSecret":"now"}');
    return backup;
  }

  it('brings back what was saved, under a new epoch, and moves the rest aside', async () => {
    const backup = await lived();
    await restore(backup);
    const disk = await open();
    const state = [
      await logOf(disk, canvas),
      (await seen(disk, personal)).tail,
      await disk.get(['board', 'B1']),
      await disk.get(['boardish', 'B1']),
    ];
    await disk.close();
    const [aside = ''] = await readdir(placesIn(folder).damaged);
    const secrets = [folder, path.join(placesIn(folder).damaged, aside)].map((place) =>
      readFile(path.join(place, 'secrets.json'), 'utf8'),
    );
    const moved = await readdir(path.join(placesIn(folder).damaged, aside));
    expect([state, await Promise.all(secrets), moved.sort()]).toEqual([
      ['1:a 2:b', '1:draft', { title: 'One', epoch: 2 }, { epoch: 1 }],
      ['{"tokenSecret":"then"}', '{"tokenSecret":"now"}'],
      ['records', 'secrets.json', 'version.json'],
    ]);
  });

  it('says what it did', async () => {
    await restore(await lived());
    expect(
      said.map((line) => line.replaceAll(top, '').replace(/damaged\/[^/]+/, 'damaged/T')).sort(),
    ).toEqual([
      'Moved /data/records to /data/damaged/T/records.',
      'Moved /data/secrets.json to /data/damaged/T/secrets.json.',
      'Moved /data/version.json to /data/damaged/T/version.json.',
      'Read /data/backups/2026-03-01T09-00-00Z: 2 documents, 3 records, 2 values.',
      'Restored /data from /data/backups/2026-03-01T09-00-00Z. 1 boards start a new epoch: devices that know more are told to reload.',
    ]);
  });

  it('works in an empty folder, with the copy of the keys beside the backup', async () => {
    const backup = await lived();
    const other = path.join(top, 'other');
    await restore(backup, other);
    const disk = await open(other);
    const state = [await logOf(disk, canvas), (await seen(disk, personal)).tail];
    await disk.close();
    expect(state).toEqual(['1:a 2:b', '1:draft']);
  });

  it('never brings back a document whose key was destroyed after the backup', async () => {
    const backup = await lived();
    const disk = await open();
    await disk.destroyKey(personal, null);
    await disk.close();
    await restore(backup);
    const again = await open();
    const there = await seen(again, personal);
    await again.close();
    const other = path.join(top, 'other');
    await restore(backup, other);
    const elsewhere = await open(other);
    const there2 = await seen(elsewhere, personal);
    await elsewhere.close();
    expect([there.tail, there2.tail]).toEqual(['', '']);
  });

  it.each([
    [
      'a damaged record',
      { what: 'record', doc: canvas, seq: 2 },
      'B1/canvas, record 2: the checksum does not fit',
    ],
    [
      'a missing record',
      { what: 'missing record', doc: canvas, seq: 1 },
      'B1/canvas: record 2 is where 1 should be',
    ],
    [
      'a missing end',
      { what: 'missing record', doc: canvas, seq: 2 },
      'B1/canvas: its log ends before 2, its head is 2',
    ],
    [
      'a damaged value',
      { what: 'value', key: ['board', 'B1'] },
      'the value of board/B1: the checksum does not fit',
    ],
  ] as const)('from a backup with %s is refused, and nothing has changed', async (_what, damage, problem) => {
    const backup = await lived();
    await damageTables(path.join(backup, 'records'), [damage]);
    const answer = await refusal(restore(backup));
    const disk = await open();
    const log = await logOf(disk, canvas);
    await disk.close();
    expect([answer, said.slice(1), log, await readdir(folder)]).toEqual([
      `${backup} is damaged itself, so nothing was changed. Choose an older backup.`,
      [`  ${problem}`],
      '1:a 2:b 3:after',
      ['backups', 'keys.json', 'lock', 'records', 'secrets.json', 'version.json'],
    ]);
  });

  it('is refused while a server has the folder, and from what is no backup', async () => {
    const backup = await lived();
    const disk = await open();
    const used = await refusal(restore(backup));
    await disk.close();
    await mkdir(path.join(top, 'unfinished'));
    await copyFile(path.join(backup, 'secrets.json'), path.join(top, 'unfinished', 'secrets.json'));
    const none = await refusal(restore(path.join(top, 'unfinished')));
    expect([used, none]).toEqual([
      `The data folder ${folder} is in use by another Wallflower. Stop it, or set DATA_DIR to another folder.`,
      `${top}/unfinished is no complete backup: choose a folder in ${placesIn(folder).backups}.`,
    ]);
  });
});
