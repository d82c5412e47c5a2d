// Commands about a board's webhook: set, tried out, looked at, removed. The address goes in and never comes out again: not in
// an answer, not in a document, not in the log.

import * as v from 'valibot';
import {
  type Delivery,
  type WebhookState,
  webhookEvents,
  webhookLimits,
} from '../../shared/features/webhook/webhook.ts';
import type { Env } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { type CommandScope, type CommandTable, command } from '../commands.ts';
import type { Config } from '../config.ts';
import { ApiError } from '../errors.ts';
import { RateLimit } from '../rateLimit.ts';
import type { Room } from '../room.ts';
import type { Put, Storage } from '../storage/storage.ts';
import { readTarget, type TargetProblem } from '../webhooks/address.ts';
import { type Deliveries, deliveryOf } from '../webhooks/deliveries.ts';
import { type Hook, hookKey, lastKey, readHook } from '../webhooks/outbox.ts';
import type { AddressSeal } from '../webhooks/seal.ts';
import { testMessage } from '../webhooks/slackMessage.ts';

interface WebhookDeps {
  readonly storage: Storage;
  readonly env: Env;
  readonly config: Pick<Config, 'publicOrigin' | 'basePath' | 'allowPrivateWebhooks'>;
  readonly seal: AddressSeal;
  readonly deliveries: Pick<Deliveries, 'hurry' | 'sendNow' | 'last'>;
}

const nothing = v.strictObject({});
const setSchema = v.strictObject({
  /** Absent keeps the address that is set. */
  url: v.optional(v.pipe(v.string(), v.maxLength(webhookLimits.addressCharsMax))),
  events: v.pipe(v.array(v.picklist(webhookEvents)), v.minLength(1), v.maxLength(webhookEvents.length)),
  /** Of the messages. */
  language: v.optional(v.picklist(['en', 'de']), 'en'),
  /** The board's page as whoever sets this sees it. */
  page: v.optional(v.pipe(v.string(), v.maxLength(300))),
});

const problems: Readonly<Record<TargetProblem, readonly [code: string, message: string]>> = {
  'not-an-address': ['bad-address', 'This is no address that messages can be sent to.'],
  'not-https': [
    'not-https',
    'The address must begin with https://, because whoever reads it could write there.',
  ],
  private: [
    'private-address',
    'This address leads into a private network, and this server does not send there.',
  ],
};

/** Shorter paths would be shown whole. */
const pathCharsMin = 12;

export class WebhookCommands {
  private readonly deps: WebhookDeps;
  private readonly tests: RateLimit;

  constructor(deps: WebhookDeps) {
    this.deps = deps;
    // Whoever may test may knock at doors; slowly.
    this.tests = new RateLimit({ clock: deps.env.clock, burst: 3, perSecond: 1 / 5 });
  }

  table(): CommandTable {
    return {
      'webhook.set': command({
        needs: 'facilitate',
        args: setSchema,
        run: (scope, args) => this.set(scope, args),
      }),
      'webhook.remove': command({
        needs: 'facilitate',
        args: nothing,
        run: ({ room, visitor, remembering }) => this.write(room, visitor.id, { hook: null, remembering }),
      }),
      'webhook.test': command({
        needs: 'facilitate',
        args: nothing,
        run: (scope) => this.test(scope),
      }),
      'webhook.state': command({
        needs: 'facilitate',
        args: nothing,
        run: ({ room }) => this.state(room),
      }),
    };
  }

  private async set({ room, visitor, remembering }: CommandScope, args: v.InferOutput<typeof setSchema>) {
    const { env, seal } = this.deps;
    const before = await this.hookOf(room);
    const events = webhookEvents.filter((event) => args.events.includes(event));
    const page = this.pageOf(room, args.page) ?? before?.page ?? null;
    const common = { events, language: args.language, page, setAt: env.clock.now() };
    if (args.url === undefined) {
      if (before === null) throw new ApiError(404, 'not-found', 'This board has no webhook yet.');
      return this.write(room, visitor.id, { hook: { ...before, ...common }, remembering });
    }
    const target = readTarget(args.url, { mayBePrivate: this.deps.config.allowPrivateWebhooks });
    if (!(target instanceof URL)) throw new ApiError(400, ...problems[target]);
    const path = `${target.pathname}${target.search}`;
    const ending = path.length >= pathCharsMin ? path.slice(-4) : '';
    const hook = { ...common, sealed: seal.close(room.id, target), host: target.host, ending };
    return this.write(room, visitor.id, { hook, remembering });
  }

  private async write(
    room: Room,
    by: string,
    { hook, remembering }: { hook: Hook | null; remembering: CommandScope['remembering'] },
  ): Promise<void> {
    const puts: Put[] = [{ key: hookKey(room.id), value: hook }, remembering()];
    await this.deps.deliveries.last.alone(room.id, async () => {
      const before = await this.hookOf(room);
      // What happened under another address says nothing about this one.
      if (hook?.sealed !== before?.sealed) puts.push({ key: lastKey(room.id), value: null });
      await room.writes.write({ participant: by, kind: 'server', puts, run: () => [] });
    });
    room.webhook.changed(hook);
    this.deps.deliveries.hurry(room.id);
  }

  private async test({ room, remembering }: CommandScope): Promise<Delivery> {
    const { env, deliveries } = this.deps;
    const hook = await this.hookOf(room);
    if (hook === null) throw new ApiError(404, 'not-found', 'This board has no webhook yet.');
    const wait = this.tests.take(room.id);
    if (wait > 0) throw new ApiError(429, 'rate', 'Wait a moment before the next test.', wait);
    const title = room.docs.find('session')?.doc.getMap('board').get('title');
    const message = testMessage(typeof title === 'string' ? title : '', hook);
    const event = `test-${randomToken(env.random, 16)}`;
    const outcome = await deliveries.sendNow(room.id, hook, { event, message });
    const delivery = deliveryOf(outcome, { at: env.clock.now(), event: null, attempts: 1, retryAt: null });
    await deliveries.last.change(room.id, ({ lost }) => ({ lost, delivery }), {
      puts: [remembering(delivery)],
    });
    return delivery;
  }

  private async state(room: Room): Promise<WebhookState> {
    const { storage, config, deliveries } = this.deps;
    const hook = await this.hookOf(room);
    const { lost, delivery } = await deliveries.last.of(room.id);
    const waiting = hook === null ? [] : await storage.list(['outbox', room.id]);
    return {
      target: hook && {
        host: hook.host,
        ending: hook.ending,
        events: hook.events,
        language: hook.language,
        setAt: hook.setAt,
      },
      waiting: waiting.length,
      last: delivery,
      lost,
      mayBePrivate: config.allowPrivateWebhooks,
    };
  }

  private async hookOf(room: Room): Promise<Hook | null> {
    return readHook(await this.deps.storage.get(hookKey(room.id)));
  }

  /** Where the board is to be found by those who read the message: the settings know best. */
  private pageOf(room: Room, told: string | undefined): string | null {
    const { publicOrigin, basePath } = this.deps.config;
    if (publicOrigin !== null) return `${publicOrigin}${basePath}/b/${room.id}`;
    if (told === undefined || !URL.canParse(told)) return null;
    const { protocol, host, pathname, href } = new URL(told);
    const isPage = /^https?:$/.test(protocol) && pathname === `${basePath}/b/${room.id}`;
    return isPage && href === `${protocol}//${host}${pathname}` ? href : null;
  }
}
