// The queue before the thread that writes documents, with threads that do as they are told.

import { afterEach, describe, expect, it } from 'vitest';
import { DocumentThread } from '../../../../server/documents/documents.ts';
import type { DocumentWish } from '../../../../server/documents/request.ts';
import { realEnv } from '../../../../shared/lib/env.ts';
import { snapshot } from '../../../support/snapshots.ts';
import { VirtualTime } from '../../../support/virtualTime.ts';

// Titled `stuck` it never answers, `die` it ends, `bad` it cannot be written, `none` there is nothing to write; else its bytes count the documents of this thread.
const thread = `
  const { parentPort } = require('node:worker_threads');
  let count = 0;
  parentPort.on('message', ({ id, snapshot: { title } }) => {
    if (title === 'stuck') for (;;);
    if (title === 'die') process.exit(3);
    if (title === 'none') return parentPort.postMessage({ id, refused: { status: 404, code: 'nothing-there', message: '' } });
    if (title === 'bad') return parentPort.postMessage({ id, problem: 'no such letter' });
    parentPort.postMessage({ id, bytes: new Uint8Array([++count]), missing: [] });
  });`;
const workerUrl = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { createRequire } from 'node:module'; const require = createRequire('file:///'); ${thread}`,
  )}`,
);

const log = { info() {}, warn() {}, error() {} };
let documents: DocumentThread;
const start = (more: object = {}) => {
  documents = new DocumentThread({ workerUrl, env: realEnv, log, ...more });
  return documents;
};
afterEach(() => documents.close());

const wish = (title: string): DocumentWish => ({
  format: 'notes.xlsx',
  snapshot: snapshot([], { title }),
  reader: { language: 'en', timeZone: 'UTC' },
});
const outcome = (promise: Promise<{ bytes: Uint8Array }>) =>
  promise.then(
    ({ bytes }) => bytes[0],
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe('the thread that writes documents', () => {
  it('writes one after another in one thread, and one that fails keeps no other', async () => {
    start();
    const all = ['a', 'bad', 'none', 'b', 'c'].map((title) => outcome(documents.write(wish(title))));
    expect(await Promise.all(all)).toEqual([1, 'no such letter', 'nothing-there', 2, 3]);
  });

  it('leaves what nobody waits for any more, under way or not yet begun', async () => {
    start();
    const [first, second] = [new AbortController(), new AbortController()];
    const stuck = outcome(documents.write(wish('stuck'), first.signal));
    const waiting = outcome(documents.write(wish('a'), second.signal));
    const last = outcome(documents.write(wish('b')));
    second.abort();
    first.abort();
    expect([
      await stuck,
      await waiting,
      await last,
      await outcome(documents.write(wish('c'), first.signal)),
    ]).toEqual(['restarting', 'restarting', 1, 'restarting']);
  });

  it('gives up what takes too long, outlives a thread that dies, and begins a new one', async () => {
    // Only the first is measured: the others take what they take on a busy machine.
    const time = new VirtualTime();
    start({ env: { ...realEnv, scheduler: time } });
    const all = ['stuck', 'a', 'die', 'b'].map((title) => outcome(documents.write(wish(title))));
    await time.pass(60_000);
    expect(await Promise.all(all)).toEqual(['too-slow', 1, 'the thread ended with code 3', 1]);
  });

  it('takes no more than can wait', async () => {
    start({ waitingMax: 2 });
    const all = ['stuck', 'a', 'b', 'c'].map((title) => outcome(documents.write(wish(title))));
    const refused = await all[3];
    await documents.close();
    expect([refused, await Promise.all(all.slice(0, 3))]).toEqual(['busy', Array(3).fill('restarting')]);
  });

  it('ends a thread that nobody needs for a while', async () => {
    const time = new VirtualTime();
    start({ env: { ...realEnv, scheduler: time } });
    const counts = [await outcome(documents.write(wish('a'))), await outcome(documents.write(wish('b')))];
    await time.pass(60_000);
    expect([...counts, await outcome(documents.write(wish('c')))]).toEqual([1, 2, 1]);
  });
});
