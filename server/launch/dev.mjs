// `npm run dev`: the server, bundled again and restarted at every change, behind Vite's development server, which passes
// /api and /sync on to it. Open the address that Vite prints.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { serverBundle } from './build.mjs';
import { built, prepare, stampName } from './prepare.mjs';
import { repository, say, script, serverFlags, start } from './processes.mjs';

const serverPort = process.env.PORT ?? '3000';

/** @type {import('node:child_process').ChildProcess | null} */
let server = null;

async function restart() {
  if (server && server.exitCode === null) {
    const ended = new Promise((done) => server?.once('close', done));
    server.kill('SIGTERM');
    await ended;
  }
  server = start(
    process.execPath,
    [...serverFlags, '--enable-source-maps', path.join(built.server, 'main.js')],
    { env: { PORT: serverPort } },
  );
}

await script(async () => {
  await prepare();
  // What is watched here is written over and over, perhaps half: the next `npm start` must not take it for finished.
  rmSync(path.join(built.server, stampName), { force: true });
  const [{ context }, { createServer }] = await Promise.all([import('esbuild'), import('vite')]);
  const watching = await context({
    ...serverBundle(built.server),
    logLevel: 'warning',
    plugins: [
      {
        name: 'restart',
        setup(build) {
          build.onEnd(async (result) => {
            if (result.errors.length === 0) await restart();
          });
        },
      },
    ],
  });
  await watching.watch();
  process.env.DEV_SERVER_PORT = serverPort;
  const vite = await createServer({ configFile: path.join(repository, 'vite.config.ts') });
  await vite.listen();
  vite.printUrls();
  say(`The server itself listens on port ${serverPort}.`);
});
