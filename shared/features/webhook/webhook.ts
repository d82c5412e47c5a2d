// What a board tells another program, and what may be said about the address it goes to. The address itself is a secret:
// whoever knows it can write there. So nothing here holds it.

/** What is told, in the order in which it is offered. */
export const webhookEvents = [
  'ballot.opened',
  'ballot.reminder',
  'ballot.result',
  'session.summary',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Something that happened on a board. */
export type BoardEvent =
  | { readonly kind: Exclude<WebhookEvent, 'session.summary'>; readonly ballot: string }
  | { readonly kind: 'session.summary' };

export const webhookLimits = {
  addressCharsMax: 2_000,
  /** Waiting at one time for one board; of more than these the oldest never arrive. */
  waitingMax: 200,
} as const;

/**
 * How a delivery failed. `answer`: the other end answered with `status` and did not take it. `redirect`: it pointed elsewhere,
 * which is not followed. `private`: the address leads into a private network. `unknown-host`: nobody knows the name.
 * `unreachable`: no connection. `insecure`: the connection was not trusted. `timeout`: no answer in time. `locked`: the kept
 * address cannot be read any more and must be given again.
 */
export const deliveryFaults = [
  'answer',
  'redirect',
  'private',
  'unknown-host',
  'unreachable',
  'insecure',
  'timeout',
  'locked',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** How one attempt ended. */
export interface Delivery {
  readonly at: number;
  /** null for a test. */
  readonly event: WebhookEvent | null;
  /** null when it was taken. */
  readonly fault: DeliveryFault | null;
  /** What the other end answered; null when it did not. */
  readonly status: number | null;
  /** The beginning of what the other end said, for people. */
  readonly said: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it is tried again; null when it is not. */
  readonly retryAt: number | null;
}

/** What facilitators may know. */
export interface WebhookState {
  /** null where none is set. */
  readonly target: {
    readonly host: string;
    /** The last characters of the address. */
    readonly ending: string;
    readonly events: readonly WebhookEvent[];
    /** Of the messages. */
    readonly language: 'en' | 'de';
    readonly setAt: number;
  } | null;
  /** How many messages are on their way. */
  readonly waiting: number;
  readonly last: Delivery | null;
  /** How many messages never arrived since the address was set. */
  readonly lost: number;
  /** Whether the operator lets messages into private networks. */
  readonly mayBePrivate: boolean;
}
