// `npm run demo`: a server with a board on which made-up people are at work. Keeps its data apart from yours and begins
// afresh every time. `--people 30`, `--seed 1`; with `--link <a board's link>` the crowd goes there and no server starts.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleForNode } from './bundle.mjs';
import { built, prepare } from './prepare.mjs';
import { Failure, repository, say, script, serverFlags, start } from './processes.mjs';

const dataDir = path.join(repository, '.cache', 'demo-data');
const tools = path.join(repository, '.build', 'tools');

await script(async () => {
  const { people, seed, link } = readArguments();
  await prepare();
  await bundleForNode(['tests/tools/crowd.ts'], tools);
  const { joinCrowd } = await import(pathToFileURL(path.join(tools, 'crowd.js')).href);
  const board = link ?? (await newBoard(await startServer()));
  const crowd = await joinCrowd({ link: board, people, seed });
  process.stdout.write(`${people} people are at work on ${board}\n`);
  say('Stop with Ctrl-C.');
  process.once('SIGINT', () => crowd.leave());
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        people: { type: 'string', default: '30' },
        seed: { type: 'string', default: '1' },
        link: { type: 'string' },
      },
    });
    return {
      people: wholeNumber('people', values.people),
      seed: wholeNumber('seed', values.seed),
      link: values.link,
    };
  } catch (error) {
    throw error instanceof Failure
      ? error
      : new Failure(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function wholeNumber(name, value) {
  if (!/^\d{1,6}$/.test(value)) throw new Failure(`--${name} must be a whole number, not "${value}".`);
  return Number(value);
}

/** @returns {Promise<string>} the address that the server names when it is ready */
function startServer() {
  rmSync(dataDir, { recursive: true, force: true });
  const server = start(process.execPath, [...serverFlags, path.join(built.server, 'main.js')], {
    env: { DATA_DIR: dataDir },
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let out = '';
    server.stdout?.on('data', (chunk) => {
      out += chunk.toString('utf8');
      const url = /https?:\/\/\S+(?=\s)/.exec(out)?.[0];
      if (!url) return;
      // A crowd without a room goes home.
      server.once('close', (code) => process.exit(code ?? 1));
      resolve(url.replace(/\/+$/, ''));
    });
    server.once('close', () => reject(new Failure('The server ended before it was ready.')));
  });
}

/**
 * @param {string} site
 * @returns {Promise<string>} the facilitator's link
 */
async function newBoard(site) {
  const response = await fetch(`${site}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(site).origin },
    body: JSON.stringify({ title: 'A board at work' }),
  });
  if (!response.ok)
    throw new Failure(`The server made no board (${response.status}): ${await response.text()}`);
  const { links } = await response.json();
  return links.facilitator;
}
