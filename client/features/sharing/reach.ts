// Who can follow a link, as far as its address tells.

export interface Reach {
  readonly kind: 'network' | 'anywhere';
  /** As people type it, with the port where it has one. */
  readonly host: string;
}

/** Addresses of home and office networks lead nowhere from outside; of everything else one can only tell the name. */
export function reachOf(link: string): Reach {
  const { host, hostname } = new URL(link);
  const isLocal =
    /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(hostname) ||
    /^\[(?:f[cd]|fe80)/i.test(hostname) ||
    /(?:^|\.)(?:local|lan|home\.arpa|internal)$/i.test(hostname) ||
    !/[.:]/.test(hostname);
  return { kind: isLocal ? 'network' : 'anywhere', host };
}
