// One attempt to bring one message to its address: the name is looked up, every address it has is looked at, the message
// goes to one of those and nowhere else. Decides nothing about trying again, but says whether that makes sense.

import type { DeliveryFault } from '../../shared/features/webhook/webhook.ts';
import type { Env } from '../../shared/lib/env.ts';
import { literalOf, reachOfAddress } from './address.ts';
import { type Network, NetworkError, type Reply } from './network.ts';

/** Looking up, connecting, sending and the answer together. */
const attemptMsMax = 7_000;
const lastWordMs = 200;
const saidCharsMax = 160;

export interface Outcome {
  /** null when it was taken. */
  readonly fault: DeliveryFault | null;
  readonly status: number | null;
  readonly said: string;
  /** What the other end asked to wait, in milliseconds; null when it did not. */
  readonly waitMs: number | null;
  /** Trying again can change something. */
  readonly mayRetry: boolean;
}

export interface Sending {
  readonly network: Network;
  readonly env: Env;
  readonly mayBePrivate: boolean;
}

/** Never throws. `event` is the same at every attempt, so that whoever gets a message twice can know. */
export async function send(
  { network, env, mayBePrivate }: Sending,
  { url, event, body }: { url: URL; event: string; body: string },
): Promise<Outcome> {
  const ending = new AbortController();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Wallflower webhook',
    'idempotency-key': event,
  };
  const attempt = async (): Promise<Outcome> => {
    const literal = literalOf(url);
    const addresses = literal === null ? await network.resolve(url.hostname) : [literal];
    const reaches = addresses.map(reachOfAddress);
    // One bad address is enough: which of them a connection takes is chance.
    const isForbidden = (reach: string) => reach === 'never' || (reach === 'private' && !mayBePrivate);
    if (reaches.length === 0) return failed('unknown-host', true);
    if (reaches.some(isForbidden)) return failed('private', false);
    // On the open net the address, which is a secret, would be read on the way.
    if (url.protocol !== 'https:' && reaches.includes('public')) return failed('insecure', false);
    if (ending.signal.aborted) return failed('timeout', true);
    const reply = await network.post({ url, addresses, headers, body, signal: ending.signal });
    // What machines of a private network say is for nobody outside of it.
    return outcomeOf(reply, { now: env.clock.now(), maySay: !reaches.includes('private') });
  };
  return new Promise((resolve) => {
    let cancel = env.scheduler.after(attemptMsMax, () => {
      ending.abort();
      // An answer that had begun is an answer: it is told now.
      cancel = env.scheduler.after(lastWordMs, () => resolve(failed('timeout', true)));
    });
    const settle = (outcome: Outcome) => {
      cancel();
      resolve(outcome);
    };
    const faultOf = (error: unknown) => {
      if (ending.signal.aborted) return 'timeout';
      return error instanceof NetworkError ? error.fault : 'unreachable';
    };
    attempt().then(settle, (error: unknown) => settle(failed(faultOf(error), true)));
  });
}

export function failed(fault: DeliveryFault, mayRetry: boolean): Outcome {
  return { fault, status: null, said: '', waitMs: null, mayRetry };
}

function outcomeOf(reply: Reply, { now, maySay }: { now: number; maySay: boolean }): Outcome {
  const { status, retryAfter, text } = reply;
  const said = maySay ? saidIn(text) : '';
  if (status >= 200 && status < 300) return { fault: null, status, said, waitMs: null, mayRetry: false };
  if (status >= 300 && status < 400)
    return { fault: 'redirect', status, said: '', waitMs: null, mayRetry: false };
  const mayRetry = status >= 500 || status === 408 || status === 425 || status === 429;
  return { fault: 'answer', status, said, waitMs: waitIn(retryAfter, now), mayRetry };
}

/** Seconds, or a date. */
function waitIn(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  const text = retryAfter.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The first words of an answer, which are often the reason: plain, or the message in JSON. */
function saidIn(text: string): string {
  const words = messageIn(text) ?? (/^\s*</.test(text) ? '' : text);
  const line = words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return [...line].slice(0, saidCharsMax).join('');
}

function messageIn(text: string): string | null {
  try {
    const { message, error } = (JSON.parse(text) ?? {}) as { message?: unknown; error?: unknown };
    return typeof message === 'string' ? message : typeof error === 'string' ? error : null;
  } catch {
    return null;
  }
}
