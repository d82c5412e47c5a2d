// What arrives too early: kept, in order, for whoever comes to read.

import { describe, expect, it } from 'vitest';
import { realEnv } from '../../../shared/lib/env.ts';
import { Inbox } from '../../../shared/lib/inbox.ts';

describe('an inbox', () => {
  it('keeps what comes before its reader, and hands it over in order with what comes after', async () => {
    const inbox = new Inbox<string>();
    const read: string[] = [];
    inbox.put('one');
    inbox.put('two');
    inbox.read((thing) => read.push(thing));
    inbox.put('three');
    await settled();
    expect([read, inbox.waiting]).toEqual([['one', 'two', 'three'], []]);
  });

  it('leaves the rest to the next reader when one of them ends the reading', async () => {
    const inbox = new Inbox<string>();
    const read: string[] = [];
    for (const thing of ['open', 'a', 'close', 'b']) inbox.put(thing);
    const stop = inbox.read((thing) => {
      read.push(`first ${thing}`);
      if (thing === 'close') stop();
    });
    await settled();
    const waiting = [...inbox.waiting];
    inbox.read((thing) => read.push(`second ${thing}`));
    await settled();
    expect([waiting, read]).toEqual([['b'], ['first open', 'first a', 'first close', 'second b']]);
  });

  it('knows only its latest reader, whoever leaves', async () => {
    const inbox = new Inbox<string>();
    const read: string[] = [];
    const stopFirst = inbox.read(() => read.push('first'));
    inbox.read(() => read.push('second'));
    stopFirst();
    inbox.put('thing');
    await settled();
    expect(read).toEqual(['second']);
  });
});

/** All microtasks that follow one another have run. */
function settled(): Promise<void> {
  return new Promise((resolve) => realEnv.scheduler.after(0, resolve));
}
