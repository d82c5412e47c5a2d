// A process that writes to a data folder as fast as it can and prints what was acknowledged, for tests that kill it.
// Arguments: the data folder. Each line is a document's name and the last acknowledged sequence number.

import { openStorage } from '../../server/storage/openStorage.ts';
import type { Append } from '../../server/storage/storage.ts';
import { realEnv } from '../../shared/lib/env.ts';

const docs = ['B1/canvas', 'B1/talk', 'B1/personal/P1'];

export async function run(folder: string): Promise<void> {
  const quiet = { info() {}, warn() {}, error() {} };
  const disk = await openStorage({ folder, env: realEnv, log: quiet, reserveBytes: 0 });
  process.stdout.write('open\n');
  const heads = new Map<string, number>();
  for (const doc of docs) heads.set(doc, (await disk.load(doc)).head);
  // One batch spans all documents, so that a killed one must be in all of them or in none.
  for (let round = 0; ; round++) {
    const count = 1 + (round % 5);
    const appends = docs.map((doc): Append => {
      const head = heads.get(doc) ?? 0;
      heads.set(doc, head + count);
      const records = Array.from({ length: count }, (_, i) => ({
        time: realEnv.clock.now(),
        participant: 'P1',
        kind: 'update' as const,
        bytes: contentOf(doc, head + 1 + i),
      }));
      return { doc, expectedHead: head, records };
    });
    const written = disk.commit({ appends, puts: [{ key: ['round'], value: Object.fromEntries(heads) }] });
    // Two batches are under way at most.
    const line = [...heads].map(([doc, head]) => `${doc} ${head}\n`).join('');
    if (round % 2 === 0) await written;
    void written.then(() => process.stdout.write(line));
  }
}

/** What a record holds, so that a reader can tell that it is the right one. */
export function contentOf(doc: string, seq: number): Uint8Array {
  return new TextEncoder().encode(`${doc}:${seq}:${'x'.repeat((seq * 37) % 3_000)}`);
}
