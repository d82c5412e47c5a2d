// Turns TypeScript that is not part of the server into something Node can run: measurements, the demonstration's crowd.

import { repository } from './processes.mjs';

/**
 * @param {readonly string[]} entries paths from the project's top folder
 * @param {string} outdir each entry becomes `<its name>.js` in it
 */
export async function bundleForNode(entries, outdir) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: repository,
    entryPoints: [...entries],
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    jsx: 'automatic',
    logLevel: 'error',
  });
}
