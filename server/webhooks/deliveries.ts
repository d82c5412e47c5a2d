// Brings what waits in the outbox to where it belongs, for all boards of the server: each board's messages in order, one at a
// time, tried again until they are taken or too old. A message leaves the outbox after it was taken and never before.

import type { Delivery } from '../../shared/features/webhook/webhook.ts';
import { webhookLimits } from '../../shared/features/webhook/webhook.ts';
import type { Cancel, Env } from '../../shared/lib/env.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import type { CoreLog } from '../core.ts';
import type { Key, Storage } from '../storage/storage.ts';
import { retryAt } from './backOff.ts';
import { LastAttempts } from './lastAttempts.ts';
import type { Network } from './network.ts';
import { type Hook, hookKey, type Last, readHook, readWaiting, type Waiting } from './outbox.ts';
import type { AddressSeal } from './seal.ts';
import { failed, type Outcome, send } from './sending.ts';
import { type SlackMessage, slackMessage } from './slackMessage.ts';

export interface DeliveriesDeps {
  readonly storage: Storage;
  readonly env: Env;
  readonly log: CoreLog;
  readonly network: Network;
  readonly seal: AddressSeal;
  readonly mayBePrivate: boolean;
  /** null for a board that is gone. */
  readonly epochOf: (board: BoardId) => Promise<number | null>;
}

/** What waits, as it stands in the storage. */
interface Found {
  readonly key: Key;
  readonly board: BoardId;
  readonly event: string;
  /** null when it cannot be read. */
  readonly waiting: Waiting | null;
}

/** The end of a message: it leaves the outbox, and is the last that was attempted. */
interface End extends Pick<Found, 'key' | 'board'> {
  readonly becomes: (before: Last) => Last;
}

const atOnceMax = 8;
/** Slack takes about one message a second. */
const betweenMs = 1_000;
/** A disk that would not have it is asked again after this. */
const diskRetryMs = 5_000;
const lookMsMax = 60 * 60_000;

export class Deliveries {
  readonly last: LastAttempts;
  private readonly deps: DeliveriesDeps;
  private readonly busy = new Map<BoardId, Promise<void>>();
  private readonly sentAt = new Map<BoardId, number>();
  /** Taken, but the disk would not have it that they were: to be removed, never to be sent again. */
  private readonly settled = new Map<string, End>();
  /** Those of `settled` that the disk is asked about now: each is to be counted once. */
  private readonly settling = new Set<string>();
  /** Boards whose messages need not wait for their next attempt. */
  private readonly hurried = new Set<BoardId>();
  private cancelLook: Cancel | null = null;
  private looking: Promise<void> = Promise.resolve();
  private isLookWanted = false;
  private isStopped = true;

  constructor(deps: DeliveriesDeps) {
    this.deps = deps;
    this.last = new LastAttempts(deps.storage);
  }

  /** Sends what an earlier process left. */
  start(): void {
    this.isStopped = false;
    this.wake();
  }

  /** Something new waits, or may go now. */
  wake(): void {
    if (this.isStopped || this.isLookWanted) return;
    this.isLookWanted = true;
    this.looking = this.looking.then(async () => {
      this.isLookWanted = false;
      try {
        await this.look();
      } catch (error) {
        this.deps.log.error({ error: String(error) }, 'messages of webhooks could not be looked through');
        this.lookIn(diskRetryMs);
      }
    });
  }

  /** What waits for this board goes at once: its address is another now. */
  hurry(board: BoardId): void {
    this.hurried.add(board);
    this.wake();
  }

  /** No attempt begins any more; waits for those under way, whose end would else be unknown. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelLook?.();
    await this.looking;
    await Promise.all(this.busy.values());
  }

  /** One message now, outside of the outbox. */
  async sendNow(board: BoardId, hook: Hook, of: { event: string; message: SlackMessage }): Promise<Outcome> {
    const url = this.deps.seal.open(board, hook.sealed);
    if (url === null) return failed('locked', false);
    return send(this.deps, { url, event: of.event, body: JSON.stringify(of.message) });
  }

