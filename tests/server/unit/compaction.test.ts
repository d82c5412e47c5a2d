// A compacted document says what its log said, without what was deleted.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Compact, canonicalContent, inlineCompact, pack, unpack } from '../../../server/compaction.ts';
import { type CompactingThread, workerCompact } from '../../../server/workerCompact.ts';
import { realEnv, seededRandom } from '../../../shared/lib/env.ts';
import { keptLog } from '../../support/storageBenches.ts';
import { VirtualTime, virtualEnv } from '../../support/virtualTime.ts';

const outdir = path.resolve('.cache', 'tests', 'compaction');
const workerUrl = pathToFileURL(path.join(outdir, 'compact.js'));

/** A log of `count` random edits, and the document that made it. */
function editedLog(seed: number, count: number): { doc: Y.Doc; tail: Uint8Array[] } {
  const random = seededRandom(seed);
  const doc = new Y.Doc();
  doc.clientID = seed;
  const tail: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => tail.push(update));
  const items = doc.getMap<Y.Map<unknown>>('items');
  for (let step = 0; step < count; step++) {
    const id = `note${Math.floor(random.next() * 20)}`;
    doc.transact(() => {
      const note = items.get(id);
      const text = note?.get('t');
      if (!note)
        items.set(
          id,
          new Y.Map<unknown>([
            ['p', [step, 0]],
            ['t', new Y.Text('secret draft')],
          ]),
        );
      else if (random.next() < 0.2) items.delete(id);
      else if (text instanceof Y.Text && random.next() < 0.5)
        text.applyDelta([{ delete: text.length }, { insert: `${step}` }]);
      else note.set('p', [step, random.next(), new Uint8Array([step & 255])]);
    });
  }
  return { doc, tail };
}

function contentOf(update: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return canonicalContent(doc);
}

function promises(compact: () => Compact): void {
  it('keeps what is there and drops what was deleted', async () => {
    const { doc, tail } = editedLog(1, 500);
    for (const text of doc.getMap<Y.Map<unknown>>('items').values()) text.set('t', 'now');
    const bytes = await compact()({ snapshot: null, tail });
    const holdsDeleted = Buffer.from(bytes).includes('secret draft');
    expect([contentOf(bytes) === canonicalContent(doc), holdsDeleted]).toEqual([true, false]);
  });

  it('goes on from a snapshot', async () => {
    const { doc, tail } = editedLog(2, 300);
    const snapshot = await compact()({ snapshot: null, tail: tail.slice(0, 200) });
    const bytes = await compact()({ snapshot, tail: tail.slice(200) });
    expect(contentOf(bytes)).toBe(canonicalContent(doc));
  });

  it('refuses a log with a hole', async () => {
    const { tail } = editedLog(3, 20);
    await expect(compact()({ snapshot: null, tail: tail.slice(5) })).rejects.toThrow('an update is missing');
  });

  it('of nothing is an empty document', async () => {
    expect(contentOf(await compact()({ snapshot: null, tail: [] }))).toBe('[]');
  });
}

describe('compaction here', () => promises(() => inlineCompact));

describe('compaction in a thread', () => {
  const log = keptLog();
  let thread: CompactingThread;
  beforeAll(() => {
    buildSync({
      entryPoints: ['server/workers/compact.ts'],
      outdir,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
    });
    thread = workerCompact({ workerUrl, env: realEnv, log });
  });
  afterAll(() => thread.close());

  promises(() => thread.compact);

  it('serves many documents that ask at once', async () => {
    const logs = [4, 5, 6, 7].map((seed) => editedLog(seed, 50));
    const compacted = await Promise.all(logs.map(({ tail }) => thread.compact({ snapshot: null, tail })));
    expect(compacted.map(contentOf)).toEqual(logs.map(({ doc }) => canonicalContent(doc)));
  });
});

describe('a compaction thread that cannot work', () => {
  it('is replaced here for a small document, and said in the log', async () => {
    const log = keptLog();
    const missing = pathToFileURL(path.join(outdir, 'missing.js'));
    const thread = workerCompact({ workerUrl: missing, env: realEnv, log });
    const { doc, tail } = editedLog(8, 50);
    const bytes = await thread.compact({ snapshot: null, tail });
    await thread.close();
    expect([contentOf(bytes), log.lines]).toEqual([
      canonicalContent(doc),
      Array(2).fill('error: the compaction thread failed'),
    ]);
  });

  it('is given up after its time, and the next document is served', async () => {
    const time = new VirtualTime();
    const thread = workerCompact({ workerUrl, env: virtualEnv(time, 1), log: keptLog(), timeMsMax: 5 });
    const { doc, tail } = editedLog(9, 50);
    const slow = thread.compact({ snapshot: null, tail }).catch((error: Error) => error.message);
    await time.pass(5);
    const bytes = await thread.compact({ snapshot: null, tail });
    await thread.close();
    expect([await slow, contentOf(bytes)]).toEqual([
      'compaction: it took longer than 5 ms',
      canonicalContent(doc),
    ]);
  });
});

it('a document is the same after the journey to a thread', () => {
  const { tail } = editedLog(10, 10);
  const snapshot = new Uint8Array([1, 2, 3]);
  const inputs = [
    { snapshot, tail },
    { snapshot: null, tail },
    { snapshot, tail: [] },
  ];
  expect(inputs.map((input, id) => unpack(pack(id, input)))).toEqual(inputs);
});
