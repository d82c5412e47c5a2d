// Everything between a fresh clone and a server that can start: packages installed, client and server built. A build is
// stale when a hash over its sources differs from the one kept inside it, so a build that was killed is simply done again.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { capture, checkNode, Failure, repository, say } from './processes.mjs';

/** @typedef {'client' | 'server'} Part */

/** Where the finished builds are. */
export const built = {
  client: path.join(repository, '.build', 'client'),
  server: path.join(repository, '.build', 'server'),
};

/** Its content is the hash of the sources a build was made from. It is written last, inside the folder. */
export const stampName = '.stamp';

/** @type {Record<Part, readonly string[]>} */
const sources = {
  client: ['client', 'shared', 'vite.config.ts', 'package-lock.json', 'server/launch/build.mjs'],
  server: ['server', 'shared', 'package-lock.json'],
};

/**
 * Installs and builds what is missing or stale, and says so on standard error.
 * @param {readonly Part[]} [parts]
 * @throws {Failure}
 */
export async function prepare(parts) {
  checkNode();
  await ensureInstalled();
  await ensureBuilt(parts);
}

/**
 * @param {readonly Part[]} [parts]
 * @throws {Failure}
 */
export async function ensureBuilt(parts = ['client', 'server']) {
  const stale = parts.filter(isStale);
  if (stale.length === 0) return;
  say(`Building the ${stale.join(' and the ')} ...`);
  const script = path.join(repository, 'server', 'launch', 'build.mjs');
  const result = await capture(process.execPath, [script, ...stale], {
    env: { NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (result.code === 0) return;
  throw new Failure(
    `The build failed: ${reasonIn(result.output)} (VERBOSE=1 shows all of it)`,
    result.output,
  );
}

/**
 * The line of a build's output that says what is wrong.
 * @param {string} output
 */
export function reasonIn(output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim());
  const telling = lines.filter((line) => line !== '' && !/^at |build failed|^error during/i.test(line));
  return (
    telling.find((line) => /error|could not|cannot|expected/i.test(line)) ?? telling[0] ?? 'no reason given'
  );
}

/** @param {Part} part */
function isStale(part) {
  try {
    return readFileSync(path.join(built[part], stampName), 'utf8') !== fingerprint(part);
  } catch {
    return true;
  }
}

/**
 * A hash over the names and contents of everything a build is made from.
 * @param {Part} part
 * @param {string} [root]
 */
export function fingerprint(part, root = repository) {
  const hash = createHash('sha256');
  for (const source of sources[part]) {
    for (const file of filesBelow(path.join(root, source))) {
      hash.update(`${path.relative(root, file).split(path.sep).join('/')}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place a file or a folder
 * @returns {string[]} the files in it, in one order on every machine
 */
function filesBelow(place) {
  try {
    const entries = readdirSync(place, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => filesBelow(path.join(place, entry.name)));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ? [place] : [];
  }
}
