// What the README tells people to type works as it stands there.

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createBoard, joinByLink } from '../../support/people.ts';
import { startServer } from '../../support/serverProcess.ts';

const repository = path.resolve(import.meta.dirname, '..', '..', '..');
const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The one block of JavaScript, in a file from which it finds the packages. */
async function theBot(): Promise<string> {
  const readme = await readFile(path.join(repository, 'README.md'), 'utf8');
  const [, code = ''] = /^```js\n(.*?)^```$/ms.exec(readme) ?? [];
  const cache = path.join(repository, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'bot-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'bot.mjs');
  await writeFile(file, code);
  return file;
}

it.each(['', '/part/b/of'])('the bot writes its note on a board below "%s"', async (basePath) => {
  const server = await startServer({ env: { BASE_PATH: basePath } });
  cleanups.push(() => server.dispose());
  const board = await createBoard(server.url, 'Bots welcome');
  const bot = spawn(process.execPath, [await theBot(), board.links.editor], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  bot.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  cleanups.push(() => bot.kill());
  const { token } = await joinByLink(server.url, board.links.viewer, 'Vic');
  const read = async () => {
    const answer = await fetch(`${server.url}/api/boards/${board.board.id}/export/notes.csv`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.text();
  };
  await expect
    .poll(async () => said || (await read()), { timeout: 15_000 })
    .toContain('Hello from a script,Bot');
});
