// How the client is built and how the tests are cut into projects. The base is relative: one build serves at any path, with
// the `<base>` of index.html (the server writes BASE_PATH into it) saying where the assets are.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorker } from './client/serviceWorkerBuild.mjs';
import { compiledMessages } from './client/text/compileMessages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const behind = `http://127.0.0.1:${process.env.DEV_SERVER_PORT ?? '3000'}`;

/** The board with its wall, and the votes without it. */
const pages = ['index.html', 'vote.html'].map((page) => path.join(here, 'client', page));

const browserTests = 'tests/browser/**/*.test.ts';
const serverTests = 'tests/server/process/**/*.test.ts';
const simulations = 'tests/simulation/**/*.test.ts';
const tidyTests = 'tests/tidy/**/*.test.ts';

export default defineConfig({
  root: process.env.VITEST ? here : path.join(here, 'client'),
  base: './',
  cacheDir: path.join(here, '.cache', 'vite'),
  plugins: [compiledMessages(), react(), serviceWorker(), votingAddresses()],
  build: {
    outDir: path.join(here, '.build', 'client'),
    emptyOutDir: true,
    target: 'es2022',
    // The bundle budget and nobody else reads it.
    manifest: true,
    rolldownOptions: {
      input: pages,
      // What both pages need at once is one file: in many small ones it packs worse.
      output: {
        codeSplitting: { groups: [{ debugName: 'common', name: commonOf }] },
      },
    },
    // The polyfill is an inline script, and small files inlined are data: addresses; the content policy has neither.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // tests/bundle has the budget that counts.
    chunkSizeWarningLimit: 2000,
  },
  server: {
    strictPort: true,
    proxy: {
      '/api': { target: behind },
      '/healthz': { target: behind },
      // Documents only: the sources of client/sync have addresses that begin alike.
      '^/sync/b/': { target: behind, ws: true },
    },
  },
  test: {
    // Two processes at a time: the machines this runs on have two cores, and browsers and servers want one.
    maxWorkers: 2,
    env: { TZ: 'UTC' },
    // Generous: a busy machine is no reason to fail.
    testTimeout: 20_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [browserTests, serverTests, simulations, tidyTests],
        },
      },
      { extends: true, test: { name: 'tidy', include: [tidyTests] } },
      { extends: true, test: { name: 'simulation', include: [simulations], testTimeout: 300_000 } },
      {
        extends: true,
        test: {
          name: 'server',
          include: [serverTests],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browserTests],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

/** In development, as the server has it: addresses of votes have a page of their own. */
function votingAddresses(): Plugin {
  return {
    name: 'voting-addresses',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (/^\/b\/[^/]+\/vote(?:[/?]|$)/.test(request.url ?? '')) request.url = '/vote.html';
        next();
      });
    },
  };
}

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Whether a module belongs to the first load of every page. */
function commonOf(id: string, modules: Modules): string | null {
  const seen = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...(modules.getModuleInfo(at)?.importers ?? []));
  }
  return pages.every((page) => seen.has(page)) ? 'common' : null;
}
