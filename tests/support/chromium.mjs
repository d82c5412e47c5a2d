// Finds a Chromium to drive: the one named in CHROMIUM_PATH, an installed one, Debian's package when we may install it, and
// at last the one that comes inside an npm package. Plain JavaScript, because the runner needs it before anything is built.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * @typedef {object} Surroundings What the search asks of the machine.
 * @property {Record<string, string | undefined>} env
 * @property {(file: string) => boolean} works whether this file is a browser that starts
 * @property {() => boolean} install tries to install one; true when it did
 * @property {() => Promise<string | null>} unpack the path of the npm package's browser
 */

/**
 * The path of a Chromium that starts, or null when there is none.
 * @param {Partial<Surroundings>} [given]
 * @returns {Promise<string | null>}
 */
export async function findChromium(given = {}) {
  const { env, works, install, unpack } = { ...thisMachine, ...given };
  // Whoever names one wants that one and no other.
  if (env.CHROMIUM_PATH) return works(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const found = installed(env, works);
  if (found) return found;
  if (install()) {
    const fresh = installed(env, works);
    if (fresh) return fresh;
  }
  const unpacked = await unpack();
  return unpacked !== null && works(unpacked) ? unpacked : null;
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {(file: string) => boolean} works
 */
function installed(env, works) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...elsewhere].find(works) ?? null;
}

/** @type {Surroundings} */
const thisMachine = {
  env: process.env,
  works(file) {
    try {
      accessSync(file, constants.X_OK);
    } catch {
      return false;
    }
    return spawnSync(file, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
  },
  install() {
    if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
    process.stderr.write('Installing Chromium for the browser tests (apt-get) ...\n');
    const options = {
      stdio: /** @type {const} */ ('ignore'),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    return (
      spawnSync('apt-get', ['update'], options).status === 0 &&
      spawnSync('apt-get', ['install', '-y', 'chromium'], options).status === 0
    );
  },
  async unpack() {
    if (process.platform !== 'linux' || process.arch !== 'x64') return null;
    try {
      const { default: packed } = await import('@sparticuz/chromium');
      return await packed.executablePath();
    } catch {
      return null;
    }
  },
};
