// A data folder has one owner at a time, one version, and says in one line why it cannot be opened.

import { copyFile, mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '../../../../server/storage/backupFolder.ts';
import { type DataFolder, openStorage, StartError } from '../../../../server/storage/openStorage.ts';
import { placesIn } from '../../../../server/storage/places.ts';
import { realEnv } from '../../../../shared/lib/env.ts';
import { keptLog, temporaryFolder } from '../../../support/storageBenches.ts';
import { append, canvas, logOf, personal, record, seen } from '../../../support/storageContract.ts';

let folder: string;
let open: DataFolder[] = [];
beforeEach(async () => {
  folder = path.join(await temporaryFolder(), 'data');
});
afterEach(async () => {
  for (const disk of open) await disk.close().catch(() => {});
  open = [];
  await rm(path.dirname(folder), { recursive: true, force: true });
});

async function start(
  options: { log?: ReturnType<typeof keptLog>; reserveBytes?: number } = {},
): Promise<DataFolder> {
  const disk = await openStorage({ folder, env: realEnv, log: keptLog(), reserveBytes: 0, ...options });
  open.push(disk);
  return disk;
}

/** The line that a start is refused with. */
async function refused(): Promise<string> {
  return start().then(
    () => 'started',
    (error: Error) => `${error instanceof StartError ? '' : 'not a StartError: '}${error.message}`,
  );
}

const modeOf = async (place: string) => ((await stat(place)).mode & 0o777).toString(8);

describe('a data folder', () => {
  it('is made for its owner alone', async () => {
    const disk = await start();
    await disk.commit({ appends: [append(personal, 0, 'draft')] });
    expect([await modeOf(folder), await modeOf(placesIn(folder).keys)]).toEqual(['700', '600']);
  });

  it('is open once at a time, and free again after closing', async () => {
    const first = await start();
    const while_ = await refused();
    await first.close();
    expect([while_, await refused()]).toEqual([
      `The data folder ${folder} is in use by another Wallflower. Stop it, or set DATA_DIR to another folder.`,
      'started',
    ]);
  });

  it('goes to one of two that start at the same moment', async () => {
    const answers = await Promise.all([refused(), refused()]);
    expect(answers.filter((answer) => answer === 'started').length).toBeLessThanOrEqual(1);
  });

  it('of a newer version is refused, of this one opened', async () => {
    const disk = await start();
    const version = await readFile(placesIn(folder).version, 'utf8');
    await disk.close();
    await writeFile(placesIn(folder).version, '{"format":2}');
    const newer = await refused();
    await writeFile(placesIn(folder).version, 'nonsense');
    const nonsense = await refused();
    expect([version, newer, nonsense]).toEqual([
      '{"format":1}\n',
      `The data folder ${folder} was written by a newer Wallflower (format 2; this one knows 1). Start the newer version, or set DATA_DIR to another folder.`,
      `${placesIn(folder).version} cannot be read: it should say {"format":1}.`,
    ]);
  });

  it('is not opened while a restore is unfinished', async () => {
    const disk = await start();
    await disk.close();
    await writeFile(placesIn(folder).restoreBegun, '{}');
    expect(await refused()).toBe(
      `A restore of ${folder} was interrupted. Run the restore command again, then start.`,
    );
  });

  it('with damaged keys is refused with what to do', async () => {
    const disk = await start();
    await disk.commit({ appends: [append(personal, 0, 'draft')] });
    await disk.close();
    const { keys, keyCopy } = placesIn(folder);
    const another = (_: string, two: string) => `"secret":"${two === 'AA' ? 'BB' : 'AA'}`;
    await writeFile(keys, (await readFile(keys, 'utf8')).replace(/"secret":"(..)/, another));
    expect(await refused()).toBe(
      `${keys} is damaged. Move it away: its copy ${keyCopy} is taken instead. Without that, drafts not yet revealed and votes of open ballots are lost.`,
    );
  });

  it('whose keys went missing takes their copy, and says so', async () => {
    const first = await start();
    await first.commit({ appends: [append(personal, 0, 'draft')] });
    await first.saveKeyCopy();
    await first.close();
    await rm(placesIn(folder).keys);
    const log = keptLog();
    const disk = await start({ log });
    expect([(await seen(disk, personal)).tail, log.lines]).toEqual([
      '1:draft',
      ['warn: The file of keys was missing; its copy was taken. What was sealed with newer keys is lost.'],
    ]);
  });

  it('that cannot be made is refused', async () => {
    await writeFile(path.join(path.dirname(folder), 'file'), '');
    folder = path.join(path.dirname(folder), 'file', 'data');
    expect(await refused()).toMatch(/^The data folder .* cannot be opened: ENOTDIR/);
    folder = path.dirname(folder);
  });

  it.each([100, 20_000])(
    'whose data file is %i bytes of something else is refused with what to do',
    async (size) => {
      const disk = await start();
      await writeBackup(disk, '2026-03-01T09-00-00Z');
      await disk.close();
      const file = path.join(placesIn(folder).records, 'data.mdb');
      await writeFile(file, 'x'.repeat(size));
      expect(await refused()).toBe(
        `The data folder ${folder} is damaged: ${file} is no database file. Restore its newest backup: npm run restore -- ${placesIn(folder).backups}/2026-03-01T09-00-00Z`,
      );
    },
  );

  it.each([
    ['is missing', (file: string) => rm(file)],
    ['is empty', (file: string) => truncate(file)],
    ['is cut off', (file: string) => truncate(file, 2 * 4096)],
  ])('whose data file %s is not taken for a new one', async (what, harm) => {
    const disk = await start();
    await disk.commit({ appends: [append(canvas, 0, 'a')] });
    await writeBackup(disk, '2026-03-01T09-00-00Z');
    await disk.close();
    const file = path.join(placesIn(folder).records, 'data.mdb');
    await harm(file);
    expect(await refused()).toBe(
      `The data folder ${folder} is damaged: ${file} ${what}. Restore its newest backup: npm run restore -- ${placesIn(folder).backups}/2026-03-01T09-00-00Z`,
    );
  });

  it('whose lock is something else is refused with what to do', async () => {
    await (await start()).close();
    const lock = path.join(folder, 'lock');
    await writeFile(path.join(lock, 'data.mdb'), 'x'.repeat(20_000));
    expect(await refused()).toBe(
      `The data folder ${folder} cannot be opened: ${lock}/data.mdb is no database file. See that no Wallflower runs on this folder, then remove ${lock}`,
    );
  });
});

describe('a personal document', () => {
  const secret = 'nobody else may ever read this';

  async function bytesOnDisk(): Promise<string> {
    return readFile(path.join(placesIn(folder).records, 'data.mdb'), 'latin1');
  }

  it('is on disk as cipher text, a canvas as it is', async () => {
    const disk = await start();
    await disk.commit({ appends: [append(personal, 0, secret), append(canvas, 0, 'everybody')] });
    await disk.saveSnapshot(personal, { uptoSeq: 1, bytes: record(secret).bytes });
    await disk.close();
    const bytes = await bytesOnDisk();
    expect([bytes.includes(secret), bytes.includes('everybody')]).toEqual([false, true]);
  });

  it('whose key is destroyed reads as absent, also from pages that came back', async () => {
    const disk = await start();
    await disk.commit({ appends: [append(personal, 0, 'a', 'b')] });
    const copy = path.join(folder, 'old');
    await mkdir(copy);
    await disk.backup(copy);
    await disk.destroyKey(personal, null);
    await disk.commit({ appends: [append(personal, 2, 'c')] });
    const after = await seen(disk, personal);
    await disk.close();
    await copyFile(path.join(copy, 'data.mdb'), path.join(placesIn(folder).records, 'data.mdb'));
    const back = await start();
    expect([after.tail, (await seen(back, personal)).tail, await logOf(back, personal)]).toEqual([
      '3:c',
      '',
      '',
    ]);
  });

  it('has its key before its first record, and each document and phase has its own', async () => {
    const disk = await start();
    const keysNow = async () =>
      JSON.parse(await readFile(placesIn(folder).keys, 'utf8')).keys as { id: string; doc: string }[];
    await Promise.all([0, 1, 2].map((n) => disk.commit({ appends: [append(`B1/personal/P${n}`, 0, 'x')] })));
    const before = await keysNow();
    await disk.destroyKey('B1/personal/P1', { uptoSeq: 1, bytes: record('kept').bytes });
    const after = await keysNow();
    await disk.removeBoard('B1');
    const same = before.filter(({ id }) => after.some((key) => key.id === id)).map(({ doc }) => doc);
    expect([before.length, after.length, same, await keysNow()]).toEqual([
      3,
      3,
      ['B1/personal/P0', 'B1/personal/P2'],
      [],
    ]);
  });

  it('loses its destroyed key from the copy beside the backups too', async () => {
    const disk = await start();
    await disk.commit({ appends: [append(personal, 0, 'a'), append('B2/personal/P1', 0, 'b')] });
    await disk.saveKeyCopy();
    await disk.destroyKey(personal, null);
    const copy = await readFile(placesIn(folder).keyCopy, 'utf8');
    const docs = (JSON.parse(copy).keys as { doc: string; id: string }[]).map(({ doc }) => doc).sort();
    const main = await readFile(placesIn(folder).keys, 'utf8');
    expect([docs, copy]).toEqual([['B1/personal/P1', 'B2/personal/P1'], main]);
  });
});

describe('the reserve for a full disk', () => {
  it('is written out, let go when space is low, and made again when there is room', async () => {
    const log = keptLog();
    let free = 1e12;
    const sizes = { reserveBytes: 2_000_000, lowBytes: 1_000_000 };
    const disk = await openStorage({ folder, env: realEnv, log, ...sizes, freeBytes: () => free });
    open.push(disk);
    const { reserve } = placesIn(folder);
    const sizeAfter = async (work: Promise<unknown>) => {
      await work.catch(() => {});
      await disk.settled();
      return stat(reserve).then(
        ({ size }) => size,
        () => null,
      );
    };
    const first = await sizeAfter(disk.commit({ appends: [append(canvas, 0, 'a')] }));
    free = 500_000;
    const low = await sizeAfter(disk.commit({ appends: [append(canvas, 1, 'b')] }));
    free = 2_500_000;
    const stillLow = await sizeAfter(disk.commit({ appends: [append(canvas, 1, 'b')] }));
    free = 1e12;
    const again = await sizeAfter(disk.commit({ appends: [append(canvas, 1, 'b')] }));
    expect([first, low, stillLow, again, await logOf(disk, canvas), log.lines]).toEqual([
      2_000_000,
      null,
      null,
      2_000_000,
      '1:a 2:b',
      [
        'error: the disk is nearly full: boards are read-only until there is room',
        'info: there is room on the disk again',
      ],
    ]);
  });
});
