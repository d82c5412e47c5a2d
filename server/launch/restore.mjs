// `npm run restore -- <backup folder>`: puts a backup in the place of the data folder. Prepares the server as `npm start`
// does, because whoever needs this may have moved to a fresh machine.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, prepare } from './prepare.mjs';
import { script } from './processes.mjs';

await script(async () => {
  await prepare(['server']);
  const { run } = await import(pathToFileURL(path.join(built.server, 'restore.js')).href);
  process.exitCode = await run(process.argv.slice(2), process.env.DATA_DIR ?? './data');
});
