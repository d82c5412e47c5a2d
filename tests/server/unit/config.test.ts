// Settings: what they become, and the one line that a wrong one ends the start with.

import { describe, expect, it } from 'vitest';
import { reachOf, readConfig } from '../../../server/config.ts';

const problemWith = (environment: Record<string, string>, args: string[] = []): string => {
  try {
    readConfig(environment, args);
    return 'fine';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('settings', () => {
  it('have safe defaults', () => {
    expect(readConfig({}, [])).toEqual({
      port: 3000,
      host: '127.0.0.1',
      lan: false,
      dataDir: './data',
      publicOrigin: null,
      basePath: '',
      trustProxy: false,
      tls: null,
      logLevel: 'info',
      workspaceKey: null,
      boardCreation: 'open',
      retentionDays: null,
      allowPrivateWebhooks: false,
    });
  });

  it('are taken when they are well-formed, and an empty one is none', () => {
    const given = readConfig(
      {
        PORT: '0',
        HOST: '[::]',
        DATA_DIR: '/srv/boards',
        PUBLIC_URL: 'https://example.org/team/boards/',
        TRUST_PROXY: '10.0.0.0/8, loopback',
        TLS_CERT: 'cert.pem',
        TLS_KEY: 'key.pem',
        LOG_LEVEL: 'WARN',
        WORKSPACE_KEY: '0123456789abcdef0123456789abcdef',
        BOARD_CREATION: 'workspace',
        RETENTION_DAYS: '30',
        ALLOW_PRIVATE_WEBHOOKS: 'TRUE',
        BASE_PATH: '',
      },
      ['--lan'],
    );
    expect(given).toEqual({
      port: 0,
      host: '::',
      lan: true,
      dataDir: '/srv/boards',
      publicOrigin: 'https://example.org',
      basePath: '/team/boards',
      trustProxy: ['10.0.0.0/8', 'loopback'],
      tls: { certFile: 'cert.pem', keyFile: 'key.pem' },
      logLevel: 'warn',
      workspaceKey: '0123456789abcdef0123456789abcdef',
      boardCreation: 'workspace',
      retentionDays: 30,
      allowPrivateWebhooks: true,
    });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT is "70000": it must be a whole number from 0 to 65535. Example: PORT=3000'],
    [
      { ALLOW_PRIVATE_WEBHOOKS: 'some' },
      'ALLOW_PRIVATE_WEBHOOKS is "some": it must be one of true, false, 1, 0. Example: ALLOW_PRIVATE_WEBHOOKS=true',
    ],
    [{ PORT: '3000x' }, 'PORT is "3000x": it must be a whole number from 0 to 65535. Example: PORT=3000'],
    [
      { HOST: '1.2.3' },
      'HOST is "1.2.3": it must be an address or the name of this machine. Example: HOST=0.0.0.0',
    ],
    [
      { BASE_PATH: 'boards' },
      'BASE_PATH is "boards": it must be a path that starts with a slash. Example: BASE_PATH=/wallflower',
    ],
    [
      { BASE_PATH: '/a/../b' },
      'BASE_PATH is "/a/../b": it must be a path that starts with a slash. Example: BASE_PATH=/wallflower',
    ],
    [
      { PUBLIC_URL: 'boards.example.org' },
      'PUBLIC_URL is "boards.example.org": it must be a whole address with http:// or https://. Example: PUBLIC_URL=https://boards.example.org',
    ],
    [
      { PUBLIC_URL: 'https://me:pass@example.org' },
      'PUBLIC_URL must have no user, password, "?" or "#" in it. Example: PUBLIC_URL=https://boards.example.org',
    ],
    [
      { PUBLIC_URL: 'https://example.org/a', BASE_PATH: '/b' },
      'PUBLIC_URL is "https://example.org/a": its path differs from BASE_PATH, which is "/b". Example: PUBLIC_URL=https://boards.example.org/b',
    ],
    [
      { TRUST_PROXY: 'everybody' },
      'TRUST_PROXY is "everybody": it must be true, or the addresses of the proxies in front. Example: TRUST_PROXY=10.0.0.0/8,loopback',
    ],
    [
      { TLS_KEY: 'key.pem' },
      'TLS_KEY is set but TLS_CERT is not: https needs both. Example: TLS_CERT=/etc/ssl/wallflower.pem',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud": it must be one of fatal, error, warn, info, debug, trace, silent. Example: LOG_LEVEL=fatal',
    ],
    [
      { BOARD_CREATION: 'nobody' },
      'BOARD_CREATION is "nobody": it must be one of open, workspace. Example: BOARD_CREATION=open',
    ],
    [
      { RETENTION_DAYS: '0' },
      'RETENTION_DAYS is "0": it must be a whole number from 1 to 36500. Example: RETENTION_DAYS=30',
    ],
  ])('%o ends the start with one line that names it', (environment, line) => {
    expect(problemWith(environment as Record<string, string>)).toBe(line);
  });

  it('never repeat a mistyped workspace key', () => {
    expect(problemWith({ WORKSPACE_KEY: 'hunter2' })).toBe(
      'WORKSPACE_KEY must be 22 to 128 letters, digits, "-" or "_", chosen at random. Example: WORKSPACE_KEY=$(openssl rand -hex 16)',
    );
  });

  it('--lan listens everywhere, contradicts a loopback HOST, and other arguments are unknown', () => {
    expect([
      readConfig({}, ['--lan']).host,
      readConfig({ HOST: '10.0.0.5' }, ['--lan']).host,
      problemWith({ HOST: 'localhost' }, ['--lan']),
      problemWith({}, ['--port=1']),
    ]).toEqual([
      '0.0.0.0',
      '10.0.0.5',
      'HOST is "localhost": only this computer can reach that, but --lan asks for the network. Example: HOST=0.0.0.0',
      'Unknown argument "--port=1": only --lan is known. Example: npm start -- --lan',
    ]);
  });

  it('tell whether others can reach the server: a proxy on this machine counts as a network', () => {
    const reach = (environment: Record<string, string>) => reachOf(readConfig(environment, []));
    expect([
      reach({}),
      reach({ HOST: '::1' }),
      reach({ HOST: '0.0.0.0' }),
      reach({ PUBLIC_URL: 'https://example.org' }),
      reach({ TRUST_PROXY: 'true' }),
    ]).toEqual(['loopback', 'loopback', 'network', 'network', 'network']);
  });
});
