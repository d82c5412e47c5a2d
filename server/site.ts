// Where people find this server: the addresses in links, and which pages count as its own.

import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '../shared/board/roles.ts';
import { isOurOrigin } from './auth.ts';
import type { BoardRecord } from './boards.ts';
import { type Config, isHttps, reachOf } from './config.ts';
import { isEverywhere, isLoopback } from './lan.ts';

/** The part of a request's address that its headers tell. */
export interface Asked {
  readonly protocol: string;
  /** `Host`, or what a trusted proxy says it was. */
  readonly host: string | undefined;
}

/** A host as browsers write it. Anything else in the header is a forgery and is not repeated. */
const hostPattern = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;

export class Site {
  readonly reach: 'loopback' | 'network';
  readonly isHttps: boolean;
  readonly basePath: string;
  private readonly config: Config;
  private readonly lanAddress: () => string | null;

  constructor(config: Config, lanAddress: () => string | null) {
    this.config = config;
    this.lanAddress = lanAddress;
    this.reach = reachOf(config);
    this.isHttps = isHttps(config);
    this.basePath = config.basePath;
  }

  /** Scheme, host and port to put into a link that others will follow. */
  originFor(asked: Asked): string {
    if (this.config.publicOrigin !== null) return this.config.publicOrigin;
    const host = asked.host !== undefined && hostPattern.test(asked.host) ? asked.host : 'localhost';
    const url = new URL(`${asked.protocol}://${host}`);
    // A link made on the server's own machine must open on the others' too.
    if (isEverywhere(this.config.host) && isLoopback(url.hostname)) {
      const address = this.lanAddress();
      if (address !== null) url.hostname = address;
    }
    return url.origin;
  }

  /** The four links of a board, each with its role's key where no server sees it. */
  linksTo(board: BoardRecord, asked: Asked): Record<Role, string> {
    const page = `${this.originFor(asked)}${this.basePath}/b/${board.id}`;
    const link = (role: Role) => `${page}#${board.keys[role]}`;
    return {
      facilitator: link('facilitator'),
      editor: link('editor'),
      commenter: link('commenter'),
      viewer: link('viewer'),
    };
  }

  isOurs(origin: string, host: string | undefined): boolean {
    return isOurOrigin(origin, { publicOrigin: this.config.publicOrigin, host });
  }

  /** The host a request was sent to; a proxy's word counts when there is one. */
  hostOf(headers: IncomingHttpHeaders): string | undefined {
    const forwarded = headers['x-forwarded-host'];
    const told = Array.isArray(forwarded) ? forwarded[0] : forwarded;
    if (this.config.trustProxy === false || told === undefined) return headers.host;
    return told.split(',').at(-1)?.trim() ?? headers.host;
  }

  /** Where our own pages open their sockets: older browsers do not take `'self'` for it. */
  socketSources(host: string | undefined): readonly string[] {
    const hosts = new Set<string>();
    if (this.config.publicOrigin !== null) hosts.add(new URL(this.config.publicOrigin).host);
    if (host !== undefined && hostPattern.test(host)) hosts.add(host);
    return [...hosts].flatMap((one) => (this.isHttps ? [`wss://${one}`] : [`ws://${one}`, `wss://${one}`]));
  }
}
