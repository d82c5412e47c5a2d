// For the build: makes the service worker a file of its own, with the list of everything this build consists of written into
// it. Its own content changes with the build, which is how browsers notice a new version.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.join(import.meta.dirname, 'serviceWorker.ts');
const pages = ['index.html', 'vote.html'].map((file) => path.join(import.meta.dirname, file));

/** Kept from the start; other alphabets' fonts are fetched when somebody writes in them. */
const kept = /\.(?:js|css|svg)$|-latin(?:-ext)?-[^/]*\.woff2$/;

/**
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/') && kept.test(name))
        .sort();
      const { build } = await import('esbuild');
      const make = (/** @type {string} */ version) =>
        build({
          entryPoints: [source],
          bundle: true,
          write: false,
          minify: true,
          format: 'iife',
          target: 'es2022',
          define: { __SHELL__: JSON.stringify({ version, files }) },
        });
      const version = createHash('sha256').update(JSON.stringify(files));
      for (const page of pages) version.update(readFileSync(page));
      const made = await make(version.digest('hex').slice(0, 12));
      this.emitFile({ type: 'asset', fileName: 'serviceWorker.js', source: made.outputFiles[0]?.text ?? '' });
      // For browsers that have no service worker here.
      this.emitFile({ type: 'asset', fileName: 'files.json', source: JSON.stringify(files) });
    },
  };
}
