// Makes node_modules agree with package-lock.json. Uses nothing but Node itself, because on a fresh clone there is nothing
// else. It compares what npm says it installed with what the lock file asks for, so a hand-made `npm install` counts too.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { capture, Failure, repository, say } from './processes.mjs';

/**
 * Installs the locked packages, those for building included, unless they are there already.
 * @throws {Failure} when npm cannot do it.
 */
export async function ensureInstalled() {
  const asked = readJson(path.join(repository, 'package-lock.json'));
  if (!asked) throw new Failure('package-lock.json is missing or unreadable.');
  const installed = readJson(path.join(repository, 'node_modules', '.package-lock.json'));
  if (installed && whatDiffers(asked, installed) === null) return;
  say('Installing packages (once, about a minute) ...');
  const npm = npmCommand();
  const result = await capture(npm.command, [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund']);
  if (result.code === 0) return;
  const line =
    firstLine(result.output, /npm (?:error|ERR!)(?! code)\s+\S/i) ?? `npm ci ended with ${result.code}`;
  throw new Failure(`The packages could not be installed: ${line}`, result.output);
}

/**
 * The first package of which the installed tree has another version than asked, or null when both agree. Optional packages
 * may be absent: they belong to other systems.
 * @param {unknown} asked a parsed package-lock.json
 * @param {unknown} installed what npm left in node_modules/.package-lock.json
 * @returns {string | null}
 */
export function whatDiffers(asked, installed) {
  const wanted = packagesOf(asked);
  const present = packagesOf(installed);
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue;
    const found = present[place];
    if (!found) {
      if (entry.optional || entry.devOptional || entry.peer) continue;
      return place;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return place;
  }
  return null;
}

/**
 * @param {unknown} lock
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
function packagesOf(lock) {
  const packages = lock !== null && typeof lock === 'object' && 'packages' in lock ? lock.packages : null;
  return packages !== null && typeof packages === 'object' ? { ...packages } : {};
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

// Under `npm start` the very npm that runs us is named in the environment; that one needs no search path.
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return { command: process.execPath, args: [own] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/**
 * @param {string} output
 * @param {RegExp} pattern
 */
function firstLine(output, pattern) {
  return output
    .split('\n')
    .find((line) => pattern.test(line))
    ?.trim();
}
