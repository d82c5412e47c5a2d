import { describe, expect, it } from 'vitest';
import { hookUrl, WebhookWorld } from '../../../support/webhookWorld.ts';

/** A message is given up while somebody does something about the webhook, begun so long after it happened. */
async function givenUpDuring(name: string, args: Record<string, unknown>, afterMs: number) {
  const world = await WebhookWorld.open({ seed: afterMs + 1 });
  world.receiver.otherwise = { status: 404, body: 'gone' };
  await world.happens();
  await world.time.pass(afterMs);
  await world.ask(name, args);
  await world.time.pass(5_000);
  const { lost, last, waiting } = await world.state();
  return { lost, isKnown: last !== null, waiting };
}

describe('what is known of the last attempt', () => {
  it('counts every lost message, at whatever moment somebody tries the webhook out', async () => {
    const wrongs: unknown[] = [];
    for (let afterMs = 0; afterMs < 60; afterMs++) {
      const found = await givenUpDuring('webhook.test', {}, afterMs);
      if (found.lost !== 1 || found.waiting !== 0 || !found.isKnown) wrongs.push([afterMs, found]);
    }
    expect(wrongs).toEqual([]);
  });

  it('never says more was lost than waited, at whatever moment the address changes', async () => {
    const events = ['session.summary'];
    const wrongs: unknown[] = [];
    for (let afterMs = 0; afterMs < 60; afterMs++) {
      const found = await givenUpDuring('webhook.set', { url: `${hookUrl}2`, events }, afterMs);
      if (found.lost > 1 || found.waiting !== 0) wrongs.push([afterMs, found]);
    }
    expect(wrongs).toEqual([]);
  });
});
