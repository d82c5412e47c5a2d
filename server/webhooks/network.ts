// The network as messages need it: a name looked up, and one POST to addresses that were looked at before. Follows nothing,
// keeps no connection, and reads no more of an answer than people could.

import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

export interface Post {
  readonly url: URL;
  /** The connection goes to one of these, whatever the name leads to by now. */
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends it, wherever it stands. */
  readonly signal: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The beginning of what it said. */
  readonly text: string;
}

export class NetworkError extends Error {
  override name = 'NetworkError';
  readonly fault: 'unknown-host' | 'unreachable' | 'insecure';

  constructor(fault: NetworkError['fault'], options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

export interface Network {
  /** All addresses of a name. @throws NetworkError */
  resolve(host: string): Promise<readonly string[]>;
  /** Resolves with whatever was answered, redirects included. @throws NetworkError */
  post(post: Post): Promise<Reply>;
}

const replyBytesMax = 4_096;
const headerBytesMax = 16_384;

export const realNetwork: Network = {
  async resolve(host) {
    try {
      const found = await lookup(host, { all: true, verbatim: true });
      return found.map(({ address }) => address);
    } catch (error) {
      throw new NetworkError('unknown-host', { cause: error });
    }
  },
  post,
};

function post({ url, addresses, headers, body, signal }: Post): Promise<Reply> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // Once the status has come, whatever becomes of the rest: the message arrived or did not.
    let finish: (() => void) | null = null;
    const fail = (error: unknown) => {
      if (finish === null) reject(new NetworkError(faultOf(error), { cause: error }));
      else finish();
    };
    const request = send(url, {
      method: 'POST',
      // No connection of before: each is made to an address that was looked at.
      agent: false,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: pinnedTo(addresses),
      maxHeaderSize: headerBytesMax,
      signal,
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const end = () => {
        const { statusCode = 0, headers: said } = response;
        const text = Buffer.concat(chunks).subarray(0, replyBytesMax).toString('utf8');
        resolve({ status: statusCode, retryAfter: said['retry-after'] ?? null, text });
        request.destroy();
      };
      finish = end;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= replyBytesMax) end();
      });
      for (const over of ['end', 'close', 'error']) response.on(over, end);
    });
    request.end(body);
  });
}

/** A look-up that looks nothing up. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, answer) => {
    const [first] = found;
    if (first === undefined) answer(new Error('no address'), '', 0);
    else if (options.all) answer(null, found);
    else answer(null, first.address, first.family);
  };
}

const insecureCodes = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH/;

function faultOf(error: unknown): NetworkError['fault'] {
  const codes = [error, ...((error as AggregateError | null)?.errors ?? [])].map(
    (each) => (each as NodeJS.ErrnoException | null)?.code ?? '',
  );
  return codes.some((code) => insecureCodes.test(code)) ? 'insecure' : 'unreachable';
}
