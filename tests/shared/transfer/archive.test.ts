// archive.zip: what is in it, that it brings the board back, and that a strange one does no harm.

import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../shared/board/board.ts';
import { readItems } from '../../../shared/board/reader.ts';
import { createItems } from '../../../shared/board/verbs.ts';
import { seededRandom } from '../../../shared/lib/env.ts';
import { boardArchive } from '../../../shared/transfer/archive.ts';
import { exportBoard } from '../../../shared/transfer/formats.ts';
import { itemsToCreate } from '../../../shared/transfer/import.ts';
import { boardPicture } from '../../../shared/transfer/picture/picture.ts';
import { readImport } from '../../../shared/transfer/readImport.ts';
import { anySnapshot, cluster, note, snapshot } from '../../support/snapshots.ts';

const random = seededRandom(1);
const reader = { language: 'en', timeZone: 'UTC' } as const;
const aBoard = snapshot([
  cluster({ id: 'c1', text: 'Garden', order: 'a' }),
  note({ id: 'n1', text: 'Lights\nin trees', order: 'b', parent: 'c1', x: 24, y: 56, locked: true }),
]);
const boardJson = exportBoard(aBoard, 'board.json').text;
const read = (bytes: Uint8Array) => readImport({ bytes, contentType: 'application/zip' });

describe('archive.zip', () => {
  it('comes back into an empty board as the identical board', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, async (board) => {
        const plan = await read(boardArchive(board, reader));
        const doc = new Y.Doc();
        createItems(new Board(doc, random), itemsToCreate(plan, new Map(), random), 'server');
        expect(readItems(doc)).toEqual(new Map(board.items.map((item) => [item.id, item])));
      }),
      { seed: 2050, numRuns: 60 },
    );
  });

  it('holds each file as it is exported by itself, and a word on what they are', () => {
    const { 'README.txt': readme = new Uint8Array(), ...files } = unzipSync(boardArchive(aBoard, reader));
    const texts = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    );
    expect(texts).toEqual({
      'summary.md': exportBoard(aBoard, 'summary.md').text,
      'summary.html': exportBoard(aBoard, 'summary.html').text,
      'notes.csv': exportBoard(aBoard, 'notes.csv').text,
      'board.json': boardJson,
      'board.svg': boardPicture(aBoard).svg(),
    });
    expect(Object.keys(files).filter((name) => !Buffer.from(readme).toString().includes(name))).toEqual([]);
  });
});

describe('a strange archive', () => {
  it('with paths that lead elsewhere is read for its board only', async () => {
    const bytes = zipSync({
      '../../etc/board.json': strToU8('no'),
      'board.json': strToU8(boardJson),
      '/tmp/x': strToU8('no'),
    });
    expect((await read(bytes)).items.map(({ text }) => text)).toEqual(['Garden', 'Lights\nin trees']);
  });

  it('that would unpack into more than a board can be is refused, however small it is', async () => {
    const bomb = zipSync({ 'board.json': new Uint8Array(200_000_000) }, { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    const plan = await read(bomb);
    // Far from all of it, though what is thrown away on the way may still be counted.
    const used = process.memoryUsage().arrayBuffers - before;
    expect([bomb.length < 400_000, plan.refused?.code, used < 120_000_000]).toEqual([
      true,
      'too-large',
      true,
    ]);
  });

  it('that lies about its sizes is refused all the same', async () => {
    const bomb = zipSync({ 'board.json': new Uint8Array(60_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 30 < bomb.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    expect((await read(bomb)).refused?.code).toMatch(/^(?:too-large|not-a-board)$/);
  });

  it('of too many entries is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`${at}`, strToU8('x')]));
    const bytes = zipSync({ ...many, 'board.json': strToU8(boardJson) });
    expect((await read(bytes)).refused?.code).toBe('too-large');
  });

  it('cut off anywhere, or with a byte changed, is read or refused, and never throws', async () => {
    const whole = boardArchive(aBoard, reader);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        for (const bytes of [whole.slice(0, at), changed]) {
          const plan = await read(bytes);
          expect(plan.refused !== null || plan.items.length > 0 || plan.notes.length > 0).toBe(true);
        }
      }),
      { seed: 2050, numRuns: 200 },
    );
  });

  it('is said to be damaged when it is, in words about archives', async () => {
    const whole = boardArchive(aBoard, reader);
    const broken = zipSync({ 'board.json': strToU8(boardJson) });
    // What is packed begins behind the name.
    broken.fill(0xff, 40, 60);
    const plans = await Promise.all([whole.subarray(0, whole.length / 2), broken].map(read));
    expect(plans.map(({ refused }) => refused?.why.message)).toEqual(
      [1, 2].map(() => 'This archive is damaged or cut off. Save the board once more and take that one.'),
    );
  });
});
