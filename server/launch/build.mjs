// Builds the parts named on the command line into .build. Each is made in a folder of its own beside the old one and takes
// its place by renaming, so nobody ever starts from half a build. Runs as a process of its own: tools stay out of the server.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { built, fingerprint, stampName } from './prepare.mjs';
import { Failure, repository, script } from './processes.mjs';

/** @typedef {import('./prepare.mjs').Part} Part */

/** @type {Record<Part, (folder: string) => Promise<void>>} */
const builders = { client: buildClient, server: buildServer };

/** @param {string} folder */
async function buildClient(folder) {
  const { build } = await import('vite');
  await build({
    configFile: path.join(repository, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (file.isFile()) compress(path.join(file.parentPath, file.name));
  }
}

/**
 * Leaves compressed copies beside what compresses: packed once, well, instead of at every request.
 * @param {string} file
 */
function compress(file) {
  if (!/\.(?:js|css|html|svg|json|webmanifest|wasm)$/.test(file)) return;
  const content = readFileSync(file);
  if (content.length < 1024) return;
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content));
}

/** @param {string} folder */
async function buildServer(folder) {
  const { build } = await import('esbuild');
  await build({ ...serverBundle(folder), logLevel: 'error' });
}

/**
 * What esbuild needs to know to make the server: its entries and every worker, packages left outside.
 * @param {string} folder
 * @returns {import('esbuild').BuildOptions}
 */
export function serverBundle(folder) {
  return {
    absWorkingDir: repository,
    entryPoints: ['server/main.ts', 'server/restore.ts', ...workers()],
    outbase: 'server',
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
  };
}

function workers() {
  const folder = path.join(repository, 'server', 'workers');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `server/workers/${name}`);
}

/** @param {Part} part */
async function build(part) {
  const place = built[part];
  const fresh = `${place}.new-${process.pid}`;
  const old = `${place}.old-${process.pid}`;
  removeLeftovers(place);
  // Taken before the build: whatever is edited while it runs makes the result stale.
  const stamp = fingerprint(part);
  try {
    await builders[part](fresh);
    writeFileSync(path.join(fresh, stampName), stamp);
    if (existsSync(place)) renameSync(place, old);
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/**
 * Folders of builds that were killed.
 * @param {string} place
 */
function removeLeftovers(place) {
  const parent = path.dirname(place);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const maker = new RegExp(`^${path.basename(place)}\\.(?:new|old)-(\\d+)$`).exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @returns {Part}
 */
function partNamed(name) {
  if (name === 'client' || name === 'server') return name;
  throw new Failure(`There is no part called "${name}"; build client or server.`);
}

if (process.argv[1] === import.meta.filename) {
  process.env.NODE_ENV = 'production';
  // The test runner's mark would make Vite read the configuration as the tests' one.
  delete process.env.VITEST;
  await script(async () => {
    const named = process.argv.slice(2).map(partNamed);
    for (const part of named.length > 0 ? named : /** @type {const} */ (['client', 'server']))
      await build(part);
  });
}
