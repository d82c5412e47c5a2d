// A receiver as Slack's is: it holds every message against the published limits of Block Kit, answers as the test says, and
// counts. Reached through a network of the test's own, or for real at an address of this machine.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Network, NetworkError, type Post, type Reply } from '../../server/webhooks/network.ts';
import type { VirtualTime } from './virtualTime.ts';

/** `silence`: the connection stands and nothing is said. `trickle`: a 200 whose words never end. `dead`: no connection. */
export type Answer =
  | 'silence'
  | 'trickle'
  | 'dead'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

export interface Arrived {
  /** The id of the event, the same at every attempt. */
  readonly event: string;
  readonly payload: { readonly text: string; readonly blocks: readonly Block[] };
  /** Whether it was answered with a 2xx. */
  readonly isTaken: boolean;
  readonly path: string;
}

export interface Block {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly fields?: readonly { readonly type: string; readonly text: string }[];
  readonly elements?: readonly { readonly type: string; readonly text: string }[];
}

const taken: Answer = { status: 200, body: 'ok' };

export class SlackReceiver {
  readonly arrived: Arrived[] = [];
  /** What is wrong with what came. */
  readonly problems: string[] = [];
  /** What is answered next; when it is used up, `otherwise`. */
  readonly answers: Answer[] = [];
  otherwise: Answer = taken;
  /** Names and what they lead to; asked anew for each message. */
  readonly names = new Map<string, readonly string[]>([['hooks.slack.test', ['34.1.2.3']]]);
  /** Addresses that were connected to. */
  readonly reached: string[] = [];

  /** Events that were answered with a 2xx, in order, repeats included. */
  get taken(): readonly string[] {
    return this.arrived.filter(({ isTaken }) => isTaken).map(({ event }) => event);
  }

  /** Headlines of what was taken. */
  get headlines(): readonly string[] {
    return this.arrived
      .filter(({ isTaken }) => isTaken)
      .map(({ payload }) => payload.blocks.find(({ type }) => type === 'header')?.text?.text ?? '');
  }

  /** A network on which everything takes `latencyMs` of the test's time. */
  network(time: Pick<VirtualTime, 'after'>, latencyMs = 20): Network {
    const pause = (ms: number) => new Promise<void>((resolve) => void time.after(ms, resolve));
    return {
      resolve: async (host) => {
        await pause(latencyMs);
        const found = this.names.get(host);
        if (found === undefined) throw new NetworkError('unknown-host');
        return found;
      },
      post: async (post) => {
        await pause(latencyMs);
        this.reached.push(post.addresses[0] ?? '');
        const answer = this.answers.shift() ?? this.otherwise;
        if (answer === 'dead') throw new NetworkError('unreachable');
        if (answer === 'silence') return untilAborted(post);
        const given = answer === 'trickle' ? { status: 200, body: '' } : answer;
        this.take({ headers: post.headers, path: post.url.pathname, body: post.body }, given.status);
        if (answer === 'trickle') return untilAborted(post, { status: 200, retryAfter: null, text: '' });
        await pause(latencyMs);
        return {
          status: given.status,
          retryAfter: given.headers?.['retry-after'] ?? null,
          text: given.body ?? '',
        };
      },
    };
  }

  /** Listens for real; the answer is its address, without a path. */
  async listen(): Promise<{ readonly url: string; close(): Promise<void> }> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve());
        }),
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const answer = this.answers.shift() ?? this.otherwise;
    if (answer === 'dead') return void request.socket.destroy();
    if (answer === 'silence') return;
    const { status } = answer === 'trickle' ? { status: 200 } : answer;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, String(v)]));
    this.take({ headers, path: request.url ?? '', body }, status);
    response.writeHead(status, answer === 'trickle' ? {} : answer.headers);
    if (answer === 'trickle') response.write('o');
    else response.end(answer.body ?? '');
  }

  private take(
    of: { headers: Readonly<Record<string, string>>; path: string; body: string },
    status: number,
  ) {
    const event = of.headers['idempotency-key'] ?? '';
    if (event === '') this.problems.push('a message without the id of its event');
    if (!/^application\/json\b/.test(of.headers['content-type'] ?? '')) this.problems.push('not JSON');
    const payload = JSON.parse(of.body) as Arrived['payload'];
    this.problems.push(...slackProblems(payload));
    this.arrived.push({ event, payload, path: of.path, isTaken: status >= 200 && status < 300 });
  }
}

/** Rejects when it is given up; or gives what had come by then. */
function untilAborted({ signal }: Post, soFar?: Reply): Promise<Reply> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => (soFar ? resolve(soFar) : reject(new Error('aborted'))));
  });
}

/** Held against Slack's published limits, and Discord's 2,000 characters for the plain text. */
export function slackProblems(payload: unknown): string[] {
  const problems: string[] = [];
  const { text, blocks } = (payload ?? {}) as { text?: unknown; blocks?: unknown };
  if (typeof text !== 'string' || text === '') problems.push('no text to fall back on');
  else if (text.length > 2_000) problems.push(`a fallback of ${text.length} characters`);
  if (!Array.isArray(blocks) || blocks.length === 0) return [...problems, 'no blocks'];
  if (blocks.length > 50) problems.push(`${blocks.length} blocks`);
  if (JSON.stringify(blocks).length > 13_000) problems.push('msg_blocks_too_long');
  for (const block of blocks as Block[]) problems.push(...blockProblems(block));
  problems.push(...entityProblems(String(text)));
  return problems;
}

function blockProblems({ type, text, fields, elements }: Block): string[] {
  const problems: string[] = [];
  const held = (one: { type: string; text: string } | undefined, max: number, kind?: string) => {
    if (one === undefined || one.text === '') problems.push(`${type}: an empty text`);
    else if (one.text.length > max) problems.push(`${type}: ${one.text.length} characters`);
    if (kind !== undefined && one?.type !== kind) problems.push(`${type}: needs ${kind}`);
    if (one?.type === 'mrkdwn') problems.push(...entityProblems(one.text));
  };
  if (type === 'header') held(text, 150, 'plain_text');
  else if (type === 'section' && fields !== undefined) {
    if (fields.length > 10) problems.push(`${fields.length} fields`);
    for (const field of fields) held(field, 2_000);
  } else if (type === 'section') held(text, 3_000);
  else if (type === 'context') {
    if (elements === undefined || elements.length > 10) problems.push('context: no or too many elements');
    for (const element of elements ?? []) held(element, 3_000);
  } else if (type !== 'divider') problems.push(`an unknown block: ${type}`);
  return problems;
}

/** In what Slack parses, `&`, `<` and `>` are its own: links, dates and three entities, nothing else. */
function entityProblems(text: string): string[] {
  const rest = text
    .replace(/<https?:\/\/[^<>|\s]+(\|[^<>|]+)?>/g, '')
    .replace(/<!date\^\d+\^[^<>|^]+\|[^<>|]+>/g, '')
    .replace(/&(amp|lt|gt);/g, '');
  return /[&<>]/.test(rest) ? [`not escaped: ${rest.slice(0, 80)}`] : [];
}
