// `npm run restore -- <backup folder>`: prepares what is missing, then puts a backup in the place of damaged data.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, prepare } from './prepare.mjs';
import { script } from './processes.mjs';

await script(async () => {
  await prepare();
  const { run } = await import(pathToFileURL(path.join(built.server, 'restore.js')).href);
  process.exitCode = await run(process.argv.slice(2), process.env.DATA_DIR?.trim() || './data');
});
