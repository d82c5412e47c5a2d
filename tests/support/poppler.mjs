// Finds poppler's `pdftotext`, a reader of PDF that others wrote: an installed one, or Debian's package when we may install it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * What a PDF says, page after page (a form feed ends each).
 * @param {Uint8Array} pdf
 * @returns {string}
 * @throws {Error} where there is no `pdftotext`, and none can be had.
 */
export function pdfText(pdf) {
  if (!isThere() && !install()) throw new Error('needs pdftotext (Debian: poppler-utils)');
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-', '-'], { input: pdf, timeout: 60_000 });
  if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
  return stdout.toString('utf8');
}

function isThere() {
  return spawnSync('pdftotext', ['-v'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

function install() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const options = {
    stdio: /** @type {const} */ ('ignore'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  return (
    spawnSync('apt-get', ['update'], options).status === 0 &&
    spawnSync('apt-get', ['install', '-y', 'poppler-utils'], options).status === 0 &&
    isThere()
  );
}
