// Reads the settings from the environment and the command line, once, at the start. A wrong value ends the start with one
// line that names the setting, says what is wrong and gives an example. Touches no disk and no network.

import { isIP } from 'node:net';
import { isLoopback } from './lan.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Given as `--lan`: print the network address and a QR code. */
  readonly lan: boolean;
  readonly dataDir: string;
  /** Scheme, host and port people use, without a path; null when the request's own address is to be believed. */
  readonly publicOrigin: string | null;
  /** Where the product lives below its origin: empty, or `/part/of/a/path` without a slash at the end. */
  readonly basePath: string;
  /** Addresses, ranges and groups of proxies whose `X-Forwarded-*` headers count; false for nobody's. */
  readonly trustProxy: false | readonly string[];
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly logLevel: LogLevel;
  /** null: the one kept in the data folder. */
  readonly workspaceKey: string | null;
  readonly boardCreation: 'open' | 'workspace';
  /** Boards in the trash for longer are removed for good; null keeps them. */
  readonly retentionDays: number | null;
  /** Webhooks may send into private networks, and without https there. */
  readonly allowPrivateWebhooks: boolean;
}

/** The message is one line for the person at the terminal. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError */
export function readConfig(environment: Environment, args: readonly string[]): Config {
  const setting = (name: string) => {
    const value = environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const lan = readArguments(args);
  const basePath = readBasePath(setting('BASE_PATH'));
  const site = readPublicUrl(setting('PUBLIC_URL'), basePath);
  return {
    port: readNumber('PORT', setting('PORT'), { min: 0, max: 65_535, example: 3000 }) ?? 3000,
    host: readHost(setting('HOST'), lan),
    lan,
    dataDir: setting('DATA_DIR') ?? './data',
    publicOrigin: site?.origin ?? null,
    basePath: site?.path ?? basePath ?? '',
    trustProxy: readTrustProxy(setting('TRUST_PROXY')),
    tls: readTls(setting('TLS_CERT'), setting('TLS_KEY')),
    logLevel: readChoice('LOG_LEVEL', setting('LOG_LEVEL'), logLevels) ?? 'info',
    workspaceKey: readWorkspaceKey(setting('WORKSPACE_KEY')),
    boardCreation: readChoice('BOARD_CREATION', setting('BOARD_CREATION'), ['open', 'workspace']) ?? 'open',
    retentionDays: readNumber('RETENTION_DAYS', setting('RETENTION_DAYS'), {
      min: 1,
      max: 36_500,
      example: 30,
    }),
    allowPrivateWebhooks: readYesOrNo('ALLOW_PRIVATE_WEBHOOKS', setting('ALLOW_PRIVATE_WEBHOOKS')),
  };
}

/** Settings of other versions that are set here and do nothing; said once in the log, so that nobody relies on them. */
export function unusedSettings(environment: Environment): readonly string[] {
  return ['DATABASE_URL', 'REDIS_URL'].filter((name) => environment[name]);
}

/** Whether people on other machines can reach the server, as far as the settings tell. */
export function reachOf(config: Config): 'loopback' | 'network' {
  const isLocal = isLoopback(config.host) && config.publicOrigin === null && config.trustProxy === false;
  return isLocal ? 'loopback' : 'network';
}

/** Whether people come by https, be it ended here or by a proxy. */
export function isHttps(config: Config): boolean {
  return config.publicOrigin === null ? config.tls !== null : config.publicOrigin.startsWith('https:');
}

function wrong(name: string, value: string, problem: string, example: string): ConfigError {
  const shown = JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}...` : value);
  return new ConfigError(`${name} is ${shown}: ${problem}. Example: ${name}=${example}`);
}

function readArguments(args: readonly string[]): boolean {
  const unknown = args.find((arg) => arg !== '--lan');
  if (unknown !== undefined) {
    throw new ConfigError(
      `Unknown argument ${JSON.stringify(unknown)}: only --lan is known. Example: npm start -- --lan`,
    );
  }
  return args.includes('--lan');
}

function readNumber(
  name: string,
  value: string | null,
  range: { min: number; max: number; example: number },
): number | null {
  if (value === null) return null;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.min && number <= range.max) return number;
  throw wrong(
    name,
    value,
    `it must be a whole number from ${range.min} to ${range.max}`,
    String(range.example),
  );
}

function readChoice<Choice extends string>(
  name: string,
  value: string | null,
  choices: readonly Choice[],
): Choice | null {
  if (value === null) return null;
  const found = choices.find((choice) => choice === value.toLowerCase());
  if (found !== undefined) return found;
  throw wrong(name, value, `it must be one of ${choices.join(', ')}`, choices[0] ?? '');
}

function readYesOrNo(name: string, value: string | null): boolean {
  const choice = readChoice(name, value, ['true', 'false', '1', '0']);
  return choice === 'true' || choice === '1';
}

function readHost(value: string | null, lan: boolean): string {
  if (value === null) return lan ? '0.0.0.0' : '127.0.0.1';
  const host = value.replace(/^\[(.*)\]$/, '$1');
  const isName = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})$/.test(host) && !/^[\d.]+$/.test(host);
  if (isIP(host) === 0 && !isName) {
    throw wrong('HOST', value, 'it must be an address or the name of this machine', '0.0.0.0');
  }
  if (lan && isLoopback(host)) {
    throw wrong(
      'HOST',
      value,
      'only this computer can reach that, but --lan asks for the network',
      '0.0.0.0',
    );
  }
  return host;
}

function readBasePath(value: string | null): string | null {
  if (value === null) return null;
  const path = value.replace(/\/+$/, '');
  if (path === '' || isPath(path)) return path;
  throw wrong('BASE_PATH', value, 'it must be a path that starts with a slash', '/wallflower');
}

function isPath(path: string): boolean {
  return /^(?:\/[A-Za-z0-9_~.-]+)+$/.test(path) && !/\/\.{1,2}(?:\/|$)/.test(path);
}

function readPublicUrl(
  value: string | null,
  basePath: string | null,
): { origin: string; path: string } | null {
  if (value === null) return null;
  const example = 'https://boards.example.org';
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw wrong('PUBLIC_URL', value, 'it must be a whole address with http:// or https://', example);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    // Not quoted: what stands there may be a password.
    throw new ConfigError(
      `PUBLIC_URL must have no user, password, "?" or "#" in it. Example: PUBLIC_URL=${example}`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  if (path !== '' && !isPath(path))
    throw wrong('PUBLIC_URL', value, 'its path has unusual characters', example);
  if (path !== '' && basePath !== null && basePath !== path) {
    throw wrong(
      'PUBLIC_URL',
      value,
      `its path differs from BASE_PATH, which is ${JSON.stringify(basePath)}`,
      `${example}${basePath}`,
    );
  }
  return { origin: url.origin, path: path === '' ? (basePath ?? '') : path };
}

const addressGroups = ['loopback', 'linklocal', 'uniquelocal'];

function readTrustProxy(value: string | null): Config['trustProxy'] {
  if (value === null || value === 'false' || value === '0') return false;
  // Trusting every sender would let anybody choose their address. A proxy in front is on this machine or the private network.
  if (value === 'true' || value === '1') return addressGroups;
  const entries = value.split(',').map((entry) => entry.trim());
  if (entries.every((entry) => addressGroups.includes(entry) || isAddressRange(entry))) return entries;
  throw wrong(
    'TRUST_PROXY',
    value,
    'it must be true, or the addresses of the proxies in front',
    '10.0.0.0/8,loopback',
  );
}

function isAddressRange(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function readTls(certFile: string | null, keyFile: string | null): Config['tls'] {
  if (certFile !== null && keyFile !== null) return { certFile, keyFile };
  if (certFile === null && keyFile === null) return null;
  const [given, missing] = certFile === null ? ['TLS_KEY', 'TLS_CERT'] : ['TLS_CERT', 'TLS_KEY'];
  throw new ConfigError(
    `${given} is set but ${missing} is not: https needs both. Example: ${missing}=/etc/ssl/wallflower.pem`,
  );
}

function readWorkspaceKey(value: string | null): string | null {
  if (value === null) return null;
  if (/^[A-Za-z0-9_-]{22,128}$/.test(value)) return value;
  // The value itself is a secret, even a mistyped one.
  throw new ConfigError(
    'WORKSPACE_KEY must be 22 to 128 letters, digits, "-" or "_", chosen at random. Example: WORKSPACE_KEY=$(openssl rand -hex 16)',
  );
}
