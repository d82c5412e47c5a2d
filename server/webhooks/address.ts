// Where a message may go: the address somebody gave, and the network addresses its name leads to. Pure; asks no network.

import { isIP } from 'node:net';
import { webhookLimits } from '../../shared/features/webhook/webhook.ts';

/**
 * `public`: anybody may send there. `private`: the operator's own networks, open only when the operator says so. `never`:
 * addresses of this very link, of many machines, of no machine, and those at which clouds hand out keys.
 */
export type Reach = 'public' | 'private' | 'never';

/** The first that fits counts. */
const ranges4: readonly (readonly [range: string, reach: Reach])[] = [
  // Clouds answer here with what the machine may know.
  ['168.63.129.16/32', 'never'],
  ['100.100.100.200/32', 'never'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'private'],
  ['127.0.0.0/8', 'private'],
  ['172.16.0.0/12', 'private'],
  ['192.168.0.0/16', 'private'],
  ['0.0.0.0/8', 'never'],
  ['169.254.0.0/16', 'never'],
  ['192.0.0.0/24', 'never'],
  ['192.0.2.0/24', 'never'],
  ['192.31.196.0/24', 'never'],
  ['192.52.193.0/24', 'never'],
  ['192.88.99.0/24', 'never'],
  ['192.175.48.0/24', 'never'],
  ['198.18.0.0/15', 'never'],
  ['198.51.100.0/24', 'never'],
  ['203.0.113.0/24', 'never'],
  ['224.0.0.0/3', 'never'],
  ['0.0.0.0/0', 'public'],
];

const ranges6: readonly (readonly [range: string, reach: Reach])[] = [
  ['fd00:ec2::/32', 'never'],
  ['fd20:ce::/32', 'never'],
  ['::1/128', 'private'],
  ['fc00::/7', 'private'],
  // Tunnels and tables: what is behind them is not what stands there.
  ['2001::/23', 'never'],
  ['2001:db8::/32', 'never'],
  ['2002::/16', 'never'],
  ['2620:4f:8000::/48', 'never'],
  ['3fff::/20', 'never'],
  ['2000::/3', 'public'],
  ['::/0', 'never'],
];

/** IPv4 addresses in the clothes of IPv6: they go where the address within them goes. */
const dressed = ['::ffff:0:0/96', '64:ff9b::/96'].map(readRange);

const table4 = ranges4.map(([range, reach]) => ({ range: readRange(range), reach }));
const table6 = ranges6.map(([range, reach]) => ({ range: readRange(range), reach }));

/** What is no address is never reached. */
export function reachOfAddress(address: string): Reach {
  const bytes = bytesOf(address);
  if (bytes === null) return 'never';
  if (bytes.length === 16 && dressed.some((range) => isWithin(bytes, range))) return reachOf(bytes.slice(12));
  return reachOf(bytes);
}

function reachOf(bytes: readonly number[]): Reach {
  const table = bytes.length === 4 ? table4 : table6;
  return table.find(({ range }) => isWithin(bytes, range))?.reach ?? 'never';
}

export type TargetProblem = 'not-an-address' | 'not-https' | 'private';

/**
 * The address as it is kept, or what is wrong with it. Names are looked up when something is sent: what they lead to today
 * says nothing about tomorrow.
 */
export function readTarget(typed: string, { mayBePrivate }: { mayBePrivate: boolean }): URL | TargetProblem {
  const text = typed.trim();
  if (text.length > webhookLimits.addressCharsMax || !URL.canParse(text)) return 'not-an-address';
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '' || url.hostname === '') return 'not-an-address';
  url.hash = '';
  const literal = literalOf(url);
  const reach = literal === null ? null : reachOfAddress(literal);
  if (reach === 'never' || (reach === 'private' && !mayBePrivate)) return 'private';
  // On the open net the address, which is a secret, would be read on the way.
  if (url.protocol === 'http:' && (!mayBePrivate || reach === 'public')) return 'not-https';
  return url;
}

/** The network address that stands in place of a name; null for a name. */
export function literalOf(url: URL): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? null : host;
}

interface Range {
  readonly bytes: readonly number[];
  readonly bits: number;
}

function readRange(text: string): Range {
  const [address = '', bits = ''] = text.split('/');
  return { bytes: bytesOf(address) ?? [], bits: Number(bits) };
}

function isWithin(bytes: readonly number[], range: Range): boolean {
  if (bytes.length !== range.bytes.length) return false;
  for (let bit = 0; bit < range.bits; bit += 8) {
    const mask = range.bits - bit >= 8 ? 255 : (255 << (8 - (range.bits - bit))) & 255;
    const index = bit / 8;
    if (((bytes[index] ?? 0) & mask) !== ((range.bytes[index] ?? 0) & mask)) return false;
  }
  return true;
}

/** 4 or 16 numbers; null for what is no address. A zone (`%eth0`) makes it one of this link alone, and none of ours. */
function bytesOf(address: string): readonly number[] | null {
  const version = isIP(address);
  if (version === 4) return address.split('.').map(Number);
  if (version !== 6 || address.includes('%')) return null;
  const [head = '', tail] = address.split('::');
  const before = wordsOf(head);
  const after = tail === undefined ? [] : wordsOf(tail);
  const zeros = Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0);
  return [...before, ...zeros, ...after].flatMap((word) => [word >> 8, word & 255]);
}

/** Groups of IPv6, the last of which may be written as IPv4. */
function wordsOf(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
}
