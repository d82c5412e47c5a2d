// `npm start`: prepares what a fresh clone lacks, then becomes the server. The server runs in this very process, so that a
// signal sent to npm reaches it; it reads its arguments (`--lan`) and its settings for itself.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, prepare } from './prepare.mjs';
import { script } from './processes.mjs';

await script(async () => {
  await prepare();
  await import(pathToFileURL(path.join(built.server, 'main.js')).href);
});
