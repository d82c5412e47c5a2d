// How other machines on the local network reach this one. Knows addresses, not what is served.

import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Names and addresses that mean this computer and no other. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1') return true;
  const v4 = bare.startsWith('::ffff:') ? bare.slice(7) : bare;
  return isIP(v4) === 4 && v4.startsWith('127.');
}

/** Addresses that stand for all of this machine's. */
export function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

export interface NetworkAddress {
  readonly address: string;
  readonly family: string;
  readonly internal: boolean;
}

/** The address to tell others: private IPv4 first, as that is what a meeting room's network hands out. null without a network. */
export function lanAddress(addresses: readonly NetworkAddress[] = ownAddresses()): string | null {
  const outside = addresses.filter((one) => !one.internal && !one.address.startsWith('fe80:'));
  const best = [...outside].sort((a, b) => preference(a) - preference(b))[0];
  if (best === undefined) return null;
  return best.family === 'IPv6' ? `[${best.address}]` : best.address;
}

function preference({ address, family }: NetworkAddress): number {
  if (family === 'IPv6') return 3;
  if (address.startsWith('192.168.') || address.startsWith('10.')) return 0;
  // Container bridges live in 172.16/12, self-given addresses in 169.254/16.
  if (/^172\.(?:1[6-9]|2\d|3[01])\./.test(address)) return 1;
  return address.startsWith('169.254.') ? 4 : 2;
}

function ownAddresses(): NetworkAddress[] {
  return Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
}
