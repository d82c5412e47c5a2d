import { afterEach, describe, expect, it } from 'vitest';
import { NetworkError, type Post, realNetwork } from '../../../../server/webhooks/network.ts';
import { realEnv } from '../../../../shared/lib/env.ts';
import { until } from '../../../support/realPerson.ts';
import { SlackReceiver } from '../../../support/slackReceiver.ts';

const body = JSON.stringify({ text: 'x', blocks: [{ type: 'divider' }] });
let closing: (() => Promise<void>) | null = null;

afterEach(async () => {
  await closing?.();
  closing = null;
});

async function aReceiver() {
  const receiver = new SlackReceiver();
  const { url, close } = await receiver.listen();
  closing = close;
  // A name that leads nowhere: only the address that was looked at can be reached.
  const named = url.replace('127.0.0.1', 'nowhere.invalid');
  const post = (more: Partial<Post> = {}) =>
    realNetwork.post({
      url: new URL(`${named}/hook`),
      addresses: ['127.0.0.1'],
      headers: { 'content-type': 'application/json', 'idempotency-key': 'e1' },
      body,
      signal: new AbortController().signal,
      ...more,
    });
  return { receiver, post, port: new URL(url).port };
}

/** The reply, or how it failed. */
async function told(reply: Promise<unknown>): Promise<unknown> {
  return reply.catch((error: unknown) => (error instanceof NetworkError ? error.fault : error));
}

describe('a message over a real connection', () => {
  it('goes to the address that was looked at, whatever the name says', async () => {
    const { receiver, post } = await aReceiver();
    const reply = await post();
    expect([reply, receiver.arrived.map(({ path, event }) => [path, event])]).toEqual([
      { status: 200, retryAfter: null, text: 'ok' },
      [['/hook', 'e1']],
    ]);
  });

  it('follows no redirect', async () => {
    const { receiver, post, port } = await aReceiver();
    receiver.answers.push({ status: 307, headers: { location: `http://127.0.0.1:${port}/elsewhere` } });
    expect([(await post()).status, receiver.arrived.length]).toEqual([307, 1]);
  });

  it('reads no more of an answer than 4 kB', async () => {
    const { receiver, post } = await aReceiver();
    receiver.answers.push({ status: 500, body: 'x'.repeat(5_000_000) });
    const reply = await post();
    expect([reply.status, reply.text.length]).toEqual([500, 4_096]);
  });

  it('ends when it is told to: without an answer as a failure, with the beginning of one as that', async () => {
    const { receiver, post } = await aReceiver();
    const outcomes: unknown[] = [];
    for (const answer of ['silence', 'trickle'] as const) {
      receiver.answers.push(answer);
      const ending = new AbortController();
      const reply = told(post({ signal: ending.signal }));
      // From when the other end is at it, however long the machine took to come there.
      await until('the other end has it', () => receiver.answers.length === 0);
      realEnv.scheduler.after(300, () => ending.abort());
      outcomes.push(await reply);
    }
    expect(outcomes).toEqual(['unreachable', { status: 200, retryAfter: null, text: 'o' }]);
  });

  it('knows all addresses of a name before', async () => {
    const found = await realNetwork.resolve('localhost');
    expect(found.length > 0 && found.every((address) => /^(127\.0\.0\.1|::1)$/.test(address))).toBe(true);
  });

  it('fails with a word for it: no connection, no trust', async () => {
    const { receiver, post, port } = await aReceiver();
    receiver.answers.push('dead');
    expect([
      await told(post()),
      await told(post({ url: new URL(`https://nowhere.invalid:${port}/hook`) })),
    ]).toEqual(['unreachable', 'insecure']);
  });
});
