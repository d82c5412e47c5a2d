// The built client, the headers of every answer, and what those who run the server may see.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aServer, type TestServer, workspaceKey } from '../../support/testServer.ts';

let server: TestServer | null = null;
let folder: string | null = null;
afterEach(async () => {
  await server?.close();
  if (folder !== null) await rm(folder, { recursive: true, force: true });
  server = folder = null;
});

async function withClient(settings: Record<string, string> = {}): Promise<TestServer> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wallflower-client-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<head><base href="/" /></head><p>Wallflower</p>');
  await writeFile(path.join(folder, 'assets', 'app-1a2b3c.js'), 'let a');
  await writeFile(path.join(folder, 'icon.svg'), '<svg/>');
  await writeFile(path.join(folder, 'serviceWorker.js'), 'let b');
  await writeFile(path.join(folder, '.stamp'), 'secret');
  server = await aServer(settings, { clientFolder: folder });
  return server;
}

const html = { accept: 'text/html' };

describe('the client', () => {
  it('is one page at every address a person can open; hashed files are kept, the page is not', async () => {
    const { ask } = await withClient();
    const seen = await Promise.all(
      [
        '/',
        '/b/B1#key',
        '/index.html',
        '/assets/app-1a2b3c.js',
        '/icon.svg',
        '/nowhere',
        '/assets/gone.js',
        '/.stamp',
        '/../package.json',
      ].map(async (url) => {
        const answer = await ask(url, { headers: html });
        return [
          url,
          answer.status,
          answer.headers['cache-control'],
          answer.text.includes('<p>Wallflower</p>'),
        ];
      }),
    );
    expect(seen).toEqual([
      ['/', 200, 'no-cache', true],
      ['/b/B1#key', 200, 'no-cache', true],
      ['/index.html', 200, 'no-cache', true],
      ['/assets/app-1a2b3c.js', 200, 'public, max-age=31536000, immutable', false],
      ['/icon.svg', 200, 'no-cache', false],
      ['/nowhere', 404, 'no-cache', true],
      ['/assets/gone.js', 404, undefined, false],
      ['/.stamp', 404, 'no-cache', true],
      ['/../package.json', 404, 'no-cache', true],
    ]);
  });

  it('lives below BASE_PATH when told so, and knows it', async () => {
    const { ask } = await withClient({ BASE_PATH: '/team/' });
    const page = await ask('/team/b/B1', { headers: html });
    const answers = await Promise.all(
      ['/team', '/', '/team/assets/app-1a2b3c.js', '/team/healthz', '/api/boards', '/b/B1'].map((url) =>
        ask(url),
      ),
    );
    expect([page.text, answers.map((answer) => [answer.status, answer.headers.location])]).toEqual([
      '<head><base href="/team/" /></head><p>Wallflower</p>',
      [
        [302, '/team/'],
        [302, '/team/'],
        [200, undefined],
        [200, undefined],
        [404, undefined],
        [404, undefined],
      ],
    ]);
  });
});

describe('the service worker', () => {
  it('is asked for anew each time, beside the page and so for all of it, and the policy lets it run', async () => {
    const { ask } = await withClient({ BASE_PATH: '/team' });
    const { status, headers } = await ask('/team/serviceWorker.js');
    const policy = String(headers['content-security-policy']);
    expect([
      status,
      headers['cache-control'],
      headers['content-type'],
      policy.includes("worker-src 'self'"),
    ]).toEqual([200, 'no-cache', 'application/javascript; charset=utf-8', true]);
  });
});

describe('the headers of every answer', () => {
  it('let a page load from this server and connect to this server, nothing else', async () => {
    const { ask } = await withClient();
    const { headers } = await ask('/', { headers: html });
    expect({
      policy: String(headers['content-security-policy']).split(';'),
      referrer: headers['referrer-policy'],
      sniff: headers['x-content-type-options'],
      frame: headers['x-frame-options'],
      https: headers['strict-transport-security'],
    }).toEqual({
      policy: [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self' ws://board.test wss://board.test",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ],
      referrer: 'no-referrer',
      sniff: 'nosniff',
      frame: 'DENY',
      https: undefined,
    });
  });

  it('ask for https only where there is https', async () => {
    const { ask } = await withClient({ PUBLIC_URL: 'https://boards.example.org' });
    const { headers } = await ask('/', { headers: html });
    const policy = String(headers['content-security-policy']);
    expect([
      policy.includes('upgrade-insecure-requests'),
      policy.includes('wss://boards.example.org wss://board.test'),
      headers['strict-transport-security'],
    ]).toEqual([true, true, 'max-age=15552000']);
  });

  it('repeat no forged Host, in the policy or in a link', async () => {
    const { ask } = await withClient();
    const forged = { host: "evil.test; script-src 'unsafe-inline'" };
    const page = await ask('/', { headers: { ...html, ...forged } });
    const made = await ask('/api/boards', {
      body: { title: 'x' },
      token: workspaceKey,
      origin: null,
      headers: forged,
    });
    const all = `${page.text} ${JSON.stringify(page.headers)} ${made.text}`;
    expect([page.status, made.status, all.includes('evil')]).toEqual([200, 201, false]);
  });
});

describe('those who run the server', () => {
  it('see that it lives, whether it takes requests, and its figures with the workspace key', async () => {
    server = await aServer();
    const status = async (url: string, token?: string) =>
      (await server?.ask(url, token === undefined ? {} : { token }))?.status;
    const before = [await status('/healthz'), await status('/readyz')];
    server.beginDraining();
    const after = [await status('/healthz'), await status('/readyz')];
    const metrics = [
      await status('/metrics'),
      await status('/metrics', 'x'),
      await status('/metrics', workspaceKey),
    ];
    expect([before, after, metrics]).toEqual([
      [200, 200],
      [200, 503],
      [401, 401, 200],
    ]);
  });

  it('see figures without a key on loopback, unless a proxy or a name of somebody else asks', async () => {
    const here = await aServer({ HOST: '127.0.0.1' });
    server = here;
    const host = 'localhost:3000';
    const asked = (headers: Record<string, string>) => here.ask('/metrics', { from: '127.0.0.1', headers });
    const [own, passedOn, renamed] = await Promise.all([
      asked({ host }),
      asked({ host, 'x-forwarded-for': '1.2.3.4' }),
      asked({ host: 'elsewhere.test:3000' }),
    ]);
    expect([own.status, own.text.includes('wallflower_rooms 0'), passedOn.status, renamed.status]).toEqual([
      200,
      true,
      401,
      401,
    ]);
  });

  it('give out links that work on other machines, also when they ask by the name of their own', async () => {
    server = await aServer();
    const { json } = await server.ask('/api/boards', {
      body: { title: 'x' },
      origin: 'http://localhost:3000',
      headers: { host: 'localhost:3000' },
    });
    expect((json as { links: { viewer: string } }).links.viewer).toContain('http://192.168.7.7:3000/b/');
  });
});
