// The restore command: `npm run restore -- <backup folder>`. Says what it does on standard output; one line on standard
// error and exit code 1 when it cannot.

import { realEnv } from '../shared/lib/env.ts';
import { StartError } from './storage/openStorage.ts';
import { restoreBackup } from './storage/restore.ts';

/** @returns the exit code. */
export async function run(args: readonly string[], dataDir: string): Promise<number> {
  const [backup, ...rest] = args;
  if (backup === undefined || rest.length > 0 || backup.startsWith('-')) {
    process.stderr.write(
      `wallflower: name one backup. Example: npm run restore -- ${dataDir}/backups/2026-03-01T09-00-00Z\n`,
    );
    return 2;
  }
  try {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    await restoreBackup({ backup, folder: dataDir, env: realEnv, say });
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `wallflower: ${error instanceof StartError ? message : `the restore failed: ${message}`}\n`,
    );
    return 1;
  }
}
