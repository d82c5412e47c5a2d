// The guard that watches every page of the journeys: a journey that passes says nothing when the guard sleeps.

import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openWindow } from '../support/browser.ts';
import { freePort } from '../support/serverProcess.ts';

const pages: Readonly<Record<string, string>> = {
  '/clean': '<p>Nothing to see.</p><img src="/dot" alt="" /><script src="/quiet.js"></script>',
  '/third': '<link rel="stylesheet" href="http://third-party.invalid/style.css" />',
  '/inline': '<script>document.title = "ran";</script>',
  '/throws': '<script src="/throws.js"></script>',
  '/lacking': '<img src="/missing" alt="" />',
  '/quiet.js': 'document.title = "quiet";',
  '/throws.js': 'throw new Error("oh no");',
  '/dot': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" />',
};

describe('the guard', () => {
  let server: Server;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = pages[request.url ?? ''];
      const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.setHeader('content-security-policy', "script-src 'self'");
      response.setHeader('content-type', request.url === '/dot' ? 'image/svg+xml' : type);
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    const port = await freePort();
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    url = `http://127.0.0.1:${port}`;
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  async function complaintsAt(path: string, expectedErrors: readonly RegExp[] = []): Promise<string> {
    const window = await openWindow(browser, url, { expectedErrors: [/favicon/, ...expectedErrors] });
    await window.page.goto(path, { waitUntil: 'load' });
    return window.close().then(
      () => 'none',
      (error: Error) => error.message,
    );
  }

  it('is silent about a clean page and about errors that the test expects', async () => {
    expect([await complaintsAt('/clean'), await complaintsAt('/lacking', [/404/])]).toEqual(['none', 'none']);
  });

  it('names a third party, a broken content policy, an error nobody caught and a missing file', async () => {
    expect(await complaintsAt('/third')).toContain('request to a third party: http://third-party.invalid');
    expect(await complaintsAt('/inline')).toMatch(/console: .*Content Security Policy/);
    expect(await complaintsAt('/throws')).toContain('uncaught: oh no');
    expect(await complaintsAt('/lacking')).toMatch(/console: .*404/);
  });
});
