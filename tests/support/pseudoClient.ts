// The client in the made-up language: built in a mode of its own, and put in place of the server's client in one window.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext } from 'playwright-core';

const repository = path.resolve(import.meta.dirname, '..', '..');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export class PseudoClient {
  private readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Takes some seconds. */
  static async build(): Promise<PseudoClient> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'wallflower-pseudo-'));
    const { VITEST: _, ...env } = process.env;
    const vite = path.join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
    const config = path.join(repository, 'vite.config.ts');
    await promisify(execFile)(
      process.execPath,
      [vite, 'build', '--mode', 'pseudo', '--config', config, '--outDir', folder, '--emptyOutDir'],
      { cwd: repository, env: { ...env, NODE_ENV: 'production' } },
    );
    return new PseudoClient(folder);
  }

  /** From now on pages of this window are this client; what they ask of the server still reaches it. */
  async standIn(context: BrowserContext): Promise<void> {
    await context.route(
      ({ pathname }) => !pathname.startsWith('/api/') && !pathname.startsWith('/sync/'),
      async (route) => {
        const { pathname } = new URL(route.request().url());
        const file = path.extname(pathname) === '' ? '/index.html' : pathname;
        const contentType = types[path.extname(file)] ?? 'text/html; charset=utf-8';
        // Whoever asked may be gone by now.
        await route
          .fulfill({ body: await readFile(path.join(this.folder, file)), contentType })
          .catch(() => {});
      },
    );
  }

  dispose(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
