// A folder as somebody runs it, with a build in it that the next version can take the place of. A version is this build with
// every file under another name, which is how all of them differ to a browser.

import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..', '..');

export interface Deployment {
  /** For `startServer`. */
  readonly folder: string;
  /** Takes the place of the files that are there; a server takes note when it starts again. */
  deploy(version: string): Promise<void>;
  dispose(): Promise<void>;
}

export async function makeDeployment(): Promise<Deployment> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wallflower-deployed-'));
  const build = path.join(folder, '.build');
  await mkdir(build);
  await cp(path.join(repository, '.build', 'server'), path.join(build, 'server'), { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await symlink(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  return {
    folder,
    async deploy(version) {
      const fresh = path.join(build, 'client.new');
      await cp(path.join(repository, '.build', 'client'), fresh, { recursive: true });
      await renameFiles(fresh, version);
      await rm(path.join(build, 'client'), { recursive: true, force: true });
      await rename(fresh, path.join(build, 'client'));
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

/** `AskName-BjHlG7sF.js` becomes `AskName-BjHlG7sF<version>.js`, in every file that says so. */
async function renameFiles(client: string, version: string): Promise<void> {
  const assets = path.join(client, 'assets');
  const all = (await readdir(client, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const names = (await readdir(assets)).filter((name) => !/\.(?:gz|br)$/.test(name));
  const named = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  for (const entry of all) {
    const file = path.join(entry.parentPath, entry.name);
    if (/\.(?:gz|br)$/.test(entry.name)) await rm(file);
    else if (/\.(?:js|css|html|json)$/.test(entry.name)) {
      const text = await readFile(file, 'utf8');
      const marked = text.replace(named, (name) => nameIn(name, version));
      await writeFile(file, marked.replace(/version:"[0-9a-f]+"/, `version:"${version}"`));
    }
  }
  for (const name of names) await rename(path.join(assets, name), path.join(assets, nameIn(name, version)));
}

function nameIn(name: string, version: string): string {
  return name.replace(/(\.[^.]+)$/, `${version}$1`);
}
