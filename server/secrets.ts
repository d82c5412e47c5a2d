// The server's own secrets: what tokens are signed with, and the workspace key. Kept in one file of the data folder that
// nobody but its owner may read.

import { chmod, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { Random } from '../shared/lib/env.ts';
import { readJson } from '../shared/lib/fields.ts';
import { randomToken } from '../shared/lib/ids.ts';
import { ConfigError } from './config.ts';

export interface Secrets {
  /** 256 random bits as base64url. */
  readonly tokenSecret: string;
  readonly workspaceKey: string;
}

const fileName = 'secrets.json';
const secretsSchema = v.object({
  tokenSecret: v.pipe(v.string(), v.minLength(43)),
  workspaceKey: v.pipe(v.string(), v.minLength(22)),
});

/**
 * Reads the secrets, or makes them at the first start.
 * @param given the workspace key of the settings; it is used instead of the kept one and not written down.
 * @throws ConfigError when the file is there and unreadable: making new secrets would lock everybody out of their boards.
 */
export async function openSecrets(at: {
  folder: string;
  random: Random;
  given: string | null;
}): Promise<Secrets> {
  const file = path.join(at.folder, fileName);
  const kept = (await readSecrets(file)) ?? (await makeSecrets(file, at.random));
  return { ...kept, workspaceKey: at.given ?? kept.workspaceKey };
}

async function readSecrets(file: string): Promise<Secrets | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}): let the server's user own it`,
    );
  }
  const parsed = v.safeParse(secretsSchema, readJson(text));
  if (!parsed.success) {
    throw new ConfigError(
      `${file} is damaged: restore it from a backup, or delete it to make a new one (people then join again)`,
    );
  }
  await chmod(file, 0o600);
  return parsed.output;
}

async function makeSecrets(file: string, random: Random): Promise<Secrets> {
  const secrets = { tokenSecret: randomToken(random, 43), workspaceKey: randomToken(random, 24) };
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  return secrets;
}
