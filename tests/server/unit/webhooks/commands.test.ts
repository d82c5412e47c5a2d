import { describe, expect, it } from 'vitest';
import { hookUrl, secretPath, WebhookWorld } from '../../../support/webhookWorld.ts';

const minute = 60_000;

describe('setting a webhook', () => {
  it('is for facilitators alone, like all about it', async () => {
    const world = await WebhookWorld.open();
    const codes: unknown[] = [];
    for (const role of ['editor', 'commenter', 'viewer'] as const)
      for (const [name, args] of [
        ['webhook.set', { url: 'https://evil.test/x', events: ['ballot.result'] }],
        ['webhook.remove', {}],
        ['webhook.test', {}],
        ['webhook.state', {}],
      ] as const)
        codes.push((await world.ask(name, args, { role })).code);
    expect([new Set(codes), (await world.state()).target?.host]).toEqual([
      new Set(['forbidden']),
      'hooks.slack.test',
    ]);
  });

  it('says what is wrong with an address, and keeps the one there was', async () => {
    const world = await WebhookWorld.open();
    const codes: unknown[] = [];
    for (const url of ['what?', 'http://example.org/x', 'https://10.0.0.1/x'])
      codes.push((await world.set({ url })).code);
    codes.push((await world.ask('webhook.set', { events: [] })).code);
    expect([codes, (await world.state()).target?.host]).toEqual([
      ['bad-address', 'not-https', 'private-address', 'bad-request'],
      'hooks.slack.test',
    ]);
  });

  it('changes what is told without naming the address again', async () => {
    const world = await WebhookWorld.open();
    await world.ask('webhook.set', { events: ['session.summary', 'ballot.result'], language: 'de' });
    const { target } = await world.state();
    await world.happens();
    await world.time.pass(minute);
    expect([target, world.receiver.headlines]).toEqual([
      {
        host: 'hooks.slack.test',
        ending: 'WXYZ',
        events: ['ballot.result', 'session.summary'],
        language: 'de',
        setAt: target?.setAt,
      },
      ['Zusammenfassung: What next?'],
    ]);
  });

  it('happens once, whichever answer was lost', async () => {
    const world = await WebhookWorld.open();
    const first = await world.ask('webhook.test', {}, { id: 'the same' });
    const again = await world.ask('webhook.test', {}, { id: 'the same' });
    expect([again, world.receiver.arrived.length]).toEqual([first, 1]);
  });

  it('survives a crash, and not another server secret', async () => {
    const world = await WebhookWorld.open();
    world.crash();
    await world.happens();
    await world.time.pass(minute);
    const taken = world.receiver.taken.length;
    world.tokenSecret = 'another one';
    world.crash();
    await world.happens();
    await world.time.pass(minute);
    expect([taken, world.receiver.taken.length, (await world.state()).last?.fault]).toEqual([1, 1, 'locked']);
  });

  it('links to the board as the facilitator sees it, never with a key, and to no other page', async () => {
    const world = await WebhookWorld.open();
    const page = `https://boards.test/b/${world.board}`;
    for (const told of [page, `${page}#key`, 'https://evil.test/', `https://evil.test/b/${world.board}?x`]) {
      await world.set({ url: hookUrl, page: told });
      await world.happens();
      await world.time.pass(minute);
    }
    const links = world.receiver.arrived.map(({ payload }) => payload.text.split('\n').at(-1));
    expect(links).toEqual([page, page, page, page]);
  });
});

describe('a test of a webhook', () => {
  it('is told in the words of the other end, and limited', async () => {
    const world = await WebhookWorld.open();
    world.receiver.answers.push(
      { status: 200, body: 'ok' },
      { status: 403, body: 'invalid_token' },
      'silence',
    );
    const told: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      const { code, data } = await world.ask('webhook.test');
      const { fault, status, said } = (data ?? {}) as Record<string, unknown>;
      told.push(code ?? [fault, status, said]);
    }
    const { code: again } = await world.ask('webhook.test');
    expect([told, again, world.receiver.problems]).toEqual([
      [
        [null, 200, 'ok'],
        ['answer', 403, 'invalid_token'],
        ['timeout', null, ''],
        [null, 200, 'ok'],
      ],
      'rate',
      [],
    ]);
  });

  it('does not repeat what machines of a private network say', async () => {
    const world = await WebhookWorld.open({ mayBePrivate: true });
    world.receiver.names.set('hooks.slack.test', ['192.168.1.7']);
    world.receiver.answers.push({ status: 500, body: 'secrets of the printer' });
    const { data } = await world.ask('webhook.test');
    expect(data).toMatchObject({ fault: 'answer', status: 500, said: '' });
  });
});

describe('the address, once it is set', () => {
  it('is nowhere: in no answer, no log line, no document and no record of the disk', async () => {
    const world = await WebhookWorld.open();
    const answers: unknown[] = [await world.set({ url: hookUrl }), await world.state()];
    world.receiver.answers.push({ status: 200 }, { status: 404, body: 'no_service' });
    answers.push(await world.ask('webhook.test'));
    await world.happens();
    await world.happens();
    await world.time.pass(minute);
    answers.push(await world.state(), await (await world.room()).readBoard());
    const disk = world.disk.peek();
    const values: unknown[] = [];
    for (const kind of ['webhook', 'outbox', 'delivery', 'command', 'board'])
      values.push(await disk.list([kind]));
    const docs: string[] = [];
    for (const name of ['canvas', 'session', 'talk'])
      for await (const { bytes } of disk.readLog(`${world.board}/${name}`, 0))
        docs.push(Buffer.from(bytes).toString('latin1'));
    const everything = JSON.stringify([answers, values, docs, world.logged]);
    const parts = [hookUrl, ...secretPath.split('/').slice(2)];
    expect([
      everything.length > 500,
      parts.filter((part) => everything.includes(part)),
      world.receiver.arrived.length,
    ]).toEqual([true, [], 3]);
  });
});
