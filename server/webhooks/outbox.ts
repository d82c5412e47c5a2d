// What is kept about a board's webhook: where it goes (sealed), what waits to be sent, how the last attempt ended. Values of
// the storage, read with care; who sends them is the affair of `Deliveries`.

import * as v from 'valibot';
import { deliveryFaults, webhookEvents } from '../../shared/features/webhook/webhook.ts';
import type { BoardId } from '../../shared/lib/ids.ts';
import type { Key } from '../storage/storage.ts';
import { factsSchema } from './facts.ts';

const hookSchema = v.object({
  /** The whole address, for nobody's eyes. */
  sealed: v.string(),
  host: v.string(),
  ending: v.string(),
  events: v.array(v.picklist(webhookEvents)),
  language: v.picklist(['en', 'de']),
  /** The board's page as its facilitator saw it, without a key; null where that is not known. */
  page: v.nullable(v.string()),
  setAt: v.number(),
});
export type Hook = v.InferOutput<typeof hookSchema>;

const waitingSchema = v.object({
  /** A restored board starts a new one: what an older one still had to tell may have been told. */
  epoch: v.number(),
  facts: factsSchema,
  attempts: v.number(),
  retryAt: v.number(),
});
/** One message on its way. */
export type Waiting = v.InferOutput<typeof waitingSchema>;

const lastSchema = v.object({
  /** Messages that never arrived since the address was set. */
  lost: v.number(),
  delivery: v.nullable(
    v.object({
      at: v.number(),
      event: v.nullable(v.picklist(webhookEvents)),
      fault: v.nullable(v.picklist(deliveryFaults)),
      status: v.nullable(v.number()),
      said: v.string(),
      attempts: v.number(),
      retryAt: v.nullable(v.number()),
    }),
  ),
});
/** How the last attempt ended. */
export type Last = v.InferOutput<typeof lastSchema>;

export function hookKey(board: BoardId): Key {
  return ['webhook', board];
}

/** Ids of events are in the order in which things happened. */
export function outboxKey(board: BoardId, event: string): Key {
  return ['outbox', board, event];
}

export function lastKey(board: BoardId): Key {
  return ['delivery', board];
}

/** null for what is none. */
export function readHook(value: unknown): Hook | null {
  const parsed = v.safeParse(hookSchema, value);
  return parsed.success ? parsed.output : null;
}

/** null for what is none. */
export function readWaiting(value: unknown): Waiting | null {
  const parsed = v.safeParse(waitingSchema, value);
  return parsed.success ? parsed.output : null;
}

/** What cannot be read counts as nothing sent and nothing lost. */
export function readLast(value: unknown): Last {
  const parsed = v.safeParse(lastSchema, value);
  return parsed.success ? parsed.output : { lost: 0, delivery: null };
}