  private async look(): Promise<void> {
    if (this.isStopped) return;
    for (const [event, end] of this.settled) await this.settle(event, end);
    const now = this.deps.env.clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [board, found] of await this.waitingByBoard()) {
      const first = found.find(({ event }) => !this.settled.has(event));
      if (first === undefined || this.busy.has(board)) continue;
      const due = this.dueAt(first);
      if (due > now) next = Math.min(next, due);
      // Whoever ends looks again.
      else if (this.busy.size < atOnceMax && !this.isStopped) this.begin(first);
    }
    this.forgetSent(now);
    if (this.settled.size > 0) next = Math.min(next, now + diskRetryMs);
    if (next !== Number.POSITIVE_INFINITY) this.lookIn(next - now);
  }

  private dueAt({ board, waiting }: Found): number {
    const free = (this.sentAt.get(board) ?? 0) + betweenMs;
    return this.hurried.has(board) ? free : Math.max(waiting?.retryAt ?? 0, free);
  }

  private forgetSent(now: number): void {
    for (const [board, at] of this.sentAt) if (at + betweenMs < now) this.sentAt.delete(board);
  }

  private begin(found: Found): void {
    const { board } = found;
    this.hurried.delete(board);
    const attempt = this.deliver(found)
      .catch((error: unknown) => {
        this.deps.log.error({ board, error: String(error) }, 'a message of a webhook could not be handled');
        this.sentAt.set(board, this.deps.env.clock.now() + diskRetryMs);
      })
      .then(() => {
        this.busy.delete(board);
        this.wake();
      });
    this.busy.set(board, attempt);
  }

  private async deliver({ key, board, event, waiting }: Found): Promise<void> {
    const { storage, env, seal } = this.deps;
    const hook = readHook(await storage.get(hookKey(board)));
    const isOfNow = waiting !== null && (await this.deps.epochOf(board)) === waiting.epoch;
    if (hook === null || waiting === null || !isOfNow) return storage.commit({ removes: [key] });
    const url = seal.open(board, hook.sealed);
    const message = slackMessage(waiting.facts, hook);
    const body = JSON.stringify(message);
    this.sentAt.set(board, env.clock.now());
    const outcome = url === null ? failed('locked', false) : await send(this.deps, { url, event, body });
    await this.note({ key, board, event, waiting }, outcome);
  }

  private async note(found: Found & { readonly waiting: Waiting }, outcome: Outcome): Promise<void> {
    const { env, log } = this.deps;
    const { key, board, event, waiting } = found;
    const attempts = waiting.attempts + 1;
    const now = env.clock.now();
    const { fault, waitMs } = outcome;
    const again = outcome.mayRetry
      ? retryAt({ happenedAt: waiting.facts.at, now, attempts, waitMs, random: env.random })
      : null;
    const delivery = deliveryOf(outcome, { at: now, event: waiting.facts.kind, attempts, retryAt: again });
    const isLost = fault !== null && again === null;
    const becomes = ({ lost }: Last): Last => ({ lost: lost + (isLost ? 1 : 0), delivery });
    if (again !== null) {
      const value = { ...waiting, attempts, retryAt: again };
      return this.last.change(board, becomes, { puts: [{ key, value }] });
    }
    if (isLost) log.warn({ board, fault, status: outcome.status }, 'a message of a webhook is given up');
    await this.settle(event, { key, board, becomes });
  }

  /** Not before this is durable is it known to be over; until then it stands in `settled`. */
  private async settle(event: string, end: End): Promise<void> {
    if (this.settling.has(event)) return;
    this.settling.add(event);
    this.settled.set(event, end);
    try {
      await this.last.change(end.board, end.becomes, { removes: [end.key] });
      this.settled.delete(event);
    } catch (error) {
      this.deps.log.error({ error: String(error) }, 'that a message arrived could not be kept yet');
    } finally {
      this.settling.delete(event);
    }
  }

  private async waitingByBoard(): Promise<ReadonlyMap<BoardId, readonly Found[]>> {
    const boards = new Map<BoardId, Found[]>();
    for (const { key, value } of await this.deps.storage.list(['outbox'])) {
      const [, board, event] = key;
      if (board === undefined || event === undefined) continue;
      const found = boards.get(board as BoardId) ?? [];
      found.push({ key, board: board as BoardId, event, waiting: readWaiting(value) });
      boards.set(board as BoardId, found);
    }
    for (const [board, found] of boards) await this.dropOldest(board, found);
    return boards;
  }

  /**
   * A board that tells more than anybody reads, to an address that does not take it: the oldest never arrive, and are counted
   * as such in the same commit. What is on its way at this moment is left alone, and what was taken is not among the lost.
   */
  private async dropOldest(board: BoardId, found: Found[]): Promise<void> {
    if (found.length <= webhookLimits.waitingMax || this.busy.has(board)) return;
    const tooMany = found.splice(0, found.length - webhookLimits.waitingMax);
    const lost = tooMany.filter(({ event }) => !this.settled.has(event)).length;
    const becomes = (before: Last): Last => ({ ...before, lost: before.lost + lost });
    await this.last.change(board, becomes, { removes: tooMany.map(({ key }) => key) });
    this.deps.log.warn({ board, lost }, 'messages of a webhook are given up: too many wait');
  }

  private lookIn(delayMs: number): void {
    this.cancelLook?.();
    const delay = Math.min(lookMsMax, Math.max(0, delayMs));
    this.cancelLook = this.deps.env.scheduler.after(delay, () => this.wake());
  }
}

export function deliveryOf(
  { fault, status, said }: Outcome,
  facts: Pick<Delivery, 'at' | 'event' | 'attempts' | 'retryAt'>,
): Delivery {
  return { ...facts, fault, status, said };
}
