// What the server says about the webhook, read with care. Knows no screen.

import {
  type Delivery,
  deliveryFaults,
  type WebhookState,
  webhookEvents,
} from '../../../shared/features/webhook/webhook.ts';
import { fieldsOf } from '../../../shared/lib/fields.ts';

/** null for what is no answer of that kind. */
export function readWebhookState(value: unknown): WebhookState | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const target = fieldsOf(fields.target);
  return {
    target: target && {
      host: text(target.host),
      ending: text(target.ending),
      events: webhookEvents.filter((event) => Array.isArray(target.events) && target.events.includes(event)),
      language: target.language === 'de' ? 'de' : 'en',
      setAt: number(target.setAt) ?? 0,
    },
    waiting: number(fields.waiting) ?? 0,
    last: readDelivery(fields.last),
    lost: number(fields.lost) ?? 0,
    mayBePrivate: fields.mayBePrivate === true,
  };
}

function readDelivery(value: unknown): Delivery | null {
  const fields = fieldsOf(value);
  const at = number(fields?.at);
  if (fields === null || at === null) return null;
  return {
    at,
    event: webhookEvents.find((event) => event === fields.event) ?? null,
    fault: deliveryFaults.find((fault) => fault === fields.fault) ?? null,
    status: number(fields.status),
    said: text(fields.said),
    attempts: number(fields.attempts) ?? 1,
    retryAt: number(fields.retryAt),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
