// A real Chromium for the journeys. Each person gets a window of their own (cookies, storage), and a guard watches every
// page: a request to anybody but the server under test, an error in the console or a broken content policy fails the test.

import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { findChromium } from './chromium.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** @throws when the machine has no Chromium. */
export async function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error('There is no Chromium: set CHROMIUM_PATH or install one.');
  return chromium.launch({ executablePath, args: [...flags, ...extraFlags], headless: true });
}

export interface WindowOptions extends BrowserContextOptions {
  /** Console errors that belong to what the test does, such as the browser's own report of a 404. */
  readonly expectedErrors?: readonly RegExp[];
}

export const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
} as const satisfies WindowOptions;

/** One person's browser, as separate from others' as two computers. */
export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong so far, in plain lines. Empty is what a test wants. */
  complaints(): readonly string[];
  /** Closes the window. @throws when anything went wrong in it. */
  close(): Promise<void>;
}

/** Opens a window with an empty page whose relative addresses mean `serverUrl`. */
export async function openWindow(
  browser: Browser,
  serverUrl: string,
  { expectedErrors = [], ...options }: WindowOptions = {},
): Promise<Window> {
  // Most tests are not about loading without a network, and need no page that fetches everything in the background.
  const context = await browser.newContext({ baseURL: serverUrl, serviceWorkers: 'block', ...options });
  const complaints = guard(context, new URL(serverUrl), expectedErrors);
  const page = await context.newPage();
  return {
    context,
    page,
    complaints: () => [...complaints],
    async close() {
      await context.close();
      if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
    },
  };
}

/** Watches every page of a context, also those opened later; the array grows as things go wrong. */
function guard(context: BrowserContext, server: URL, expectedErrors: readonly RegExp[]): string[] {
  const complaints: string[] = [];
  const complain = (line: string) => {
    if (!expectedErrors.some((expected) => expected.test(line))) complaints.push(line);
  };
  const check = (kind: string, address: string) => {
    const url = new URL(address);
    // These never leave the machine.
    if (['data:', 'blob:', 'about:'].includes(url.protocol)) return;
    if (url.host !== server.host) complain(`${kind} to a third party: ${url.origin}`);
  };
  context.on('request', (request) => check('request', request.url()));
  context.on('weberror', (error) => complain(`uncaught: ${error.error().message}`));
  // A broken content policy is reported here as well.
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('page', (page) => page.on('websocket', (socket) => check('socket', socket.url())));
  return complaints;
}
