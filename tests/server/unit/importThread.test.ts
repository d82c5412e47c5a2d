// The queue before the threads that read what people bring, with threads that do as they are told.

import { describe, expect, it } from 'vitest';
import { importThread } from '../../../server/importThread.ts';
import { realEnv } from '../../../shared/lib/env.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

// Beginning with `s` a file is never read to its end, with `d` the thread dies of it, with `m` it takes all memory there is.
const thread = `
  import { parentPort, workerData } from 'node:worker_threads';
  const how = String.fromCharCode(workerData.bytes[0]);
  if (how === 's') for (;;);
  if (how === 'd') process.exit(3);
  const kept = [];
  while (how === 'm') kept.push(new Array(100_000).fill(how));
  parentPort.postMessage({ kind: how });`;
const workerUrl = new URL(`data:text/javascript,${encodeURIComponent(thread)}`);

const large = (how: string) => ({
  bytes: new TextEncoder().encode(how.padEnd(70_000)),
  contentType: 'text/plain',
});
const small = { bytes: new TextEncoder().encode('One\nTwo\n'), contentType: 'text/plain' };

function reader(more: object = {}) {
  const read = importThread({ workerUrl, env: realEnv, ...more });
  return (source: typeof small) =>
    read(source).then(
      ({ kind, notes = [] }): string => `${kind} ${notes.length}`,
      ({ code, message }: { code?: string; message: string }) => code ?? message,
    );
}

describe('reading what people bring', () => {
  it('gives up what takes too long, takes too much memory or breaks its thread, and reads the next', async () => {
    const time = new VirtualTime();
    const read = reader({ memoryMbMax: 16, env: { scheduler: time } });
    const outcomes = Promise.all(['s', 'm', 'd', 'x'].map((how) => read(large(how))));
    await time.pass(30_000);
    const tooMuch = 'took-too-long';
    expect(await outcomes).toEqual([tooMuch, tooMuch, tooMuch, 'x 0']);
  });

  it('waits half a minute for one file, and not a moment longer', async () => {
    const time = new VirtualTime();
    const read = reader({ env: { scheduler: time } });
    let isOver = false;
    const stuck = read(large('s')).finally(() => {
      isOver = true;
    });
    // One after the other: this begins when that is given up.
    const next = read(large('x'));
    await time.pass(29_999);
    const before = isOver;
    await time.pass(1);
    expect([before, await stuck, await next]).toEqual([false, 'took-too-long', 'x 0']);
  });

  it('lets no more wait than it can bear, and never what is read at once', async () => {
    const time = new VirtualTime();
    const read = reader({ env: { scheduler: time } });
    const waiting = ['s', ...Array.from({ length: 19 }, () => 'x')].map((how) => read(large(how)));
    const [refused, meanwhile] = await Promise.all([read(large('x')), read(small)]);
    await time.pass(30_000);
    expect([refused, meanwhile, await Promise.all(waiting)]).toEqual([
      'busy',
      'lines 2',
      ['took-too-long', ...Array.from({ length: 19 }, () => 'x 0')],
    ]);
  });
});
