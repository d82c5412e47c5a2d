// What each page loads before its first picture, gzipped, against its budget. Read from the manifest that Vite leaves beside the
// build: the entry, whatever it imports statically, the page's own chunk, and their styles.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Of a page by its source. The voting page has what keeps documents in step, and neither a canvas nor menus. */
export const budgets = {
  'index.html': { what: 'the board page', bytes: 290_000 },
  'vote.html': { what: 'the voting page', bytes: 175_000 },
};

/** Sources that the board page needs at once even where they are imported lazily. */
const neededAtOnce = [/(?:^|\/)app\/BoardPage\.tsx$/, /(?:^|\/)app\/openBoard\.ts$/];

/**
 * @typedef {object} Chunk One entry of Vite's manifest.
 * @property {string} file
 * @property {string} [src]
 * @property {boolean} [isEntry]
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 * @property {string[]} [css]
 */

/**
 * The files of the first load, each once, in the order they are met.
 * @param {Readonly<Record<string, Chunk>>} manifest
 * @param {string} page its source
 * @returns {string[]}
 */
export function firstLoadFiles(manifest, page) {
  const files = new Set();
  const seen = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
    for (const next of chunk.dynamicImports ?? []) {
      const source = manifest[next]?.src ?? '';
      if (neededAtOnce.some((pattern) => pattern.test(source))) visit(next);
    }
  };
  visit(page);
  return [...files];
}

/**
 * @param {string} folder a finished client build
 * @param {string} page its source
 * @returns {{ rows: { file: string, bytes: number, gzipBytes: number }[], gzipBytes: number }} largest first
 */
export function weigh(folder, page) {
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite', 'manifest.json'), 'utf8'));
  const rows = firstLoadFiles(manifest, page).map((file) => {
    const content = readFileSync(path.join(folder, file));
    return { file, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length };
  });
  rows.sort((a, b) => b.gzipBytes - a.gzipBytes);
  return { rows, gzipBytes: rows.reduce((sum, row) => sum + row.gzipBytes, 0) };
}

/**
 * Prints the tables; false when a budget is exceeded.
 * @param {string} folder
 */
export function checkBudget(folder) {
  const line = (/** @type {string} */ name, /** @type {string} */ raw, /** @type {string} */ gzipped) =>
    process.stdout.write(`  ${name.padEnd(44)} ${raw.padStart(9)} ${gzipped.padStart(9)}\n`);
  let isWithin = true;
  for (const [page, { what, bytes }] of Object.entries(budgets)) {
    const { rows, gzipBytes } = weigh(folder, page);
    line(`first load of ${what}`, 'kB', 'gzip kB');
    for (const row of rows) line(row.file, kilobytes(row.bytes), kilobytes(row.gzipBytes));
    line(`together (at most ${kilobytes(bytes)})`, '', kilobytes(gzipBytes));
    isWithin &&= gzipBytes <= bytes && rows.length > 0;
  }
  return isWithin;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
