// `npm run picture`: builds what is stale and takes the picture that the README shows.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../../server/launch/bundle.mjs';
import { prepare } from '../../server/launch/prepare.mjs';
import { repository, say, script } from '../../server/launch/processes.mjs';

const tools = path.join(repository, '.build', 'tools');
const file = path.join(repository, 'tests', 'picture', 'board.png');

await script(async () => {
  await prepare();
  await bundleForNode(['tests/tools/picture.ts'], tools);
  const { takePicture } = await import(pathToFileURL(path.join(tools, 'picture.js')).href);
  await takePicture(file);
  say(`The picture is ${path.relative(repository, file)}.`);
});
